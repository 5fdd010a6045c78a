import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { groupByUpstream } from '../../../src/commands/refresh/upstream'
import type { FoundUpdate } from '../../../src/commands/refresh/found-update'
import { renderFirstSeen, renderUpdateMarker } from '../../../src/text/update-marker'
import { gitHubError } from '../../../testkit/github/faults'
import { ACTIONS_BOT, type FakePull, PERSON } from '../../../testkit/github/history'
import { daysAgo, NOW_MS, Upstream, version } from '../../../testkit/registry/upstream'

const SHARED = 'langfuse-deploy/refresh'
const LANGFUSE = `${SHARED}/langfuse`
const CLICKHOUSE = `${SHARED}/clickhouse`

let upstream: Upstream
const fresh: Record<string, string> = {}

/** Langfuse's two images and ClickHouse, each with a newer version. */
beforeEach(async () => {
  upstream = await Upstream.start()
  upstream.release('langfuse/langfuse', ['v3.10.0', 'v3.9.0'])
  upstream.release('ClickHouse/ClickHouse', ['v26.3.2.1-lts', 'v26.3.1.1-lts'])
  const images = [
    ['web', 'langfuse/langfuse', '3.9.0', '3.10.0', 'app'],
    ['clickhouse', 'clickhouse/clickhouse-server', '26.3.1.1', '26.3.2.1', 'database'],
    ['worker', 'langfuse/langfuse-worker', '3.9.0', '3.10.0', 'app'],
  ] as const
  const entries = images.map(([name, repository, from, to, label]) => {
    const old = upstream.publish(repository, from, version(`${name} old`, { days: 40 }))
    fresh[name] = upstream.publish(repository, to, version(name))
    const follow = from.split('.')[0] ?? ''
    return `  ${name}:\n    source: ${old}\n    follow: '${follow}'\n    labels: ['${label}']\n`
  })
  upstream.commit(`images:\n${entries.join('')}`)
})
afterEach(() => upstream.stop())

const pulls = (): FakePull[] => [...upstream.github.history.pulls.values()]
const openBranches = () => pulls().flatMap(({ state, branch = '' }) => (state === 'open' ? [branch] : []))
const head = (branch: string): string => upstream.github.history.branchHead(branch) ?? ''
const sourcesOn = (branch: string): string[] =>
  [...(upstream.github.state.git.filesAt(head(branch))['images.yaml'] ?? '').matchAll(/source: (\S+)/g)].map(
    ([, source = '']) => source,
  )

function pullOf(branch: string): FakePull {
  const pull = pulls().find((one) => one.branch === branch)
  if (pull === undefined) throw new Error(`no pull request of ${branch}`)
  return pull
}

describe('each upstream has its own pull request', () => {
  test('with its images, labels and notes only, and the dashboard lists all', async () => {
    const { outputs, summary } = await upstream.refresh({ dashboard: 'true' })
    expect(openBranches()).toEqual([LANGFUSE, CLICKHOUSE])
    const [web, clickhouse, worker] = sourcesOn('main')
    expect(sourcesOn(LANGFUSE)).toEqual([fresh['web'], clickhouse, fresh['worker']])
    expect(sourcesOn(CLICKHOUSE)).toEqual([web, fresh['clickhouse'], worker])
    expect(pulls().map(({ title }) => title)).toEqual([
      'Update web and worker to 3.10.0',
      'Update clickhouse to 26.3.2.1',
    ])
    expect(pullOf(CLICKHOUSE).body).not.toContain('3.10.0')
    expect(Object.fromEntries(upstream.github.state.labels)).toEqual({ 7: ['app'], 8: ['database'] })
    const url = 'https://github.com/acme/langfuse/pull'
    expect(JSON.parse(outputs['pull-requests'] ?? '')).toEqual([
      { upstream: 'langfuse', number: 7, url: `${url}/7`, sha: head(LANGFUSE) },
      { upstream: 'clickhouse', number: 8, url: `${url}/8`, sha: head(CLICKHOUSE) },
    ])
    expect(outputs).toMatchObject({ updated: '3', 'pull-request-number': '7' })
    expect(summary).toContain(`Opened [#8](${url}/8): Update clickhouse`)
    const [issue] = upstream.github.issues
    expect(issue?.body).toContain(`**\`26.3.2.1\`** [#8](${url}/8) |`)
    expect(issue?.body).toContain(`**\`3.10.0\`** [#7](${url}/7) |`)
  })

  test('and closing one declines its versions only', async () => {
    await upstream.refresh()
    pullOf(CLICKHOUSE).state = 'closed'
    const { summary } = await upstream.refresh()
    expect(summary).toContain('**clickhouse** `26.3.2.1` was proposed in [#8]')
    expect(openBranches()).toEqual([LANGFUSE])
  })

  test('which is closed when nothing is left for it, and not before all images were checked', async () => {
    await upstream.refresh()
    const [web = '', clickhouse = '', worker = ''] = sourcesOn('main')
    const { file } = upstream
    upstream.commit(file.replace(web, fresh['web'] ?? '').replace(worker, fresh['worker'] ?? ''))
    await upstream.refresh({ only: 'clickhouse' })
    expect(openBranches()).toEqual([LANGFUSE, CLICKHOUSE])
    await upstream.refresh()
    expect(openBranches()).toEqual([CLICKHOUSE])
    expect(head(LANGFUSE)).toBe('')
    expect(sourcesOn(CLICKHOUSE)).toEqual([fresh['web'], fresh['clickhouse'], fresh['worker']])
    expect(clickhouse).not.toBe(fresh['clickhouse'])
  })

  test('and a push to one does not stop the others', async () => {
    await upstream.refresh()
    const tip = upstream.github.commit(LANGFUSE, { 'images.yaml': '# mine' }, PERSON)
    fresh['clickhouse'] = upstream.publish('clickhouse/clickhouse-server', '26.3.3.1', version('newest'))
    upstream.release('ClickHouse/ClickHouse', ['v26.3.3.1-lts'])
    const { warnings, outputs } = await upstream.refresh()
    expect(warnings).toEqual([expect.stringContaining('Pull request #7 was not changed')])
    expect(head(LANGFUSE)).toBe(tip)
    expect(sourcesOn(CLICKHOUSE)).toContain(fresh['clickhouse'])
    // A plan of the other branch would not be that of the updates.
    expect(JSON.parse(outputs['pull-requests'] ?? '')).toMatchObject([{ upstream: 'clickhouse', number: 8 }])
  })

  test('and an error with one does not stop the others', async () => {
    const answer = gitHubError(500, 'Oops')
    upstream.github.fault(
      { method: 'POST', path: /pulls$/, body: /clickhouse/ },
      { kind: 'answer', answer },
      8,
    )
    const { failure, outputs } = await upstream.refresh()
    expect(failure).toMatchObject({ reason: 'github-error' })
    expect(openBranches()).toEqual([LANGFUSE])
    expect(outputs).toMatchObject({ updated: '3', 'pull-request-number': '7' })
  })
})

describe('the single pull request of earlier releases', () => {
  const seen = () => {
    const [, digest = ''] = fresh['clickhouse']?.split('@') ?? []
    return { name: 'clickhouse', to: '26.3.2.1', toDigest: digest, firstSeenMs: NOW_MS - 9 * 86_400_000 }
  }
  function openShared(): FakePull {
    const { github } = upstream
    github.history.setBranchHead(SHARED, head('main'))
    const commit = github.commit(SHARED, { 'images.yaml': '# proposed' }, ACTIONS_BOT)
    github.state.git.sign(commit)
    const body = `${renderUpdateMarker([seen()])}\n${renderFirstSeen([seen()])}`
    return github.openPull({ branch: SHARED, author: ACTIONS_BOT, body, commits: [commit] })
  }

  test('is closed in favour of one per upstream, and declines nothing', async () => {
    const shared = openShared()
    const { warnings, failure } = await upstream.refresh()
    expect({ warnings, failure }).toEqual({ warnings: [], failure: undefined })
    expect(shared.state).toBe('closed')
    expect(upstream.github.comments[0]?.body).toContain('Each upstream now has a pull request of its own.')
    expect(openBranches()).toEqual([LANGFUSE, CLICKHOUSE])
    expect(head(SHARED)).toBe('')
    expect(pullOf(CLICKHOUSE).body).toContain(`=${daysAgo(9)}`)
    await upstream.refresh()
    expect(openBranches()).toEqual([LANGFUSE, CLICKHOUSE])
  })

  test('that was closed by a person still declines its versions, and its branch is removed', async () => {
    openShared().state = 'closed'
    await upstream.refresh()
    expect(openBranches()).toEqual([LANGFUSE])
    expect(head(SHARED)).toBe('')
  })

  test('with commits of others stays, and says what to do', async () => {
    const shared = openShared()
    const tip = upstream.github.commit(SHARED, { 'images.yaml': '# mine' }, PERSON)
    const { warnings, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([expect.stringContaining(`and delete the branch ${SHARED}.`)])
    expect(head(SHARED)).toBe(tip)
    expect(shared.state).toBe('open')
    expect(openBranches()).toEqual([SHARED])
  })
})

describe('groups', () => {
  const update = (repository: string, source?: string, tag = '1.0.0') =>
    ({
      image: { name: repository, registry: 'ghcr.io', repository, tag },
      tag: '9.0.0',
      source,
    }) as unknown as FoundUpdate
  const names = (...updates: FoundUpdate[]) =>
    groupByUpstream(updates).map(({ upstream: name, updates: { length } }) => [name, length])

  test.each([
    ['Langfuse', [['langfuse', 2]], [update('langfuse/langfuse'), update('langfuse/langfuse-worker')]],
    ['a known repository in another case', [['clickhouse', 1]], [update('clickhouse/clickhouse-server')]],
    ['an unknown image by its label', [['acme-app', 1]], [update('acme/x', 'https://github.com/Acme/App')]],
    ['an image without a label', [['library-redis', 1]], [update('library/redis')]],
    [
      'an image without its sibling’s label',
      [['acme-app', 2]],
      [update('acme/web', 'https://github.com/acme/app'), update('acme/worker')],
    ],
    [
      'images of other versions by label',
      [['acme-app', 2]],
      [
        update('acme/web', 'https://github.com/acme/app', '1.0.0'),
        update('acme/worker', 'https://github.com/acme/app', '2.0.0'),
      ],
    ],
    [
      'copies of two images of one version, without labels',
      [['mirror-langfuse-web', 2]],
      [update('mirror/langfuse-web'), update('mirror/langfuse-worker')],
    ],
    [
      'copies of images of different versions',
      [
        ['mirror-redis', 1],
        ['mirror-grafana', 1],
      ],
      [update('mirror/redis', undefined, '1.0.0'), update('mirror/grafana', undefined, '2.0.0')],
    ],
    ['names that Git rejects', [['a-lock', 1]], [update('a..lock')]],
  ])('%s', (_, expected, updates) => {
    expect(names(...updates)).toEqual(expected)
  })
})

test('pull requests with the earlier name of the branches are closed, but not those of another file', async () => {
  await upstream.refresh()
  const { github } = upstream
  const base = github.history.branchHead('main') ?? ''
  github.history.setBranchHead(`${SHARED}/other`, base)
  const commit = github.commit(`${SHARED}/other`, { 'a/images.yaml': 'images: {}' }, ACTIONS_BOT)
  github.state.git.sign(commit)
  const other = github.openPull({
    branch: `${SHARED}/other`,
    author: ACTIONS_BOT,
    body: 'x',
    commits: [commit],
  })
  // As refresh.yml names them for another path.
  const branch = `${SHARED}-113749c1`
  const { summary, outputs } = await upstream.refresh({ branch })
  expect(openBranches().sort()).toEqual([`${branch}/clickhouse`, `${branch}/langfuse`, `${SHARED}/other`])
  expect(other).toMatchObject({ state: 'open', body: 'x' })
  expect(summary).toContain('Branches for this file have another name now.')
  expect(JSON.parse(outputs['pull-requests'] ?? '')).toHaveLength(2)
  const { summary: again } = await upstream.refresh({ branch })
  expect(again).not.toContain('another name')
})
