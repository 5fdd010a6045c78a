import type { Json } from './conditional'

const text = (
  Description: string,
  AllowedPattern: string,
  more: Readonly<Record<string, Json>> = {},
): Json => ({
  Type: 'String',
  Description,
  AllowedPattern,
  ...more,
})

const settingsVersion = (Description: string): Json =>
  text(Description, '^([0-9a-f]{40}|refs/tags/v[0-9]+\\.[0-9]+\\.[0-9]+)?$', {
    Default: '',
    ConstraintDescription: 'a commit SHA of 40 digits, refs/tags/v1.2.3 of an immutable release, or empty',
  })

/** Names as in variables.tf, of which the template has the ones that most accounts need. */
const PARAMETERS: Readonly<Record<string, Json>> = {
  Name: text(
    'Prefix of all resource names, for example langfuse.',
    '^(?!aws|ecs|fargate|internal-|sg-)(?!.*--)[a-z][a-z0-9-]{0,18}[a-z0-9]$',
    {
      Default: 'langfuse',
      ConstraintDescription:
        '2 to 20 lowercase letters, digits and single hyphens, beginning with a letter and not ending with a hyphen. AWS does not allow a beginning with aws, ecs, fargate, internal- or sg-',
    },
  ),
  Owner: text('Owner of the GitHub repository, spelled as GitHub shows it.', '^[A-Za-z0-9][A-Za-z0-9-]*$'),
  RepositoryName: text('Name of the GitHub repository, spelled as GitHub shows it.', '^[A-Za-z0-9._-]+$'),
  RepositoryId: text('Numeric ID of the repository: gh api repos/OWNER/NAME --jq .id', '^[1-9][0-9]*$'),
  OwnerId: text('Numeric ID of the owner: gh api repos/OWNER/NAME --jq .owner.id', '^[1-9][0-9]*$'),
  Branch: text('Branch that is deployed.', '^[A-Za-z0-9][A-Za-z0-9._/-]*$', { Default: 'main' }),
  Environment: text('GitHub environment of the deploy jobs.', '^[A-Za-z0-9][A-Za-z0-9._-]*$', {
    Default: 'production',
  }),
  CreateIdentityProvider: {
    Type: 'String',
    Description:
      "Whether to create GitHub's OIDC identity provider. No if the account has it: there can be only one.",
    AllowedValues: ['yes', 'no'],
    Default: 'yes',
  },
  HostedZoneId: text(
    'ID of the Route 53 hosted zone of the domain. Empty without a domain.',
    '^(Z[A-Z0-9]{1,31})?$',
    {
      Default: '',
    },
  ),
  KmsKeyArn: text(
    'ARN of the KMS key that stacks use as kms_key_arn. Empty if they use the keys of AWS.',
    '^(arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+)?$',
    { Default: '' },
  ),
  Listener: text(
    'Last part of the ARN of the HTTPS listener of an existing load balancer, for load_balancer_external: app/NAME/ID/ID. Empty without.',
    '^(app/[A-Za-z0-9-]+/[0-9a-f]+/[0-9a-f]+)?$',
    { Default: '' },
  ),
  SettingsRepository: text(
    'Repository of the workflows that take only settings (examples/settings), as owner/name. The roles then trust no other workflow. Empty trusts the workflows of RepositoryName.',
    '^([A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)?$',
    { Default: '' },
  ),
  SettingsVersion: settingsVersion('Version of these workflows: a commit SHA.'),
  PreviousSettingsVersion: settingsVersion('Old version of these workflows, during an update only.'),
}

const isEmpty = (parameter: string): Json => ({ 'Fn::Equals': [{ Ref: parameter }, ''] })

const isGiven = (parameter: string): Json => ({ 'Fn::Not': [isEmpty(parameter)] })

const SETTINGS_PARAMETERS = ['SettingsRepository', 'SettingsVersion', 'PreviousSettingsVersion']

const RULES: Readonly<Record<string, Json>> = {
  SettingsWorkflows: {
    Assertions: [
      {
        Assert: {
          'Fn::Or': [
            { 'Fn::And': [isGiven('SettingsRepository'), isGiven('SettingsVersion')] },
            {
              'Fn::And': SETTINGS_PARAMETERS.map(isEmpty),
            },
          ],
        },
        AssertDescription:
          'SettingsRepository and SettingsVersion belong together. Set both, and PreviousSettingsVersion during an update, or none.',
      },
    ],
  },
}

const CONDITIONS: Readonly<Record<string, Json>> = {
  CreatesIdentityProvider: { 'Fn::Equals': [{ Ref: 'CreateIdentityProvider' }, 'yes'] },
  HasHostedZone: isGiven('HostedZoneId'),
  HasListener: isGiven('Listener'),
  HasKmsKey: isGiven('KmsKeyArn'),
  // One parameter without the other trusts no workflow, instead of every one.
  HasSettingsWorkflows: { 'Fn::Or': SETTINGS_PARAMETERS.map(isGiven) },
  HasPreviousSettingsVersion: isGiven('PreviousSettingsVersion'),
}

const REPOSITORY_VARIABLES: Readonly<Record<string, string>> = {
  AWS_REGION: '${AWS::Region}',
  ALLOWED_ACCOUNT_ID: '${AWS::AccountId}',
  PLAN_ROLE: '${PlanRole.Arn}',
  DEPLOY_ROLE: '${DeployRole.Arn}',
  MIRROR_ROLE: '${MirrorRole.Arn}',
  REFRESH_ROLE: '${RefreshRole.Arn}',
  VERIFY_ROLE: '${VerifyRole.Arn}',
  STATE_BUCKET: '${StateBucket}',
}

/** @param services service names of the service-linked roles, without `.amazonaws.com` */
export function parameterSections(services: readonly string[]): Readonly<Record<string, Json>> {
  const variables = Object.entries(REPOSITORY_VARIABLES).map(
    ([name, value]) => `gh variable set ${name} --repo \${Owner}/\${RepositoryName} --body '${value}'`,
  )
  // CloudFormation fails if the role exists, and would delete a role that others use.
  const roles = services.map(
    (service) => `aws iam create-service-linked-role --aws-service-name ${service}.amazonaws.com`,
  )
  return {
    Parameters: PARAMETERS,
    Rules: RULES,
    Conditions: CONDITIONS,
    Outputs: {
      RepositoryVariables: {
        Description: "GitHub CLI commands that set the repository's Actions variables.",
        Value: { 'Fn::Sub': variables.join('\n') },
      },
      ServiceLinkedRoles: {
        Description:
          "Commands that create the service-linked roles. 'has been taken' means that the role exists.",
        Value: roles.join('\n'),
      },
    },
  }
}
