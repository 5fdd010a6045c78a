import { numberAt, textAt, valueAt } from '../text/json'

export interface Repository {
  readonly owner: string
  readonly name: string
  /** Stays when the repository is renamed or moves. */
  readonly id: string
}

/** The run that this step belongs to. */
export interface Run {
  readonly repository: Repository
  readonly runId: string
  readonly runAttempt: string
  readonly runUrl: string
  readonly serverUrl: string
  readonly apiUrl: string
  /** Who started it; a person's login, or that of a bot such as `dependabot[bot]`. */
  readonly actor: string
  readonly workflow: string
  /** What GitHub checks out: for a pull request the trial merge, not its head. */
  readonly sha: string
  readonly ref: string
}

export interface PullRequestEvent {
  readonly event: 'pull_request'
  /** `pull_request_target` runs with the rights of the base, whoever opened the pull request. */
  readonly trigger: 'pull_request' | 'pull_request_target'
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** A branch, as in `main`. */
  readonly baseRef: string
  readonly isFork: boolean
  readonly author: string
}

export interface PushEvent {
  readonly event: 'push'
  readonly isDefaultBranch: boolean
}

export interface MergeGroupEvent {
  readonly event: 'merge_group'
  readonly headSha: string
  readonly baseSha: string
  /** A branch, as in `main`. */
  readonly baseRef: string
}

/** Why the workflow runs, as far as commands tell events apart. */
export type Trigger =
  | PullRequestEvent
  | PushEvent
  | MergeGroupEvent
  | { readonly event: 'schedule' }
  | { readonly event: 'workflow_dispatch' }
  | { readonly event: 'other'; readonly name: string }

export type Context = Run & Trigger

/** The step was started without what the runner gives to every step. */
export class InvalidContext extends Error {
  override readonly name = 'InvalidContext'
}

/**
 * Reads what the runner says on the run and the event
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 */
export async function readContext(
  env: NodeJS.ProcessEnv,
  readFile: (path: string) => Promise<string>,
): Promise<Context> {
  const payload = await readPayload(variable(env, 'GITHUB_EVENT_PATH'), readFile)
  const run = readRun(env, payload)
  const name = variable(env, 'GITHUB_EVENT_NAME')
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return { ...run, ...readPullRequest(name, payload) }
    case 'push':
      return { ...run, event: name, isDefaultBranch: run.ref === defaultRef(payload) }
    case 'merge_group':
      return { ...run, ...readMergeGroup(payload) }
    case 'schedule':
    case 'workflow_dispatch':
      return { ...run, event: name }
    default:
      return { ...run, event: 'other', name }
  }
}

/** A run that looks after a pull request of this repository which did not start it. */
export function asPullRequest(
  run: Run,
  { number, headSha }: { readonly number: number; readonly headSha: string },
): Run & PullRequestEvent {
  return {
    ...run,
    event: 'pull_request',
    trigger: 'pull_request',
    number,
    headSha,
    baseSha: run.sha,
    baseRef: run.ref.replace(/^refs\/heads\//, ''),
    isFork: false,
    author: run.actor,
  }
}

function readRun(env: NodeJS.ProcessEnv, payload: unknown): Run {
  const fullName = variable(env, 'GITHUB_REPOSITORY')
  const [owner = '', name = '', ...rest] = fullName.split('/')
  if (owner === '' || name === '' || rest.length > 0) {
    throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' is not owner/name`)
  }
  const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const runId = variable(env, 'GITHUB_RUN_ID')
  const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1'
  const payloadId = numberAt(payload, 'repository', 'id')?.toString()
  return {
    repository: {
      owner,
      name,
      id: env['GITHUB_REPOSITORY_ID'] || payloadId || variable(env, 'GITHUB_REPOSITORY_ID'),
    },
    runId,
    runAttempt,
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
    serverUrl,
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    actor: env['GITHUB_ACTOR'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    sha: commit(variable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
    ref: env['GITHUB_REF'] ?? '',
  }
}

function readPullRequest(trigger: PullRequestEvent['trigger'], payload: unknown): PullRequestEvent {
  const number = numberAt(payload, 'pull_request', 'number')
  const baseRef = textAt(payload, 'pull_request', 'base', 'ref')
  if (number === undefined || baseRef === undefined) throw lacking(trigger, 'pull_request')
  // The repository of the head is null once the fork is deleted; what is not known to be ours is a fork.
  const headId = numberAt(payload, 'pull_request', 'head', 'repo', 'id')
  return {
    event: 'pull_request',
    trigger,
    number,
    headSha: commit(valueAt(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
    baseSha: commit(valueAt(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
    baseRef,
    isFork: headId === undefined || headId !== numberAt(payload, 'pull_request', 'base', 'repo', 'id'),
    author: textAt(payload, 'pull_request', 'user', 'login') ?? 'ghost',
  }
}

function readMergeGroup(payload: unknown): MergeGroupEvent {
  const baseRef = textAt(payload, 'merge_group', 'base_ref')
  if (baseRef === undefined) throw lacking('merge_group', 'merge_group')
  return {
    event: 'merge_group',
    headSha: commit(valueAt(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
    baseSha: commit(valueAt(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
    baseRef: baseRef.replace(/^refs\/heads\//, ''),
  }
}

function defaultRef(payload: unknown): string {
  return `refs/heads/${textAt(payload, 'repository', 'default_branch') ?? ''}`
}

async function readPayload(path: string, readFile: (path: string) => Promise<string>): Promise<unknown> {
  try {
    const payload: unknown = JSON.parse(await readFile(path))
    return payload
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${why}; the runner writes it for each event`, {
      cause,
    })
  }
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (value) return value
  throw new InvalidContext(
    `${name}: is not set; GitHub's runner sets it, so run this as a step of a workflow, ` +
      'and do not empty the environment before it',
  )
}

/** SHA-1, or SHA-256 where a repository has it. */
function commit(value: unknown, name: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value
  throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not the id of a commit`)
}

function lacking(event: string, key: string): InvalidContext {
  return new InvalidContext(
    `GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}; ` +
      'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must belong together',
  )
}
