import { isRecord } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** What is known of a call to AWS that failed. */
export interface AwsFacts {
  /** As IAM writes it: `ecr:BatchGetImage`. */
  readonly action: string
  /** AWS's error code, Node's (`ECONNREFUSED`), or the error's name when there is neither. */
  readonly code: string
  /** HTTP status; undefined when no answer came. */
  readonly status?: number | undefined
  /** Empty or undefined when AWS gave none. */
  readonly requestId?: string | undefined
  /** AWS's own words, as one printable line. */
  readonly words: string
}

/** A call to AWS that failed; the message says which, why, and what to do. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly operation: string
  readonly code: string
  readonly requestId: string | undefined

  constructor(
    readonly facts: AwsFacts,
    options: ErrorOptions & { readonly advice?: string | undefined } = {},
  ) {
    super(`${sentence(facts)}. ${options.advice ?? advise(facts)}`, options)
    this.operation = facts.action.replace(/^.*:/, '')
    this.code = facts.code
    this.requestId = facts.requestId || undefined
  }
}

/**
 * Reads whatever the SDK throws.
 * @param action what was asked, as IAM writes it
 * @param secret what was sent along and must not come back in the words
 */
export function factsOf(error: unknown, action: string, secret?: string): AwsFacts {
  const fields: Record<string, unknown> = isRecord(error) ? error : { message: String(error) }
  const metadata = isRecord(fields['$metadata']) ? fields['$metadata'] : {}
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined
  const requestId = toPrintableLine(textIn(metadata, 'requestId'))
  const message = textIn(fields, 'message')
  // The SDK's name for an answer without AWS's error code, and its addition to what its parsers say.
  if (status !== undefined && (fields['name'] === 'Unknown' || message.includes('Deserialization error:'))) {
    return {
      action,
      code: 'UnreadableAnswer',
      status,
      requestId,
      words: 'the answer is not one that AWS gives',
    }
  }
  // Node's errors have a code that says more than their name; those of AWS have its code as name.
  const code = (status === undefined && textIn(fields, 'code')) || textIn(fields, 'name') || 'Error'
  const words = toPrintableLine(secret ? message.replaceAll(secret, '***') : message) || 'no reason given'
  return { action, code: toPrintableLine(code), status, requestId, words }
}

function textIn(fields: Readonly<Record<string, unknown>>, name: string): string {
  return typeof fields[name] === 'string' ? fields[name] : ''
}

function sentence({ action, code, status, requestId, words }: AwsFacts): string {
  const details = [
    code,
    status === undefined ? '' : `HTTP ${status}`,
    requestId ? `request ${requestId}` : '',
  ]
  return `${action} failed: ${words.replace(/\.$/, '')} (${details.filter((detail) => detail !== '').join(', ')})`
}

/** The facts of an answer that was given and lacks what it exists for. */
export function incomplete(action: string, what: string): AwsFacts {
  return { action, code: 'IncompleteAnswer', status: 200, words: `the answer lacks ${what}` }
}

/** A permission is missing. Any other 403 (an expired session, a proxy) is no statement on permissions. */
export function isDenied({ code }: AwsFacts): boolean {
  return code === 'AccessDenied' || code === 'AccessDeniedException'
}

const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimit)/
// Node's names for a network that failed; its TLS errors (ERR_TLS_…, CERT_…) do not heal by themselves.
const NETWORK = /^(?:E(?!RR_)[A-Z]+|TimeoutError)$/

/** Whether the same call may succeed later. */
export function isTransient({ code, status, words }: AwsFacts): boolean {
  if (status === undefined) return NETWORK.test(code) || /socket hang up|connection ended/i.test(words)
  return status >= 500 || status === 429 || THROTTLED.test(code) || code === 'RequestTimeout'
}

const NO_CREDENTIALS =
  'No AWS credentials were found: give role-to-assume (with `permissions: id-token: write`), ' +
  'run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'

/** The next step by error code, first match wins. */
const ADVICE: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^CredentialsProviderError$/, NO_CREDENTIALS],
  [
    /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    'The credentials have expired: with role-to-assume they renew themselves.',
  ],
  [
    /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch)$/,
    'AWS does not know these credentials: check the secrets and variables they come from, and the region.',
  ],
  [/^InvalidIdentityToken/, "Check the account's identity provider for token.actions.githubusercontent.com."],
  [
    /^(?:UnreadableAnswer|IncompleteAnswer)$/,
    "Something else seems to have answered in AWS's place: check AWS_ENDPOINT_URL and HTTPS_PROXY.",
  ],
  [/^ValidationError$/, "Check role-to-assume, role-duration and the role's maximum session duration."],
]

function advise(facts: AwsFacts): string {
  const advice = ADVICE.find(([code]) => code.test(facts.code))?.[1]
  if (advice !== undefined) return advice
  if (isDenied(facts)) return `Allow ${missingPermission(facts)} in a policy of the role.`
  if (facts.status === undefined) return 'Check aws-region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.'
  if (isTransient(facts)) return 'This is a passing fault of AWS: run the job again.'
  return `See the error code ${facts.code} in AWS's reference of ${facts.action}.`
}

/** The permission that AWS says is missing, which may be another than the one asked for (`ecr:TagResource`). */
export function missingPermission({ action, words }: AwsFacts): string {
  return /not authorized to perform:? ([a-z0-9-]+:\w+)/.exec(words)?.[1] ?? action
}
