import type { EC2Client, RouteTable } from '@aws-sdk/client-ec2'
import type { VpcFacts, ZoneFacts } from '../doctor/network'
import { type AwsConnection, callAws, callUnless } from './connection'

/** Reads the Region's zones, and which of them offer an instance type. */
export async function readZones(aws: AwsConnection, instanceType: string): Promise<ZoneFacts> {
  const { EC2Client, DescribeAvailabilityZonesCommand, DescribeInstanceTypeOfferingsCommand } =
    await import('@aws-sdk/client-ec2')
  const client = new EC2Client(await aws.settings('EC2'))
  // Without Local Zones, as the stack.
  const zoneFilter = [{ Name: 'opt-in-status', Values: ['opt-in-not-required'] }]
  const { AvailabilityZones } = await callAws('ec2:DescribeAvailabilityZones', () =>
    client.send(new DescribeAvailabilityZonesCommand({ Filters: zoneFilter })),
  )
  const typeFilter = [{ Name: 'instance-type', Values: [instanceType] }]
  const { InstanceTypeOfferings } = await callAws('ec2:DescribeInstanceTypeOfferings', () =>
    client.send(
      new DescribeInstanceTypeOfferingsCommand({ LocationType: 'availability-zone', Filters: typeFilter }),
    ),
  )
  return {
    zones: AvailabilityZones?.map(({ ZoneName = '', ZoneId = '' }) => ({ name: ZoneName, id: ZoneId })) ?? [],
    offering: InstanceTypeOfferings?.map(({ Location = '' }) => Location) ?? [],
  }
}

/** Reads an existing VPC. Returns undefined if there is none. */
export async function readVpc(aws: AwsConnection, id: string): Promise<VpcFacts | undefined> {
  const ec2 = await import('@aws-sdk/client-ec2')
  const client = new ec2.EC2Client(await aws.settings('EC2'))
  const found = await callUnless(
    ['InvalidVpcID.NotFound', 'InvalidVpcID.Malformed'],
    'ec2:DescribeVpcs',
    () => client.send(new ec2.DescribeVpcsCommand({ VpcIds: [id] })),
  )
  const vpc = found?.Vpcs?.[0]
  if (vpc === undefined) return undefined
  const attribute = (Attribute: 'enableDnsSupport' | 'enableDnsHostnames') =>
    callAws('ec2:DescribeVpcAttribute', () =>
      client.send(new ec2.DescribeVpcAttributeCommand({ VpcId: id, Attribute })),
    )
  const { InternetGateways } = await callAws('ec2:DescribeInternetGateways', () =>
    client.send(
      new ec2.DescribeInternetGatewaysCommand({ Filters: [{ Name: 'attachment.vpc-id', Values: [id] }] }),
    ),
  )
  return {
    id,
    dnsSupport: (await attribute('enableDnsSupport')).EnableDnsSupport?.Value ?? false,
    dnsHostnames: (await attribute('enableDnsHostnames')).EnableDnsHostnames?.Value ?? false,
    resolvers: await readResolvers(client, vpc.DhcpOptionsId),
    hasInternetGateway: (InternetGateways?.length ?? 0) > 0,
    privateSubnets: await readPrivateSubnets(client, id),
  }
}

async function readResolvers(client: EC2Client, dhcpOptionsId: string | undefined): Promise<string[]> {
  if (dhcpOptionsId === undefined || dhcpOptionsId === 'default') return []
  const { DescribeDhcpOptionsCommand } = await import('@aws-sdk/client-ec2')
  const found = await callAws('ec2:DescribeDhcpOptions', () =>
    client.send(new DescribeDhcpOptionsCommand({ DhcpOptionsIds: [dhcpOptionsId] })),
  )
  const configurations = found.DhcpOptions?.[0]?.DhcpConfigurations ?? []
  const servers = configurations.find(({ Key }) => Key === 'domain-name-servers')
  return servers?.Values?.map(({ Value = '' }) => Value) ?? []
}

async function readPrivateSubnets(client: EC2Client, vpcId: string): Promise<VpcFacts['privateSubnets']> {
  const { DescribeRouteTablesCommand, DescribeSubnetsCommand } = await import('@aws-sdk/client-ec2')
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }]
  const { Subnets } = await callAws('ec2:DescribeSubnets', () =>
    client.send(new DescribeSubnetsCommand({ Filters })),
  )
  const { RouteTables = [] } = await callAws('ec2:DescribeRouteTables', () =>
    client.send(new DescribeRouteTablesCommand({ Filters })),
  )
  const main = RouteTables.find(({ Associations }) => Associations?.some(({ Main }) => Main === true))
  const tableOf = (subnet: string): RouteTable | undefined =>
    RouteTables.find(({ Associations }) => Associations?.some(({ SubnetId }) => SubnetId === subnet)) ?? main
  return (Subnets ?? [])
    .map(({ SubnetId = '', AvailabilityZone = '' }) => ({ id: SubnetId, zone: AvailabilityZone }))
    .filter(({ id }) => hasPrivateRoute(tableOf(id)))
}

/** Public subnets send 0.0.0.0/0 to the internet gateway. */
function hasPrivateRoute(table: RouteTable | undefined): boolean {
  return (table?.Routes ?? []).some(
    ({ DestinationCidrBlock, GatewayId, State }) =>
      DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole' && !GatewayId?.startsWith('igw-'),
  )
}
