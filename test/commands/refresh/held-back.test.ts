import { afterEach, describe, expect, test } from '@jest/globals'
import { gitHubError } from '../../../testkit/github/faults'
import type { RegistryOptions } from '../../../testkit/registry/server'
import { AMD, ARM, daysAgo, Upstream, version } from '../../../testkit/registry/upstream'

const open: Upstream[] = []
async function start(options?: RegistryOptions): Promise<Upstream> {
  const upstream = await Upstream.start(options)
  open.push(upstream)
  return upstream
}
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())))

const fileOf = (source: string, follow: string, rest = ''): string =>
  `images:\n  app:\n    source: ${source}\n    follow: '${follow}'\n${rest}`
const updatesOf = ({ outputs }: { readonly outputs: Readonly<Record<string, string>> }): unknown =>
  JSON.parse(outputs['updates'] ?? '')

describe('the platforms', () => {
  const ARM_V8 = { ...ARM, variant: 'v8' }
  const I386 = { os: 'linux', architecture: '386' }

  async function between(before: (typeof ARM)[], after: (typeof ARM)[], rest = '') {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50, platforms: before }))
    upstream.publish('a/b', '1.1.0', version('new', { platforms: after }))
    upstream.commit(fileOf(old, '1', rest))
    return upstream
  }

  test.each([
    [[AMD, ARM], [AMD, ARM_V8], ''],
    [[AMD, ARM_V8], [AMD, ARM], ''],
    [[AMD, ARM], [AMD, ARM_V8], '    platform: linux/arm64\n'],
    [[AMD, ARM_V8], [AMD, ARM], '    platform: linux/arm64/v8\n'],
  ])('linux/arm64 and linux/arm64/v8 are the same', async (before, after, rest) => {
    const upstream = await between(before, after, rest)
    const { outputs, summary } = await upstream.refresh()
    expect(updatesOf({ outputs })).toMatchObject({ app: { to: '1.1.0' } })
    expect(summary).not.toContain('[!WARNING]')
  })

  test('that the stack does not need may go, with a warning', async () => {
    const upstream = await between([AMD, ARM, I386], [AMD, ARM])
    const { outputs, summary } = await upstream.refresh({ mode: 'direct', 'min-age': '0' })
    expect(outputs).toMatchObject({ updated: '1', commit: '', 'pull-request-number': '7' })
    expect(summary).toContain('**app `1.1.0` has no `linux/386`**')
  })
})

describe('a minimum age that is longer than many releases', () => {
  async function daily(count: number, options?: RegistryOptions) {
    const upstream = await start(options)
    const source = Array.from({ length: count }, (_, index) =>
      upstream.publish(
        'a/b',
        `1.${index}.0`,
        version(`v${index}`, { days: count - index, platforms: [ARM] }),
      ),
    )[0]
    upstream.commit(fileOf(source ?? '', '1'))
    return upstream
  }
  const pulls = ({ registry }: Upstream): number =>
    registry.requests.filter(({ method, path }) => method === 'GET' && path.includes('/manifests/')).length

  test.each([
    ['14d', '1.46.0'],
    ['30d', '1.30.0'],
    ['10d', '1.50.0'],
  ])('of %s finds the newest that is old enough, with few pulls', async (age, to) => {
    const upstream = await daily(60)
    const { outputs, summary } = await upstream.refresh({ 'min-age': age })
    expect(updatesOf({ outputs })).toMatchObject({ app: { to } })
    expect(pulls(upstream)).toBeLessThan(45)
    expect(summary).toMatch(/waits for `1\.59\.0` \(24 hours\).* and \d+ more to be/)
  })

  test('needs no pull for versions whose release has a date', async () => {
    const upstream = await start()
    const repository = 'langfuse/langfuse'
    const tags = Array.from({ length: 40 }, (_, index) => `3.${index}.0`)
    upstream.github.state.releases.set(
      repository,
      tags.map((tag, index) => ({ tag_name: `v${tag}`, published_at: daysAgo(40 - index) })).reverse(),
    )
    const image = version('same', { days: 45 })
    const [old = ''] = tags.map((tag) => upstream.publish(repository, tag, image))
    upstream.publish(repository, '3.19.0', version('right', { days: 30 }))
    upstream.commit(fileOf(old, '3'))
    const { outputs } = await upstream.refresh({ 'min-age': '21d' })
    expect(updatesOf({ outputs })).toMatchObject({ app: { to: '3.19.0' } })
    expect(pulls(upstream)).toBeLessThan(10)
  })

  test('stops before the pulls of the mirror are used up', async () => {
    const upstream = await daily(60, { rateLimit: { limit: 30 } })
    const { failure, warnings, summary } = await upstream.refresh({ 'min-age': '30d' })
    expect(failure).toBeUndefined()
    expect(warnings.join()).toMatch(/were not checked, because 127\.0\.0\.1:\d+ allows 1\d more pulls\./)
    expect(summary).toContain('⚠️ No image updates, 1 warning')
  })
})

describe('newer lines', () => {
  test.each([
    ['3.1.0', '3', ['3.1.0', '4.0.0', '4.1.0'], "app '4.1.0' is outside of 'follow: '3''."],
    [
      '1.27.4-alpine3.20',
      '1',
      ['1.27.4-alpine3.20', '1.27.5-alpine3.21'],
      "app '1.27.5-alpine3.21' is newer",
    ],
    ['1.2.0-ls101', '1', ['1.2.0-ls101', '1.2.0-ls102'], "app '1.2.0-ls102' is newer"],
    ['2025-01-30', '2025', ['2025-01-30', '2025-02-14'], "app '2025-02-14' is newer"],
    ['4.0.0-rc.1', '4', ['4.0.0-rc.1', '4.0.0-rc.2'], "app '4.0.0-rc.2' is newer"],
    ['v1.2.0', '1', ['v1.2.0', '1.3.0'], "app '1.3.0' is newer"],
    ['1.2.0.4', '1', ['1.2.0.4', '1.3.0'], "app '1.3.0' is newer"],
  ])('than %s within %s are announced', async (_, follow, tags, words) => {
    const upstream = await start()
    const images = tags.map((one) => upstream.publish('a/b', one, version(one)))
    upstream.commit(fileOf(images[0] ?? '', follow))
    const { annotations, summary, outputs } = await upstream.refresh()
    expect(outputs).toMatchObject({ updated: '0' })
    expect(annotations.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      expect.stringContaining(`notice: ${words}`),
    ])
    expect(summary).toContain('ℹ️ No image updates now, 1 note')
  })

  test('are not announced among plain aliases and pre-releases', async () => {
    const upstream = await start()
    const old = upstream.publish('a/b', '3.1.0', version('old'))
    upstream.tag('a/b', version('old'), [
      '3',
      '3.1',
      'latest',
      '3.2.0-rc.1',
      '20250130',
      '2.9.0',
      '3.1.0-alpine',
    ])
    upstream.commit(fileOf(old, '3'))
    const { annotations, summary } = await upstream.refresh()
    expect(annotations).toEqual([])
    expect(summary).toContain('✅ No image updates')
  })
})

describe('the end of support', () => {
  test.each([
    [
      'clickhouse/clickhouse-server',
      '25.9.7.56',
      '25.9',
      "app '25.9' has had no security updates since 2025-12-18",
    ],
    [
      'clickhouse/clickhouse-server',
      '25.12.9.61',
      '25.12',
      "app '25.12' has security updates until 2026-03-26",
    ],
  ])('of %s %s is a warning', async (repository, tag, follow, words) => {
    const upstream = await start()
    upstream.commit(fileOf(upstream.publish(repository, tag, version('old')), follow))
    const { warnings, summary } = await upstream.refresh()
    expect(warnings).toEqual([expect.stringContaining(words)])
    expect(summary).toContain('⚠️ No image updates, 1 warning')
  })

  test('of a supported line is not mentioned', async () => {
    const upstream = await start()
    upstream.commit(fileOf(upstream.publish('langfuse/langfuse', '3.9.0', version('old')), '3'))
    expect((await upstream.refresh()).warnings).toEqual([])
  })
})

describe('a version that is passed over', () => {
  test('is a warning', async () => {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50 }))
    upstream.publish('a/b', '1.1.0', version('new', { platforms: [AMD] }))
    upstream.commit(fileOf(old, '1'))
    const { warnings, summary } = await upstream.refresh()
    expect(warnings).toEqual(["app '1.1.0' was skipped: 'has no linux/arm64'."])
    expect(summary).toContain('⚠️ No image updates, 1 warning')
  })
})

describe('the dashboard', () => {
  const dashboard = { dashboard: 'true' }
  const issues = ({ github }: Upstream) => github.issues.map(({ title, state }) => `${title}: ${state}`)

  async function waiting() {
    const upstream = await start()
    const repository = 'clickhouse/clickhouse-server'
    const old = upstream.publish(repository, '25.12.9.61', version('old', { days: 50 }))
    upstream.commit(fileOf(old, '25.12'))
    return upstream
  }

  test('is one issue that is updated', async () => {
    const upstream = await waiting()
    await upstream.refresh(dashboard)
    await upstream.refresh(dashboard)
    expect(issues(upstream)).toEqual(['Image updates: images.yaml: open'])
    const body = upstream.github.issues[0]?.body ?? ''
    expect(body).toContain('| **app** | `25.12.9.61` | `25.12` | — | 2026-03-26 |')
    expect(body).toContain('### Warnings\n\n- **app `25.12` has security updates until 2026-03-26**')
  })

  test('is closed when every image is current', async () => {
    const upstream = await waiting()
    await upstream.refresh(dashboard)
    upstream.commit(fileOf(upstream.publish('a/b', '1.0.0', version('current')), '1'))
    await upstream.refresh(dashboard)
    expect(issues(upstream)).toEqual(['Image updates: images.yaml: closed'])
  })

  test.each([{}, { ...dashboard, only: 'app' }, { ...dashboard, 'dry-run': 'true' }])(
    'is not written with %j',
    async (inputs) => {
      const upstream = await waiting()
      await upstream.refresh(inputs)
      expect(issues(upstream)).toEqual([])
    },
  )

  test('without permission is a warning', async () => {
    const upstream = await waiting()
    const answer = gitHubError(403, 'Resource not accessible by integration')
    upstream.github.fault({ method: 'POST', path: /issues$/ }, { kind: 'answer', answer })
    const { warnings, failure } = await upstream.refresh(dashboard)
    expect(failure).toBeUndefined()
    expect(warnings.at(-1)).toContain('The dashboard issue could not be written.')
  })
})

describe('a registry', () => {
  async function newer() {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50 }))
    upstream.publish('a/b', '1.1.0', version('new'))
    upstream.commit(fileOf(old, '1'))
    return upstream
  }

  test.each([401, 403, 405])('that answers each HEAD of a blob with %i is read', async (status) => {
    const upstream = await newer()
    const match = { method: 'HEAD', path: /blobs/ }
    upstream.registry.fault({ match, times: Infinity, action: { kind: 'answer', status } })
    const { outputs, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(updatesOf({ outputs })).toMatchObject({ app: { to: '1.1.0' } })
  })

  test('that leaves out Docker-Content-Digest is read', async () => {
    const upstream = await newer()
    const match = { method: 'HEAD', path: /manifests/ }
    upstream.registry.fault({ match, times: Infinity, action: { kind: 'answer', status: 200 } })
    const { outputs } = await upstream.refresh()
    expect(updatesOf({ outputs })).toMatchObject({ app: { to: '1.1.0' } })
    upstream.commit(fileOf(upstream.publish('a/b', '1.1.0', version('new')), '1'))
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '0' })
  })

  test('whose attestation lacks its content has no complete image', async () => {
    const upstream = await newer()
    upstream.registry.fault({
      match: { method: 'HEAD', path: new RegExp(`blobs/${attestationBlob(version('new'))}`) },
      times: Infinity,
      action: { kind: 'answer', status: 404 },
    })
    expect((await upstream.refresh()).warnings).toEqual([
      expect.stringMatching(/^app '1\.1\.0' was skipped: 'is incomplete: blob sha256:\w+ is missing'\.$/),
    ])
  })

  const attestationBlob = (image: ReturnType<typeof version>): string =>
    image.children.at(-1)?.blobs.at(-1)?.descriptor.digest ?? ''
})

describe('settings of an image', () => {
  test('may add labels to the pull request', async () => {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50 }))
    upstream.publish('a/b', '1.1.0', version('new'))
    upstream.commit(fileOf(old, '1', '    labels: [infrastructure, images]\n'))
    expect((await upstream.refresh()).warnings).toEqual([])
    expect(upstream.github.state.labels.get(7)).toEqual(['infrastructure', 'images'])
  })

  async function two(rest: string) {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50 }))
    upstream.publish('a/b', '1.1.0', version('a', { days: 20 }))
    upstream.publish('a/b', '1.2.0', version('b', { days: 5 }))
    upstream.commit(fileOf(old, '1', rest))
    return upstream.refresh()
  }

  test.each([
    ['', '1.2.0'],
    ["    ignore: ['1.2']\n", '1.1.0'],
    ["    ignore: ['1.2.0', 'latest']\n", '1.1.0'],
    ['    min-age: 14d\n', '1.1.0'],
  ])('%j leads to %s', async (rest, to) => {
    expect(updatesOf(await two(rest))).toMatchObject({ app: { to } })
  })

  test('that exclude all versions are mentioned', async () => {
    const { summary, outputs } = await two("    ignore: ['1']\n")
    expect(outputs).toMatchObject({ updated: '0' })
    expect(summary).toContain('**app** `1.2.0` is in `ignore`.')
  })
})
