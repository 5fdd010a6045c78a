// Writes the cost table of docs/operations.md from src/cost.
// Usage: tsx scripts/cost-table.ts
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GLOBAL_PRICES, HOURS, type Prices, PRICES_DATE, pricesOf } from '../src/cost/prices'
import {
  priceUsage,
  shapeOfSize,
  type Size,
  SIZE_NAMES,
  SIZES,
  type SizeSpec,
  USAGE,
} from '../src/cost/sizes'
import { priceShape, type StackShape, sum } from '../src/cost/shape'

const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1']

const PAGE = join(import.meta.dirname, '../docs/operations.md')
const [START, END] = ['<!-- cost table: start -->', '<!-- cost table: end -->']
const TABLE_REGION = 'us-east-1'

interface Cell {
  readonly text: string
  readonly usd: number
}

/** One row of the table: the part's text and price for a size. Without text, the size does not have the part. */
interface Row {
  readonly name: string
  readonly cell: (size: Size, prices: Prices) => Cell
}

const DEFAULTS = { hasDomain: false, hasVpc: false, hasGrafana: false }

const shape = (size: Size, hasGrafana = false): StackShape => shapeOfSize(size, { ...DEFAULTS, hasGrafana })

/** Prices a part of a shape. */
const part = (size: Size, prices: Prices, names: readonly string[], hasGrafana = false): number =>
  sum(
    priceShape(shape(size, hasGrafana), prices).filter(({ name }) =>
      names.some((one) => name === one || name.startsWith(`${one} (`)),
    ),
  )

const use = (size: Size, prices: Prices, name: string): number => priceUsage(USAGE[size], prices)[name] ?? 0

const tasks = (component: 'web' | 'worker' | 'Grafana'): Row['cell'] => {
  return (size, prices) => {
    const isGrafana = component === 'Grafana'
    const found = shape(size, isGrafana).tasks.find(({ name }) => name === component)
    if (found === undefined) return { text: '', usd: 0 }
    const { cpuUnits, memoryMib, count } = found
    return {
      text: `${count} × ${cpuUnits / 1024} vCPU, ${memoryMib / 1024} GiB`,
      usd: part(size, prices, [component], isGrafana),
    }
  }
}

const spec = (size: Size): SizeSpec => SIZES[size]

const ROWS: readonly Row[] = [
  { name: 'web, Fargate ARM64', cell: tasks('web') },
  { name: 'worker, Fargate ARM64', cell: tasks('worker') },
  { name: 'Grafana, if enabled', cell: tasks('Grafana') },
  {
    name: "ClickHouse's instance, EC2",
    cell: (size, prices) => ({ text: spec(size).instanceType, usd: part(size, prices, ['Instance']) }),
  },
  {
    name: 'its volumes, gp3',
    cell: (size, prices) => ({
      text: shape(size)
        .volumes.map(({ gib }) => gib)
        .join(' + ')
        .concat(' GiB', spec(size).volume.throughput > 125 ? ', fast' : ''),
      usd: part(size, prices, ['Volume', 'Root volume']),
    }),
  },
  {
    name: 'its snapshots',
    cell: (size, prices) => ({ text: `${USAGE[size].snapshotGb} GB`, usd: use(size, prices, 'snapshots') }),
  },
  {
    name: 'Aurora Serverless v2, with I/O',
    cell: (size, prices) => {
      const [database] = shape(size).databases
      if (database === undefined) return { text: '', usd: 0 }
      const { auroraGb } = USAGE[size]
      return {
        text: `${database.instances} × ${database.acus} ACU, ${auroraGb} GB`,
        usd: part(size, prices, ['Aurora']) + use(size, prices, 'aurora'),
      }
    },
  },
  {
    name: 'Valkey',
    cell: (size, prices) => {
      const [cache] = shape(size).caches
      if (cache === undefined) return { text: '', usd: 0 }
      return { text: `${cache.count} × ${cache.type}`, usd: part(size, prices, ['Valkey']) }
    },
  },
  {
    name: 'Load balancer',
    cell: (size, prices) => {
      const count = shape(size).loadBalancers
      if (count === 0) return { text: '', usd: 0 }
      return {
        text: `${count}`,
        usd: part(size, prices, ['Load balancer']) + use(size, prices, 'loadBalancer'),
      }
    },
  },
  {
    name: 'NAT gateways',
    cell: (size, prices) => {
      const count = shape(size).natGateways
      if (count === 0) return { text: '', usd: 0 }
      return { text: `${count}`, usd: part(size, prices, ['NAT gateways']) + use(size, prices, 'nat') }
    },
  },
  {
    name: 'Public IPv4 addresses',
    cell: (size, prices) => ({
      text: `${shape(size).ipv4Addresses}`,
      usd: part(size, prices, ['Public IPv4 addresses']),
    }),
  },
  {
    name: 'S3 blobs, mostly PUT and LIST',
    cell: (size, prices) => ({
      text: `${USAGE[size].events / 1_000_000} million events`,
      usd: use(size, prices, 'blobs'),
    }),
  },
  {
    name: 'S3 backups',
    cell: (size, prices) => ({ text: `${USAGE[size].backupGb} GB`, usd: use(size, prices, 'backups') }),
  },
  {
    name: 'CloudFront requests',
    cell: (size, prices) => ({
      text: `${USAGE[size].cloudfrontMillions} million`,
      usd: use(size, prices, 'cloudfront'),
    }),
  },
  {
    name: 'Logs, alarms, metrics',
    cell: (size, prices) => ({
      text: `${USAGE[size].logGb} GB`,
      usd: part(size, prices, ['Alarms and metrics']) + use(size, prices, 'logs'),
    }),
  },
  {
    name: 'Secrets, ECR, Cloud Map',
    cell: (size, prices) => ({
      text: `${shape(size).secrets} secrets`,
      usd: part(size, prices, ['Secrets', 'Cloud Map']) + use(size, prices, 'images'),
    }),
  },
]

/** Sum of all rows. @param hasGrafana false leaves its row out */
export function monthlyCost(size: Size, region: string, hasGrafana = false): number {
  const prices = requirePrices(region)
  return ROWS.filter(({ name }) => hasGrafana || !name.startsWith('Grafana')).reduce(
    (total, { cell }) => total + cell(size, prices).usd,
    0,
  )
}

function requirePrices(region: string): Prices {
  const prices = pricesOf(region)
  if (prices === undefined) throw new Error(`there are no prices of ${region}`)
  return prices
}

const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |`

/** Renders the table of the page, with the totals by Region. */
export function costTable(): string {
  const prices = requirePrices(TABLE_REGION)
  const rows = ROWS.map(({ name, cell }) =>
    cells([
      name,
      ...SIZE_NAMES.flatMap((size) => {
        const { text, usd } = cell(size, prices)
        return [text === '' ? '–' : text, text === '' ? '' : String(Math.round(usd))]
      }),
    ]),
  )
  const totals = REGIONS.map((region) =>
    cells([
      `**Total ${region}**, without Grafana`,
      ...SIZE_NAMES.flatMap((size) => ['', `**${Math.round(monthlyCost(size, region))}**`]),
    ]),
  )
  const header = cells(['Part', ...SIZE_NAMES.flatMap((size) => [size, 'USD'])])
  const line = cells(['---', ...SIZE_NAMES.flatMap(() => ['---', '---:'])])
  const text = `List prices in USD a month, ${PRICES_DATE}, Linux on demand, for the minimum number of tasks, the use that the table names and ${HOURS} hours. The parts are those of ${TABLE_REGION}. CloudFront's first 10 million requests and first TB are free; a further million costs about ${GLOBAL_PRICES.cloudfrontMillion}.`
  return [text, '', header, line, ...rows, ...totals].join('\n')
}

/** Replaces the table of a page. @throws Error without the markers */
export function replaceTable(page: string, table: string): string {
  const [before, after] = [page.indexOf(START), page.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`the page has no '${START}' and '${END}'`)
  return `${page.slice(0, before + START.length)}\n\n${table}\n\n${page.slice(after)}`
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename)
  writeFileSync(PAGE, replaceTable(readFileSync(PAGE, 'utf8'), costTable()))
