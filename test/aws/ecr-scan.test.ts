import { afterEach, describe, expect, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { Ecr } from '../../src/aws/ecr'
import { FakeEcr } from '../../testkit/aws/ecr'
import { observedAws, roleRequest } from '../../testkit/aws/runtime'
import { makeImage } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { AMD, ARM, version } from '../../testkit/registry/upstream'

const REPOSITORY = 'langfuse/web'
let fake: FakeEcr
afterEach(() => fake.stop())

async function start() {
  fake = await FakeEcr.start({ repositories: [REPOSITORY] })
  const runtime = observedAws(fake.aws)
  const ecr = new Ecr(await assumeRole(roleRequest(), runtime), runtime)
  const image = version('one', { platforms: [AMD, ARM] })
  const digest = putImage(fake.registry, REPOSITORY, '3.9.0', image)
  const [amd = '', arm = ''] = image.children.map(({ descriptor }) => descriptor.digest)
  return { ecr, digest, amd, arm, read: () => ecr.scanFindings(REPOSITORY, digest) }
}
const basic = (status: string, counts?: Record<string, number>) => ({
  imageScanStatus: { status },
  ...(counts !== undefined && { imageScanFindings: { findingSeverityCounts: counts } }),
})

describe('the scan findings of an index', () => {
  test('are those of its image for linux/arm64', async () => {
    const { read, amd, arm } = await start()
    fake.aws.scans.set(amd, basic('COMPLETE', { CRITICAL: 9 }))
    fake.aws.scans.set(arm, basic('COMPLETE', { CRITICAL: 3, HIGH: 12 }))
    expect(await read()).toEqual({ kind: 'scanned', counts: { CRITICAL: 3, HIGH: 12 } })
  })

  test.each([
    [
      'an enhanced scan',
      basic('ACTIVE', { HIGH: 1, UNTRIAGED: 2 }),
      { kind: 'scanned', counts: { HIGH: 1, UNTRIAGED: 2 } },
    ],
    ['no finding', basic('COMPLETE', {}), { kind: 'scanned', counts: {} }],
    ['an enhanced scan without a result', basic('ACTIVE'), { kind: 'unknown', reason: 'not scanned yet' }],
    ['a scan in progress', basic('IN_PROGRESS'), { kind: 'unknown', reason: 'the scan is in progress' }],
    ['a failed scan', basic('FAILED'), { kind: 'unknown', reason: 'the scan failed' }],
    [
      'an image that ECR cannot scan',
      basic('UNSUPPORTED_IMAGE'),
      { kind: 'unknown', reason: 'ECR cannot scan it' },
    ],
    ['an unknown status', basic('NEW'), { kind: 'unknown', reason: 'status NEW' }],
    ['no scan', undefined, { kind: 'unknown', reason: 'not scanned yet' }],
  ])('may be %s', async (_, scan, expected) => {
    const { read, arm } = await start()
    if (scan !== undefined) fake.aws.scans.set(arm, scan)
    expect(await read()).toEqual(expected)
  })

  test('do not exist for an image or a repository that is not in ECR', async () => {
    const { ecr, digest } = await start()
    const unknown = { kind: 'unknown', reason: 'not in ECR' }
    expect(await ecr.scanFindings(REPOSITORY, `sha256:${'0'.repeat(64)}`)).toEqual(unknown)
    expect(await ecr.scanFindings('langfuse/other', digest)).toEqual(unknown)
  })

  test('name the missing permission', async () => {
    const { read } = await start()
    fake.aws.fail('DescribeImageScanFindings', 'denied')
    const reason = 'the role lacks ecr:DescribeImageScanFindings'
    expect(await read()).toEqual({ kind: 'unknown', reason })
  })
})

test('the scan findings of a single image are its own', async () => {
  const { ecr } = await start()
  const digest = putImage(fake.registry, REPOSITORY, '1', makeImage({ seed: 'single' }))
  fake.aws.scans.set(digest, basic('COMPLETE', { LOW: 1 }))
  expect(await ecr.scanFindings(REPOSITORY, digest)).toEqual({ kind: 'scanned', counts: { LOW: 1 } })
})
