import { type ApiResponse, describeResponse, type Langfuse, NoResponse, responseMessage } from './client'
import { type Component, TraceUnconfirmed, VerificationFailed } from './error'
import { causesOf } from './likely-causes'
import { type PollOptions, poll } from './poll'
import { isTransientStatus } from '../http/retry-policies'
import { backoffMs, type Clock } from '../http/retry'
import { isRecord, nonEmptyTextAt, parseObject, recordsIn } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** 16 hexadecimal digits. */
  readonly spanId: string
  /** Unique text in input and output. */
  readonly nonce: string
  readonly startedAt: Date
}

const TRACE_NAME = 'langfuse-deploy verify'
/** An unknown model, so that Langfuse calculates no cost. */
export const MODEL = 'langfuse-deploy-verify'
export const USAGE = { input: 7, output: 5, total: 12 } as const

/** The web container stores the trace in S3, then queues it in Redis. */
const SEND_COMPONENTS: readonly Component[] = ['S3', 'Redis', 'web']
const TIMEOUT_COMPONENTS: readonly Component[] = ['Redis', 'S3', 'web']
const OTLP_PATH = '/api/public/otel/v1/traces'

/** `random` has 24 bytes. */
export function createTrace(random: Buffer, startedAt: Date): Trace {
  const hex = random.toString('hex')
  return { traceId: hex.slice(0, 32), spanId: hex.slice(32, 48), nonce: hex.slice(0, 12), startedAt }
}

/** Converts a trace to OTLP/JSON (https://langfuse.com/integrations/native/opentelemetry). */
export function toOtlp({ traceId, spanId, nonce, startedAt }: Trace): object {
  const startNs = BigInt(startedAt.getTime()) * 1_000_000n
  const span = {
    traceId,
    spanId,
    name: TRACE_NAME,
    kind: 1,
    startTimeUnixNano: String(startNs),
    endTimeUnixNano: String(startNs + 250_000_000n),
    attributes: attributes({
      'langfuse.trace.name': TRACE_NAME,
      'langfuse.observation.type': 'generation',
      'langfuse.observation.model.name': MODEL,
      'langfuse.observation.input': JSON.stringify([{ role: 'user', content: `ping ${nonce}` }]),
      'langfuse.observation.output': JSON.stringify({ role: 'assistant', content: `pong ${nonce}` }),
      'langfuse.observation.usage_details': JSON.stringify(USAGE),
    }),
  }
  const resource = { attributes: attributes({ 'service.name': 'langfuse-deploy' }) }
  return {
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'langfuse-deploy' }, spans: [span] }] }],
  }
}

const attributes = (values: Readonly<Record<string, string>>): object[] =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }))

/**
 * Sends a trace. Langfuse's response only confirms that it was queued.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
export async function sendTrace(
  langfuse: Langfuse,
  trace: Trace,
  { version, pollOptions }: { readonly version: string; readonly pollOptions: PollOptions },
): Promise<void> {
  const content = {
    body: JSON.stringify(toOtlp(trace)),
    // Without this header, v4 may take ten minutes to show a trace.
    headers: Number.parseInt(version) >= 4 ? { 'x-langfuse-ingestion-version': '4' } : {},
  }
  const result = await poll(
    async () => {
      const response = await langfuse.request('POST', OTLP_PATH, content)
      if (response.status >= 500 || response.status === 429)
        return {
          reason: `${OTLP_PATH} ${describeResponse(response)}`,
          likelyCauses: causesOf(responseMessage(response), SEND_COMPONENTS),
        }
      rejectErrors(response, version)
      return { value: undefined }
    },
    pollOptions,
    TIMEOUT_COMPONENTS,
  )
  if ('value' in result) return
  throw new TraceUnconfirmed(
    'send',
    result.likelyCauses,
    `Langfuse could not accept a trace: ${result.reason}`,
  )
}

function rejectErrors(response: ApiResponse, version: string): void {
  const { status } = response
  if (status === 401 || status === 403)
    throw new VerificationFailed(
      'keys',
      ['keys'],
      `Langfuse rejected the API keys: ${describeResponse(response)}`,
    )
  if (status === 404) {
    const message = `${OTLP_PATH} answered 404: Langfuse ${version} has no OpenTelemetry endpoint. The minimum version is 3.22`
    throw new VerificationFailed('send', ['web', 'address'], message)
  }
  // An OTLP response may be empty.
  const body = response.body === '' ? {} : parseObject(response.body)
  if (status < 200 || status >= 300 || body === undefined)
    throw new VerificationFailed('send', ['web'], `${OTLP_PATH} ${describeResponse(response)}`)
  const errors = errorsIn(body)
  if (errors.length === 0) return
  const message = `${OTLP_PATH} answered ${status}, but rejected the trace: ${errors.join('; ')}`
  throw new VerificationFailed('send', causesOf(message, SEND_COMPONENTS), message)
}

/** Returns Langfuse's `errors` and OTLP's `partialSuccess`. */
function errorsIn(body: Readonly<Record<string, unknown>>): string[] {
  const errors = recordsIn(body['errors']).map((error) => {
    const messages = [nonEmptyTextAt(error, 'message'), nonEmptyTextAt(error, 'error')].filter(
      (text) => text !== undefined,
    )
    const status = typeof error['status'] === 'number' ? `${error['status']} ` : ''
    return toPrintableLine(`${status}${messages.join(', ') || 'no reason given'}`)
  })
  const partial = isRecord(body['partialSuccess']) ? body['partialSuccess'] : {}
  const rejected = Number(partial['rejectedSpans'] ?? 0)
  if (rejected === 0) return errors
  return [
    ...errors,
    toPrintableLine(nonEmptyTextAt(partial, 'errorMessage') ?? `${rejected} span was rejected`),
  ]
}

/** Attempts to delete the trace, each of up to ten seconds. A web container that has just started answers slowly. */
const DELETION = { maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 2000, minShare: 0.5 }

/**
 * Deletes the trace. Langfuse confirms only that the deletion is queued.
 *
 * @param interruption after it, there is one attempt
 * @returns the error message if all attempts failed
 */
export async function removeTrace(
  langfuse: Langfuse,
  { traceId }: Trace,
  {
    clock,
    interruption,
  }: { readonly clock: Pick<Clock, 'sleep' | 'random'>; readonly interruption: AbortSignal },
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    const failure = await requestDeletion(langfuse, traceId)
    const isLast = attempt >= DELETION.maxAttempts || interruption.aborted
    if (failure === undefined || !failure.isTransient || isLast) return failure?.message
    await clock.sleep(backoffMs(DELETION, attempt, clock))
  }
}

interface DeletionFailure {
  readonly message: string
  readonly isTransient: boolean
}

async function requestDeletion(langfuse: Langfuse, traceId: string): Promise<DeletionFailure | undefined> {
  try {
    const response = await langfuse.request('DELETE', `/api/public/traces/${traceId}`)
    if (response.status >= 200 && response.status < 300) return undefined
    return { message: describeResponse(response), isTransient: isTransientStatus(response.status) }
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error
    return { message: error.message, isTransient: true }
  }
}
