import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { adviceFor } from '../../src/cli/init/bootstrap'
import { currentState, ownsIdentityProvider } from '../../src/cli/init/bootstrap-state'
import { completeChoices, type EarlierChoices, type GivenChoices } from '../../src/cli/init/choices'
import { watchDeployment } from '../../src/cli/init/deployment'
import { parseRemote } from '../../src/cli/init/git'
import { settingChange } from '../../src/cli/init/github-request'
import {
  actionsRequests,
  environmentRequests,
  findReviewers,
  parseVariableCommands,
  rulesetRequests,
  variableRequests,
} from '../../src/cli/init/github-settings'
import { Package } from '../../src/cli/init/package'
import type { Prompter } from '../../src/cli/init/prompter'
import { moduleSource, renderCodeOwners, renderRoot } from '../../src/cli/init/root-files'
import { readSettings, renderSettings, SETTINGS_FILE } from '../../src/cli/init/settings'
import { runSteps } from '../../src/cli/init/steps'
import { renderWorkflows } from '../../src/cli/init/workflow-files'
import { openFake, type ObservedGitHub } from '../../testkit/github/runtime'
import { PERSON } from '../../testkit/github/history'
import { FakeGitHub } from '../../testkit/github/server'

const ROOT = join(import.meta.dirname, '../..')
const release = { source: 'acme/langfuse-deploy', tag: 'v1.2.3', commit: 'a'.repeat(40) }

const nothing: GivenChoices = {
  region: undefined,
  stack: undefined,
  email: undefined,
  domain: undefined,
  zone: undefined,
  size: undefined,
  langfuse: undefined,
  reviewers: undefined,
}
const first: EarlierChoices = { region: undefined, stack: undefined, hasRoot: false, hasImages: false }
const required = { ...nothing, region: 'eu-central-1', email: 'ada@example.com' }

describe('choices', () => {
  test('without a terminal, defaults complete the options', async () => {
    expect(await completeChoices(required, first, undefined)).toEqual({
      region: 'eu-central-1',
      stack: 'langfuse',
      root: { email: 'ada@example.com', size: 'small', domain: undefined },
      major: '3',
      reviewers: undefined,
    })
  })

  test('the zone is the host name without its first label', async () => {
    const given = { ...required, domain: 'langfuse.example.com', reviewers: 'alice, acme/platform' }
    const { root, reviewers } = await completeChoices(given, first, undefined)
    expect(root?.domain).toEqual({ name: 'langfuse.example.com', zone: 'example.com' })
    expect(reviewers).toEqual(['alice', 'acme/platform'])
  })

  test('an earlier run decides, and its files are not asked for again', async () => {
    const earlier = { region: 'eu-west-1', stack: 'observe', hasRoot: true, hasImages: true }
    const { root, major, ...fixed } = await completeChoices(nothing, earlier, undefined)
    expect({ root, major, ...fixed }).toMatchObject({
      region: 'eu-west-1',
      stack: 'observe',
      root: undefined,
      major: undefined,
    })
    await expect(completeChoices({ ...nothing, region: 'us-east-1' }, earlier, undefined)).rejects.toThrow(
      "--region: this repository is set up with 'eu-west-1', not 'us-east-1'",
    )
  })

  test.each([
    [{ email: undefined }, '--email is missing: without a terminal, init asks no questions.'],
    [
      { email: undefined, region: undefined },
      '--region and --email are missing: without a terminal, init asks no questions.',
    ],
    [{ region: 'Frankfurt' }, "--region: 'Frankfurt' is not an AWS Region"],
    [{ stack: 'Langfuse' }, "--stack: 'Langfuse' must have 2 to 20 lowercase letters"],
    [{ stack: 'plans' }, "--stack: 'plans' is a reserved name"],
    [{ email: 'ada@localhost' }, "--email: 'ada@localhost' is not an email address that Langfuse accepts"],
    [{ size: 'huge' }, "--size: 'huge' is not one of "],
    [{ langfuse: '2' }, "--langfuse: '2' is not one of 3, 4"],
    [
      { domain: 'https://x.example.com' },
      "--domain-name: 'https://x.example.com' is not a lowercase host name",
    ],
    [
      { domain: 'langfuse.example.com', zone: 'example.org' },
      "--zone-name: 'langfuse.example.com' is not in the zone",
    ],
    [{ zone: 'example.org' }, '--zone-name needs --domain-name'],
    [{ reviewers: 'alice;bob' }, "--reviewers: 'alice;bob' is not a list"],
  ])('%j is rejected', async (wrong, message) => {
    await expect(completeChoices({ ...required, ...wrong }, first, undefined)).rejects.toThrow(message)
  })

  test('a terminal is asked only for missing answers', async () => {
    const asked: string[] = []
    const prompter: Prompter = {
      text: ({ message, initial }) => {
        asked.push(message)
        return Promise.resolve(initial ?? 'ada@example.com')
      },
      choose: ({ message, choices }) => {
        asked.push(message)
        return Promise.resolve(choices[0]?.value ?? '')
      },
      confirm: ({ message }) => {
        asked.push(message)
        return Promise.resolve(false)
      },
    }
    const { root } = await completeChoices({ ...nothing, region: 'eu-west-1' }, first, prompter)
    expect(root?.email).toBe('ada@example.com')
    expect(asked).toHaveLength(6)
    expect(asked.some((message) => message.includes('Region'))).toBe(false)
  })
})

test.each([
  ['https://github.com/acme/langfuse.git', 'acme/langfuse'],
  ['https://token@github.com/acme/langfuse', 'acme/langfuse'],
  ['git@github.com:acme/lang.fuse.git', 'acme/lang.fuse'],
  ['ssh://git@github.com/acme/langfuse', 'acme/langfuse'],
  ['ssh://git@ssh.github.com:443/acme/langfuse.git', 'acme/langfuse'],
  ['git+ssh://git@github.com/acme/langfuse.git', 'acme/langfuse'],
  ['org-1234@github.com:acme/langfuse.git', 'acme/langfuse'],
  ['github.com:acme/langfuse.git', 'acme/langfuse'],
  ['https://GitHub.com/Acme/LangFuse/', 'Acme/LangFuse'],
  ['https://www.github.com/acme/langfuse', 'acme/langfuse'],
  ['https://evil.example/github.com/acme/langfuse', undefined],
  ['git@github.com.example.com:acme/langfuse', undefined],
  ['https://github.community/langfuse', undefined],
  ['https://github.communities/acme/langfuse', undefined],
  ['git@notgithub.com:acme/langfuse', undefined],
  ['https://gitlab.com/acme/langfuse.git', undefined],
  ['https://github.com.example.com/acme/langfuse', undefined],
])('the remote %s is %s', (url, name) => {
  expect(parseRemote(url)).toBe(name)
})

describe('files', () => {
  test('the root calls the module of the release', () => {
    const text = renderRoot({
      stack: 'observe',
      email: 'ada@example.com',
      size: 'medium',
      domain: { name: 'langfuse.example.com', zone: 'example.com' },
      release,
    })
    expect(text).toContain(`source = "${moduleSource(release)}"`)
    expect(text).toContain('domain = { name = "langfuse.example.com", zone_name = "example.com" }')
    expect(text).toContain('registry = { prefix = "observe" }')
    expect(text).toContain('"${path.module}/../images.yaml"')
  })

  test('the workflows are the examples, pinned by commit', async () => {
    const files = await renderWorkflows(new Package(ROOT), { release, stack: 'observe', branch: 'trunk' })
    expect(Object.keys(files)).toHaveLength(4)
    for (const [path, text] of Object.entries(files)) {
      expect(text.split('\n').length).toBeLessThan(20)
      expect(text).toContain(`uses: acme/langfuse-deploy/${path}@${release.commit} # v1.2.3`)
      const { langfuse } = (parse(text) as { jobs: Record<string, { with: unknown }> }).jobs
      const prefix = path.includes('deploy') ? { prefix: 'observe' } : {}
      expect(langfuse?.with).toEqual({
        'working-directory': 'langfuse',
        'state-key': 'observe/terraform.tfstate',
        ...prefix,
      })
    }
    expect(files['.github/workflows/deploy.yml']).toContain('branches: [trunk]')
  })

  test('code owners own what decides about roles', () => {
    expect(renderCodeOwners(['alice', 'acme/platform'])).toContain('/.github/ @alice @acme/platform\n')
  })
})

describe('in a directory', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'init-'))
    mkdirSync(join(directory, 'langfuse'))
    mkdirSync(join(directory, '.github/workflows'), { recursive: true })
  })
  afterEach(() => {
    rmSync(directory, { recursive: true })
  })

  test('settings are read as they were written', async () => {
    const settings = {
      region: 'eu-central-1',
      account_id: '012345678901',
      name: 'langfuse',
      repository: 'acme/langfuse',
      repository_id: 1,
      owner_id: 2,
      branch: 'main',
      environment: null,
      create_oidc_provider: false,
      hosted_zone_ids: ['Z1'],
    }
    expect(await readSettings(directory)).toBeUndefined()
    writeFileSync(join(directory, SETTINGS_FILE), renderSettings(settings))
    expect(await readSettings(directory)).toEqual(settings)
    const added = { kms_key_arns: ['arn:aws:kms:eu-central-1:012345678901:key/1'], tags: { team: 'data' } }
    writeFileSync(join(directory, SETTINGS_FILE), JSON.stringify({ ...settings, ...added }))
    const again = await readSettings(directory)
    expect(again && JSON.parse(renderSettings(again))).toEqual({ ...settings, ...added })
    writeFileSync(join(directory, SETTINGS_FILE), '{"region": "eu-central-1"}')
    await expect(readSettings(directory)).rejects.toThrow('account_id, name, repository, branch is missing')
  })

  test('a write that is interrupted leaves no file, because a later run would keep it', () => {
    const program = join(directory, 'write.mts')
    writeFileSync(
      program,
      `import { planFiles } from ${JSON.stringify(join(ROOT, 'src/cli/init/repository-files'))}
const [change] = await planFiles(${JSON.stringify(directory)}, { 'large.txt': 'x'.repeat(5000) })
await change?.apply()`,
    )
    // The kernel ends a write after two blocks of 1024 bytes.
    const limited = ['-c', `ulimit -f 2; exec '${process.execPath}' --import tsx '${program}'`]
    const env = { ...process.env, NODE_OPTIONS: '', TSX_DISABLE_CACHE: '1' }
    const { stderr } = spawnSync('bash', limited, { cwd: ROOT, env, encoding: 'utf8' })
    expect(stderr).toContain('EFBIG')
    expect(existsSync(join(directory, 'large.txt'))).toBe(false)
  })
})

describe('the state of bootstrap', () => {
  test('a lock that is held leads to its removal', () => {
    const stderr =
      'Error: Error acquiring the state lock\n\nError message: resource temporarily unavailable\nLock Info:\n  ID:        c178b85c-180c\n  Path:      terraform.tfstate\n'
    expect(adviceFor(stderr, '/work/.git/langfuse-deploy/bootstrap')).toContain(
      "terraform -chdir='/work/.git/langfuse-deploy/bootstrap' force-unlock c178b85c-180c",
    )
    expect(adviceFor('Error: x', '/work')).toContain('run the same command again: it continues.')
  })

  const state = (lineage: string, serial: number): string =>
    JSON.stringify({ lineage, serial, resources: [] })

  test.each([
    [undefined, undefined, 'none'],
    [state('a', 1), undefined, 'local'],
    [undefined, state('a', 1), 'remote'],
    [state('a', 3), state('a', 3), 'remote'],
    [state('a', 3), state('a', 4), 'remote'],
  ])('%j and %j: %s', (local, remote, expected) => {
    expect(currentState(local, remote)).toBe(expected)
  })

  test('different states are not mixed', () => {
    expect(() => currentState(state('a', 1), state('b', 1))).toThrow('different states of bootstrap')
  })

  test('the identity provider of a state stays in it', () => {
    const resources = [{ mode: 'managed', type: 'aws_iam_openid_connect_provider' }]
    expect(ownsIdentityProvider(JSON.stringify({ resources }))).toBe(true)
    expect(ownsIdentityProvider(JSON.stringify({ resources: [{ ...resources[0], mode: 'data' }] }))).toBe(
      false,
    )
  })
})

describe('GitHub', () => {
  let fake: FakeGitHub
  let github: ObservedGitHub
  beforeEach(async () => {
    fake = await FakeGitHub.start()
    github = await openFake(fake, fake.tokenOf(PERSON))
  })
  afterEach(() => fake.stop())

  async function apply(requests: Awaited<ReturnType<typeof actionsRequests>>): Promise<string[]> {
    const warnings: string[] = []
    for (const request of requests)
      await settingChange(github, request, (text) => warnings.push(text)).apply()
    return warnings
  }

  const production = { name: 'production', branch: 'main' }
  const plan = async (reviewers: Awaited<ReturnType<typeof findReviewers>> | undefined) => [
    ...(await environmentRequests(github, { ...production, reviewers })),
    ...(await actionsRequests(github)),
    ...(await rulesetRequests(github, { branch: 'main', hasReviewers: true })),
  ]

  test('settings are changed once', async () => {
    const reviewers = await findReviewers(github, ['octocat'])
    expect(await apply(await plan(reviewers))).toEqual([])
    expect(fake.state.settings.environments.get('production')?.reviewers).toEqual([
      { type: 'User', id: 583_231 },
    ])
    expect(await plan(reviewers)).toEqual([])
  })

  test('reviewers that were set by hand are kept', async () => {
    const settings = { reviewers: [{ type: 'User', id: 5 } as const], hasCustomBranches: false, branches: [] }
    fake.state.settings.environments.set('production', settings)
    await apply(await plan(undefined))
    expect(fake.state.settings.environments.get('production')).toEqual({
      reviewers: [{ type: 'User', id: 5 }],
      hasCustomBranches: true,
      branches: ['main'],
    })
  })

  test('on a private repository of the free plan, each refusal has its meaning and the manual way', async () => {
    fake.state.settings.plan = 'free'
    const warnings = await apply(await plan(await findReviewers(github, ['octocat'])))
    expect(warnings).toHaveLength(4)
    for (const warning of warnings) {
      expect(warning).toContain('The GitHub plan of this private repository lacks the setting.')
      expect(warning).toMatch(/By hand: gh api -X (PUT|POST) 'repos\/acme\/langfuse\//)
    }
    expect(warnings.at(-1)).toContain('Everyone with write access can push to main without a review')
  })

  test('the team plan has environments without reviewers', async () => {
    fake.state.settings.plan = 'team'
    const warnings = await apply(await plan(await findReviewers(github, ['octocat'])))
    expect(warnings).toEqual([expect.stringContaining('Deployments start without an approval')])
    expect(fake.state.settings.environments.get('production')?.branches).toEqual(['main'])
  })

  test('an organization that forbids pull requests of Actions is named', async () => {
    fake.state.settings.forbidsActionsPulls = true
    expect(await apply(await plan(undefined))).toEqual([
      expect.stringContaining('The organization or enterprise forbids it: ask its owner.'),
    ])
  })

  test('variables are created, changed and left', async () => {
    fake.state.settings.variables.set('A', '1').set('B', '1')
    const wanted = parseVariableCommands(
      "gh variable set A --repo acme/langfuse --body '1'\ngh variable set B --repo acme/langfuse --body '2'\ngh variable set C --repo acme/langfuse --body 'x y'",
    )
    const requests = await variableRequests(github, wanted)
    expect(requests.map(({ method }) => method)).toEqual(['PATCH', 'POST'])
    await apply(requests)
    expect([...fake.state.settings.variables]).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['C', 'x y'],
    ])
  })

  test('an unknown reviewer is named', async () => {
    await expect(findReviewers(github, ['acme/missing'])).rejects.toThrow(
      "--reviewers: GitHub knows no team 'acme/missing'.",
    )
  })

  describe('a deployment', () => {
    const run = { id: 1, file: 'deploy.yml', sha: 'abc', status: 'completed', jobs: [] } as const
    const clock = { sleep: () => Promise.resolve(), random: () => 0, now: () => 0, wallClockMs: () => 0 }
    const lines: string[] = []
    const print = (line: string): void => void lines.push(line)
    const watch = (given = clock) =>
      watchDeployment({ github, branch: 'main', sha: 'abc' }, { clock: given, print })

    test('that fails leads to its run', async () => {
      fake.state.settings.runs.push({ ...run, conclusion: 'failure' })
      await expect(watch()).rejects.toThrow(
        "The deployment ended with 'failure': https://github.com/acme/langfuse/actions/runs/1.",
      )
    })

    test('that waits for an approval says so, and is watched to its end', async () => {
      const waiting = { ...run, status: 'waiting', conclusion: null } as const
      fake.state.settings.runs.push({ ...waiting })
      const sleep = (): Promise<void> => {
        const [started] = fake.state.settings.runs
        if (started !== undefined) Object.assign(started, { status: 'completed', conclusion: 'success' })
        return Promise.resolve()
      }
      await watch({ ...clock, sleep })
      expect(lines.join('\n')).toContain(
        'waits for an approval: https://github.com/acme/langfuse/actions/runs/1',
      )
    })

    test('that does not start is an error', async () => {
      let nowMs = 0
      const now = (): number => (nowMs += 60_000)
      await expect(watch({ ...clock, now })).rejects.toThrow('No run of deploy.yml has started.')
    })
  })

  test('the package refers to the commit of its release', async () => {
    fake.state.releases.set('acme/langfuse-deploy', [{ tag_name: 'v1.2.3' }])
    const own = new Package(ROOT)
    expect(await own.release('acme/langfuse-deploy@v1.2.3', github)).toMatchObject({
      source: 'acme/langfuse-deploy',
      tag: 'v1.2.3',
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    })
    await expect(own.release('acme/langfuse-deploy@v9.9.9', github)).rejects.toThrow('has no tag v9.9.9')
    await expect(own.release('v1', github)).rejects.toThrow("--release: 'v1' is not a release")
  })
})

test('a dry run applies nothing', async () => {
  const lines: string[] = []
  const apply = (): Promise<void> => Promise.reject(new Error('applied'))
  const plan = () => Promise.resolve([{ summary: 'write x', details: ['content'], apply }])
  const steps = [{ title: 'Files', plan }]
  expect(await runSteps(steps, { dryRun: true, print: (line) => lines.push(line) })).toBe(1)
  expect(lines).toEqual(['[1/1] Files', '   would write x', '            content'])
})

test('the quick start names every option of init', () => {
  const usage = readFileSync(join(ROOT, 'src/cli/usage.ts'), 'utf8')
  const page = readFileSync(join(ROOT, 'docs/quick-start.md'), 'utf8')
  const [, text = ''] = /init: `([^`]*)`/.exec(usage) ?? []
  for (const [option] of text.matchAll(/^ {2}--[a-z-]+/gm)) expect(page).toContain(option.trim())
})
