import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Certificate, selfSigned } from '../network/certificate'
import { ConnectProxy } from '../network/connect-proxy'
import { changedFilesBetween } from '../github/compare'
import { ACTIONS_BOT, type FakePull } from '../github/history'
import { type FakeEvent, otherEvent, pullRequestEvent, pushEvent } from '../github/event'
import { makeImage, makeIndex } from '../registry/image'
import { FakeLangfuse, type LangfuseFaults } from '../langfuse/server'
import { Moto } from '../moto/moto'
import { putImage } from '../registry/push'
import { FakeRegistry } from '../registry/server'
import { StackEnvironment } from './stack-environment'
import { type Document, trusts } from '../aws/trust-policy'
import type { Host, OpenJob } from './workflow-runner'

type Texts = Readonly<Record<string, string>>

const ROOT = join(import.meta.dirname, '../..')
const REPOSITORY = 'acme/langfuse'
const APP = { login: 'acme-refresh[bot]', id: 99, type: 'Bot' } as const
const TEN_DAYS_MS = 864_000_000

/** A repository whose workflows deploy the stack, with all servers that they use. */
export class Deployment implements Host {
  vars: Texts = {}
  secrets: Texts = {}
  /** Whether the workflow runs for a fork, with read permissions only. */
  isFork = false
  /** The only token that can read the repository of the workflows. Undefined if it is public. */
  sourceToken: string | undefined
  /** Version of Langfuse. Default: that of the stack's task definition. */
  langfuseVersion: string | undefined
  /** Faults of Langfuse at the next verifications. */
  langfuseFaults: LangfuseFaults = {}
  private readonly tokens = new Map<string, string>()
  private langfuse: FakeLangfuse | undefined
  private proxy: ConnectProxy | undefined

  private constructor(
    readonly environment: StackEnvironment,
    readonly moto: Moto,
    readonly upstream: FakeRegistry,
    readonly ecr: FakeRegistry,
    private readonly certificate: Certificate,
    readonly images: string,
  ) {}

  static async build(): Promise<Deployment> {
    const [upstream, ecr] = await Promise.all([FakeRegistry.start(), FakeRegistry.start()])
    const moto = await Moto.start({
      registryHost: ecr.host,
      dataPlane: {
        manifest: (repository, reference) => ecr.manifest(repository, reference)?.digest,
        blob: (repository, digest) => ecr.hasBlob(repository, digest),
      },
      shims: true,
    })
    const environment = await StackEnvironment.build(moto)
    // Without a domain, the stack has only CloudFront's host names.
    const certificate = selfSigned('DNS:*.cloudfront.net')
    await writeFile(join(environment.folder, 'cert.pem'), certificate.cert)
    const images = (await readFile(join(ROOT, 'images.v4.yaml'), 'utf8')).replaceAll(
      /docker\.io\/([\w/-]+):([\w.-]+)@\S+/g,
      (_, repository: string, tag: string) => publishTo(upstream, repository, tag),
    )
    return new Deployment(environment, moto, upstream, ecr, certificate, images)
  }

  async tearDown(): Promise<void> {
    await this.stopLangfuse()
    await this.environment.tearDown()
    await Promise.all([this.moto.stop(), this.upstream.stop(), this.ecr.stop()])
  }

  async bootstrap(settings = ['destroy_environment=production-destroy']): Promise<void> {
    this.vars = await this.applyBootstrap(settings)
  }

  /** Creates the roles of two environments, and the variables of each with its name as prefix. */
  async bootstrapEnvironments(first: string, second: string): Promise<void> {
    // One account, so that the test applies bootstrap once.
    const set = await this.applyBootstrap([`environment=${first}`, `destroy_environment=${second}`])
    const prefixed = [first, second].flatMap((environment) =>
      Object.entries(set).map(([name, value]) => [`${environment.toUpperCase()}_${name}`, value]),
    )
    this.vars = Object.fromEntries(prefixed) as Texts
  }

  private async applyBootstrap(settings: readonly string[]): Promise<Texts> {
    const { repository_variables: commands = '' } = await this.environment.applyBootstrap(settings)
    const set = [...commands.matchAll(/^gh variable set (\w+) --repo acme\/langfuse --body '(.*)'$/gm)]
    return Object.fromEntries(set.map(([, name = '', value = '']) => [name, value]))
  }

  /** @returns the push event */
  push(files: Texts): FakeEvent {
    return pushEvent('refs/heads/main', this.environment.github.commit('main', files))
  }

  merge(pull: FakePull): FakeEvent {
    const { history, state } = this.environment.github
    const sha = history.merge(pull, 'squash')
    state.git.put(sha, state.git.filesAt(pull.commits.at(-1) ?? ''))
    if (pull.branch !== undefined) history.setBranchHead(pull.branch, undefined)
    return pushEvent('refs/heads/main', sha)
  }

  openPull(isFork = false): FakeEvent {
    const { history, state } = this.environment.github
    const { number, commits } = history.openPull({ isFork })
    const headSha = commits.at(-1) ?? ''
    state.git.put(headSha, state.git.filesAt(history.branchHead('main') ?? ''))
    return withSha(pullRequestEvent({ number, headSha, head: isFork ? 'fork' : 'same' }), headSha)
  }

  onMain(event: string): FakeEvent {
    return withSha(otherEvent(event), this.environment.github.history.branchHead('main') ?? '')
  }

  /** Publishes a release and its image. */
  publish(repository: string, version: string): string {
    const { releases } = this.environment.github.state
    const known = releases.get(LANGFUSE) ?? []
    const release = { tag_name: `v${version}`, body: '', published_at: tenDaysAgo() }
    if (known.every((one) => one['tag_name'] !== release.tag_name))
      releases.set(LANGFUSE, [release, ...known])
    return publishTo(this.upstream, repository, version)
  }

  async checkout(
    { repository, ref, hasAction, token }: Parameters<Host['checkout']>[0],
    into: string,
    only?: string,
  ): Promise<void> {
    if (repository !== REPOSITORY && this.sourceToken !== undefined && token !== this.sourceToken)
      throw new Error(`fatal: repository 'https://github.com/${repository}/' not found`)
    await mkdir(into, { recursive: true })
    if (hasAction && only === undefined) {
      await cp(join(this.environment.folder, 'workspace/terraform'), join(into, 'terraform'), {
        recursive: true,
      })
      for (const name of ['action.yml', 'dist']) await symlink(join(ROOT, name), join(into, name))
    }
    if (repository !== REPOSITORY) return
    for (const [name, content] of Object.entries(this.environment.github.state.git.filesAt(ref))) {
      if (only !== undefined && name !== only) continue
      await mkdir(dirname(join(into, name)), { recursive: true })
      await writeFile(join(into, name), content)
    }
  }

  changedFiles(base: string, head: string): readonly string[] {
    return changedFilesBetween(this.environment.github.state, base, head)
  }

  tokenFor({ permissions }: OpenJob): string {
    return this.token(ACTIONS_BOT, permissions)
  }

  appToken(permissions: Texts): string {
    return this.token(APP, permissions)
  }

  open(job: OpenJob): Texts {
    const mayAsk = job.permissions['id-token'] === 'write' && !this.isFork
    this.environment.tokens.claims = claimsOf(job)
    return {
      AWS_ENDPOINT_URL: this.moto.url,
      AWS_MAX_ATTEMPTS: '2',
      GITHUB_API_URL: this.environment.github.url,
      NODE_EXTRA_CA_CERTS: join(this.environment.folder, 'cert.pem'),
      ...this.environment.langfuse.initEnv,
      ...(mayAsk && this.environment.tokens.env),
    }
  }

  async prepare(command: string): Promise<Texts> {
    if (command !== 'verify') return {}
    await this.startLangfuse()
    return { HTTPS_PROXY: `http://127.0.0.1:${this.proxy?.port ?? 0}` }
  }

  async assume(role: string, job: OpenJob): Promise<void> {
    const name = role.split('/').at(-1) ?? ''
    const found = (await this.environment.aws('iam', 'get-role', '--role-name', name)) as {
      readonly Role: { readonly AssumeRolePolicyDocument: Document }
    }
    const claims = claimsOf(job)
    if (job.permissions['id-token'] !== 'write') throw new Error(`${job.name} has no ID token`)
    if (!trusts(found.Role.AssumeRolePolicyDocument, claims))
      throw new Error(`${name} does not trust ${JSON.stringify(claims)}`)
  }

  /** Returns the version in the ECS task definition, by its digest and the registry's tags. */
  async runningVersion(): Promise<string> {
    const where = [
      '--cluster',
      'langfuse',
      '--services',
      'langfuse-web',
      '--query',
      'services[0].taskDefinition',
    ]
    const definition = String(await this.environment.aws('ecs', 'describe-services', ...where))
    const query = ['--query', 'taskDefinition.containerDefinitions[].image']
    const images = await this.environment.aws(
      'ecs',
      'describe-task-definition',
      '--task-definition',
      definition,
      ...query,
    )
    const [, repository = '', digest = ''] =
      /\/(langfuse\/langfuse-web)@(sha256:\w+)/.exec(String(images)) ?? []
    const tags = Object.entries(this.ecr.tags(repository))
    const [version] = tags.find(([, one]) => one === digest) ?? []
    if (version === undefined) throw new Error(`no mirrored image for ${String(images)}`)
    return version
  }

  private token(identity: typeof ACTIONS_BOT, permissions: Texts): string {
    const given = Object.entries(permissions).map(([part, right]) => [part, this.isFork ? 'read' : right])
    const key = JSON.stringify([identity.login, ...given])
    const token =
      this.tokens.get(key) ?? this.environment.github.tokenOf(identity, Object.fromEntries(given) as Texts)
    this.tokens.set(key, token)
    return token
  }

  /** Starts Langfuse in the version of the task definition, with the stack's API keys. */
  private async startLangfuse(): Promise<void> {
    await this.stopLangfuse()
    const outputs = await this.environment.aws(
      'secretsmanager',
      'list-secrets',
      '--query',
      'SecretList[?contains(Name, `api-keys`)].ARN',
    )
    const [arn = ''] = outputs as string[]
    const keys = await this.environment.aws(
      'secretsmanager',
      'get-secret-value',
      '--secret-id',
      arn,
      '--query',
      'SecretString',
    )
    const { public_key: publicKey, secret_key: secretKey } = JSON.parse(String(keys)) as Record<
      string,
      string
    >
    this.langfuse = await FakeLangfuse.start({
      version: this.langfuseVersion ?? (await this.runningVersion()),
      keys: { publicKey: publicKey ?? '', secretKey: secretKey ?? '' },
      certificate: this.certificate,
      readableAfterMs: 300,
      faults: this.langfuseFaults,
    })
    this.proxy = await ConnectProxy.start(this.langfuse.port)
  }

  private async stopLangfuse(): Promise<void> {
    await Promise.all([this.langfuse?.stop(), this.proxy?.stop()])
  }
}

const LANGFUSE = 'langfuse/langfuse'
const tenDaysAgo = (): string => new Date(Date.now() - TEN_DAYS_MS).toISOString()

function publishTo(registry: FakeRegistry, repository: string, tag: string): string {
  const created = tenDaysAgo()
  const images = ['amd64', 'arm64'].map((architecture) =>
    makeImage({
      seed: `${repository} ${tag}`,
      created,
      layers: [20_000],
      platform: { os: 'linux', architecture },
    }),
  )
  const digest = putImage(registry, repository, tag, makeIndex(images, { attestations: true }))
  return `${registry.host}/${repository}:${tag}@${digest}`
}

const withSha = ({ env, payload }: FakeEvent, sha: string): FakeEvent => ({
  payload,
  env: { ...env, GITHUB_SHA: sha },
})

/** https://docs.github.com/actions/reference/security/oidc#oidc-token-claims */
function claimsOf({ event, environment, workflowRef }: OpenJob): Record<string, string> {
  const { GITHUB_REF: ref = '', GITHUB_EVENT_NAME: name = '' } = event.env
  const rest = name === 'pull_request' ? 'pull_request' : `ref:${ref}`
  const subject = environment === undefined ? rest : `environment:${environment}`
  const claims = {
    aud: 'sts.amazonaws.com',
    sub: `repo:${REPOSITORY}:${subject}`,
    ref,
    repository_id: '4711',
  }
  return { ...claims, ...(workflowRef !== undefined && { job_workflow_ref: workflowRef }) }
}
