import { GLOBAL_PRICES, HOURS, type Prices } from './prices'

/** The parts of a stack that have a price for as long as they exist. */
export interface StackShape {
  readonly tasks: readonly FargateTasks[]
  readonly instances: readonly Counted[]
  readonly volumes: readonly Volume[]
  /** Aurora Serverless v2 at its minimum capacity. */
  readonly databases: readonly { readonly name: string; readonly acus: number; readonly instances: number }[]
  readonly caches: readonly Counted[]
  readonly loadBalancers: number
  readonly natGateways: number
  readonly ipv4Addresses: number
  /** Network interfaces of VPC interface endpoints. */
  readonly endpoints: number
  readonly privateZones: number
  readonly secrets: number
  readonly alarms: number
  readonly metrics: number
}

export interface FargateTasks {
  readonly name: string
  /** 1024 units are one vCPU. */
  readonly cpuUnits: number
  readonly memoryMib: number
  readonly count: number
}

/** EC2 instances or ElastiCache nodes. */
export interface Counted {
  readonly name: string
  readonly type: string
  readonly count: number
}

/** An EBS volume of the type gp3. */
export interface Volume {
  readonly name: string
  readonly gib: number
  readonly iops: number
  /** In MiB/s. */
  readonly throughput: number
}

export interface CostLine {
  readonly name: string
  /** Undefined if the price is unknown. */
  readonly usd: number | undefined
}

export const EMPTY_SHAPE: StackShape = {
  tasks: [],
  instances: [],
  volumes: [],
  databases: [],
  caches: [],
  loadBalancers: 0,
  natGateways: 0,
  ipv4Addresses: 0,
  endpoints: 0,
  privateZones: 0,
  secrets: 0,
  alarms: 0,
  metrics: 0,
}

export const INCLUDED_IOPS = 3000
export const INCLUDED_THROUGHPUT = 125

/** Prices each part of a stack for a month. Parts that do not exist have no line. */
export function priceShape(shape: StackShape, prices: Prices): CostLine[] {
  const { fargate, gp3, aurora } = prices
  const lines: CostLine[] = [
    ...shape.tasks.map(({ name, cpuUnits, memoryMib, count }) => ({
      name,
      usd: count * HOURS * ((cpuUnits / 1024) * fargate.vcpuHour + (memoryMib / 1024) * fargate.gibHour),
    })),
    ...shape.instances.map((one) => hourly(one, prices.instanceHour)),
    ...shape.volumes.map(({ name, gib, iops, throughput }) => ({
      name,
      usd:
        gib * gp3.gibMonth +
        Math.max(0, iops - INCLUDED_IOPS) * gp3.iopsMonth +
        Math.max(0, throughput - INCLUDED_THROUGHPUT) * gp3.throughputMonth,
    })),
    ...shape.databases.map(({ name, acus, instances }) => ({
      name,
      usd: acus * instances * aurora.acuHour * HOURS,
    })),
    ...shape.caches.map((one) => hourly(one, prices.nodeHour)),
    { name: 'Load balancer', usd: shape.loadBalancers * prices.loadBalancer.hour * HOURS },
    { name: 'NAT gateways', usd: shape.natGateways * prices.nat.hour * HOURS },
    { name: 'Public IPv4 addresses', usd: shape.ipv4Addresses * GLOBAL_PRICES.ipv4Hour * HOURS },
    { name: 'VPC endpoints', usd: shape.endpoints * prices.endpointHour * HOURS },
    { name: 'Cloud Map', usd: shape.privateZones * GLOBAL_PRICES.privateZoneMonth },
    { name: 'Secrets', usd: shape.secrets * GLOBAL_PRICES.secretMonth },
    {
      name: 'Alarms and metrics',
      usd: shape.alarms * GLOBAL_PRICES.alarmMonth + shape.metrics * GLOBAL_PRICES.metricMonth,
    },
  ]
  // A task whose definition is missing has NaN.
  return lines
    .map(({ name, usd }) => ({ name, usd: Number.isNaN(usd) ? undefined : usd }))
    .filter(({ usd }) => usd !== 0)
}

const hourly = (
  { name, type, count }: Counted,
  hours: Readonly<Record<string, number>>,
): { readonly name: string; readonly usd: number | undefined } => {
  const hour = Object.hasOwn(hours, type) ? hours[type] : undefined
  return hour === undefined
    ? { name: `${name} (${type})`, usd: undefined }
    : { name, usd: count * hour * HOURS }
}

/** Sum of the known prices of a month in USD. */
export const sum = (lines: readonly CostLine[]): number =>
  lines.reduce((total, { usd }) => total + (usd ?? 0), 0)

/** Names of the parts whose price is unknown. */
export const unknownParts = (lines: readonly CostLine[]): string[] =>
  lines.filter(({ usd }) => usd === undefined).map(({ name }) => name)
