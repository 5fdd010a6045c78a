import { type Finding, ok, problem } from './finding'

/** Zones without CloudFront VPC origins or Fargate on ARM64, as in terraform/modules/langfuse/network.tf. */
export const EXCLUDED_ZONE_IDS = ['use1-az3', 'usw1-az2', 'cac1-az3', 'apne1-az3', 'apne2-az1']

export interface ZoneFacts {
  readonly zones: readonly { readonly name: string; readonly id: string }[]
  /** Names of zones that offer ClickHouse's instance type. */
  readonly offering: readonly string[]
}

export function judgeZones({ zones, offering }: ZoneFacts, instanceType: string): Finding {
  const usable = zones
    .filter(({ name, id }) => !EXCLUDED_ZONE_IDS.includes(id) && offering.includes(name))
    .map(({ name }) => name)
  const subject = 'Availability Zones'
  if (usable.length >= 2) return ok(subject, `${usable.join(', ')} offer ${instanceType}`)
  return problem(
    subject,
    `${usable.length} of ${zones.length} zones offer ${instanceType} and CloudFront VPC origins; the stack needs 2`,
    'Choose another Region, or another clickhouse.instance_type.',
  )
}

export interface VpcFacts {
  readonly id: string
  readonly dnsSupport: boolean
  readonly dnsHostnames: boolean
  /** Domain name servers of the DHCP options. */
  readonly resolvers: readonly string[]
  readonly hasInternetGateway: boolean
  /** Subnets whose route table sends 0.0.0.0/0 to a NAT gateway, transit gateway or instance. */
  readonly privateSubnets: readonly { readonly id: string; readonly zone: string }[]
}

/** Judges an existing VPC. @param vpc undefined if it does not exist */
export function judgeVpc(id: string, vpc: VpcFacts | undefined): Finding[] {
  const subject = `VPC ${id}`
  if (vpc === undefined)
    return [problem(subject, 'does not exist in this Region', 'Check --vpc-id and --region.')]
  const problems = [...dnsProblems(vpc), ...routeProblems(vpc)]
  if (problems.length > 0) return problems.map(([detail, advice]) => problem(subject, detail, advice))
  return [
    ok(subject, `suitable; private subnets: ${vpc.privateSubnets.map((subnet) => subnet.id).join(', ')}`),
  ]
}

type VpcProblem = readonly [detail: string, advice: string]

function dnsProblems({ id, dnsSupport, dnsHostnames, resolvers }: VpcFacts): VpcProblem[] {
  const enable = (attribute: string): string =>
    `aws ec2 modify-vpc-attribute --vpc-id ${id} --${attribute} '{"Value":true}'`
  const custom = resolvers.filter((resolver) => resolver !== 'AmazonProvidedDNS')
  const forward =
    "They must forward the stack's private zone (NAME.internal) to the VPC's resolver; otherwise web and worker do not find ClickHouse."
  return [
    ...(dnsSupport ? [] : [['DNS resolution is off', enable('enable-dns-support')] as const]),
    ...(dnsHostnames ? [] : [['DNS host names are off', enable('enable-dns-hostnames')] as const]),
    ...(custom.length === 0 ? [] : [[`uses the DNS resolvers ${custom.join(', ')}`, forward] as const]),
  ]
}

function routeProblems({ hasInternetGateway, privateSubnets }: VpcFacts): VpcProblem[] {
  const zones = new Set(privateSubnets.map(({ zone }) => zone)).size
  const gateway = [
    'has no internet gateway',
    'Attach one: CloudFront VPC origins and public load balancers require it.',
  ] as const
  const subnets = [
    `has private subnets with a route to the internet in ${zones} zones; the stack needs 2`,
    'Create private subnets in two zones, with a route for 0.0.0.0/0 to a NAT gateway.',
  ] as const
  return [...(hasInternetGateway ? [] : [gateway]), ...(zones >= 2 ? [] : [subnets])]
}
