import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { environmentOf, type Job, type Step, type Workflow, workflowsIn } from '../../test/workflow-files'
import type { FakeEvent } from '../github/event'
import { runStep } from './step'
import { type Contexts, evaluateJson, fill, isMet, type Status } from './workflow-expression'

type Texts = Readonly<Record<string, string>>

export interface Start {
  readonly event: FakeEvent
  readonly inputs?: Texts
  /** Repository of the workflow file; default: the repository in which it runs. */
  readonly workflowRepository?: string
  /** The claim `job_workflow_ref` of the jobs' ID tokens. */
  readonly workflowRef?: string
  /** Given by the caller, next to those of environments. */
  readonly secrets?: Texts
}

export interface OpenJob {
  readonly name: string
  readonly event: FakeEvent
  readonly permissions: Texts
  readonly environment: string | undefined
  readonly workflowRef: string | undefined
}

export interface Host {
  readonly vars: Texts
  readonly secrets: Texts
  /**
   * Copies a repository into a folder.
   *
   * @param only the single file to copy
   */
  checkout(
    from: {
      readonly repository: string
      readonly ref: string
      readonly hasAction: boolean
      readonly token: string
    },
    into: string,
    only?: string,
  ): Promise<void>
  /** Lists the files that a commit changes since its merge base with another one. */
  changedFiles(base: string, head: string): readonly string[]
  tokenFor(job: OpenJob): string
  open(job: OpenJob): Texts
  /** Prepares what a command of the action needs. @returns environment variables of its step */
  prepare(command: string): Promise<Texts>
  /** @throws Error if the job may not assume the role */
  assume(role: string, job: OpenJob): Promise<void>
  appToken(permissions: Texts): string
}

export interface RanStep {
  /** The action's command, or the step's name. */
  readonly name: string
  readonly outcome: Status | 'skipped'
  /** Of the program, without what the runner prepares. */
  readonly seconds: number
  readonly log: string
  readonly summary: string
  readonly outputs: Texts
}

export interface RanJob {
  readonly result: Status | 'skipped'
  readonly outputs: Texts
  readonly steps: readonly RanStep[]
}

export type Run = Readonly<Record<string, RanJob>>

/** Runs the jobs of a workflow in sequence, with GitHub's conditions, contexts and outputs. */
export async function runWorkflow(workflow: Workflow, start: Start, host: Host): Promise<Run> {
  const done: Record<string, RanJob> = {}
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = (job.needs ?? []).map((one) => [one, done[one]] as const)
    const status = needed.every(([, one]) => one?.result === 'success') ? 'success' : 'failure'
    const needs = Object.fromEntries(
      needed.map(([one, ran]) => [one, { result: ran?.result, outputs: ran?.outputs }]),
    )
    const contexts = { ...contextsOf(start, host), needs }
    const run = { name, job, workflow, start, host, contexts }
    done[name] = isMet(job.if, contexts, status) ? await runMatrix(run) : SKIPPED
  }
  return done
}

const SKIPPED: RanJob = { result: 'skipped', outputs: {}, steps: [] }

function contextsOf({ event, inputs = {}, secrets = {}, workflowRepository }: Start, host: Host): Contexts {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: sha = '', GITHUB_REF: ref = '' } = event.env
  return {
    github: {
      ...{ event: event.payload, event_name: event.env['GITHUB_EVENT_NAME'], repository, sha, ref },
      run_id: event.env['GITHUB_RUN_ID'],
    },
    job: { workflow_repository: workflowRepository ?? repository, workflow_sha: sha },
    runner: { os: 'Linux', arch: 'X64', tool_cache: '/opt/hostedtoolcache', temp: '/tmp' },
    vars: host.vars,
    secrets: { ...host.secrets, ...secrets },
    inputs,
    steps: {},
    env: {},
  }
}

interface Running {
  readonly name: string
  readonly job: Job
  readonly workflow: Workflow
  readonly start: Start
  readonly host: Host
  readonly contexts: Contexts
}

/** Runs a job once per element of its matrix, which has one list. */
async function runMatrix(running: Running): Promise<RanJob> {
  const [list] = Object.entries(running.job.strategy?.matrix ?? {})
  if (list === undefined) return runJob(running)
  const [name, elements] = list
  const legs: RanJob[] = []
  for (const element of evaluateJson(String(elements), running.contexts) as readonly unknown[]) {
    const contexts = { ...running.contexts, matrix: { [name]: element } }
    legs.push(await runJob({ ...running, contexts }))
  }
  const result = legs.some((leg) => leg.result === 'failure') ? 'failure' : 'success'
  return { result, outputs: legs.at(-1)?.outputs ?? {}, steps: legs.flatMap(({ steps }) => steps) }
}

async function runJob(running: Running): Promise<RanJob> {
  const { job, start, host, contexts } = running
  if (job.uses === undefined) return new JobRun(running).run()
  const [path = '', ref = ''] = job.uses.split('@')
  const called = workflowsIn('.github/workflows').find(({ file }) => file === basename(path))
  if (called === undefined) throw new Error(`unknown workflow ${job.uses}`)
  const filled = (texts: Texts = {}): Texts =>
    Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, fill(value, contexts)]))
  const [inputs, secrets] = [filled(job.with), filled(job.secrets)]
  const workflowRepository = job.uses.split('/').slice(0, 2).join('/')
  const workflowRef = `${path}@${/^v\d/.test(ref) ? 'refs/tags/' : ''}${ref}`
  const inner = await runWorkflow(
    called.workflow,
    { ...start, inputs, secrets, workflowRepository, workflowRef },
    host,
  )
  const results = Object.values(inner).map(({ result }) => result)
  const result = results.includes('failure') ? 'failure' : 'success'
  const outputs = Object.fromEntries(
    Object.entries(called.workflow.on?.workflow_call?.outputs ?? {}).map(([name, { value }]) => [
      name,
      fill(value, { ...contexts, jobs: inner }),
    ]),
  )
  return { result, outputs, steps: Object.values(inner).flatMap(({ steps }) => steps) }
}

class JobRun {
  private readonly opened: OpenJob
  private readonly steps: Record<string, { outputs: Texts; outcome: string }> = {}
  private readonly posts: (() => Promise<unknown>)[] = []
  private env: Texts = {}
  private status: Status = 'success'
  private folder = ''

  constructor(private readonly running: Running) {
    const { name, job, start, contexts } = running
    const environment = environmentOf(job)
    this.opened = {
      name,
      event: start.event,
      permissions: job.permissions ?? {},
      environment: environment && fill(environment, contexts),
      workflowRef: start.workflowRef,
    }
  }

  async run(): Promise<RanJob> {
    const { job, host } = this.running
    this.folder = await realpath(await mkdtemp(join(tmpdir(), 'job-')))
    await Promise.all([mkdir(this.workspace), mkdir(join(this.folder, 'temp'))])
    try {
      const given = host.open(this.opened)
      const ran: RanStep[] = []
      for (const step of job.steps ?? []) {
        const one = await this.step(step, given)
        ran.push(one)
        if (step.id !== undefined) this.steps[step.id] = { outputs: one.outputs, outcome: one.outcome }
        if (one.outcome === 'failure') this.status = 'failure'
      }
      for (const post of this.posts.reverse()) await post()
      const outputs = this.filled(job.outputs ?? {})
      // An address that cannot be evaluated fails the job.
      if (typeof job.environment === 'object') this.filled({ url: job.environment.url })
      return { result: this.status, outputs, steps: ran }
    } finally {
      await rm(this.folder, { recursive: true, force: true })
    }
  }

  private get workspace(): string {
    return join(this.folder, 'workspace')
  }

  private contexts(more: Texts = {}): Contexts {
    const { contexts, host } = this.running
    const github = { ...(contexts['github'] as object), token: host.tokenFor(this.opened) }
    return { ...contexts, github, steps: this.steps, env: { ...this.env, ...more } }
  }

  private filled(texts: Readonly<Record<string, unknown>>, more?: Texts): Record<string, string> {
    const contexts = this.contexts(more)
    return Object.fromEntries(
      Object.entries(texts).map(([name, value]) => [name, fill(String(value), contexts, this.status)]),
    )
  }

  private async step(step: Step, given: Texts): Promise<RanStep> {
    const { workflow, job } = this.running
    const shared = { ...this.filled(workflow.env ?? {}), ...this.filled(job.env ?? {}) }
    const env = { ...shared, ...this.env, ...this.filled(step.env ?? {}, shared) }
    const inputs = this.filled(step.with ?? {}, env)
    const name = inputs['command'] ?? step.name ?? step.uses?.split('@')[0] ?? 'run'
    const nothing = { name, seconds: 0, log: '', summary: '', outputs: {} }
    if (!isMet(step.if, this.contexts(env), this.status)) return { ...nothing, outcome: 'skipped' }
    try {
      return { ...nothing, ...(await this.act(step, inputs, { ...given, ...env })) }
    } catch (error) {
      return { ...nothing, outcome: 'failure', log: String(error) }
    }
  }

  private act(step: Step, inputs: Texts, env: Texts): Promise<Omit<RanStep, 'name'>> {
    if (step.run !== undefined) return this.script(step.run, step['working-directory'], env)
    if (step.uses?.startsWith('./')) return this.ours(step.uses, inputs, env)
    return this.theirs(step.uses?.split('@')[0] ?? '', inputs)
  }

  private async ours(uses: string, inputs: Texts, env: Texts): Promise<Omit<RanStep, 'name'>> {
    const folder = join(this.workspace, uses)
    const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as {
      readonly inputs: Readonly<Record<string, { readonly default?: string }>>
      readonly runs: { readonly main: string; readonly post: string }
    }
    for (const file of [action.runs.main, action.runs.post])
      if (!existsSync(join(folder, file))) throw new Error(`${uses} has no ${file}`)
    const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs))
    if (unknown.length > 0) throw new Error(`Unexpected input(s) ${unknown.join(', ')}`)
    const defaults = Object.entries(action.inputs).map(([name, { default: usual = '' }]) => [name, usual])
    const all = { ...this.filled(Object.fromEntries(defaults) as Texts), ...inputs }
    const { 'role-to-assume': role = '' } = all
    if (role !== '') await this.running.host.assume(role, this.opened)
    const prepared = await this.running.host.prepare(all['command'] ?? '')
    const step = {
      inputs: all,
      workspace: this.workspace,
      env: { ...(await this.variables()), ...env, ...prepared },
    }
    const startedMs = performance.now()
    const { exitCode, log, summary, outputs, state } = await runStep(step)
    const seconds = (performance.now() - startedMs) / 1000
    this.posts.push(() => runStep({ ...step, post: state }))
    return { outcome: exitCode === 0 ? 'success' : 'failure', seconds, log, summary, outputs }
  }

  private async variables(): Promise<Texts> {
    const { env, payload } = this.running.start.event
    const GITHUB_EVENT_PATH = join(this.folder, 'event.json')
    await writeFile(GITHUB_EVENT_PATH, JSON.stringify(payload))
    return { ...env, GITHUB_EVENT_PATH, RUNNER_TEMP: join(this.folder, 'temp') }
  }

  private async script(script: string, folder = '.', env: Texts): Promise<Omit<RanStep, 'name'>> {
    const path = (name: string): string => join(this.folder, 'temp', name)
    await writeFile(path('script.sh'), script)
    for (const name of ['output', 'summary']) await writeFile(path(name), '')
    const startedMs = performance.now()
    const child = spawn('bash', ['-e', path('script.sh')], {
      cwd: join(this.workspace, folder),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${join(import.meta.dirname, 'programs')}:${process.env['PATH'] ?? ''}`,
        HOME: this.folder,
        ...(await this.variables()),
        GITHUB_OUTPUT: path('output'),
        GITHUB_STEP_SUMMARY: path('summary'),
        ...env,
      },
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const [exitCode, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
    const seconds = (performance.now() - startedMs) / 1000
    const pairs = [...(await readFile(path('output'), 'utf8')).matchAll(/^(\w+)=(.*)$/gm)]
    return {
      outcome: exitCode === 0 ? 'success' : 'failure',
      seconds,
      log: out + err,
      summary: await readFile(path('summary'), 'utf8'),
      outputs: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value])),
    }
  }

  private async theirs(action: string, inputs: Texts): Promise<Omit<RanStep, 'name'>> {
    const { host, contexts } = this.running
    const done = { outcome: 'success', seconds: 0, log: '', summary: '', outputs: {} } as const
    switch (action) {
      case 'actions/checkout': {
        const { repository, sha } = contexts['github'] as { repository: string; sha: string }
        const wanted = { repository: inputs['repository'] || repository, ref: inputs['ref'] || sha }
        const { workflow_repository: withAction } = contexts['job'] as { workflow_repository: string }
        const hasAction = wanted.repository === withAction
        const into = join(this.workspace, inputs['path'] ?? '')
        // actions/checkout removes all other content of its folder, the whole workspace without `path`.
        await rm(into, { recursive: true, force: true })
        await mkdir(into, { recursive: true })
        const token = inputs['token'] || host.tokenFor(this.opened)
        await host.checkout({ ...wanted, hasAction, token }, into, inputs['sparse-checkout'])
        // The history of the fake has no Git objects. The program `git` of the runner answers from this file.
        if (inputs['fetch-depth'] === '0')
          await writeFile(join(into, '.changed-files'), host.changedFiles(sha, wanted.ref).join('\n'))
        return done
      }
      case 'actions/create-github-app-token': {
        const asked = Object.entries(inputs).filter(([name]) => name.startsWith('permission-'))
        const permissions = asked.map(([name, value]) => [name.replace('permission-', ''), value])
        if (inputs['private-key'] === '') throw new Error('the private key is empty')
        return { ...done, outputs: { token: host.appToken(Object.fromEntries(permissions) as Texts) } }
      }
      case 'aws-actions/configure-aws-credentials':
        await host.assume(inputs['role-to-assume'] ?? '', this.opened)
        this.env = {
          ...this.env,
          AWS_REGION: inputs['aws-region'] ?? '',
          AWS_ACCESS_KEY_ID: 'ASIAFAKEFAKEFAKEFAKE',
          AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
        }
        return done
      case 'actions/cache':
      case 'hashicorp/setup-terraform':
        return done
      default:
        throw new Error(`the runner of the testkit does not support ${action}`)
    }
  }
}
