import { afterEach, describe, expect, test } from '@jest/globals'
import { createCommit } from '../../src/github/branch'
import { isOwnBranch } from '../../src/github/branch-owner'
import { ACTIONS_BOT, type Identity, PERSON } from '../../testkit/github/history'
import { openFake, type ObservedGitHub } from '../../testkit/github/runtime'
import { FakeGitHub } from '../../testkit/github/server'

const BRANCH = 'langfuse-deploy/refresh'
const FILE = 'images.yaml'

interface Setup {
  readonly fake: FakeGitHub
  readonly github: ObservedGitHub
  readonly baseSha: string
}

const started: FakeGitHub[] = []
afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())))

/** A repository whose branch has one commit, made through the API with the token of `author`. */
async function prepare(author: Identity = ACTIONS_BOT, basePath = ''): Promise<Setup> {
  const fake = await FakeGitHub.start({ basePath })
  started.push(fake)
  const github = await openFake(fake, fake.tokenOf(author))
  const baseSha = fake.commit('main', { [FILE]: 'old', 'README.md': 'text' })
  const own = await createCommit(github, baseSha, { path: FILE, content: 'new', message: 'Update web' })
  fake.history.setBranchHead(BRANCH, own)
  return { fake, github, baseSha }
}

/** Pushes a commit with several parents, or with one. */
function push(
  { fake }: Setup,
  files: Record<string, string>,
  { author = PERSON, merges = '' }: { author?: Identity; merges?: string } = {},
): string {
  const tip = fake.history.branchHead(BRANCH) ?? ''
  const sha = fake.history.addCommit(merges === '' ? [tip] : [tip, merges])
  fake.state.git.put(sha, { ...fake.state.git.filesAt(tip), ...files }, author)
  fake.history.setBranchHead(BRANCH, sha)
  return sha
}

/** Pushes a commit with GitHub's signature. */
function pushSigned(
  setup: Setup,
  ...commit: [Record<string, string>, { author?: Identity; merges?: string }?]
): string {
  const sha = push(setup, ...commit)
  setup.fake.state.git.sign(sha)
  return sha
}

const isOwn = ({ fake, github, baseSha }: Setup): Promise<boolean> =>
  isOwnBranch(github, { baseSha, head: fake.history.branchHead(BRANCH) ?? '', path: FILE })

describe('a branch belongs to the action', () => {
  test.each([
    ['the workflow token', ACTIONS_BOT],
    ['a GitHub App', { login: 'acme[bot]', id: 99, type: 'Bot' }],
    ['a person, whose commits GitHub does not sign', PERSON],
  ] as const)('if the API committed for %s', async (_, author) => {
    expect(await isOwn(await prepare(author))).toBe(true)
  })

  test('if it is at the base', async () => {
    const setup = await prepare()
    setup.fake.history.setBranchHead(BRANCH, setup.baseSha)
    expect(await isOwn(setup)).toBe(true)
  })

  test('after "Update branch", which GitHub signs', async () => {
    const setup = await prepare()
    const merges = setup.fake.commit('main', { 'README.md': 'later' })
    setup.fake.state.git.sign(push(setup, { 'README.md': 'later' }, { merges }))
    expect(await isOwn({ ...setup, baseSha: merges })).toBe(true)
  })

  test('on an Enterprise Server that signs nothing', async () => {
    const setup = await prepare(ACTIONS_BOT, '/api/v3')
    push(setup, { [FILE]: 'newer' }, { author: ACTIONS_BOT })
    expect(await isOwn(setup)).toBe(true)
  })
})

describe('a branch is foreign', () => {
  const code = { 'dist/index.js': 'evil()', '.github/workflows/deploy.yml': 'on: push' }
  // Each of these was accepted when the author alone decided.
  const pushes: Record<string, (setup: Setup) => unknown> = {
    'a commit of a person': (setup) => push(setup, { [FILE]: 'mine' }),
    "a commit with the bot's email address": (setup) =>
      push(setup, { [FILE]: 'mine' }, { author: ACTIONS_BOT }),
    "code with the bot's email address": (setup) => push(setup, code, { author: ACTIONS_BOT }),
    'a merge commit that adds code': (setup) => push(setup, code, { merges: setup.baseSha }),
    'a merge commit that changes only the file': (setup) =>
      push(setup, { [FILE]: 'x' }, { merges: setup.baseSha }),
    'a merge in the browser that adds code': (setup) => pushSigned(setup, code, { merges: setup.baseSha }),
    'a signed commit that adds code': (setup) => pushSigned(setup, code, { author: ACTIONS_BOT }),
    'a signed commit of a person': (setup) => pushSigned(setup, { [FILE]: 'x' }),
  }
  test.each(Object.keys(pushes))('after %s', async (name) => {
    const setup = await prepare()
    pushes[name]?.(setup)
    expect(await isOwn(setup)).toBe(false)
  })

  test('if it renamed another file to the only one', async () => {
    const setup = await prepare()
    const answer = {
      status: 200,
      body: { ahead_by: 0, commits: [], files: [{ filename: FILE, previous_filename: 'README.md' }] },
    }
    setup.fake.fault({ path: /compare/ }, { kind: 'answer', answer })
    expect(await isOwn(setup)).toBe(false)
  })

  test('if it has more commits than one page', async () => {
    const setup = await prepare()
    const answer = { status: 200, body: { ahead_by: 101, commits: [], files: [] } }
    setup.fake.fault({ path: /compare/ }, { kind: 'answer', answer })
    expect(await isOwn(setup)).toBe(false)
  })
})
