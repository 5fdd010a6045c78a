import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { priceUsage, shapeOfSize, SIZES, USAGE } from '../../src/cost/sizes'
import { pricesOf } from '../../src/cost/prices'
import { costTable, monthlyCost, replaceTable } from '../../scripts/cost-table'
import { format } from 'prettier'

const ROOT = join(import.meta.dirname, '../..')
const sizes = readFileSync(join(ROOT, 'terraform/modules/langfuse/sizes.tf'), 'utf8')

test.each(Object.entries(SIZES))('the size %s is the one of sizes.tf', (size, spec) => {
  const block = sizes.slice(sizes.indexOf(`    ${size} = {`))
  const text = block.slice(0, block.indexOf('\n    }'))
  for (const component of ['web', 'worker'] as const) {
    const { cpu, memory, min, max } = spec[component]
    expect(text).toMatch(
      new RegExp(`${component} += \\{ cpu = ${cpu}, memory = ${memory}, min = ${min}, max = ${max} \\}`),
    )
  }
  const { grafana, volume, postgres, valkey } = spec
  expect(text).toContain(`grafana    = { cpu = ${grafana.cpu}, memory = ${grafana.memory} }`)
  expect(text).toContain(`instance_types = ["${spec.instanceType}"`)
  expect(text).toContain(
    `volume_gib = ${volume.gib}, volume_iops = ${volume.iops}, volume_throughput = ${volume.throughput}`,
  )
  if ('onOneInstance' in spec) return
  expect(text).toContain(`min_acu = ${postgres.minAcu},`)
  expect(text).toContain(`instances = ${postgres.instances},`)
  expect(text).toContain(`node_type = "${valkey.nodeType}", replicas = ${valkey.nodes - 1}`)
  expect(text).toContain(`nat        = "${spec.gateways === 1 ? 'single' : 'per_zone'}"`)
})

test('the table of docs/operations.md is the one that scripts/cost-table.ts writes', async () => {
  const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
  const written = await format(replaceTable(page, costTable()), {
    parser: 'markdown',
    semi: false,
    printWidth: 110,
  })
  expect(page).toBe(written)
})

test.each(['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1'])(
  'the sizes of %s cost more the larger they are',
  (region) => {
    const totals = (['tiny', 'small', 'medium', 'large'] as const).map((size) => monthlyCost(size, region))
    expect(totals).toEqual([...totals].sort((a, b) => a - b))
  },
)

test.each(['us-east-1', 'eu-central-1'])(
  'tiny costs at most 70 USD a month in %s, with its usage',
  (region) => {
    expect(monthlyCost('tiny', region)).toBeLessThanOrEqual(70)
  },
)

test('an existing VPC saves the NAT gateways and their addresses, and a domain adds two addresses', () => {
  const options = { hasDomain: false, hasVpc: false, hasGrafana: false }
  expect(shapeOfSize('large', options)).toMatchObject({ natGateways: 2, ipv4Addresses: 2 })
  expect(shapeOfSize('large', { ...options, hasVpc: true })).toMatchObject({
    natGateways: 0,
    ipv4Addresses: 0,
  })
  expect(shapeOfSize('large', { ...options, hasDomain: true })).toMatchObject({ ipv4Addresses: 4 })
})

test('usage includes the I/O of Aurora, PUT and LIST of each event, and CloudFront above 10 million requests', () => {
  const prices = pricesOf('us-east-1')
  if (prices === undefined) throw new Error('no prices')
  const use = {
    ...USAGE.large,
    events: 1_000_000,
    blobGb: 0,
    auroraGb: 0,
    auroraIoMillions: 5,
    cloudfrontMillions: 12,
  }
  expect(priceUsage(use, prices)).toMatchObject({ blobs: 10, aurora: 1, cloudfront: 2 })
})
