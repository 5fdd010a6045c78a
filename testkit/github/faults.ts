export interface GitHubAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** How a request goes wrong. */
export type GitHubFault =
  | { readonly kind: 'answer'; readonly answer: GitHubAnswer }
  | { readonly kind: 'reset' } // the connection breaks before the request is done
  | { readonly kind: 'lost' } // what is asked for is done, and a gateway answers 502
  | { readonly kind: 'cut' } // what is asked for is done, and the answer breaks off

export interface GitHubMatch {
  readonly method?: string
  readonly path?: RegExp
  /** Of its JSON. */
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

export const refuse = (status: number, message: string, errors?: readonly unknown[]): GitHubAnswer => ({
  status,
  body: { message, ...(errors && { errors }), documentation_url: DOCS, status: String(status) },
})

const failing = (answer: GitHubAnswer): GitHubFault => ({ kind: 'answer', answer })

export const serverError = (status = 502): GitHubFault => failing(refuse(status, 'Server Error'))

/** Too many changes in a short time; without seconds GitHub leaves it to the caller to guess. */
export function secondaryLimit(status: 403 | 429, seconds?: number): GitHubFault {
  const answer = refuse(status, 'You have exceeded a secondary rate limit. Please wait a few minutes.')
  return failing({ ...answer, headers: seconds === undefined ? {} : { 'retry-after': String(seconds) } })
}

/** All requests of the hour are used up. */
export function primaryLimit(resetInSeconds: number): GitHubFault {
  const reset = Math.floor(Date.now() / 1000) + resetInSeconds
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  return failing({ ...refuse(403, 'API rate limit exceeded for installation ID 1.'), headers })
}
