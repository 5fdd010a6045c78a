/** Month of the prices. */
export const PRICES_DATE = 'November 2026'

/** Average hours of a month. */
export const HOURS = 730

/** List prices of one AWS Region in USD, on demand, Linux, ARM64. Per hour or month, as the name says. */
export interface Prices {
  readonly fargate: { readonly vcpuHour: number; readonly gibHour: number }
  /** By EC2 instance type. */
  readonly instanceHour: Readonly<Record<string, number>>
  /** EBS gp3: IOPS above 3000 and throughput in MiB/s above 125 have a price. */
  readonly gp3: { readonly gibMonth: number; readonly iopsMonth: number; readonly throughputMonth: number }
  readonly snapshotGbMonth: number
  readonly aurora: { readonly acuHour: number; readonly gbMonth: number; readonly ioMillion: number }
  /** By ElastiCache for Valkey node type. */
  readonly nodeHour: Readonly<Record<string, number>>
  readonly loadBalancer: { readonly hour: number; readonly lcuHour: number }
  readonly nat: { readonly hour: number; readonly gb: number }
  readonly endpointHour: number
  /** PUT and LIST have the same price. */
  readonly s3: { readonly gbMonth: number; readonly putMillion: number }
  readonly logGb: number
}

/** Prices that are the same in all Regions. */
export const GLOBAL_PRICES = {
  ipv4Hour: 0.005,
  secretMonth: 0.4,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  ecrGbMonth: 0.1,
  /** Private hosted zone of Cloud Map, and one instance that is registered in it. */
  privateZoneMonth: 0.6,
  /** The first 10 million requests and the first TB of a month are free. */
  cloudfrontMillion: 1,
} as const

const US: Prices = {
  fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
  instanceHour: {
    'm6g.large': 0.077,
    'm7g.large': 0.0816,
    'r6g.medium': 0.0504,
    'r6g.large': 0.1008,
    'r6g.2xlarge': 0.4032,
    'r7g.medium': 0.0536,
    'r7g.large': 0.1071,
    'r7g.2xlarge': 0.4284,
    't4g.medium': 0.0336,
    't4g.large': 0.0672,
  },
  gp3: { gibMonth: 0.08, iopsMonth: 0.005, throughputMonth: 0.04 },
  snapshotGbMonth: 0.05,
  aurora: { acuHour: 0.12, gbMonth: 0.1, ioMillion: 0.2 },
  nodeHour: { 'cache.t4g.small': 0.0256, 'cache.t4g.medium': 0.052, 'cache.r7g.large': 0.1752 },
  loadBalancer: { hour: 0.0225, lcuHour: 0.008 },
  nat: { hour: 0.045, gb: 0.045 },
  endpointHour: 0.01,
  s3: { gbMonth: 0.023, putMillion: 5 },
  logGb: 0.5,
}

/**
 * By Region. The EC2 prices of the family r7g were read from AWS's price list in a public copy; the others are from
 * memory and accurate to about 5 %. No Region is derived from another: one that is missing has no estimate.
 */
const PRICES: Readonly<Record<string, Prices>> = {
  'us-east-1': US,
  'us-east-2': US,
  'us-west-2': US,
  'eu-west-1': {
    fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
    instanceHour: {
      'm6g.large': 0.086,
      'm7g.large': 0.0911,
      'r6g.medium': 0.0564,
      'r6g.large': 0.1128,
      'r6g.2xlarge': 0.4512,
      'r7g.medium': 0.0599,
      'r7g.large': 0.1199,
      'r7g.2xlarge': 0.4794,
      't4g.medium': 0.0368,
      't4g.large': 0.0736,
    },
    gp3: { gibMonth: 0.088, iopsMonth: 0.0055, throughputMonth: 0.044 },
    snapshotGbMonth: 0.05,
    aurora: { acuHour: 0.14, gbMonth: 0.11, ioMillion: 0.22 },
    nodeHour: { 'cache.t4g.small': 0.028, 'cache.t4g.medium': 0.0568, 'cache.r7g.large': 0.1944 },
    loadBalancer: { hour: 0.0252, lcuHour: 0.008 },
    nat: { hour: 0.048, gb: 0.048 },
    endpointHour: 0.011,
    s3: { gbMonth: 0.023, putMillion: 5 },
    logGb: 0.57,
  },
  'eu-central-1': {
    fargate: { vcpuHour: 0.03725, gibHour: 0.00409 },
    instanceHour: {
      'm6g.large': 0.092,
      'm7g.large': 0.0977,
      'r6g.medium': 0.0608,
      'r6g.large': 0.1216,
      'r6g.2xlarge': 0.4864,
      'r7g.medium': 0.0646,
      'r7g.large': 0.1292,
      'r7g.2xlarge': 0.5168,
      't4g.medium': 0.0384,
      't4g.large': 0.0768,
    },
    gp3: { gibMonth: 0.0952, iopsMonth: 0.006, throughputMonth: 0.048 },
    snapshotGbMonth: 0.054,
    aurora: { acuHour: 0.14, gbMonth: 0.119, ioMillion: 0.22 },
    nodeHour: { 'cache.t4g.small': 0.0296, 'cache.t4g.medium': 0.0592, 'cache.r7g.large': 0.2096 },
    loadBalancer: { hour: 0.027, lcuHour: 0.008 },
    nat: { hour: 0.052, gb: 0.052 },
    endpointHour: 0.012,
    s3: { gbMonth: 0.0245, putMillion: 5.4 },
    logGb: 0.63,
  },
}

/** Returns the prices of a Region. Undefined if they are unknown. */
export const pricesOf = (region: string): Prices | undefined =>
  Object.hasOwn(PRICES, region) ? PRICES[region] : undefined
