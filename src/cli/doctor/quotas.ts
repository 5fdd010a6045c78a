import { type Size, SIZES, type SizeSpec } from '../../cost/sizes'
import { type Finding, ok, problem } from './finding'

export interface PlannedStack {
  readonly size: Size
  readonly hasDomain: boolean
  readonly hasVpc: boolean
}

export interface QuotaNeed {
  readonly name: string
  readonly service: string
  readonly code: string
  /** Quotas of CloudFront exist in us-east-1 only. */
  readonly region?: 'us-east-1'
  /** Use of the stack in addition to the current use. */
  readonly needed: number
  readonly reason: string
}

/** vCPUs of all Fargate tasks while an update runs old and new tasks together. */
const fargateVcpus = ({ web, worker, grafana }: SizeSpec): number =>
  (2 * (web.cpu * web.min + worker.cpu * worker.min + grafana.cpu)) / 1024

/** The quotas that are too small in a new account. */
export function quotaNeeds({ size, hasDomain, hasVpc }: PlannedStack): QuotaNeed[] {
  const spec: SizeSpec = SIZES[size]
  return [
    ...(spec.onOneInstance === true ? [] : [fargateNeed(spec)]),
    {
      name: 'EC2 On-Demand Standard vCPUs',
      service: 'ec2',
      code: 'L-1216C47A',
      needed: spec.instanceVcpus,
      reason: `the instance ${spec.instanceType}`,
    },
    ...(hasVpc ? [] : vpcNeeds(spec)),
    ...(hasDomain ? [] : [DISTRIBUTIONS]),
  ]
}

const fargateNeed = (spec: SizeSpec): QuotaNeed => ({
  name: 'Fargate On-Demand vCPUs',
  service: 'fargate',
  code: 'L-3032A538',
  needed: fargateVcpus(spec),
  reason: 'an update runs old and new tasks together',
})

function vpcNeeds({ gateways }: SizeSpec): QuotaNeed[] {
  const addresses = {
    name: 'Elastic IP addresses',
    service: 'ec2',
    code: 'L-0263D0A3',
    needed: gateways,
    reason: 'NAT gateways',
  }
  const vpcs = { name: 'VPCs', service: 'vpc', code: 'L-F678F1CE', needed: 1, reason: "the stack's VPC" }
  return gateways === 0 ? [vpcs] : [addresses, vpcs]
}

const DISTRIBUTIONS: QuotaNeed = {
  name: 'CloudFront distributions',
  service: 'cloudfront',
  code: 'L-24B04930',
  region: 'us-east-1',
  needed: 2,
  reason: 'Langfuse and Grafana',
}

/** Judges one quota. @param usage undefined if AWS does not report it */
export function judgeQuota(need: QuotaNeed, quota: number, usage: number | undefined): Finding {
  const inUse = usage ?? 0
  const used = usage === undefined ? '' : `, ${usage} in use`
  const detail = `${quota}${used}; the stack needs ${need.needed} (${need.reason})`
  const subject = `Quota ${need.name}`
  if (quota >= inUse + need.needed) return ok(subject, detail)
  const region = need.region === undefined ? '' : ` --region ${need.region}`
  return problem(
    subject,
    detail,
    `Request an increase: aws service-quotas request-service-quota-increase --service-code ${need.service} --quota-code ${need.code} --desired-value ${Math.ceil(inUse + need.needed * 2)}${region}`,
  )
}
