import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { runCommandLine } from '../../src/cli/run'
import { PERSON } from '../github/history'
import { FakeGitHub, type FakeGitHubOptions } from '../github/server'
import { Moto, NO_REGISTRY } from '../moto/moto'
import { putImage } from '../registry/push'
import { FakeRegistry } from '../registry/server'
import { version } from '../registry/upstream'
import { initSettings } from '../terraform/plugin-mirror'

const ROOT = join(import.meta.dirname, '../..')
const REGION = 'eu-central-1'
const SOURCE = 'acme/langfuse-deploy'

export const ACCOUNT = '123456789012'

export interface SetupResult {
  readonly exitCode: number
  readonly lines: readonly string[]
  /** Message of the error, as main.ts prints it. */
  readonly error: string
}

export interface SetupRun {
  /** Ends the run before the change whose summary matches, as a killed process would. */
  readonly interruptAt?: RegExp
  /** Ends the run when it has made this number of changes. */
  readonly interruptAfter?: number
  readonly env?: Readonly<Record<string, string>>
}

class Interrupted extends Error {}

export interface SetupOptions {
  /** Takes testkit/terraform/small-bootstrap in place of terraform/bootstrap. */
  readonly hasSmallBootstrap?: boolean
  /** Default branch of the repository on GitHub. */
  readonly branch?: string
  readonly github?: FakeGitHubOptions
}

/** Whether `init` announces a change with a line. */
export const isChange = (line: string): boolean => /^ +\+ /.test(line)

/**
 * An empty repository on GitHub with its clone, an AWS account, and a released package, for `langfuse-deploy init`.
 * The push to the bare repository starts a deployment that ends at the next look at it.
 */
export class SetupEnvironment {
  private readonly token: string

  private constructor(
    readonly folder: string,
    readonly github: FakeGitHub,
    readonly moto: Moto,
    readonly registry: FakeRegistry,
    private readonly options: SetupOptions,
  ) {
    this.token = github.tokenOf(PERSON)
    github.state.settings.defaultBranch = this.branch
    github.onRequest = ({ method, path, body }) => {
      if (path.endsWith('/actions/workflows/deploy.yml/runs')) this.deploy()
      if (method === 'POST' && path.endsWith('/pulls')) this.learnBranch((body as { head: string }).head)
    }
  }

  static async build(options: SetupOptions = {}): Promise<SetupEnvironment> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'setup-')))
    const [github, moto, registry] = await Promise.all([
      FakeGitHub.start(options.github),
      Moto.start({ ...NO_REGISTRY, shims: true }),
      FakeRegistry.start(),
    ])
    const environment = new SetupEnvironment(folder, github, moto, registry, options)
    environment.makePackage('0.1.0')
    environment.makeRepositories()
    return environment
  }

  async tearDown(): Promise<void> {
    await Promise.all([this.github.stop(), this.moto.stop(), this.registry.stop()])
    rmSync(this.folder, { recursive: true, force: true })
  }

  get branch(): string {
    return this.options.branch ?? 'main'
  }

  get clone(): string {
    return join(this.folder, 'clone')
  }

  get env(): Record<string, string> {
    const { PATH = '' } = process.env
    return {
      PATH,
      HOME: this.folder,
      GIT_CONFIG_GLOBAL: join(this.folder, 'gitconfig'),
      GITHUB_TOKEN: this.token,
      GITHUB_API_URL: this.github.url,
      AWS_ENDPOINT_URL: this.moto.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
      CHECKPOINT_DISABLE: '1',
      ...initSettings(),
    }
  }

  /** Runs a command line in the clone. */
  async run(
    args: readonly string[],
    { interruptAt, interruptAfter = Infinity, env = {} }: SetupRun = {},
  ): Promise<SetupResult> {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
    const lines: string[] = []
    let changes = 0
    const print = (line: string): void => {
      lines.push(line)
      if (isChange(line)) changes++
      if (interruptAt?.test(line) === true || changes > interruptAfter) throw new Interrupted(line)
    }
    try {
      const exitCode = await runCommandLine(args, {
        env: { ...this.env, ...env },
        mask: () => undefined,
        clock: {
          sleep: () => Promise.resolve(),
          random: () => 0,
          now: () => performance.now(),
          wallClockMs: Date.now,
        },
        print,
        progress: (line) => lines.push(line),
        onInterrupt: () => () => undefined,
        readProgram: () => Promise.reject(new Error('no program is needed')),
        directory: this.clone,
        packageDirectory: () => Promise.resolve(join(this.folder, 'package')),
        isInteractive: false,
      })
      return { exitCode, lines, error: '' }
    } catch (error) {
      if (!(error instanceof Interrupted) && !(error instanceof Error && 'reason' in error)) throw error
      return { exitCode: 1, lines, error: error.message }
    }
  }

  git(...args: readonly string[]): string {
    return this.execute('git', args, this.clone)
  }

  execute(program: string, args: readonly string[], directory: string): string {
    const options = { cwd: directory, env: this.env, encoding: 'utf8', stdio: 'pipe' } as const
    return execFileSync(program, [...args], options).trimEnd()
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.clone, path)), { recursive: true })
    writeFileSync(join(this.clone, path), text)
  }

  read(path: string): string {
    return readFileSync(join(this.clone, path), 'utf8')
  }

  /** The package as npm installs it, with images of the local registry. */
  makePackage(release: string): void {
    const directory = join(this.folder, 'package')
    rmSync(directory, { recursive: true, force: true })
    const filter = (path: string): boolean => !/^\.terraform$|^terraform\.tfstate/.test(basename(path))
    for (const path of [
      'terraform/bootstrap',
      'terraform/langfuse',
      'examples/settings',
      'examples/workflows',
      'CHANGELOG.md',
    ])
      cpSync(join(ROOT, this.sourceOf(path)), join(directory, path), { recursive: true, filter })
    const repository = { type: 'git', url: `git+https://github.com/${SOURCE}.git` }
    writeFileSync(join(directory, 'package.json'), JSON.stringify({ version: release, repository }))
    for (const file of ['images.yaml', 'images.v4.yaml'])
      writeFileSync(join(directory, file), this.localImages(readFileSync(join(ROOT, file), 'utf8')))
    this.publish(SOURCE, release)
  }

  private sourceOf(path: string): string {
    const isSmall = this.options.hasSmallBootstrap === true && path === 'terraform/bootstrap'
    return isSmall ? 'testkit/terraform/small-bootstrap' : path
  }

  private publish(repository: string, release: string): void {
    const { releases } = this.github.state
    const fresh = { tag_name: `v${release}`, body: '', published_at: '2026-01-01T00:00:00Z' }
    releases.set(repository, [fresh, ...(releases.get(repository) ?? [])])
  }

  /** Publishes the pinned version and a newer one of each image. */
  private localImages(text: string): string {
    return text.replace(/source: docker\.io\/(\S+):([^\s@]+)@\S+/g, (_, repository: string, tag: string) => {
      const newer = tag.replace(/(\d+)$/, (last) => String(Number(last) + 1))
      if (repository.startsWith('langfuse/')) this.publish('langfuse/langfuse', newer)
      const digests = [tag, newer].map((one) =>
        putImage(this.registry, repository, one, version(`${repository} ${one}`, { days: 60 })),
      )
      return `source: ${this.registry.host}/${repository}:${tag}@${digests[0] ?? ''}`
    })
  }

  /** Bare repositories in place of those on github.com: the user's, which is empty, and the project's. */
  private makeRepositories(): void {
    const [remote, source, work] = ['remote.git', 'source.git', 'source'].map((name) =>
      join(this.folder, name),
    )
    writeFileSync(
      join(this.folder, 'gitconfig'),
      [
        '[user]\n  name = Administrator\n  email = admin@example.com',
        `[init]\n  defaultBranch = ${this.branch}`,
        '[protocol "file"]\n  allow = always',
        `[url "file://${remote ?? ''}"]\n  insteadOf = https://github.com/acme/langfuse.git`,
        `[url "file://${source ?? ''}"]\n  insteadOf = https://github.com/${SOURCE}.git`,
        '',
      ].join('\n'),
    )
    mkdirSync(this.clone)
    this.execute('git', ['init', '--quiet', '--bare', remote ?? ''], this.folder)
    this.git('init', '--quiet')
    this.git('remote', 'add', 'origin', 'https://github.com/acme/langfuse.git')
    cpSync(join(ROOT, 'terraform/modules'), join(work ?? '', 'terraform/modules'), { recursive: true })
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '-m', 'release'],
      ['tag', 'v0.1.0'],
      ['clone', '--quiet', '--bare', '.', source ?? ''],
    ])
      this.execute('git', args, work ?? '')
  }

  /** Rejects pushes to the default branch, as a rule of the branch does. */
  protectBranch(): void {
    const hook = join(this.folder, 'remote.git/hooks/update')
    writeFileSync(
      hook,
      `#!/bin/sh\n[ "$1" != refs/heads/${this.branch} ] || { echo "error: GH013: Repository rule violations found for refs/heads/${this.branch}." >&2; exit 1; }\n`,
      { mode: 0o755 },
    )
  }

  /** Creates the default branch with a first file, as a person on GitHub's page. */
  createReadme(): void {
    this.commitOnRemote((work) => {
      writeFileSync(join(work, 'README.md'), '# langfuse\n')
      this.execute('git', ['add', '.'], work)
      this.execute('git', ['commit', '--quiet', '-m', 'Create README.md'], work)
    })
  }

  /** Merges a branch as GitHub's "Squash and merge". */
  squash(branch: string): void {
    this.commitOnRemote((work) => {
      this.execute('git', ['merge', '--quiet', '--squash', `origin/${branch}`], work)
      this.execute('git', ['commit', '--quiet', '-m', 'Squashed (#7)'], work)
    })
  }

  /** GitHub itself is not subject to the rules of a push. */
  private commitOnRemote(commit: (work: string) => void): void {
    const [remote, work] = [join(this.folder, 'remote.git'), mkdtempSync(join(this.folder, 'work-'))]
    this.execute('git', ['clone', '--quiet', remote, work], this.folder)
    commit(work)
    const hooks = ['-c', `core.hooksPath=${work}`]
    this.execute(
      'git',
      [
        ...hooks,
        'push',
        '--quiet',
        '--receive-pack',
        `git ${hooks.join(' ')} receive-pack`,
        'origin',
        this.branch,
      ],
      work,
    )
  }

  /** The bare repository is not that of the fake API, which only has to know that a branch was pushed. */
  private learnBranch(branch: string): void {
    const { history } = this.github
    const remote = join(this.folder, 'remote.git')
    const isPushed = this.execute('git', ['ls-remote', remote, `refs/heads/${branch}`], this.folder) !== ''
    if (isPushed && history.branchHead(branch) === undefined) this.github.commit(branch, { pushed: branch })
  }

  /** Acts as GitHub between two looks at the runs: starts a run for a new head, and ends a started one. */
  private deploy(): void {
    const { runs } = this.github.state.settings
    const heads = this.execute(
      'git',
      ['ls-remote', join(this.folder, 'remote.git'), `refs/heads/${this.branch}`],
      this.folder,
    )
    const sha = heads.split(/\s/)[0] ?? ''
    const run = runs.at(-1)
    if (run !== undefined && run.status !== 'completed') {
      run.status = 'completed'
      run.conclusion = this.conclusion
      return
    }
    if (sha === '' || runs.some((one) => one.sha === sha)) return
    const jobs = [{ name: 'langfuse / plan', status: 'in_progress', conclusion: null }]
    const fresh = { sha, status: 'in_progress', conclusion: null, jobs } as const
    runs.push({ id: 100 + runs.length, file: 'deploy.yml', ...fresh })
  }

  /** How deployments end. */
  conclusion = 'success'

  /** The state that a deployment leaves behind. */
  async storeState(bucket: string, key: string, resources: readonly unknown[] = []): Promise<void> {
    const outputs = {
      url: { value: 'https://d1.cloudfront.net', type: 'string' },
      first_user_secret_arn: { value: 'arn:aws:secretsmanager:eu-central-1:1:secret:user', type: 'string' },
    }
    const body = JSON.stringify({ version: 4, serial: 1, lineage: 'x', outputs, resources })
    await this.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }))
  }

  async readObject(bucket: string, key: string): Promise<string> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return (await Body?.transformToString()) ?? ''
  }

  async buckets(): Promise<string[]> {
    const { Buckets = [] } = await this.s3.send(new ListBucketsCommand({}))
    return Buckets.map(({ Name = '' }) => Name)
  }

  private get s3(): S3Client {
    return new S3Client({
      endpoint: this.moto.url,
      region: REGION,
      forcePathStyle: true,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
  }
}
