import { afterEach, describe, expect, test } from '@jest/globals'
import { refuse } from '../../../testkit/github/faults'
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
const BRANCH = 'langfuse-deploy/refresh'
const WEB = 'langfuse/langfuse'

/** A file of one image, under the comments that people write. */
const fileOf = (source: string, follow = '3', rest = ''): string =>
  `# What runs.\nimages:\n  web:  # people see this\n    source: ${source}\n    follow: '${follow}'\n${rest}`

const pulls = ({ github }: Upstream) => [...github.history.pulls.values()]
const onBranch = ({ github }: Upstream): string | undefined =>
  github.state.git.filesAt(github.history.tipOf(BRANCH) ?? '')['images.yaml']
const writes = ({ github }: Upstream): string[] =>
  github.calls.filter((call) => /^(?:POST|PATCH|PUT|DELETE) \/repos/.test(call))

/** One image at 3.9.0, with 3.10.0 published since. */
async function oneNewer(options?: RegistryOptions) {
  const upstream = await start(options)
  const old = upstream.publish(WEB, '3.9.0', version('old', { days: 30 }))
  const fresh = upstream.publish(WEB, '3.10.0', version('new', { layer: 150_000 }))
  upstream.commit(fileOf(old))
  return { upstream, old, fresh }
}

describe('refresh', () => {
  test('opens one pull request that changes nothing but the reference', async () => {
    const { upstream, old, fresh } = await oneNewer()
    upstream.github.state.releases.set('langfuse/langfuse', [
      { tag_name: 'v3.10.0', body: '* faster by @someone', published_at: daysAgo(10) },
      { tag_name: 'v3.9.1', body: '* mended', published_at: daysAgo(20) },
      { tag_name: 'v3.9.0', body: '* first', published_at: daysAgo(30) },
    ])
    const { outputs, summary, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, fresh))
    const [pull] = pulls(upstream)
    expect(pull).toMatchObject({
      title: 'Refresh web 3.10.0',
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
      'pull-request-sha': upstream.github.history.tipOf(BRANCH),
      commit: '',
    })
    expect(summary).toContain('Opened [#7](https://github.com/acme/langfuse/pull/7)')
  })

  test('leaves the pull request alone as long as there is nothing to add', async () => {
    const { upstream } = await oneNewer()
    await upstream.refresh()
    upstream.github.requests.length = 0
    const { summary } = await upstream.refresh()
    expect(writes(upstream)).toEqual([])
    expect(summary).toContain('There is already [#7]')
  })

  test('brings the pull request up to date when a newer one comes', async () => {
    const { upstream, old } = await oneNewer()
    await upstream.refresh()
    const newest = upstream.publish(WEB, '3.11.0', version('newest'))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ title: 'Refresh web 3.11.0', state: 'open' }])
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, newest))
    const { history } = upstream.github
    const tip = history.tipOf(BRANCH) ?? ''
    expect(history.missing(history.tipOf('main') ?? '', tip)).toEqual([tip])
  })

  test('starts from what main has by then', async () => {
    const { upstream, old, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(`${fileOf(old)}\n# a remark that came since\n`)
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(`${fileOf(fresh)}\n# a remark that came since\n`)
  })

  test('closes a pull request that was merged otherwise, and deletes its branch', async () => {
    const { upstream, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(fileOf(fresh))
    const { outputs, summary } = await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }])
    expect(upstream.github.comments[0]?.body).toContain('Nothing is newer than what `main` has')
    expect(upstream.github.history.tipOf(BRANCH)).toBeUndefined()
    expect(outputs).toMatchObject({ updated: '0', updates: '{}', 'pull-request-url': '' })
    expect(summary).toContain('✅ Nothing to refresh')
    await upstream.refresh()
    expect(upstream.github.comments).toHaveLength(1)
  })

  test('does not throw away what someone else pushed to the branch', async () => {
    const { upstream, fresh } = await oneNewer()
    await upstream.refresh()
    const { github } = upstream
    const tip = github.commit(BRANCH, { 'images.yaml': '# mine' }, PERSON)
    upstream.publish(WEB, '3.11.0', version('newest'))
    const { warnings, failure } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([
      expect.stringContaining(`Someone else has pushed to ${BRANCH}, so pull request #7`),
    ])
    expect(github.history.tipOf(BRANCH)).toBe(tip)
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

  test.each(['stays', 'is deleted'])('declines what it proposed, whether its branch %s', async (branch) => {
    const { upstream } = await closed()
    if (branch === 'is deleted') upstream.github.history.setTip(BRANCH, undefined)
    const { summary, outputs, warnings, failure } = await upstream.refresh()
    expect({ warnings, failure }).toEqual({ warnings: [], failure: undefined })
    expect(writes(upstream)).toEqual([])
    expect(summary).toContain(
      '**web** `3.10.0` was proposed in [#7](https://github.com/acme/langfuse/pull/7), which was closed',
    )
    expect(outputs).toMatchObject({ updated: '0', 'pull-request-url': '', 'pull-request-sha': '' })
  })

  test('is brought up to date once it is open again', async () => {
    const { upstream, pull } = await closed()
    pull.state = 'open'
    expect((await upstream.refresh()).outputs).toMatchObject({ 'pull-request-number': '7' })
  })

  test('says nothing of a newer version, nor of another digest', async () => {
    const { upstream } = await closed()
    upstream.publish(WEB, '3.10.0', version('again'))
    await upstream.refresh()
    upstream.publish(WEB, '3.11.0', version('newest'))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([
      { state: 'closed' },
      { state: 'open', title: 'Refresh web 3.11.0' },
    ])
    expect(pulls(upstream)).toHaveLength(2)
  })

  test('declines each version that was in it, whatever else is newer by now', async () => {
    const { upstream, old } = await closed()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.publish('a/b', '1.1.0', version('other, newer'))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    await upstream.refresh()
    expect(pulls(upstream).map(({ title }) => title)).toEqual(['Refresh web 3.10.0', 'Refresh other 1.1.0'])
    expect(onBranch(upstream)).toContain(old)
    expect((await upstream.refresh()).summary).toContain('was proposed in [#7]')
  })

  test('to make room for others, as the warning says, declines nothing', async () => {
    const { upstream, pull } = await closed()
    pull.state = 'open'
    upstream.github.commit(BRANCH, { 'images.yaml': '# mine' }, PERSON)
    expect((await upstream.refresh()).warnings).toHaveLength(1)
    pull.state = 'closed'
    upstream.github.history.setTip(BRANCH, undefined)
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
  })

  test('by a refresh, or after its merge, declines nothing', async () => {
    const { upstream, old, fresh } = await oneNewer()
    await upstream.refresh()
    upstream.commit(fileOf(fresh))
    await upstream.refresh()
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    const second = pulls(upstream)[1] ?? fail()
    upstream.github.history.merge(second, 'squash')
    upstream.github.history.setTip(BRANCH, undefined)
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(pulls(upstream)).toMatchObject([{ state: 'closed' }, { state: 'closed' }, { state: 'open' }])
  })
})

describe('images that are made together', () => {
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

  test('move together', async () => {
    const upstream = await pair()
    upstream.publish(WORKER, '3.10.0', version('worker'))
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '2' })
  })

  test.each(['pull-request', 'direct'])('wait for one another: %s', async (mode) => {
    const upstream = await pair()
    const { outputs, summary } = await upstream.refresh({ mode })
    expect(outputs).toMatchObject({ updated: '0', commit: '', 'pull-request-url': '' })
    expect(summary).toContain('**web** waits: **worker**, made together with it, cannot go to `3.10.0` yet.')
    upstream.publish(WORKER, '3.10.0', version('worker', { days: 1 }))
    expect((await upstream.refresh({ mode })).outputs).toMatchObject({ updated: '0' })
  })

  test('wait where one of them could not be looked at', async () => {
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
    github.state.git.filesAt(github.history.tipOf('main') ?? '')['images.yaml']
  const started = ({ github }: Upstream) => github.state.workflows.started

  test('commits to the branch of the run, and starts the deployment', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { outputs, summary, failure } = await upstream.refresh(direct)
    expect(failure).toBeUndefined()
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(pulls(upstream)).toEqual([])
    expect(started(upstream)).toEqual([{ file: 'deploy.yml', ref: 'main' }])
    const commit = upstream.github.history.tipOf('main') ?? ''
    expect(outputs).toMatchObject({ updated: '1', commit, 'pull-request-url': '' })
    expect(summary).toContain(
      `Committed [${commit.slice(0, 7)}](https://github.com/acme/langfuse/commit/${commit}) to \`main\`: Refresh web 3\\.10\\.0. Started \`deploy.yml\` to deploy it.`,
    )
    upstream.commit(onMain(upstream) ?? '')
    expect((await upstream.refresh(direct)).outputs).toMatchObject({ updated: '0', commit: '' })
    expect(started(upstream)).toHaveLength(1)
  })

  test.each([
    ["warns, where the commit is the workflow's own and starts nothing", ACTIONS_BOT, 1],
    ['says nothing, where it is that of an App and starts what it starts', APP, 0],
  ])('without a workflow to start, %s', async (_, identity, count) => {
    const { upstream } = await oneNewer()
    const token = upstream.github.tokenOf(identity)
    const { warnings, summary } = await upstream.refresh({ mode: 'direct', 'github-token': token })
    expect(warnings).toHaveLength(count)
    expect(warnings.join()).toMatch(count === 0 ? /^$/ : /nothing deploys it.*Give deploy-workflow/)
    expect(summary).not.toContain('Started')
    expect(started(upstream)).toEqual([])
  })

  test('takes in a tag that moved on', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, 'latest', version('old', { days: 30 }))
    upstream.commit(fileOf(old, 'latest'))
    const fresh = upstream.publish(WEB, 'latest', version('new'))
    await upstream.refresh(direct)
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
  })

  test('commits the one and proposes the other on top of it', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    const retagged = upstream.publish('a/b', '1.0.0', version('re-tagged'))
    const { outputs, summary } = await upstream.refresh(direct)
    const committed = upstream.file.replace(old, fresh)
    expect(onMain(upstream)).toBe(committed)
    expect(onBranch(upstream)).toBe(committed.replace(other, retagged))
    const { history } = upstream.github
    expect(history.parentsOf(history.tipOf(BRANCH) ?? '')).toEqual([history.tipOf('main')])
    expect(pulls(upstream)).toMatchObject([{ title: 'Refresh other 1.0.0' }])
    expect(pulls(upstream)[0]?.body).not.toContain('3.10.0')
    expect(outputs).toMatchObject({ commit: history.tipOf('main'), 'pull-request-number': '7' })
    expect(summary).toMatch(/Committed .*\n\nOpened \[#7\]/)
  })

  test('tells what it committed, also where the other cannot be proposed', async () => {
    const { upstream, old } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other', { days: 30 }))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    upstream.publish('a/b', '1.0.0', version('re-tagged'))
    const answer = refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.')
    upstream.github.fault({ method: 'POST', path: /pulls$/ }, { kind: 'answer', answer })
    const { outputs, failure, summary } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ updated: '2', commit: upstream.github.history.tipOf('main') })
    expect(failure).toMatchObject({ reason: 'github-failed' })
    expect(summary).toMatch(/Committed .*\n\n❌ /)
  })

  test('closes the pull request that it makes stale', async () => {
    const { upstream } = await oneNewer()
    await upstream.refresh()
    upstream.publish(WEB, '3.11.0', version('newest'))
    const { summary } = await upstream.refresh(direct)
    expect(pulls(upstream)).toMatchObject([{ title: 'Refresh web 3.10.0', state: 'closed' }])
    expect(upstream.github.comments[0]?.body).toContain('`main` has newer versions')
    expect(summary).toContain('Closed [#7]')
  })

  test('proposes what it committed before and somebody has taken back', async () => {
    const { upstream, old } = await oneNewer()
    await upstream.refresh(direct)
    upstream.commit(fileOf(old))
    const { outputs } = await upstream.refresh(direct)
    expect(outputs).toMatchObject({ commit: '', 'pull-request-number': '7' })
    expect(started(upstream)).toHaveLength(1)
    expect(onMain(upstream)).toBe(fileOf(old))
  })

  test('starts the deployment again where it does not know whether it has', async () => {
    const { upstream } = await oneNewer()
    upstream.github.fault({ path: /dispatches$/ }, { kind: 'lost' }, 1)
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    expect(started(upstream)).toHaveLength(2)
  })

  test('builds on what was pushed meanwhile, and gives up where that is another file', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { github } = upstream
    const env = { GITHUB_SHA: github.history.tipOf('main') ?? '' }
    const other = github.commit('main', { 'README.md': 'pushed meanwhile' })
    await upstream.refresh(direct, { env })
    const tip = github.history.tipOf('main') ?? ''
    expect(github.history.parentsOf(tip)).toEqual([other])
    expect(github.state.git.filesAt(tip)).toEqual({
      'README.md': 'pushed meanwhile',
      'images.yaml': upstream.file.replace(old, fresh),
    })
  })

  test('gives up where the file is another by now', async () => {
    const { upstream } = await oneNewer()
    const { github } = upstream
    const env = { GITHUB_SHA: github.history.tipOf('main') ?? '' }
    github.commit('main', { 'images.yaml': '# mine' })
    const { failure, outputs } = await upstream.refresh(direct, { env })
    expect(failure?.message).toContain('main has another images.yaml by now, so nothing is committed.')
    expect(outputs).toMatchObject({ commit: '' })
    expect(onMain(upstream)).toBe('# mine')
  })

  test('throws away nothing that is pushed in the very moment', async () => {
    const { upstream, old, fresh } = await oneNewer()
    const { github } = upstream
    let other: string | undefined
    github.onRequest = ({ method, path }) => {
      if (method === 'PATCH' && path.includes('/git/refs/'))
        other ??= github.commit('main', { 'README.md': 'pushed' })
    }
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    const tip = github.history.tipOf('main') ?? ''
    expect(github.history.parentsOf(tip)).toEqual([other])
    expect(github.state.git.filesAt(tip)).toEqual({
      'README.md': 'pushed',
      'images.yaml': upstream.file.replace(old, fresh),
    })
  })

  test('is content where the commit arrived and no answer ever did', async () => {
    const { upstream } = await oneNewer()
    // As often as a request is tried.
    upstream.github.fault({ method: 'PATCH', path: /git\/refs/ }, { kind: 'lost' }, 5)
    const { failure, outputs } = await upstream.refresh(direct)
    expect(failure).toBeUndefined()
    expect(outputs).toMatchObject({ commit: upstream.github.history.tipOf('main') })
    expect(upstream.github.calls.filter((call) => call.endsWith('/git/commits'))).toHaveLength(1)
  })

  test.each([
    [
      'is not a fast forward',
      /git\/refs\/heads/,
      { kind: 'answer', answer: refuse(422, 'Update is not a fast forward') },
    ],
    ['is lost', /git\/refs\/heads/, { kind: 'lost' }],
    ['of the commit is lost', /git\/commits$/, { kind: 'lost' }],
  ] as const)('looks again when the answer %s', async (_, path, fault) => {
    const { upstream, old, fresh } = await oneNewer()
    upstream.github.fault({ path }, fault, 1)
    expect((await upstream.refresh(direct)).failure).toBeUndefined()
    expect(onMain(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(started(upstream)).toHaveLength(1)
  })

  test('does not pass over a rule of the branch', async () => {
    const { upstream } = await oneNewer()
    const answer = refuse(
      422,
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    )
    upstream.github.fault({ method: 'PATCH', path: /git\/refs/ }, { kind: 'answer', answer })
    const { failure, outputs } = await upstream.refresh(direct)
    expect(failure).toMatchObject({ reason: 'github-failed' })
    expect(failure?.message).toContain('use `mode: pull-request`, or let the GitHub App')
    expect(outputs).toMatchObject({ commit: '' })
  })

  test.each([
    ['there is no such workflow', 'gone.yml', undefined, 'It does not exist'],
    [
      'it has no workflow_dispatch',
      'deploy.yml',
      refuse(422, "Workflow does not have 'workflow_dispatch' trigger"),
      'Give the workflow the trigger `workflow_dispatch`',
    ],
    [
      'the token may not',
      'deploy.yml',
      {
        ...refuse(403, 'Resource not accessible by integration'),
        headers: { 'x-accepted-github-permissions': 'actions=write' },
      },
      'Allow `actions: write`',
    ],
  ])('tells that the commit is not deployed, where %s', async (_, file, answer, words) => {
    const { upstream } = await oneNewer()
    if (answer !== undefined) upstream.github.fault({ path: /dispatches$/ }, { kind: 'answer', answer })
    const { failure, outputs, summary } = await upstream.refresh({ ...direct, 'deploy-workflow': file })
    const commit = upstream.github.history.tipOf('main') ?? ''
    expect(failure?.reason).toBe('github-failed')
    expect(failure?.message).toContain(
      `main has commit ${commit.slice(0, 7)}, and ${file} was not started: start it by hand.`,
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
    ['tells no age', '3.9.0', '3.10.0', '3', NOW_MS / 86_400_000],
  ])('proposes what %s instead', async (_, from, to, follow, days) => {
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

  test('waits until it is old enough, and an older one goes first', async () => {
    const { upstream } = await oneNewer()
    upstream.publish(WEB, '3.12.0', version('b', { days: 1 }))
    upstream.publish(WEB, '3.11.0', version('a', { days: 2.9 }))
    const { outputs, summary } = await upstream.refresh()
    expect(JSON.parse(outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.10.0' } })
    expect(summary).toContain('**web** waits for `3.12.0` (24 hours), `3.11.0` (2 days) to be 3 days old.')
    const hasty = await upstream.refresh({ 'min-age': '0' })
    expect(JSON.parse(hasty.outputs['updates'] ?? '')).toMatchObject({ web: { to: '3.12.0' } })
  })

  test('whose image is built to be reproducible is as old as its release', async () => {
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

  test('is passed over where it lacks a platform or a part', async () => {
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
    expect(summary).toContain('**web** `3.11.0` is passed over: `has no linux/arm64`.')
    expect(summary).toMatch(/`3\.12\.0` is passed over: `lacks its manifest sha256:/)
    expect(summary).toMatch(/`3\.13\.0` is passed over: `is not complete: blob sha256:\w+ is missing`/)
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

  test('of four parts is followed within two', async () => {
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

  test('that was re-tagged is called out', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '3.9.0', version('old'))
    const other = upstream.publish(WEB, '3.9.0', version('other'))
    upstream.commit(fileOf(old))
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, other))
    expect(pulls(upstream)[0]?.body).toContain('**web `3.9.0` was re-tagged.**')
  })

  test('that is older, since follow says so, is called out', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '4.0.0', version('old'))
    upstream.publish(WEB, '3.10.0', version('new'))
    upstream.commit(fileOf(old, '3'))
    await upstream.refresh()
    expect(pulls(upstream)[0]?.body).toContain('**web goes back, from `4.0.0` to `3.10.0`.**')
  })

  test('of a tag that moves is its digest', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, 'latest', version('old'))
    upstream.commit(fileOf(old, 'latest'))
    expect((await upstream.refresh()).outputs).toMatchObject({ updated: '0' })
    const fresh = upstream.publish(WEB, 'latest', version('new'))
    await upstream.refresh()
    expect(onBranch(upstream)).toBe(upstream.file.replace(old, fresh))
    expect(pulls(upstream)[0]?.body).not.toContain('[!WARNING]')
  })

  test('costs no pull where nothing is newer', async () => {
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

describe('the ways to refresh', () => {
  test.each([{ mode: 'direct' }, { mode: 'pull-request' }])(
    'dry-run of $mode writes nothing',
    async ({ mode }) => {
      const { upstream } = await oneNewer()
      const { written, summary, outputs } = await upstream.refresh({ mode, 'dry-run': 'true' })
      expect(written).toEqual({})
      expect(writes(upstream)).toEqual([])
      expect(outputs).toMatchObject({ updated: '1' })
      expect(summary).toContain('It would be: Refresh web 3.10.0')
    },
  )

  test('only looks at the images that are named, and closes nothing for the others', async () => {
    const { upstream, old } = await oneNewer()
    const other = upstream.publish('a/b', '1.0.0', version('other'))
    upstream.commit(fileOf(old, '3', `  other:\n    source: ${other}\n    follow: '1'\n`))
    await upstream.refresh()
    const { outputs } = await upstream.refresh({ only: 'other' })
    expect(outputs).toMatchObject({ updated: '0' })
    expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
    await expect(upstream.refresh({ only: 'nobody' })).rejects.toThrow("there is no image 'nobody'")
  })

  test.each([
    [{ 'github-token': '' }, {}, 'github-token: is empty; refresh opens a pull request with it'],
    [{ 'github-token': '', mode: 'direct' }, {}, 'github-token: is empty; refresh commits with it'],
    [{ branch: 'main' }, {}, "branch: 'main' is the one that this run is for"],
    [{}, { GITHUB_REF: 'refs/tags/v1' }, "this run is for 'refs/tags/v1'"],
  ])('a change with %j and %j is refused', async (given, env, words) => {
    const { upstream } = await oneNewer()
    await expect(upstream.refresh(given, { env })).rejects.toThrow(words)
  })

  test.each(['-x', 'a..b', 'a b', 'refs/heads/x', 'x.lock', 'x/'])("'%s' is no branch", async (branch) => {
    const { upstream } = await oneNewer()
    await expect(upstream.refresh({ branch })).rejects.toThrow('branch: ')
  })

  test('a file that is not the one of the commit is not proposed', async () => {
    const { upstream } = await oneNewer()
    const text = `${upstream.file}# changed by a step before\n`
    await expect(upstream.refresh({}, { text })).rejects.toThrow('has another file there (images.yaml)')
    expect(writes(upstream)).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('with one image does not keep the others from being proposed, and fails the step', async () => {
    const { upstream, old } = await oneNewer()
    upstream.commit(fileOf(old, '3', `  gone:\n    source: ${old.replace(WEB, 'gone')}\n    follow: '3'\n`))
    const { failure, summary, outputs } = await upstream.refresh()
    expect(outputs).toMatchObject({ updated: '1', 'pull-request-number': '7' })
    expect(failure).toMatchObject({ reason: 'invalid-images' })
    expect(failure?.message).toContain('1 of 2 images could not be looked at')
    expect(summary).toContain('❌ 1 of 2 images not looked at')
  })

  test('does not close a pull request', async () => {
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

  test('with follow is told', async () => {
    const { upstream, old } = await oneNewer()
    upstream.commit(fileOf(old, '^3'))
    expect((await upstream.refresh()).failure?.message).toContain(
      "'^3' is neither the beginning of a version",
    )
    upstream.commit(fileOf(old, '9'))
    expect((await upstream.refresh()).failure?.message).toContain("has no version within '9'")
  })

  test('at Docker Hub, when its pulls are used up, is told by its word', async () => {
    const { upstream } = await oneNewer({ rateLimit: { limit: 1 } })
    expect((await upstream.refresh()).failure).toMatchObject({ reason: 'rate-limited' })
  })

  test('at GitHub is told with how to allow it, and what was found is in the summary', async () => {
    const { upstream } = await oneNewer()
    const answer = refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.')
    upstream.github.fault({ method: 'POST', path: /pulls$/ }, { kind: 'answer', answer })
    const { failure, summary, outputs } = await upstream.refresh()
    expect(failure).toMatchObject({ reason: 'github-failed' })
    expect(failure?.message).toContain("'Allow GitHub Actions to create and approve pull requests'")
    expect(summary).toContain('`3.10.0`')
    expect(outputs).toMatchObject({ updated: '1', 'pull-request-url': '' })
  })

  test.each([/git\/refs$/, /pulls$/, /git\/commits$/])(
    'an answer to %s that is lost is looked for',
    async (path) => {
      const { upstream } = await oneNewer()
      upstream.github.fault({ method: 'POST', path }, { kind: 'lost' }, 1)
      expect((await upstream.refresh()).failure).toBeUndefined()
      expect(pulls(upstream)).toMatchObject([{ state: 'open' }])
    },
  )

  test('with releases that cannot be read leaves only the notes out', async () => {
    const { upstream } = await oneNewer()
    const { failure, summary } = await upstream.refresh()
    expect(failure).toBeUndefined()
    expect(summary).toContain('| — |')
  })

  test('an image without follow stays, and says so', async () => {
    const upstream = await start()
    const old = upstream.publish(WEB, '3.9.0', version('old', { platforms: [ARM] }))
    upstream.commit(`images:\n  web:\n    source: ${old}\n`)
    expect((await upstream.refresh()).summary).toContain('**web** stays at `3.9.0`: it has no `follow`.')
  })
})

const fail = (): never => {
  throw new Error('the stage is set otherwise')
}
