import type { FailureReason } from '../text/failure-reason'
import { isTransientStatus, PERMANENT_NETWORK_ERRORS } from '../http/retry-policies'
import { isRecord } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import { withoutFullStop } from '../text/format'

export interface AwsErrorDetails {
  /** IAM action: `ecr:BatchGetImage`. */
  readonly action: string
  /** Of AWS or Node (`ECONNREFUSED`). */
  readonly code: string
  /** Undefined without an answer. */
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  /** One printable line. */
  readonly message: string
}

/** The message contains action, cause and next step. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly reason: FailureReason
  readonly operation: string
  readonly code: string
  readonly requestId: string | undefined

  constructor(
    readonly details: AwsErrorDetails,
    options: ErrorOptions & { readonly advice?: string | undefined } = {},
  ) {
    super(`${describeFailure(details)}. ${options.advice ?? nextStep(details)}`, options)
    this.operation = details.action.replace(/^.*:/, '')
    this.code = details.code
    this.reason = isDenied(details) ? 'aws-denied' : 'aws-error'
    this.requestId = details.requestId || undefined
  }
}

/** Reads an error of the SDK. @param secret removed from the message */
export function readErrorDetails(error: unknown, action: string, secret?: string): AwsErrorDetails {
  const fields: Record<string, unknown> = isRecord(error) ? error : { message: String(error) }
  const metadata = isRecord(fields['$metadata']) ? fields['$metadata'] : {}
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined
  const requestId = toPrintableLine(stringField(metadata, 'requestId'))
  const message = stringField(fields, 'message')
  // The SDK's marks for answers of other servers.
  if (status !== undefined && (fields['name'] === 'Unknown' || message.includes('Deserialization error:'))) {
    return {
      action,
      code: 'UnreadableAnswer',
      status,
      requestId,
      message: 'the answer does not come from AWS',
    }
  }
  // AWS's code is the error's name; Node's is its code.
  const code = (status === undefined && stringField(fields, 'code')) || stringField(fields, 'name') || 'Error'
  const printable = toPrintableLine(secret ? message.replaceAll(secret, '***') : message) || 'no reason given'
  return { action, code: toPrintableLine(code), status, requestId, message: printable }
}

function stringField(fields: Readonly<Record<string, unknown>>, name: string): string {
  return typeof fields[name] === 'string' ? fields[name] : ''
}

function describeFailure({ action, code, status, requestId, message }: AwsErrorDetails): string {
  const context = [
    code,
    status === undefined ? '' : `HTTP ${status}`,
    requestId ? `request ${requestId}` : '',
  ]
  return `${action} failed: ${withoutFullStop(message)} (${context.filter((part) => part !== '').join(', ')})`
}

/** For an answer without required fields. */
export function incompleteAnswer(action: string, what: string): AwsErrorDetails {
  return { action, code: 'IncompleteAnswer', status: 200, message: `the answer lacks ${what}` }
}

/** Excludes other causes of status 403, such as a proxy. */
export function isDenied({ code }: AwsErrorDetails): boolean {
  return code === 'AccessDenied' || code === 'AccessDeniedException'
}

const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimit)/
/** Without TLS errors (ERR_TLS_…, CERT_…), which are permanent. */
const NETWORK = /^(?:E(?!RR_)[A-Z]+|TimeoutError)$/

/** Tells whether a later call may succeed. */
export function isTransient({ code, status, message }: AwsErrorDetails): boolean {
  if (Object.hasOwn(PERMANENT_NETWORK_ERRORS, code)) return false
  if (status === undefined) return NETWORK.test(code) || /socket hang up|connection ended/i.test(message)
  return isTransientStatus(status) || THROTTLED.test(code) || code === 'RequestTimeout'
}

const NO_CREDENTIALS =
  'No AWS credentials were found: set role-to-assume (with `permissions: id-token: write`; a repository variable that does not exist is empty), ' +
  'run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'

const WRONG_CLOCK =
  "The runner's clock is wrong by more than five minutes: set it, for example with NTP, and re-run the job."

/** AWS reports a wrong clock as a signature that is not valid now. */
export const isClockWrong = ({ code, message }: AwsErrorDetails): boolean =>
  /^(?:RequestTimeTooSkewed|RequestInTheFuture)$/.test(code) ||
  /Signature (?:expired|not yet current)/i.test(message)

const ADVICE: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^CredentialsProviderError$/, NO_CREDENTIALS],
  [
    /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    'The credentials have expired: use role-to-assume, which renews them during the run.',
  ],
  [
    /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch)$/,
    'AWS does not know these credentials: check their secrets and variables, and the region.',
  ],
  [/^InvalidIdentityToken/, "Check the account's identity provider for token.actions.githubusercontent.com."],
  [
    /^(?:UnreadableAnswer|IncompleteAnswer)$/,
    'Check AWS_ENDPOINT_URL and HTTPS_PROXY: another server probably answered.',
  ],
  [
    /^(?:LimitExceededException|ServiceQuotaExceededException)$/,
    'Request a higher quota in Service Quotas, or delete what is not used.',
  ],
  [
    /^ValidationError$/,
    "Check role-to-assume, role-duration-seconds and the role's maximum session duration.",
  ],
]

function nextStep(details: AwsErrorDetails): string {
  if (isClockWrong(details)) return WRONG_CLOCK
  const advice = ADVICE.find(([code]) => code.test(details.code))?.[1]
  if (advice !== undefined) return advice
  if (isDenied(details)) return `Allow ${missingPermission(details)} in a policy of the role.`
  if (details.status === undefined) return 'Check aws-region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.'
  if (isTransient(details)) return 'The error is temporary: re-run the job.'
  return `See the error code ${details.code} in the AWS API reference of ${details.action}.`
}

/** May differ from the action (`ecr:TagResource`). */
export function missingPermission({ action, message }: AwsErrorDetails): string {
  return /not authorized to perform:? ([a-z0-9-]+:\w+)/.exec(message)?.[1] ?? action
}
