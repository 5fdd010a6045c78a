/** Environment variables and event payload of a job, in GitHub's format. */
export interface FakeEvent {
  readonly env: Readonly<Record<string, string>>
  readonly payload: unknown
}

const REPOSITORY_ID = 4711
export const HEAD_SHA = 'a'.repeat(40)
export const BASE_SHA = 'b'.repeat(40)
export const MERGE_SHA = 'c'.repeat(40)

function event(name: string, payload: object, env: Readonly<Record<string, string>> = {}): FakeEvent {
  return {
    env: {
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: '/runner/event.json',
      GITHUB_REPOSITORY: 'acme/langfuse',
      GITHUB_REPOSITORY_ID: String(REPOSITORY_ID),
      GITHUB_RUN_ID: '1234567890',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_ACTOR: 'octocat',
      GITHUB_WORKFLOW: 'plan',
      GITHUB_SHA: MERGE_SHA,
      GITHUB_REF: 'refs/heads/main',
      ...env,
    },
    payload: {
      repository: { id: REPOSITORY_ID, full_name: 'acme/langfuse', default_branch: 'main' },
      sender: { login: 'octocat', id: 583_231 },
      ...payload,
    },
  }
}

export interface PullRequestEventOptions {
  readonly number?: number
  readonly headSha?: string
  /** Repository of the head: the same, a fork, or a deleted fork. */
  readonly head?: 'same' | 'fork' | 'deleted'
  readonly trigger?: 'pull_request' | 'pull_request_target'
  readonly state?: string
}

export function pullRequestEvent(options: PullRequestEventOptions = {}): FakeEvent {
  const { number = 7, headSha = HEAD_SHA, head = 'same', trigger = 'pull_request', state = 'open' } = options
  const repositories = {
    same: { id: REPOSITORY_ID, full_name: 'acme/langfuse' },
    fork: { id: 666, full_name: 'contributor/langfuse' },
    deleted: null,
  }
  const pull = {
    number,
    state,
    user: { login: 'contributor', id: 1 },
    head: { ref: 'change', sha: headSha, repo: repositories[head] },
    base: { ref: 'main', sha: BASE_SHA, repo: { id: REPOSITORY_ID } },
  }
  const ref = trigger === 'pull_request' ? `refs/pull/${number}/merge` : 'refs/heads/main'
  return event(trigger, { action: 'synchronize', number, pull_request: pull }, { GITHUB_REF: ref })
}

export function pushEvent(ref = 'refs/heads/main', sha = MERGE_SHA): FakeEvent {
  return event('push', { ref, after: sha, before: BASE_SHA }, { GITHUB_REF: ref, GITHUB_SHA: sha })
}

export function mergeGroupEvent(): FakeEvent {
  const group = {
    head_sha: HEAD_SHA,
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
    base_sha: BASE_SHA,
    base_ref: 'refs/heads/main',
  }
  return event('merge_group', { action: 'checks_requested', merge_group: group })
}

export const otherEvent = (name: string, payload: object = {}): FakeEvent => event(name, payload)
