export interface GitHubAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type GitHubFault =
  | { readonly kind: 'answer'; readonly answer: GitHubAnswer }
  | { readonly kind: 'reset' } // the connection is closed and the request has no effect
  | { readonly kind: 'lost' } // the request takes effect and a gateway answers 502
  | { readonly kind: 'cut' } // the request takes effect and the answer is truncated
  | { readonly kind: 'silent' } // there is no answer, and the connection stays open
  | { readonly kind: 'stalled' } // the request takes effect and the answer stops in the middle

export interface GitHubMatch {
  readonly method?: string
  readonly path?: RegExp
  readonly body?: RegExp
}

interface Arrived {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export class GitHubFaults {
  private readonly waiting: { match: GitHubMatch; fault: GitHubFault; times: number }[] = []

  add(match: GitHubMatch, fault: GitHubFault, times: number): void {
    this.waiting.push({ match, fault, times })
  }

  take({ method, path, body }: Arrived): GitHubFault | undefined {
    const isMet = ({ match }: { match: GitHubMatch }): boolean =>
      (match.method ?? method) === method &&
      (match.path?.test(path) ?? true) &&
      (match.body?.test(JSON.stringify(body ?? '')) ?? true)
    const next = this.waiting.find((one) => one.times > 0 && isMet(one))
    if (next === undefined) return undefined
    next.times -= 1
    return next.fault
  }
}

const DOCS = 'https://docs.github.com/rest'

export const gitHubError = (status: number, message: string, errors?: readonly unknown[]): GitHubAnswer => ({
  status,
  body: { message, ...(errors && { errors }), documentation_url: DOCS, status: String(status) },
})

const failing = (answer: GitHubAnswer): GitHubFault => ({ kind: 'answer', answer })

export const serverError = (status = 502): GitHubFault => failing(gitHubError(status, 'Server Error'))

/** GitHub's secondary rate limit; without seconds the answer has no `retry-after`. */
export function secondaryLimit(status: 403 | 429, seconds?: number): GitHubFault {
  const answer = gitHubError(status, 'You have exceeded a secondary rate limit. Please wait a few minutes.')
  return failing({ ...answer, headers: seconds === undefined ? {} : { 'retry-after': String(seconds) } })
}

export function primaryLimit(resetInSeconds: number): GitHubFault {
  const reset = Math.floor(Date.now() / 1000) + resetInSeconds
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  return failing({ ...gitHubError(403, 'API rate limit exceeded for installation ID 1.'), headers })
}
