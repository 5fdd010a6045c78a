import { afterEach, describe, expect, test } from '@jest/globals'
import { commitOfTag } from '../../../testkit/github/git'
import { daysAgo, NOW_MS, Upstream, version } from '../../../testkit/registry/upstream'

const open: Upstream[] = []
async function start(): Promise<Upstream> {
  const upstream = await Upstream.start()
  open.push(upstream)
  return upstream
}
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())))

const WEB = 'langfuse/langfuse'
const WORKER = 'langfuse/langfuse-worker'
const direct = { mode: 'direct', 'deploy-workflow': 'deploy.yml' }

const imageOf = (name: string, source: string, follow: string): string =>
  `  ${name}:\n    source: ${source}\n    follow: '${follow}'\n`

const pulls = ({ github }: Upstream) => [...github.history.pulls.values()]
const bodyOf = (upstream: Upstream): string => pulls(upstream)[0]?.body ?? ''
const isUnchanged = ({ github, file }: Upstream): boolean =>
  github.state.git.filesAt(github.history.branchHead('main') ?? '')['images.yaml'] === file &&
  github.state.workflows.started.length === 0

const labelsOf = (tag: string, revision: string) => ({
  'org.opencontainers.image.version': tag,
  'org.opencontainers.image.revision': revision,
})

/**
 * On 2026-09-01 the tags 3, 3.225 and 3.225.6 of Langfuse were an image of Langfuse 4 that was built from main and labelled
 * 3.225.6, without a git tag or a release. It drops the tables of Langfuse 3 when it starts.
 */
describe("Langfuse's images of 2026-09-01", () => {
  const MAIN_COMMIT = 'c0ffee'.padEnd(40, '0')
  const PINS = [
    ['3', '3'],
    ['3.225', '3.225'],
    ['3.225.5', '3'],
  ] as const

  async function replay(tag: string, follow: string): Promise<Upstream> {
    const upstream = await start()
    upstream.release(WEB, ['v3.225.5'], { days: 20 })
    const labels = labelsOf('3.225.5', commitOfTag(WEB, 'v3.225.5'))
    const before = [WEB, WORKER].map((name) =>
      upstream.publish(name, tag, version(`${name} before`, { days: 20, labels })),
    )
    const [web = '', worker = ''] = before
    upstream.commit(`images:\n${imageOf('web', web, follow)}${imageOf('worker', worker, follow)}`)
    for (const name of [WEB, WORKER]) {
      const wrong = version(`${name} of main`, { days: 5, labels: labelsOf('3.225.6', MAIN_COMMIT) })
      for (const moved of ['3', '3.225', '3.225.6']) upstream.publish(name, moved, wrong)
    }
    return upstream
  }

  test.each(PINS)('are not committed to a stack that pins %s', async (tag, follow) => {
    const upstream = await replay(tag, follow)
    const { outputs, summary, failure } = await upstream.refresh({ ...direct, 'min-age': '3d' })
    expect(failure).toBeUndefined()
    expect(outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
    expect(isUnchanged(upstream)).toBe(true)
    for (const text of [summary, bodyOf(upstream)])
      expect(text).toMatch(
        /\*\*web `[\d.]+` is not confirmed.*langfuse\/langfuse has no release v3\.225\.6\.\*\*/,
      )
    expect(bodyOf(upstream)).toContain('not confirmed** | unknown |')
  })

  test.each(PINS)(
    'are not committed to a stack that pins %s after 3.225.6 was released',
    async (tag, follow) => {
      const upstream = await replay(tag, follow)
      upstream.release(WEB, ['v3.225.6'], { days: 4 })
      expect((await upstream.refresh(direct)).outputs).toMatchObject({ commit: '' })
      expect(isUnchanged(upstream)).toBe(true)
      expect(bodyOf(upstream)).toMatch(
        /org\.opencontainers\.image\.revision is commit c0ffee0, and the git tag v3\.225\.6 of langfuse\/langfuse is commit [0-9a-f]{7}\.\*\*/,
      )
    },
  )

  test('are skipped for the newest version that was released', async () => {
    const upstream = await replay('3.225.5', '3')
    const labels = labelsOf('3.225.4', commitOfTag(WEB, 'v3.225.4'))
    upstream.release(WEB, ['v3.225.4'], { days: 25 })
    const [web = '', worker = ''] = [WEB, WORKER].map((name) =>
      upstream.publish(name, '3.225.4', version(`${name} older`, { days: 25, labels })),
    )
    upstream.commit(`images:\n${imageOf('web', web, '3')}${imageOf('worker', worker, '3')}`)
    const { outputs, warnings, summary } = await upstream.refresh(direct)
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({
      web: { to: '3.225.5' },
      worker: { to: '3.225.5' },
    })
    expect(outputs['commit']).not.toBe('')
    expect(warnings).toContain("web '3.225.6' was skipped: langfuse/langfuse has no release v3.225.6.")
    expect(summary).toContain('**web `3.225.6` was skipped: langfuse/langfuse has no release v3.225.6.**')
  })
})

describe('a version', () => {
  /** Pinned to 3.9.0, with a newer image. */
  async function newer(
    release: Parameters<Upstream['release']>[2] | undefined,
    image: ReturnType<typeof version>,
  ) {
    const upstream = await start()
    upstream.release(WEB, ['v3.9.0'])
    if (release !== undefined) upstream.release(WEB, ['v3.10.0'], release)
    const old = upstream.publish(WEB, '3.9.0', version('old', { days: 50 }))
    upstream.publish(WEB, '3.10.0', image)
    upstream.commit(`images:\n${imageOf('web', old, '3')}`)
    return upstream
  }

  test.each([
    ['without a release', undefined],
    ['with a release that has no git tag', { days: 40 }],
  ])('%s is never committed directly, even without a minimum age', async (_, release) => {
    const upstream = await newer(release, version('new', { days: 40 }))
    upstream.github.state.tagCommits.set(`${WEB}@v3.10.0`, undefined)
    const { outputs } = await upstream.refresh({ ...direct, 'min-age': '0' })
    expect(outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
    expect(bodyOf(upstream)).toContain(
      release === undefined
        ? '**web `3.10.0` is not confirmed by its publisher: langfuse/langfuse has no release v3.10.0.**'
        : '**web `3.10.0` is not confirmed by its publisher: langfuse/langfuse has no git tag v3.10.0.**',
    )
  })

  const commit = commitOfTag(WEB, 'v3.10.0')
  test.each([
    ['the commit of its tag', commit, undefined],
    ['the beginning of the commit', commit.slice(0, 7), undefined],
    ['the commit in upper case', commit.toUpperCase(), undefined],
    ['a beginning that is too short', commit.slice(0, 6), 'its label org.opencontainers.image.revision is'],
    ['no commit', 'main', 'its label org.opencontainers.image.revision is not a commit'],
    ['nothing', undefined, 'it has no label org.opencontainers.image.revision, which 3.9.0 has'],
  ])('with %s as revision', async (_, revision, problem) => {
    const upstream = await start()
    upstream.release(WEB, ['v3.10.0', 'v3.9.0'], { days: 40 })
    const labels = labelsOf('3.9.0', commitOfTag(WEB, 'v3.9.0'))
    const old = upstream.publish(WEB, '3.9.0', version('old', { days: 50, labels }))
    const newLabels = revision === undefined ? {} : labelsOf('3.10.0', revision)
    upstream.publish(WEB, '3.10.0', version('new', { days: 40, labels: newLabels }))
    upstream.commit(`images:\n${imageOf('web', old, '3')}`)
    const { outputs } = await upstream.refresh(direct)
    expect(outputs['commit'] === '').toBe(problem !== undefined)
    if (problem !== undefined) expect(bodyOf(upstream)).toContain(problem)
  })

  test('with other zeros than its release has no release', async () => {
    const upstream = await newer({ days: 40 }, version('new', { days: 40 }))
    upstream.publish(WEB, '3.010.0', version('other', { days: 40 }))
    await upstream.refresh(direct)
    expect(upstream.github.history.branchHead('main')).toBeDefined()
    const file = upstream.github.state.git.filesAt(upstream.github.history.branchHead('main') ?? '')
    expect(file['images.yaml']).toContain(`:3.10.0@${version('new', { days: 40 }).descriptor.digest}`)
  })

  test('whose release has no date is not committed directly', async () => {
    const upstream = await newer(undefined, version('new', { days: 40 }))
    const { releases } = upstream.github.state
    releases.set(WEB, [{ tag_name: 'v3.10.0', body: '', published_at: null }, ...(releases.get(WEB) ?? [])])
    const { outputs } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
  })

  test('that states an old date waits for the age of its release', async () => {
    const upstream = await newer({ days: 1 / 24 }, version('new', { days: 40 }))
    const { outputs, summary } = await upstream.refresh({ ...direct, 'min-age': '7d' })
    expect(outputs).toMatchObject({ updated: '0', commit: '' })
    expect(summary).toContain('waits for `3.10.0` (1 hour) to be 7 days old.')
    expect(summary).toContain('ℹ️ No image updates now, 1 note')
  })

  test('that states a date in the future has the age of its release', async () => {
    const upstream = await newer({ days: 8 }, version('new', { days: -26_000 }))
    const { outputs } = await upstream.refresh({ ...direct, 'min-age': '7d' })
    expect(outputs['commit']).not.toBe('')
  })

  test('that fixes a CVE does not wait', async () => {
    const upstream = await newer({ days: 1, body: 'fixes CVE-2026-17183' }, version('new', { days: 1 }))
    const { outputs, annotations } = await upstream.refresh({ ...direct, 'min-age': '7d' })
    expect(outputs['commit']).not.toBe('')
    expect(annotations).toEqual([
      {
        severity: 'notice',
        title: 'Images',
        message: "web '3.10.0' is a security release, so 'min-age' does not apply.",
      },
    ])
  })

  test('of an unknown publisher is committed once it was proposed for the minimum age', async () => {
    const upstream = await start()
    const old = upstream.publish('a/b', '1.0.0', version('old', { days: 50 }))
    const fresh = upstream.publish('a/b', '1.1.0', version('new', { days: 40 }))
    upstream.commit(`images:\n${imageOf('app', old, '1')}`)
    expect((await upstream.refresh(direct)).outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
    expect(bodyOf(upstream)).toContain('| 40 days (stated) |')
    expect((await upstream.refresh(direct)).outputs).toMatchObject({ commit: '' })
    const pull = pulls(upstream)[0] ?? fail()
    expect(pull.body).toContain(`app:1.1.0@${fresh.split('@')[1] ?? ''}=${new Date(NOW_MS).toISOString()}`)
    pull.body = pull.body.replace(new Date(NOW_MS).toISOString(), daysAgo(3))
    expect((await upstream.refresh(direct)).outputs['commit']).not.toBe('')
    expect(pull.state).toBe('closed')
  })

  test('whose digest changed after it was proposed is not committed', async () => {
    const upstream = await newer({ days: 10 }, version('new', { days: 10 }))
    await upstream.refresh()
    upstream.publish(WEB, '3.10.0', version('replaced', { days: 10 }))
    expect((await upstream.refresh(direct)).outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
  })
})

describe("Grafana's security releases", () => {
  const GRAFANA = 'grafana/grafana'
  test.each([
    ['12.4.5', '12.4.5-security-01', 'v12.4.5+security-01'],
    ['12.4.5-security-01', '12.4.6', 'v12.4.6'],
  ])('from %s to %s are found, with their notes', async (from, to, release) => {
    const upstream = await start()
    upstream.release(GRAFANA, [release, from === '12.4.5' ? 'v12.4.5' : 'v12.4.5+security-01'], {
      body: 'a fix',
    })
    const old = upstream.publish(GRAFANA, from, version('old', { days: 30 }))
    upstream.publish(GRAFANA, to, version('new', { days: 10 }))
    upstream.commit(`images:\n${imageOf('grafana', old, '12')}`)
    const { outputs, summary } = await upstream.refresh()
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({ grafana: { from, to } })
    expect(summary).toContain(`/grafana/grafana/releases/tag/${encodeURIComponent(release)}`)
    expect(summary).toContain(`1 release, ${from} → ${to}`)
  })
})

const fail = (): never => {
  throw new Error('the test is set up differently')
}
