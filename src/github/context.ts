import { numberAt, textAt, valueAt } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

export interface Repository {
  readonly owner: string
  readonly name: string
  /** Stable across renames. */
  readonly id: string
}

export interface Run {
  readonly repository: Repository
  readonly runId: string
  readonly runAttempt: string
  readonly runUrl: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly actor: string
  readonly workflow: string
  /** For a pull request, the test merge commit. */
  readonly sha: string
  readonly ref: string
  /** Undefined if the event does not name it. */
  readonly defaultBranch: string | undefined
}

export interface PullRequestEvent {
  readonly event: 'pull_request'
  readonly trigger: 'pull_request' | 'pull_request_target'
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** A branch, as in `main`. */
  readonly baseRef: string
  readonly isFork: boolean
  /** Whether it is closed or merged. */
  readonly isClosed: boolean
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

export type Trigger =
  | PullRequestEvent
  | PushEvent
  | MergeGroupEvent
  | { readonly event: 'schedule' }
  | { readonly event: 'workflow_dispatch' }
  | { readonly event: 'other'; readonly name: string }

export type Context = Run & Trigger

/** The environment is not that of a workflow step. */
export class InvalidContext extends Error {
  override readonly name = 'InvalidContext'
  readonly reason: FailureReason = 'invalid-input'
}

/**
 * Reads the run and its event from the runner's variables
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 *
 * @throws InvalidContext
 */
export async function readContext(
  env: NodeJS.ProcessEnv,
  readFile: (path: string) => Promise<string>,
): Promise<Context> {
  const payload = await readPayload(requiredVariable(env, 'GITHUB_EVENT_PATH'), readFile)
  const run = readRun(env, payload)
  const name = requiredVariable(env, 'GITHUB_EVENT_NAME')
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

/** Returns the context of a pull request that did not trigger the run. */
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
    isClosed: false,
    author: run.actor,
  }
}

function readRun(env: NodeJS.ProcessEnv, payload: unknown): Run {
  const fullName = requiredVariable(env, 'GITHUB_REPOSITORY')
  const [owner = '', name = '', ...others] = fullName.split('/')
  if (owner === '' || name === '' || others.length > 0) {
    throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' does not have the form owner/name`)
  }
  const serverUrl = readUrl(env['GITHUB_SERVER_URL'] || 'https://github.com', 'GITHUB_SERVER_URL')
  const runId = requiredVariable(env, 'GITHUB_RUN_ID')
  const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1'
  const payloadId = numberAt(payload, 'repository', 'id')?.toString()
  return {
    repository: {
      owner,
      name,
      id: env['GITHUB_REPOSITORY_ID'] || payloadId || requiredVariable(env, 'GITHUB_REPOSITORY_ID'),
    },
    runId,
    runAttempt,
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
    serverUrl,
    apiUrl: readUrl(env['GITHUB_API_URL'] || 'https://api.github.com', 'GITHUB_API_URL'),
    actor: env['GITHUB_ACTOR'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    sha: parseCommitSha(requiredVariable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
    ref: env['GITHUB_REF'] ?? '',
    defaultBranch: textAt(payload, 'repository', 'default_branch') || undefined,
  }
}

function readPullRequest(trigger: PullRequestEvent['trigger'], payload: unknown): PullRequestEvent {
  const number = numberAt(payload, 'pull_request', 'number')
  const baseRef = textAt(payload, 'pull_request', 'base', 'ref')
  if (number === undefined || baseRef === undefined) throw missingKeyError(trigger, 'pull_request')
  // GitHub returns null for the repository of a deleted fork.
  const headId = numberAt(payload, 'pull_request', 'head', 'repo', 'id')
  return {
    event: 'pull_request',
    trigger,
    number,
    headSha: parseCommitSha(valueAt(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
    baseSha: parseCommitSha(valueAt(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
    baseRef,
    isFork: headId === undefined || headId !== numberAt(payload, 'pull_request', 'base', 'repo', 'id'),
    isClosed: textAt(payload, 'pull_request', 'state') === 'closed',
    author: textAt(payload, 'pull_request', 'user', 'login') ?? 'ghost',
  }
}

function readMergeGroup(payload: unknown): MergeGroupEvent {
  const baseRef = textAt(payload, 'merge_group', 'base_ref')
  if (baseRef === undefined) throw missingKeyError('merge_group', 'merge_group')
  return {
    event: 'merge_group',
    headSha: parseCommitSha(valueAt(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
    baseSha: parseCommitSha(valueAt(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
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
    const problem = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${problem}. The runner writes this file.`, {
      cause,
    })
  }
}

function requiredVariable(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (value) return value
  throw new InvalidContext(
    `${name} is not set. GitHub's runner sets it: run this action as a workflow step, with its environment.`,
  )
}

/** Octokit needs an address without a final slash. */
function readUrl(value: string, name: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '')
  throw new InvalidContext(
    `${name}: '${toPrintableLine(value)}' is not the address of a server, such as https://github.com`,
  )
}

/** Accepts SHA-1 and SHA-256. */
function parseCommitSha(value: unknown, name: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value
  throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not a commit SHA`)
}

function missingKeyError(event: string, key: string): InvalidContext {
  return new InvalidContext(
    `GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}. ` +
      'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must match.',
  )
}
