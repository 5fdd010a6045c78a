import { SIZES } from '../../cost/sizes'
import { distributions, probeDistribution, readQuota, readUsage } from '../aws/account'
import type { AwsConnection } from '../aws/connection'
import { readVpc, readZones } from '../aws/network'
import { simulateRole } from '../aws/simulate'
import { stackNames } from '../names'
import { judgeCloudFront } from './cloudfront'
import { estimateSize } from './cost'
import { type Check, unknown } from './finding'
import { judgeVpc, judgeZones } from './network'
import { applyPermissions, judgePermissions } from './permissions'
import { judgeQuota, type PlannedStack, quotaNeeds } from './quotas'

export interface BeforeApply extends Omit<PlannedStack, 'hasVpc'> {
  readonly stack: string
  readonly accountId: string
  readonly vpcId: string | undefined
}

/** The checks before the first apply, in the order in which the apply would meet the problems. */
export function checksBeforeApply(planned: BeforeApply, aws: AwsConnection): Check[] {
  const { stack, accountId, vpcId, hasDomain } = planned
  const { region } = aws.session
  const role = stackNames(stack).deployRole
  const { instanceType } = SIZES[planned.size]
  const checks: Check[] = [
    {
      subject: `Role ${role}`,
      run: async () =>
        judgePermissions(role, await simulateRole(aws, role, applyPermissions({ stack, accountId, region }))),
    },
    {
      subject: 'Availability Zones',
      run: async () => [judgeZones(await readZones(aws, instanceType), instanceType)],
    },
  ]
  if (vpcId !== undefined)
    checks.push({ subject: `VPC ${vpcId}`, run: async () => judgeVpc(vpcId, await readVpc(aws, vpcId)) })
  checks.push(...quotaChecks({ ...planned, hasVpc: vpcId !== undefined }, aws))
  if (!hasDomain) checks.push({ subject: 'CloudFront', run: () => checkCloudFront(aws) })
  checks.push({
    subject: 'Cost',
    run: () => Promise.resolve([estimateSize({ ...planned, hasVpc: vpcId !== undefined }, region)]),
  })
  return checks
}

const quotaChecks = (planned: PlannedStack, aws: AwsConnection): Check[] =>
  quotaNeeds(planned).map((need) => {
    const subject = `Quota ${need.name}`
    return {
      subject,
      run: async () => {
        const quota = await readQuota(aws, need)
        const advice = `Check it in the console: Service Quotas, ${need.service}, ${need.code}.`
        return [
          quota === undefined
            ? unknown(subject, 'AWS reports no value', advice)
            : judgeQuota(need, quota, await readUsage(aws, need.code)),
        ]
      },
    }
  })

async function checkCloudFront(aws: AwsConnection) {
  const existing = (await distributions(aws)).length
  return [judgeCloudFront(existing, existing > 0 ? undefined : await probeDistribution(aws))]
}
