import { HOURS, GLOBAL_PRICES, type Prices } from './prices'
import { EMPTY_SHAPE, type StackShape } from './shape'

/** Sizes of terraform/modules/langfuse/sizes.tf. A test compares them. */
export const SIZES = {
  tiny: {
    onOneInstance: true,
    web: { cpu: 256, memory: 1280, min: 1, max: 1 },
    worker: { cpu: 224, memory: 1536, min: 1, max: 1 },
    grafana: { cpu: 256, memory: 512 },
    instanceType: 'r7g.medium',
    instanceVcpus: 1,
    volume: { gib: 30, iops: 3000, throughput: 125 },
    postgres: { minAcu: 0, instances: 0 },
    valkey: { nodeType: '', nodes: 0 },
    gateways: 0,
  },
  small: {
    web: { cpu: 1024, memory: 2048, min: 1, max: 2 },
    worker: { cpu: 1024, memory: 4096, min: 1, max: 2 },
    grafana: { cpu: 512, memory: 1024 },
    instanceType: 'm7g.large',
    instanceVcpus: 2,
    volume: { gib: 50, iops: 3000, throughput: 125 },
    postgres: { minAcu: 0.5, instances: 1 },
    valkey: { nodeType: 'cache.t4g.medium', nodes: 1 },
    gateways: 1,
  },
  medium: {
    web: { cpu: 2048, memory: 4096, min: 2, max: 6 },
    worker: { cpu: 2048, memory: 4096, min: 2, max: 6 },
    grafana: { cpu: 512, memory: 1024 },
    instanceType: 'r7g.large',
    instanceVcpus: 2,
    volume: { gib: 200, iops: 3000, throughput: 125 },
    postgres: { minAcu: 1, instances: 2 },
    valkey: { nodeType: 'cache.t4g.medium', nodes: 2 },
    gateways: 1,
  },
  large: {
    web: { cpu: 2048, memory: 4096, min: 3, max: 12 },
    worker: { cpu: 4096, memory: 8192, min: 3, max: 12 },
    grafana: { cpu: 1024, memory: 2048 },
    instanceType: 'r7g.2xlarge',
    instanceVcpus: 8,
    volume: { gib: 1000, iops: 6000, throughput: 500 },
    postgres: { minAcu: 2, instances: 2 },
    valkey: { nodeType: 'cache.r7g.large', nodes: 2 },
    gateways: 2,
  },
} as const satisfies Record<string, SizeSpec>

interface Service {
  readonly cpu: number
  readonly memory: number
  readonly min: number
  readonly max: number
}

export interface SizeSpec {
  /** The instance of ClickHouse runs everything, with a public address and without Fargate, Aurora, ElastiCache and load balancer. */
  readonly onOneInstance?: true
  /** CPU units, MiB, and number of tasks. */
  readonly web: Service
  readonly worker: Service
  readonly grafana: { readonly cpu: number; readonly memory: number }
  readonly instanceType: string
  readonly instanceVcpus: number
  readonly volume: { readonly gib: number; readonly iops: number; readonly throughput: number }
  readonly postgres: { readonly minAcu: number; readonly instances: number }
  readonly valkey: { readonly nodeType: string; readonly nodes: number }
  readonly gateways: number
}

export type Size = keyof typeof SIZES

export const isSize = (name: string): name is Size => Object.hasOwn(SIZES, name)

export const SIZE_NAMES = Object.keys(SIZES).filter(isSize)

const ROOT_VOLUME_GIB = 30

/** Secrets of the stack, with the master password of Aurora. */
const SECRETS = 11
const ALARMS = 20
const TINY_ALARMS = 16
/** Disk, backups and dropped rows; in size tiny, also the backups of PostgreSQL. */
const METRICS = 3

export interface ShapeOptions {
  readonly hasDomain: boolean
  readonly hasVpc: boolean
  readonly hasGrafana: boolean
}

/** Returns the parts of a stack with the minimum number of tasks. */
export function shapeOfSize(size: Size, { hasDomain, hasVpc, hasGrafana }: ShapeOptions): StackShape {
  const spec: SizeSpec = SIZES[size]
  const gateways = hasVpc ? 0 : spec.gateways
  const isOne = spec.onOneInstance === true
  const task = (name: string, { cpu, memory }: { cpu: number; memory: number }, count: number) => ({
    name,
    cpuUnits: cpu,
    memoryMib: memory,
    count,
  })
  return {
    ...EMPTY_SHAPE,
    tasks: isOne
      ? []
      : [
          task('web', spec.web, spec.web.min),
          task('worker', spec.worker, spec.worker.min),
          ...(hasGrafana ? [task('Grafana', spec.grafana, 1)] : []),
        ],
    instances: [{ name: 'Instance', type: spec.instanceType, count: 1 }],
    volumes: [
      { name: 'Volume', ...spec.volume },
      { name: 'Root volume', gib: ROOT_VOLUME_GIB, iops: 3000, throughput: 125 },
    ],
    databases: isOne
      ? []
      : [{ name: 'Aurora', acus: spec.postgres.minAcu, instances: spec.postgres.instances }],
    caches: isOne ? [] : [{ name: 'Valkey', type: spec.valkey.nodeType, count: spec.valkey.nodes }],
    loadBalancers: isOne ? 0 : 1,
    natGateways: gateways,
    // A public load balancer has an address in each of its two zones.
    ipv4Addresses: gateways + (isOne ? 1 : 0) + (hasDomain ? 2 : 0),
    privateZones: isOne ? 0 : 1,
    // Only Aurora has a master password of its own.
    secrets: isOne ? SECRETS - 1 : SECRETS,
    alarms: isOne ? TINY_ALARMS : ALARMS,
    metrics: isOne ? METRICS + 1 : METRICS,
  }
}

/** A month's use of a stack, as an example for its size. */
export interface Usage {
  readonly events: number
  /** Objects of raw events and media. */
  readonly blobGb: number
  readonly backupGb: number
  readonly snapshotGb: number
  readonly auroraGb: number
  readonly auroraIoMillions: number
  readonly natGb: number
  /** Capacity units of the load balancer, on average. */
  readonly lcus: number
  readonly logGb: number
  readonly imageGb: number
  readonly cloudfrontMillions: number
}

export const USAGE: Readonly<Record<Size, Usage>> = {
  tiny: usage({ events: 100_000, backupGb: 15, snapshotGb: 8, auroraGb: 0, lcus: 0, logGb: 2 }),
  small: usage({ events: 500_000, backupGb: 40, snapshotGb: 20, auroraGb: 20, lcus: 0.3, logGb: 5 }),
  medium: usage({ events: 2_500_000, backupGb: 200, snapshotGb: 120, auroraGb: 50, lcus: 1, logGb: 20 }),
  large: usage({ events: 14_000_000, backupGb: 1300, snapshotGb: 700, auroraGb: 200, lcus: 3.4, logGb: 100 }),
}

/** For an event: 10 kB of objects, four I/O requests of Aurora, one request to CloudFront and 4 kB through NAT. */
function usage(
  given: Pick<Usage, 'events' | 'backupGb' | 'snapshotGb' | 'auroraGb' | 'lcus' | 'logGb'>,
): Usage {
  const millions = given.events / 1_000_000
  const isOne = given.auroraGb === 0
  return {
    ...given,
    blobGb: millions * 10,
    auroraIoMillions: isOne ? 0 : millions * 4,
    natGb: isOne ? 0 : 5 + millions * 4,
    imageGb: 6,
    cloudfrontMillions: millions,
  }
}

const FREE_CLOUDFRONT_MILLIONS = 10

/** Prices of a month's use in USD, by part. */
export function priceUsage(use: Usage, prices: Prices): Readonly<Record<string, number>> {
  return {
    loadBalancer: use.lcus * prices.loadBalancer.lcuHour * HOURS,
    nat: use.natGb * prices.nat.gb,
    aurora: use.auroraGb * prices.aurora.gbMonth + use.auroraIoMillions * prices.aurora.ioMillion,
    // Langfuse writes one object for each event, and version 3 lists the objects of each event.
    blobs: (2 * use.events * prices.s3.putMillion) / 1_000_000 + use.blobGb * prices.s3.gbMonth,
    backups: use.backupGb * prices.s3.gbMonth,
    snapshots: use.snapshotGb * prices.snapshotGbMonth,
    logs: use.logGb * prices.logGb,
    images: use.imageGb * GLOBAL_PRICES.ecrGbMonth,
    cloudfront:
      Math.max(0, use.cloudfrontMillions - FREE_CLOUDFRONT_MILLIONS) * GLOBAL_PRICES.cloudfrontMillion,
  }
}
