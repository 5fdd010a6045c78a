import { afterEach, describe, expect, test } from '@jest/globals'
import { gitHubError } from '../../../testkit/github/faults'
import { ACTIONS_BOT, PERSON } from '../../../testkit/github/history'
import type { RegistryOptions } from '../../../testkit/registry/server'
import { AMD, ARM, daysAgo, NOW_MS, Upstream, version } from '../../../testkit/registry/upstream'

const open: Upstream[] = []
async function start(options?: RegistryOptions): Promise<Upstream> {
  const upstream = await Upstream.start(options)
  open.push(upstream)
  return upstream
}
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())))

const APP = { login: 'acme-refresh[bot]', id: 99, type: 'Bot' } as const
const BRANCH = 'langfuse-deploy/refresh/langfuse'
const WEB = 'langfuse/langfuse'

/** images.yaml with one image and comments, which must stay. */
const fileOf = (source: string, follow = '3', rest = ''): string =>
  `# Deployed images.\nimages:\n  web:  # people see this\n    source: ${source}\n    follow: '${follow}'\n${rest}`

const pulls = ({ github }: Upstream) => [...github.history.pulls.values()]
const onBranch = ({ github }: Upstream, branch = BRANCH): string | undefined =>
  github.state.git.filesAt(github.history.branchHead(branch) ?? '')['images.yaml']
const writes = ({ github }: Upstream): string[] =>
  github.calls.filter((call) => /^(?:POST|PATCH|PUT|DELETE) \/repos/.test(call))

/** One image pinned to 3.9.0, and 3.10.0 in the registry. */
async function oneNewer(options?: RegistryOptions) {
  const upstream = await start(options)
  upstream.release(WEB, ['v3.13.0', 'v3.12.0', 'v3.11.0', 'v3.10.0', 'v3.9.0'])
  const old = upstream.publish(WEB, '3.9.0', version('old', { days: 30 }))
  const fresh = upstream.publish(WEB, '3.10.0', version('new', { layer: 150_000 }))
  upstream.commit(fileOf(old))
  return { upstream, old, fresh }
}

describe('refresh', () => {
  test('opens a pull request that changes only the reference', async () => {
    const { upstream, old, fresh } = await oneNewer()
    upstream.github.state.releases.set('langfuse/langfuse', [
      { tag_name: 'v3.10.0', body: '* faster by @someone', published_at: daysAgo(10) },
      { tag_name: 'v3.9.1', body: '* fixed', published_at: daysAgo(20) },
      { tag_name: 'v3.9.0', body: '* first', published_at: daysAgo(30) },
    ])
    const { outputs, summary, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, fresh))
    const [pull] = pulls(upstream)
    expect(pull).toMatchObject({
      title: 'Update web to 3.10.0',
      base: 'main',
      branch: BRANCH,
      author: ACTIONS_BOT,
    })
    expect(pull?.commits).toHaveLength(1)
    expect(pull?.body).toContain('| **web** | `3.9.0` | `3.10.0` | 10 days |')
    expect(pull?.body).toContain('[compare](https://github.com/langfuse/langfuse/compare/v3.9.0...v3.10.0)')
    expect(pull?.body).toContain('(+50.0\u00a0kB)')
    expect(pull?.body).toContain('2 releases, 3.9.0 → 3.10.0')
    expect(pull?.body).not.toContain('first')
    expect(outputs).toEqual({
      updated: '1',
      updates: JSON.stringify({ web: { from: '3.9.0', to: '3.10.0', digest: fresh.split('@')[1] } }),
      'pull-request-url': 'https://github.com/acme/langfuse/pull/7',
      'pull-request-number': '7',
      'pull-request-sha': upstream.github.history.branchHead(BRANCH),
      'pull-requests': JSON.stringify([
        {
          upstream: 'langfuse',
          number: 7,
          url: 'https://github.com/acme/langfuse/pull/7',
          sha: upstream.github.history.branchHead(BRANCH),
        },
      ]),
      commit: '',
    })
    expect(summary).toContain('Opened [#7](https://github.com/acme/langfuse/pull/7)')
  })

  test('does not write to a pull request that is up to date', async () => {
    const { upstream } = await oneNewer()
    await upstream.refresh()
    upstream.github.requests.length = 0
    const { summary } = await upstream.refresh()
    expect(writes(upstream)).toEqual([])
    expect(summary).toContain('Already open: [#7]')
  })

  test('updates the pull request when a newer version is published', async () => {
    const { upstream, old } = await oneNewer()
    await upstream.refresh()
    const newest = upstream.publish(WEB, '3.11.0', version('newest'))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ title: 'Update web to 3.11.0', state: 'open' }])
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, newest))
    const { history } = upstream.github
    const tip = history.branchHead(BRANCH) ?? ''
    expect(history.missing(history.branchHead('main') ?? '', tip)).toEqual([tip])
  })

  test('rebuilds the branch on the current head of main', async () => {
    const { upstream, old, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(`${fileOf(old)}\n# a later comment\n`)
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(`${fileOf(fresh)}\n# a later comment\n`)
  })

  test('closes the pull request and deletes its branch when main has the version', async () => {
    const { upstream, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(fileOf(fresh))
    const { outputs, summary } = await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }])
    expect(upstream.github.comments[0]?.body).toContain('`main` has no updates left')
    expect(upstream.github.history.branchHead(BRANCH)).toBeUndefined()
    expect(outputs).toMatchObject({ updated: '0', updates: '{}', 'pull-request-url': '' })
    expect(summary).toContain('✅ No image updates')
    await upstream.refresh()
    expect(upstream.github.comments).toHaveLength(1)
  })

  test('does not overwrite commits of another author', async () => {
    const { upstream, fresh } = await oneNewer()
    await upstream.refresh()
    const { github } = upstream
    const tip = github.commit(BRANCH, { 'images.yaml': '# mine' }, PERSON)
    upstream.publish(WEB, '3.11.0', version('newest'))
    const { warnings, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([
      expect.stringContaining(
        'Pull request #7 was not changed, because it has commits of another author, or changes other files.',
      ),
    ])
    expect(github.history.branchHead(BRANCH)).toBe(tip)
    upstream.commit(fileOf(fresh, '3.10'))
    expect((await upstream.refresh()).warnings).toHaveLength(1)
    expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
  })
})

describe('a pull request that was closed without being merged', () => {
  async function closed() {
    const stage = await oneNewer()
    await stage.upstream.refresh()
    const [pull] = pulls(stage.upstream)
    if (pull === undefined) return fail()
    pull.state = 'closed'
    stage.upstream.github.requests.length = 0
    return { ...stage, pull }
  }

  test.each(['stays', 'is deleted'])('declines its versions, when its branch %s', async (branch) => {
    const { upstream } = await closed()
    if (branch === 'is deleted') upstream.github.history.setBranchHead(BRANCH, undefined)
    const { summary, outputs, warnings, failure } = await upstream.refresh()
    expect({ warnings, failure }).toEqual({ warnings: [], failure: undefined })
    expect(writes(upstream)).toEqual([])
    expect(summary).toContain(
      '**web** `3.10.0` was proposed in [#7](https://github.com/acme/langfuse/pull/7), which was closed',
    )
    expect(outputs).toMatchObject({ updated: '0', 'pull-request-url': '', 'pull-request-sha': '' })
  })

  test('is updated when it is open again', async () => {
    const { upstream, pull } = await closed()
    pull.state = 'open'
    expect((await upstream.refresh()).outputs).toMatchObject({ 'pull-request-number': '7' })
  })

  test('declines neither a newer version nor a new digest', async () => {
    const { upstream } = await closed()
    upstream.publish(WEB, '3.10.0', version('again'))
    await upstream.refresh()
    upstream.publish(WEB, '3.11.0', version('newest'))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([
      { state: 'closed' },
      { state: 'open', title: 'Update web to 3.11.0' },
    ])
    expect(pulls(upstream)).toHaveLength(2)
  })

  test('declines each of its versions, also when other images have updates', async () => {
    const { upstream, old } = await closed()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.publish('a/b', '1.1.0', version('other, newer'))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    await upstream.refresh()
    expect(pulls(upstream).map(({ title }) => title)).toEqual([
      'Update web to 3.10.0',
      'Update other to 1.1.0',
    ])
    expect(onBranch(upstream, 'langfuse-deploy/refresh/a-b')).toContain(old)
    expect((await upstream.refresh()).summary).toContain('was proposed in [#7]')
  })

  test('declines nothing if it had commits of another author', async () => {
    const { upstream, pull } = await closed()
    pull.state = 'open'
    upstream.github.commit(BRANCH, { 'images.yaml': '# mine' }, PERSON)
    expect((await upstream.refresh()).warnings).toHaveLength(1)
    pull.state = 'closed'
    upstream.github.history.setBranchHead(BRANCH, undefined)
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
  })

  test('declines nothing if a refresh closed it or it was merged', async () => {
    const { upstream, old, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(fileOf(fresh))
    await upstream.refresh()
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    const second = pulls(upstream)[1] ?? fail()
    upstream.github.history.merge(second, 'squash')
    upstream.github.history.setBranchHead(BRANCH, undefined)
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'closed' }, { state: 'open' }])
  })
})

describe('images of one release', () => {
  const WORKER = 'langfuse/langfuse-worker'
  async function pair() {
    const upstream = await start()
    const [web, worker] = [WEB, WORKER].map((name) =>
      upstream.publish(name, '3.9.0', version(name, { days: 30 })),
    )
    upstream.commit(fileOf(web ?? '', '3', `  worker:\n    source: ${worker ?? ''}\n    follow: '3'\n`))
    upstream.publish(WEB, '3.10.0', version('web'))
    return upstream
  }

  test('are updated together', async () => {
    const upstream = await pair()
    upstream.publish(WORKER, '3.10.0', version('worker'))
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '2' })
  })

  test.each(['pull-request', 'direct'])('wait until all have the version: %s', async (mode) => {
    const upstream = await pair()
    const { outputs, summary } = await upstream.refresh({ mode })
    expect(outputs).toMatchObject({ updated: '0', commit: '', 'pull-request-url': '' })
    expect(summary).toContain(
      '**web** waits for **worker**: images of one release are updated together, and **worker** cannot be updated to `3.10.0` yet.',
    )
    upstream.publish(WORKER, '3.10.0', version('worker', { days: 1 }))
    expect((await upstream.refresh({ mode })).outputs).toMatchObject({ updated: '0' })
  })

  test('wait if the check of one failed', async () => {
    const upstream = await pair()
    upstream.registry.fault({
      match: { path: /langfuse-worker\/tags\/list/ },
      times: Infinity,
      action: { kind: 'answer', status: 403, body: 'no' },
    })
    const { outputs, failure } = await upstream.refresh({ mode: 'direct' })
    expect(failure).toMatchObject({ reason: 'copy-failed' })
    expect(outputs).toMatchObject({ updated: '0', commit: '' })
  })
})

describe('direct', () => {
  const direct = { mode: 'direct', 'deploy-workflow': 'deploy.yml' }
  const onMain = ({ github }: Upstream): string | undefined =>
    github.state.git.filesAt(github.history.branchHead('main') ?? '')['images.yaml']
  const started = ({ github }: Upstream) => github.state.workflows.started

  test('commits to the branch of the run and starts the deployment', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { outputs, summary, failure } = await upstream.refresh(direct)
    expect(failure).toBeUndefined()
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(pulls(upstream)).toEqual([])
    expect(started(upstream)).toEqual([{ file: 'deploy.yml', ref: 'main' }])
    const commit = upstream.github.history.branchHead('main') ?? ''
    expect(outputs).toMatchObject({ updated: '1', commit, 'pull-request-url': '' })
    expect(summary).toContain(
      `Committed [${commit.slice(0, 7)}](https://github.com/acme/langfuse/commit/${commit}) to \`main\`: Update web to 3\\.10\\.0. Started \`deploy.yml\` to deploy it.`,
    )
    upstream.commit(onMain(upstream) ?? '')
    expect((await upstream.refresh(direct)).outputs).toMatchObject({ updated: '0', commit: '' })
    expect(started(upstream)).toHaveLength(1)
  })

  test.each([
    ["warns if the token is the workflow's own, whose commits start no workflow", ACTIONS_BOT, 1],
    ['does not warn for the token of a GitHub App', APP, 0],
  ])('without deploy-workflow, %s', async (_, identity, count) => {
    const { upstream } = await oneNewer()
    const token = upstream.github.tokenOf(identity)
    const { warnings, summary } = await upstream.refresh({ mode: 'direct', 'github-token': token })
    expect(warnings).toHaveLength(count)
    expect(warnings.join()).toMatch(count === 0 ? /^$/ : /no workflow deploys it.*Set deploy-workflow/)
    expect(summary).not.toContain('Started')
    expect(started(upstream)).toEqual([])
  })

  test('commits a new digest of a floating tag', async () => {
    const upstream = await start()
    upstream.release(WEB, ['v3.10.0'])
    const old = upstream.publish(WEB, 'latest', version('old', { days: 30 }))
    upstream.commit(fileOf(old, 'latest'))
    const labels = { 'org.opencontainers.image.version': '3.10.0' }
    const fresh = upstream.publish(WEB, 'latest', version('new', { labels }))
    await upstream.refresh(direct)
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
  })

  test('commits a safe update and proposes the other on top of it', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    const retagged = upstream.publish('a/b', '1.0.0', version('re-tagged'))
    const { outputs, summary } = await upstream.refresh(direct)
    const committed = upstream.file.replace(old, fresh)
    expect(onMain(upstream)).toBe(committed)
    const branch = 'langfuse-deploy/refresh/a-b'
    expect(onBranch(upstream, branch)).toBe(committed.replace(other, retagged))
    const { history } = upstream.github
    expect(history.parentsOf(history.branchHead(branch) ?? '')).toEqual([history.branchHead('main')])
    expect(pulls(upstream)).toMatchObject([{ title: 'Update other to 1.0.0' }])
    expect(pulls(upstream)[0]?.body).not.toContain('3.10.0')
    expect(outputs).toMatchObject({ commit: history.branchHead('main'), 'pull-request-number': '7' })
    expect(summary).toMatch(/Committed .*\n\nOpened \[#7\]/)
  })

  test('reports the commit if the other update cannot be proposed', async () => {
    const { upstream, old } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    upstream.publish('a/b', '1.0.0', version('re-tagged'))
    const answer = gitHubError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
    upstream.github.fault({ method: 'POST', path: /pulls$/ }, { kind: 'answer', answer })
    const { outputs, failure, summary } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ updated: '2', commit: upstream.github.history.branchHead('main') })
    expect(failure).toMatchObject({ reason: 'github-error' })
    expect(summary).toMatch(/Committed .*\n\n❌ /)
  })

  test('closes a pull request that the commit replaces', async () => {
    const { upstream } = await oneNewer()
    await upstream.refresh()
    upstream.publish(WEB, '3.11.0', version('newest'))
    const { summary } = await upstream.refresh(direct)
    expect(pulls(upstream)).toMatchObject([{ title: 'Update web to 3.10.0', state: 'closed' }])
    expect(upstream.github.comments[0]?.body).toContain('`main` has newer versions')
    expect(summary).toContain('Closed [#7]')
  })

  test('proposes a version that was committed and reverted before', async () => {
    const { upstream, old } = await oneNewer()
    await upstream.refresh(direct)
    upstream.commit(fileOf(old))
    const { outputs } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
    expect(started(upstream)).toHaveLength(1)
    expect(onMain(upstream)).toBe(fileOf(old))
  })

  test('starts the deployment again if the first answer was lost', async () => {
    const { upstream } = await oneNewer()
    upstream.github.fault({ path: /dispatches$/ }, { kind: 'lost' }, 1)
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    expect(started(upstream)).toHaveLength(2)
  })

  test('commits on top of commits that were pushed meanwhile', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { github } = upstream
    const env = { GITHUB_SHA: github.history.branchHead('main') ?? '' }
    const other = github.commit('main', { 'README.md': 'pushed meanwhile' })
    await upstream.refresh(direct, { env })
    const tip = github.history.branchHead('main') ?? ''
    expect(github.history.parentsOf(tip)).toEqual([other])
    expect(github.state.git.filesAt(tip)).toEqual({
      'README.md': 'pushed meanwhile',
      'images.yaml': upstream.file.replace(old, fresh),
    })
  })

  test('commits nothing if main has a different file', async () => {
    const { upstream } = await oneNewer()
    const { github } = upstream
    const env = { GITHUB_SHA: github.history.branchHead('main') ?? '' }
    github.commit('main', { 'images.yaml': '# mine' })
    const { failure, outputs } = await upstream.refresh(direct, { env })
    expect(failure?.message).toContain('Nothing was committed: main now has a different images.yaml.')
    expect(outputs).toMatchObject({ commit: '' })
    expect(onMain(upstream)).toBe('# mine')
  })

  test('keeps a commit that is pushed at the same moment', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { github } = upstream
    let other: string | undefined
    github.onRequest = ({ method, path }) => {
      if (method === 'PATCH' && path.includes('/git/refs/'))
        other ??= github.commit('main', { 'README.md': 'pushed' })
    }
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    const tip = github.history.branchHead('main') ?? ''
    expect(github.history.parentsOf(tip)).toEqual([other])
    expect(github.state.git.filesAt(tip)).toEqual({
      'README.md': 'pushed',
      'images.yaml': upstream.file.replace(old, fresh),
    })
  })

  test('finds its commit if no answer arrived', async () => {
    const { upstream } = await oneNewer()
    // The number of attempts.
    upstream.github.fault({ method: 'PATCH', path: /git\/refs/ }, { kind: 'lost' }, 5)
    const { failure, outputs } = await upstream.refresh(direct)
    expect(failure).toBeUndefined()
    expect(outputs).toMatchObject({ commit: upstream.github.history.branchHead('main') })
    expect(upstream.github.calls.filter((call) => call.endsWith('/git/commits'))).toHaveLength(1)
  })

  test.each([
    [
      'is not a fast forward',
      /git\/refs\/heads/,
      { kind: 'answer', answer: gitHubError(422, 'Update is not a fast forward') },
    ],
    ['is lost', /git\/refs\/heads/, { kind: 'lost' }],
    ['of the commit is lost', /git\/commits$/, { kind: 'lost' }],
  ] as const)('tries again when the answer %s', async (_, path, fault) => {
    const { upstream, old, fresh } = await oneNewer()
    upstream.github.fault({ path }, fault, 1)
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(started(upstream)).toHaveLength(1)
  })

  test('reports a branch rule that forbids the commit', async () => {
    const { upstream } = await oneNewer()
    const answer = gitHubError(
      422,
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    )
    upstream.github.fault({ method: 'PATCH', path: /git\/refs/ }, { kind: 'answer', answer })
    const { failure, outputs } = await upstream.refresh(direct)
    expect(failure).toMatchObject({ reason: 'github-error' })
    expect(failure?.message).toContain('Use `mode: pull-request`, or let the GitHub App')
    expect(outputs).toMatchObject({ commit: '' })
  })

  test.each([
    ['the workflow does not exist', 'gone.yml', undefined, 'It does not exist'],
    [
      'it has no workflow_dispatch',
      'deploy.yml',
      gitHubError(422, "Workflow does not have 'workflow_dispatch' trigger"),
      'Add the trigger `workflow_dispatch` to the workflow',
    ],
    [
      'the token lacks the permission',
      'deploy.yml',
      {
        ...gitHubError(403, 'Resource not accessible by integration'),
        headers: { 'x-accepted-github-permissions': 'actions=write' },
      },
      'Allow `actions: write`',
    ],
  ])('reports that the commit is not deployed if %s', async (_, file, answer, words) => {
    const { upstream } = await oneNewer()
    if (answer !== undefined) upstream.github.fault({ path: /dispatches$/ }, { kind: 'answer', answer })
    const { failure, outputs, summary } = await upstream.refresh({ ...direct, 'deploy-workflow': file })
    const commit = upstream.github.history.branchHead('main') ?? ''
    expect(failure?.reason).toBe('github-error')
    expect(failure?.message).toContain(
      `main has commit ${commit.slice(0, 7)}, and ${file} was not started. Start it by hand.`,
    )
    expect(failure?.message).toContain(words)
    expect(outputs).toMatchObject({ commit })
    expect(summary).toContain('Committed [')
  })

  test.each([
    ['goes back', '4.0.0', '3.10.0', '3', 10],
    ['was re-tagged', '3.9.0', '3.9.0', '3', 10],
    ['goes back with a tag that moves', 'latest', 'latest', 'latest', 40],
    ['goes back to a tag that moves', '4.0.0', 'latest', 'latest', 40],
    ['goes back from a tag that moves', 'latest', '3.10.0', '3', 40],
    ['has no date', '3.9.0', '3.10.0', '3', NOW_MS / 86_400_000],
  ])('proposes a version that %s instead of committing it', async (_, from, to, follow, days) => {
    const upstream = await start()
    const old = upstream.publish(WEB, from, version('old', { days: 20 }))
    upstream.publish(WEB, to, version('other', { days }))
    upstream.commit(fileOf(old, follow))
    const { outputs } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ 'pull-request-number': '7', commit: '' })
    expect(onMain(upstream)).toBe(upstream.file)
    expect(started(upstream)).toEqual([])
  })
})

describe('the version', () => {
  test('is found among thousands of tags', async () => {
    const upstream = await start({ pageSize: 500 })
    const old = upstream.publish(WEB, '3.9.0', version('old'))
    upstream.tag(
      WEB,
      version('old'),
      Array.from({ length: 4_000 }, (_, index) => `2.${index}.0`),
    )
    upstream.tag(WEB, version('old'), ['latest', '3', '4.0.0', '3.99.0-rc.1', 'sha-0a1b'])
    upstream.publish(WEB, '3.10.0', version('new'))
    upstream.commit(fileOf(old))
    const { outputs } = await upstream.refresh()
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.10.0' } })
  })

  test('waits until it is old enough, and an older version is proposed', async () => {
    const { upstream } = await oneNewer()
    upstream.publish(WEB, '3.12.0', version('b', { days: 1 }))
    upstream.publish(WEB, '3.11.0', version('a', { days: 2.9 }))
    const { outputs, summary } = await upstream.refresh()
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.10.0' } })
    expect(summary).toContain('**web** waits for `3.12.0` (24 hours), `3.11.0` (2 days) to be 3 days old.')
    const hasty = await upstream.refresh({ 'min-age': '0' })
    expect(JSON.parse(hasty.outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.12.0' } })
  })

  test('of a reproducible image has the date of its release', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '3.9.0', version('old'))
    const epoch = NOW_MS / 86_400_000
    upstream.publish(WEB, '3.10.0', version('new', { days: epoch }))
    upstream.commit(fileOf(old))
    expect((await upstream.refresh({ 'dry-run': 'true' })).summary).toContain('| unknown |')
    upstream.github.state.releases.set('langfuse/langfuse', [
      { tag_name: 'v3.10.0', published_at: daysAgo(1) },
    ])
    expect((await upstream.refresh()).summary).toContain('waits for `3.10.0` (24 hours)')
  })

  test('is skipped if it lacks a platform, a manifest or a blob', async () => {
    const { upstream } = await oneNewer()
    upstream.publish(WEB, '3.11.0', version('one', { platforms: [AMD] }))
    const broken = version('broken')
    upstream.tag(WEB, broken, ['3.12.0'])
    const bare = version('bare')
    for (const child of bare.children)
      upstream.registry.putManifest(WEB, child.descriptor.digest, {
        bytes: child.bytes,
        mediaType: child.descriptor.mediaType,
      })
    for (const child of bare.children.slice(0, 2))
      upstream.registry.putBlob(WEB, child.blobs[0]?.content ?? fail())
    upstream.tag(WEB, bare, ['3.13.0'])
    const { outputs, summary } = await upstream.refresh()
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.10.0' } })
    expect(summary).toContain('**web** `3.11.0` was skipped: `has no linux/arm64`.')
    expect(summary).toMatch(/`3\.12\.0` was skipped: `lacks its manifest sha256:/)
    expect(summary).toMatch(/`3\.13\.0` was skipped: `is incomplete: blob sha256:\w+ is missing`/)
  })

  test('of one platform is pinned by the digest of that platform', async () => {
    const upstream = await start()
    const [old, fresh] = [version('old'), version('new')]
    upstream.publish(WEB, '3.9.0', old)
    upstream.publish(WEB, '3.10.0', fresh)
    const arm = (image: typeof old): string => image.children[1]?.descriptor.digest ?? ''
    const source = `${upstream.registry.host}/${WEB}:3.9.0@${arm(old)}`
    upstream.commit(fileOf(source, '3', '    platform: linux/arm64\n'))
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(upstream.file.replace(`3.9.0@${arm(old)}`, `3.10.0@${arm(fresh)}`))
    upstream.commit(onBranch(upstream) ?? '')
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '0' })
  })

  test('with four numbers can follow a prefix of two', async () => {
    const upstream = await start()
    const repository = 'clickhouse/clickhouse-server'
    const old = upstream.publish(repository, '25.12.9.61', version('old'))
    upstream.publish(repository, '25.12.11.4', version('new'))
    upstream.tag(repository, version('new'), ['25.12', '25.12.11', '25.12.11.4-alpine', '26.1.1.1'])
    upstream.github.state.releases.set('ClickHouse/ClickHouse', [
      { tag_name: 'v25.12.11.4-stable', body: 'x' },
      { tag_name: 'v25.12.9.61-stable', body: 'y' },
    ])
    upstream.commit(fileOf(old, '25.12'))
    const { summary } = await upstream.refresh()
    expect(summary).toContain('`25.12.9.61` | `25.12.11.4`')
    expect(summary).toContain('compare/v25.12.9.61-stable...v25.12.11.4-stable')
  })

  test('that was re-tagged has a warning', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '3.9.0', version('old'))
    const other = upstream.publish(WEB, '3.9.0', version('other'))
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, other))
    expect(pulls(upstream)[0]?.body).toContain('**web `3.9.0` was re-tagged.**')
  })

  test('that is older than the pinned one has a warning', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '4.0.0', version('old'))
    upstream.publish(WEB, '3.10.0', version('new'))
    upstream.commit(fileOf(old, '3'))
    await upstream.refresh()
    expect(pulls(upstream)[0]?.body).toContain('**web is downgraded from `4.0.0` to `3.10.0`.**')
  })

  test('of a floating tag is its digest', async () => {
    const upstream = await start()
    upstream.release(WEB, ['v3.10.0'])
    const old = upstream.publish(WEB, 'latest', version('old'))
    upstream.commit(fileOf(old, 'latest'))
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '0' })
    const labels = { 'org.opencontainers.image.version': '3.10.0' }
    const fresh = upstream.publish(WEB, 'latest', version('new', { labels }))
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(pulls(upstream)[0]?.body).not.toContain('[!WARNING]')
  })

  test('costs no pull if there is no update', async () => {
    const upstream = await start({ rateLimit: { limit: 0 } })
    const old = upstream.publish(WEB, '3.9.0', version('old'))
    upstream.commit(fileOf(old))
    expect((await upstream.refresh()).failure).toBeUndefined()
    expect(upstream.registry.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v2/langfuse/langfuse/tags/list?n=1000',
      'HEAD /v2/langfuse/langfuse/manifests/3.9.0',
    ])
  })
})

describe('the inputs', () => {
  test.each([{ mode: 'direct' }, { mode: 'pull-request' }])(
    'dry-run of $mode writes nothing',
    async ({ mode }) => {
      const { upstream } = await oneNewer()
      const { written, summary, outputs } = await upstream.refresh({ mode, 'dry-run': 'true' })
      expect(written).toEqual({})
      expect(writes(upstream)).toEqual([])
      expect(outputs).toMatchObject({ updated: '1' })
      expect(summary).toContain('Title of the change: Update web to 3.10.0')
    },
  )

  test('only limits the images, and the pull request of the others stays open', async () => {
    const { upstream, old } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other'))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    await upstream.refresh()
    const { outputs } = await upstream.refresh({ only: 'other' })
    expect(outputs).toMatchObject({ updated: '0' })
    expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
    await expect(upstream.refresh({ only: 'unknown' })).rejects.toThrow("there is no image 'unknown'")
  })

  test.each([
    [{ 'github-token': '' }, {}, 'github-token: is empty, and refresh opens a pull request with it'],
    [{ 'github-token': '', mode: 'direct' }, {}, 'github-token: is empty, and refresh commits with it'],
    [{ branch: 'main' }, {}, "branch: 'main' collides with 'main', the branch of this run"],
    [{ branch: 'main/x' }, {}, "branch: 'main/x' collides with 'main', the branch of this run"],
    [{}, { GITHUB_REF: 'refs/tags/v1' }, "this run is for 'refs/tags/v1'"],
  ])('a change with %j and %j is refused', async (given, env, words) => {
    const { upstream } = await oneNewer()
    await expect(upstream.refresh(given, { env })).rejects.toThrow(words)
  })

  test.each(['-x', 'a..b', 'a b', 'refs/heads/x', 'x.lock', 'x/'])("'%s' is no branch", async (branch) => {
    const { upstream } = await oneNewer()
    await expect(upstream.refresh({ branch })).rejects.toThrow('branch: ')
  })

  test('a file with uncommitted changes is rejected', async () => {
    const { upstream } = await oneNewer()
    const text = `${upstream.file}# changed by a step before\n`
    await expect(upstream.refresh({}, { text })).rejects.toThrow('has a different file (images.yaml)')
    expect(writes(upstream)).toEqual([])
  })
})

describe('an error', () => {
  test('of one image fails the step, and the others are proposed', async () => {
    const { upstream, old } = await oneNewer()
    upstream.commit(fileOf(old, '3', `  gone:\n    source: ${old.replace(WEB, 'gone')}\n    follow: '3'\n`))
    const { failure, summary, outputs } = await upstream.refresh()
    expect(outputs).toMatchObject({ updated: '1', 'pull-request-number': '7' })
    expect(failure).toMatchObject({ reason: 'invalid-images' })
    expect(failure?.message).toContain('1 of 2 images could not be checked')
    expect(summary).toContain('❌ 1 of 2 images not checked')
  })

  test('of a check does not close the pull request', async () => {
    const { upstream } = await oneNewer()
    await upstream.refresh()
    upstream.registry.fault({
      match: { path: /tags\/list/ },
      times: Infinity,
      action: { kind: 'answer', status: 403, body: 'no' },
    })
    expect((await upstream.refresh()).failure).toMatchObject({ reason: 'copy-failed' })
    expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
  })

  test('of follow is reported', async () => {
    const { upstream, old } = await oneNewer()
    upstream.commit(fileOf(old, '^3'))
    expect((await upstream.refresh()).failure?.message).toContain("'^3' is neither a version prefix")
    upstream.commit(fileOf(old, '9'))
    expect((await upstream.refresh()).failure?.message).toContain("has no version within '9'")
  })

  test('of an exceeded pull limit has its own failure reason', async () => {
    const { upstream } = await oneNewer({ rateLimit: { limit: 1 } })
    expect((await upstream.refresh()).failure).toMatchObject({ reason: 'rate-limited' })
  })

  test('of GitHub names the setting to change, and the summary has the updates', async () => {
    const { upstream } = await oneNewer()
    const answer = gitHubError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
    upstream.github.fault({ method: 'POST', path: /pulls$/ }, { kind: 'answer', answer })
    const { failure, summary, outputs } = await upstream.refresh()
    expect(failure).toMatchObject({ reason: 'github-error' })
    expect(failure?.message).toContain("'Allow GitHub Actions to create and approve pull requests'")
    expect(summary).toContain('`3.10.0`')
    expect(outputs).toMatchObject({ updated: '1', 'pull-request-url': '' })
  })

  test.each([/git\/refs$/, /pulls$/, /git\/commits$/])(
    'of a lost answer to %s is resolved by reading the state',
    async (path) => {
      const { upstream } = await oneNewer()
      upstream.github.fault({ method: 'POST', path }, { kind: 'lost' }, 1)
      expect((await upstream.refresh()).failure).toBeUndefined()
      expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
    },
  )

  test('of a pull request that another run opens at the same moment is resolved by reading the state', async () => {
    const { upstream } = await oneNewer()
    const exists = { message: `A pull request already exists for acme:${BRANCH}.` }
    const answer = gitHubError(422, 'Validation Failed', [exists])
    upstream.github.fault({ method: 'POST', path: /pulls$/ }, { kind: 'answer', answer }, 1)
    expect((await upstream.refresh()).failure).toBeUndefined()
    expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
  })

  test('of the releases omits the release notes, and the version is not confirmed', async () => {
    const { upstream } = await oneNewer()
    upstream.github.state.releases.clear()
    const { failure, summary } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(summary).toContain('| — |')
    expect(summary).toContain('the releases of langfuse/langfuse could not be read.**')
  })

  test('does not occur for an image without follow, which stays', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '3.9.0', version('old', { platforms: [ARM] }))
    upstream.commit(`images:\n  web:\n    source: ${old}\n`)
    expect((await upstream.refresh()).summary).toContain('**web** stays at `3.9.0`: it has no `follow`.')
  })
})

const fail = (): never => {
  throw new Error('the test is set up differently')
}
