import type { Resource } from '../../test/stack/state'
import { PLANNED } from './template'

/** Policy documents and attachments by name, for the comparison of what two programs create. */
export type Documents = Readonly<Record<string, unknown>>

const parse = (text: unknown): unknown => JSON.parse(String(text)) as unknown

/** Returns the documents of a plan of bootstrap. */
export function documentsOfPlan(resources: readonly Resource[]): Documents {
  const documents: Record<string, unknown> = {}
  for (const { type, values } of resources)
    switch (type) {
      case 'aws_iam_policy':
        documents[`policy ${String(values['name'])}`] = parse(values['policy'])
        break
      case 'aws_iam_role':
        documents[`trust of ${String(values['name'])}`] = parse(values['assume_role_policy'])
        documents[`session of ${String(values['name'])}`] = values['max_session_duration']
        break
      case 'aws_iam_role_policy':
        documents[`policy ${String(values['role'])}/${String(values['name'])}`] = parse(values['policy'])
        break
      case 'aws_s3_bucket_policy':
        documents['bucket policy'] = parse(values['policy'])
        break
      case 'aws_ssm_parameter':
        documents[String(values['name'])] = values['value']
        break
    }
  for (const { address, type, values } of resources)
    if (type === 'aws_iam_role_policy_attachment') {
      const [, key = ''] = /"(.*)"/.exec(address) ?? []
      documents[`attachment ${String(values['role'])}-${key}`] = true
    }
  return documents
}

interface Details {
  readonly RoleDetailList: readonly {
    readonly RoleName: string
    readonly AssumeRolePolicyDocument: unknown
    readonly RolePolicyList: readonly { readonly PolicyName: string; readonly PolicyDocument: unknown }[]
    readonly AttachedManagedPolicies: readonly { readonly PolicyName: string }[]
  }[]
  readonly Policies: readonly {
    readonly Arn: string
    readonly PolicyVersionList: readonly { readonly Document: unknown }[]
  }[]
}

/** Reads the same documents from an account. @param run AWS CLI without `--output` */
export async function readDocuments(run: (...args: string[]) => Promise<unknown>): Promise<Documents> {
  const details = (await run(
    'iam',
    'get-account-authorization-details',
    '--filter',
    'Role',
    'LocalManagedPolicy',
  )) as Details
  const documents: Record<string, unknown> = {}
  for (const { Arn, PolicyVersionList } of details.Policies)
    documents[`policy ${Arn.slice(Arn.lastIndexOf('/') + 1)}`] = PolicyVersionList[0]?.Document
  for (const role of details.RoleDetailList) {
    documents[`trust of ${role.RoleName}`] = role.AssumeRolePolicyDocument
    const { Role } = (await run('iam', 'get-role', '--role-name', role.RoleName)) as {
      Role: { MaxSessionDuration: number }
    }
    documents[`session of ${role.RoleName}`] = Role.MaxSessionDuration
    for (const one of role.RolePolicyList)
      documents[`policy ${role.RoleName}/${one.PolicyName}`] = one.PolicyDocument
    for (const { PolicyName } of role.AttachedManagedPolicies) documents[`attachment ${PolicyName}`] = true
  }
  const bucket = ['--bucket', `tfstate-${PLANNED.name}-123456789012`]
  const { Policy } = (await run('s3api', 'get-bucket-policy', ...bucket)) as { Policy: string }
  documents['bucket policy'] = parse(Policy)
  const path = `/langfuse-deploy/permissions-boundary/${PLANNED.name}`
  const { Parameter } = (await run('ssm', 'get-parameter', '--name', path)) as {
    Parameter: { Value: string }
  }
  documents[path] = Parameter.Value
  return documents
}
