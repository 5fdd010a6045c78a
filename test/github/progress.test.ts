import { afterEach, describe, expect, test } from '@jest/globals'
import { Progress } from '../../src/github/progress'

const open: Progress[] = []
afterEach(() => {
  for (const progress of open.splice(0)) progress.stop()
})

function start(totals: Readonly<Record<string, number>>): {
  progress: Progress
  lines: string[]
  pass: (seconds: number) => void
} {
  const lines: string[] = []
  let now = 0
  const log = { info: (line: string) => void lines.push(line), mask: () => undefined }
  const progress = new Progress(new Map(Object.entries(totals)), { log, now: () => now })
  open.push(progress)
  return { progress, lines, pass: (seconds) => (now += seconds * 1000) }
}

describe('progress', () => {
  test('is one line for each image, with bar, percentage, bytes and speed', () => {
    const { progress, lines, pass } = start({ web: 200_000_000, clickhouse: 1_000_000_000 })
    pass(10)
    progress.add('web', 50_000_000)
    progress.add('clickhouse', 333_000_000)
    progress.add('clickhouse', 333_000_000)
    progress.logChanges()
    expect(lines).toEqual([
      'web         █████░░░░░░░░░░░░░░░  25 %  50.0 MB of 200 MB  5.00 MB/s',
      'clickhouse  █████████████░░░░░░░  66 %  666 MB of 1.00 GB  66.6 MB/s',
    ])
  })

  test('is logged again only for images that have advanced', () => {
    const { progress, lines, pass } = start({ a: 100, b: 100 })
    pass(1)
    progress.add('a', 10)
    progress.add('b', 10)
    progress.logChanges()
    lines.length = 0
    progress.logChanges()
    expect(lines).toEqual([])
    progress.add('b', 10)
    progress.logChanges()
    expect(lines).toEqual([expect.stringMatching(/^b {2}█{4}░{16} {2}20 %/)])
  })

  test('decreases for an image that starts again', () => {
    const { progress, lines, pass } = start({ a: 100 })
    pass(1)
    progress.add('a', 80)
    progress.logChanges()
    progress.add('a', -80)
    progress.logChanges()
    expect(lines.map((line) => /(\d+) %/.exec(line)?.[1])).toEqual(['80', '0'])
  })

  test('is not logged at 100 %, because completion has its own line', () => {
    const { progress, lines, pass } = start({ a: 1000, empty: 0 })
    pass(1)
    progress.add('a', 999)
    progress.logChanges()
    expect(lines).toEqual([expect.stringContaining(' 99 %')])
    lines.length = 0
    progress.add('a', 1)
    progress.logChanges()
    expect(lines).toEqual([])
  })

  test('ignores an unknown image', () => {
    const { progress, lines } = start({})
    progress.add('unknown', 5)
    progress.logChanges()
    expect(lines).toEqual([])
  })

  test('is logged at intervals until it is stopped', async () => {
    const { progress, lines } = start({ a: 100 })
    progress.start(1)
    progress.add('a', 1)
    while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    progress.stop()
    const before = lines.length
    progress.add('a', 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(lines).toHaveLength(before)
  })
})
