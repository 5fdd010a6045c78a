import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { fillKnown } from '../testkit/runner/workflow-expression'
import { stepsOf, workflowsIn } from './workflow-files'

const run = promisify(execFile)

const workflows = workflowsIn('.github/workflows')

/** The script of a step, by its name or id. */
function scriptOf(file: string, step: string): string {
  const { workflow } = workflows.find((one) => one.file === file) ?? {}
  const found = workflow && stepsOf(workflow).find(({ id, name }) => id === step || name === step)
  if (found?.run === undefined) throw new Error(`${file} has no script ${step}`)
  return found.run
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-'))
  await mkdir(join(folder, 'programs'))
})
afterEach(() => rm(folder, { recursive: true }))

interface Ended {
  readonly failed: boolean
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
}

async function runScript(script: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const GITHUB_OUTPUT = join(folder, 'output')
  await writeFile(GITHUB_OUTPUT, '')
  const PATH = `${join(folder, 'programs')}:${process.env['PATH'] ?? ''}`
  const { stdout, failed } = await run('bash', ['-e', '-c', script], {
    cwd: folder,
    env: { PATH, HOME: folder, GITHUB_OUTPUT, ...env },
  }).then(
    (ended) => ({ ...ended, failed: false }),
    (error: unknown) => ({ ...(error as { stdout: string }), failed: true }),
  )
  const pairs = [...(await readFile(GITHUB_OUTPUT, 'utf8')).matchAll(/^(\w+)=(.*)$/gm)]
  return {
    failed,
    log: stdout,
    outputs: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value])),
  }
}

/** Puts a program `gh` on PATH that notes its arguments. @param answer script that prints the answer */
async function provideGh(answer: string): Promise<() => Promise<string[]>> {
  const path = join(folder, 'programs/gh')
  await writeFile(path, `#!/bin/sh\necho "$*" >> "$HOME/calls"\n${answer}\n`)
  await chmod(path, 0o755)
  return async () => (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')
}

describe('refresh plans images.yaml of a branch', () => {
  const script = scriptOf('refresh.yml', 'Take images.yaml from the branch')
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', join(folder, '.proposal'), ...identity, ...args])).stdout.trim()

  async function commit(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(folder, '.proposal', name, '..'), { recursive: true })
      await writeFile(join(folder, '.proposal', name), content)
    }
    await git('add', '.')
    await git('commit', '--quiet', '--message', 'a change')
    return git('rev-parse', 'HEAD')
  }

  async function take(files: Readonly<Record<string, string>>): Promise<Ended> {
    await run('git', ['init', '--quiet', '--initial-branch', 'main', join(folder, '.proposal')])
    await commit({ 'images.yaml': 'old', 'dist/index.js': 'good()', 'README.md': 'a' })
    await git('switch', '--quiet', '--create', 'refresh')
    const SHA = await commit(files)
    await git('switch', '--quiet', 'main')
    // main goes on meanwhile, which is no change of the branch.
    const GITHUB_SHA = await commit({ 'README.md': 'b' })
    await git('switch', '--quiet', 'refresh')
    await writeFile(join(folder, 'images.yaml'), 'old')
    return runScript(script, { GITHUB_SHA, SHA, IMAGES: 'images.yaml' })
  }

  test('that changes nothing else', async () => {
    expect(await take({ 'images.yaml': 'new' })).toMatchObject({ failed: false })
    expect(await readFile(join(folder, 'images.yaml'), 'utf8')).toBe('new')
  })

  test.each<Record<string, string>[]>([
    [{ 'images.yaml': 'new', 'dist/index.js': 'evil()' }],
    [{ 'images.yaml': 'new', '.github/workflows/deploy.yml': 'on: push' }],
    [{ 'dist/index.js': 'evil()' }],
    [{ 'images.yaml': 'new', '::set-env name=A::b\n': '' }],
  ])('and none of a branch with other changes: %j', async (files) => {
    const { failed, log } = await take(files)
    expect(failed).toBe(true)
    expect(log).toMatch(/^::error title=Not planned::The branch of the pull request changes more[^\n]*\n$/)
    expect(await readFile(join(folder, 'images.yaml'), 'utf8')).toBe('old')
  })
})

describe('refresh plans no images.yaml', () => {
  const script = scriptOf('refresh.yml', 'Take images.yaml from the branch')

  test.each([
    [
      'that became a symbolic link',
      () => symlink('/proc/self/environ', join(folder, '.proposal/images.yaml')),
    ],
    ['that was deleted', () => Promise.resolve()],
  ])('%s', async (_, change) => {
    await mkdir(join(folder, '.proposal'))
    await change()
    await writeFile(join(folder, 'programs/git'), '#!/bin/sh\necho images.yaml\n')
    await chmod(join(folder, 'programs/git'), 0o755)
    const { failed, log } = await runScript(script, { GITHUB_SHA: 'a', SHA: 'b', IMAGES: 'images.yaml' })
    expect(failed).toBe(true)
    expect(log).toMatch(/^::error title=Not planned::images.yaml is not a file in the branch[^\n]*\n$/)
  })
})

describe('a release', () => {
  const script = scriptOf('release.yml', 'Create the release')
  const publish = async (tag: string, draft: string): Promise<string[]> => {
    const calls = await provideGh(`case "$*" in "release view"*) ${draft} ;; esac`)
    expect(await runScript(script, { GITHUB_REF_NAME: tag })).toMatchObject({ failed: false })
    return (await calls()).filter((call) => !call.startsWith('release view'))
  }

  test('is created with its file, which cannot be added to an immutable one', async () => {
    const options = '--verify-tag --title v1.2.3 --notes-file notes.md'
    expect(await publish('v1.2.3', 'exit 1')).toEqual([
      `release create v1.2.3 langfuse-deploy.tgz ${options}`,
    ])
  })

  test('of a version with a suffix is a prerelease', async () => {
    expect(await publish('v1.2.3-rc.1', 'exit 1')).toEqual([expect.stringMatching(/ --prerelease$/)])
  })

  test('that exists stays as it is', async () => {
    expect(await publish('v1.2.3', 'echo false')).toEqual([])
  })

  test('that a cancelled run left as a draft is completed', async () => {
    expect(await publish('v1.2.3', 'echo true')).toEqual([
      'release upload v1.2.3 langfuse-deploy.tgz --clobber',
      'release edit v1.2.3 --draft=false',
    ])
  })
})

describe('the branch of a refresh', () => {
  const script = scriptOf('refresh.yml', 'names')

  test.each([
    ['images.yaml', 'images.yaml', ''],
    ['./images.yaml', 'images.yaml', ''],
    ['staging/images.yaml', 'staging/images.yaml', '-staging-images-yaml'],
    ['a/b/images.yaml', 'a/b/images.yaml', '-a-b-images-yaml'],
    ['a-b/images.yaml', 'a-b/images.yaml', '-a-b-images-yaml-4ff14320'],
    ['a/b-images.yaml', 'a/b-images.yaml', '-a-b-images-yaml-aca83ef3'],
    ['my images..lock', 'my images..lock', '-my-images--lock-cfbc2273'],
    ['~^:?*[\\.yaml', '~^:?*[\\.yaml', '---------yaml-5f83bb56'],
  ])('has a valid name for %s', async (IMAGES, images, suffix) => {
    const branch = `langfuse-deploy/refresh${suffix}`
    expect((await runScript(script, { IMAGES })).outputs).toEqual({ images, branch })
    await run('git', ['check-ref-format', '--branch', branch])
  })
})

describe('the settings of a calling repository', () => {
  const script = join(import.meta.dirname, '../terraform/settings/take-settings.sh')
  const PATHS = { SETTINGS: 'settings.yaml', IMAGES: 'images.yaml' }
  const BACKEND = {
    STATE_BUCKET: 'acme-state',
    AWS_REGION: 'eu-central-1',
    STATE_KEY: 'langfuse/terraform.tfstate',
  }

  async function take(
    files: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(folder, '.caller', name, '..'), { recursive: true })
      await writeFile(join(folder, '.caller', name), content)
    }
    return runScript(`bash '${script}'`, { ...BACKEND, ...PATHS, ...env })
  }
  const taken = (name: string): Promise<string> => readFile(join(folder, 'settings', name), 'utf8')
  const FILES = { 'settings.yaml': 'size: small', 'images.yaml': 'images: {}' }

  test('are two files, and nothing else of it stays', async () => {
    const code = {
      'main.tf': 'module "x" {}',
      '.terraform-version': '1.0.0',
      'eu/settings.yml': 'size: large',
    }
    expect(await take({ ...FILES, ...code }, { SETTINGS: 'eu/settings.yml' })).toMatchObject({
      failed: false,
    })
    expect([await taken('settings.yaml'), await taken('images.yaml')]).toEqual(['size: large', 'images: {}'])
    expect((await readdir(folder)).sort()).toEqual(['output', 'programs', 'settings'])
  })

  // Jobs of forks get no variables.
  test('need no variables of the repository', async () => {
    expect(await take(FILES, { STATE_BUCKET: '', AWS_REGION: '' })).toMatchObject({ failed: false })
  })

  test.each([
    ['a missing file', { SETTINGS: 'production.yaml' }, 'settings: production.yaml is not a file'],
    ['a folder', { IMAGES: 'folder.yaml' }, 'images: folder.yaml is not a file'],
    [
      'a file outside of the repository',
      { SETTINGS: '../secret.yaml' },
      'is a symbolic link, or not a path below',
    ],
    ['an absolute path', { SETTINGS: '/etc/x.yaml' }, 'settings is /etc/x.yaml, which does not match'],
    ['Terraform code', { SETTINGS: 'main.tf' }, 'settings is main.tf, which does not match'],
    ['a symbolic link', { SETTINGS: 'link.yaml' }, 'settings: link.yaml is a symbolic link'],
    ['a linked folder', { SETTINGS: 'linked/secret.yaml' }, 'linked/secret.yaml is a symbolic link'],
    ['a large file', { IMAGES: 'large.yaml' }, 'images: large.yaml is larger than 200000 bytes'],
    [
      'another setting of the backend',
      { STATE_BUCKET: 'acme-state\nendpoints={s3="https://example.com"}' },
      'The variable STATE_BUCKET is ',
    ],
    ['a setting in the Region', { AWS_REGION: 'eu-central-1\nkey=x' }, 'The variable AWS_REGION is '],
    ['a setting in the key', { STATE_KEY: 'a\nprofile=x' }, 'state-key is '],
  ])('cannot be %s', async (_, env, message) => {
    await mkdir(join(folder, '.caller/folder.yaml'), { recursive: true })
    await writeFile(join(folder, 'secret.yaml'), 'token: x')
    await symlink('../secret.yaml', join(folder, '.caller/link.yaml'))
    await symlink('..', join(folder, '.caller/linked'))
    const { failed, log } = await take({ ...FILES, 'large.yaml': 'x'.repeat(200_001) }, env)
    expect(failed).toBe(true)
    expect(log).toMatch(/^::error title=Settings not accepted::[^\n]*\n$/)
    expect(log).toContain(message)
  })
})

describe('drift looks for deployments', () => {
  const script = scriptOf('drift.yml', 'list')

  test.each([
    ['none', 'echo 0', '0', /^$/],
    [
      'one that waits for an approval',
      'case "$*" in *deploy.yml*) echo 1 ;; *) echo 0 ;; esac',
      '1',
      /Not checked/,
    ],
    [
      'without such workflows',
      'echo \'{"message":"Not Found"}\'; echo \'gh: Not Found (HTTP 404)\' >&2; exit 1',
      '0',
      /^$/,
    ],
  ])('%s', async (_, answer, active, log) => {
    await provideGh(answer)
    const ended = await runScript(script, { GH_REPO: 'acme/langfuse' })
    expect(ended).toMatchObject({ failed: false, outputs: { active } })
    expect(ended.log).toMatch(log)
  })

  test.each([
    'gh: API rate limit exceeded for installation (HTTP 403)',
    'gh: Server Error (HTTP 502)',
    'error connecting to api.github.com',
  ])('and plans nothing if GitHub answers: %s', async (answer) => {
    await provideGh(`echo '${answer}' >&2; exit 1`)
    const { failed, log, outputs } = await runScript(script, { GH_REPO: 'acme/langfuse' })
    expect({ failed, outputs }).toEqual({ failed: true, outputs: {} })
    expect(log).toBe(`::error title=Not checked::The runs of deploy.yml cannot be listed: ${answer}\n`)
  })

  test('in the same way for a repository of settings', () => {
    expect(scriptOf('drift-settings.yml', 'list')).toBe(script)
  })
})

describe('a failed schedule', () => {
  const script = scriptOf('drift.yml', 'Report')
  const env = {
    TITLE: 'The drift check fails',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/langfuse',
    GITHUB_RUN_ID: '9',
  }
  const report = async (event: string, results: string, open: string): Promise<string[]> => {
    const calls = await provideGh(`case "$*" in *"issue list"*) printf '%s' '${open}' ;; esac`)
    const ended = await runScript(script, { ...env, GITHUB_EVENT_NAME: event, RESULTS: results })
    expect(ended.failed).toBe(false)
    return (await calls()).filter((call) => !call.startsWith('issue list')).map((call) => call.slice(0, 15))
  }

  test.each([
    ['opens an issue', 'schedule', 'success failure', '', ['issue create --']],
    ['keeps the open one', 'schedule', 'failure skipped', '7', []],
    ['that a person started opens none', 'workflow_dispatch', 'failure', '', []],
    ['that succeeds again closes it', 'schedule', 'success success', '7', ['issue close 7 -']],
    ['that a person repeats closes it', 'workflow_dispatch', 'success', '7', ['issue close 7 -']],
  ])('%s', async (_, event, results, open, calls) => {
    expect(await report(event, results, open)).toEqual(calls)
  })

  test('fails no run where issues are disabled', async () => {
    await provideGh('exit 1')
    const ended = await runScript(script, { ...env, GITHUB_EVENT_NAME: 'schedule', RESULTS: 'failure' })
    expect(ended).toMatchObject({ failed: false, log: '::notice::The issues cannot be read.\n' })
  })

  test.each([
    ['failure', 'skipped', 'failure'],
    ['success', 'failure', 'failure'],
    ['success', 'success', 'success'],
    // A deployment runs or waits, so nothing was checked and the issue stays open.
    ['success', 'skipped', 'skipped'],
  ])('of drift follows from its jobs: %s, %s', (deployments, drift, result) => {
    const { workflow } = workflows.find(({ file }) => file === 'drift.yml') ?? {}
    const text = workflow?.jobs['report']?.steps?.[0]?.env?.['RESULTS'] ?? ''
    const known = { 'needs.deployments.result': deployments, 'needs.drift.result': drift }
    expect(fillKnown(text, known)).toBe(result)
  })

  test('leaves the issue open while nothing is checked', async () => {
    expect(await report('schedule', 'skipped', '7')).toEqual([])
  })

  test('is reported by refresh in the same way', () => {
    expect(scriptOf('refresh.yml', 'Report')).toBe(script)
  })
})
