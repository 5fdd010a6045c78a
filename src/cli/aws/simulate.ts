import type { ContextEntry, EvaluationResult, IAMClient } from '@aws-sdk/client-iam'
import type { Decision, PermissionGroup } from '../doctor/permissions'
import { type AwsConnection, callAws, callUnless } from './connection'

/** Simulates actions as a role. Returns undefined if the role does not exist. */
export async function simulateRole(
  aws: AwsConnection,
  role: string,
  groups: readonly PermissionGroup[],
): Promise<Decision[] | undefined> {
  const { IAMClient, GetRoleCommand } = await import('@aws-sdk/client-iam')
  const client = new IAMClient(await aws.settings('IAM'))
  const found = await callUnless(['NoSuchEntityException', 'NoSuchEntity'], 'iam:GetRole', () =>
    client.send(new GetRoleCommand({ RoleName: role })),
  )
  const arn = found?.Role?.Arn
  if (arn === undefined) return undefined
  const decisions: Decision[] = []
  // One after another: IAM throttles the simulator early.
  for (const group of groups) decisions.push(...(await simulateGroup(client, arn, group)))
  return decisions
}

async function simulateGroup(client: IAMClient, arn: string, group: PermissionGroup): Promise<Decision[]> {
  const { SimulatePrincipalPolicyCommand } = await import('@aws-sdk/client-iam')
  const ContextEntries = Object.entries(group.context).map(([key, value]): ContextEntry => ({
    ContextKeyName: key,
    ContextKeyValues: [value],
    ContextKeyType: key === 'aws:CalledVia' ? 'stringList' : 'string',
  }))
  const { EvaluationResults } = await callAws('iam:SimulatePrincipalPolicy', () =>
    client.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: arn,
        ActionNames: [...group.actions],
        ResourceArns: [group.resource],
        ContextEntries,
      }),
    ),
  )
  return (EvaluationResults ?? []).map(decisionOf)
}

function decisionOf(result: EvaluationResult): Decision {
  return {
    action: result.EvalActionName ?? '',
    isAllowed: result.EvalDecision === 'allowed',
    deniedBy: causeOf(result),
  }
}

function causeOf(result: EvaluationResult): Decision['deniedBy'] {
  if (result.OrganizationsDecisionDetail?.AllowedByOrganizations === false) return 'organization'
  if (result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false) return 'boundary'
  return result.EvalDecision === 'explicitDeny' ? 'explicit-deny' : 'no-allow'
}
