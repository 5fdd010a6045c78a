import { type Answer, describe, type Langfuse } from './client'
import { VerificationFailed } from './error'
import { type PollOptions, waitFor } from './poll'
import { isRecord, nonEmptyTextAt, parseObject, recordsIn } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** One trace with one generation in it, as a chat completion leaves it. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** 16 hexadecimal digits. */
  readonly spanId: string
  /** Unique text in input and output, by which the trace is recognized. */
  readonly nonce: string
  readonly startedAt: Date
}

export const NAME = 'langfuse-deploy verify'
/** A name that no provider has, so that Langfuse puts no price on it. */
export const MODEL = 'langfuse-deploy-verify'
export const USAGE = { input: 7, output: 5, total: 12 } as const

const PATH = '/api/public/otel/v1/traces'

/** From 24 random bytes. */
export function composeTrace(random: Buffer, startedAt: Date): Trace {
  const hex = random.toString('hex')
  return { traceId: hex.slice(0, 32), spanId: hex.slice(32, 48), nonce: hex.slice(0, 12), startedAt }
}

/** OTLP over JSON, with the attributes that Langfuse reads (https://langfuse.com/integrations/native/opentelemetry). */
export function spansOf({ traceId, spanId, nonce, startedAt }: Trace): object {
  const startNs = BigInt(startedAt.getTime()) * 1_000_000n
  const span = {
    traceId,
    spanId,
    name: NAME,
    kind: 1,
    startTimeUnixNano: String(startNs),
    endTimeUnixNano: String(startNs + 250_000_000n),
    attributes: attributes({
      'langfuse.trace.name': NAME,
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

/** A list of pairs: as an object they would be refused. */
const attributes = (values: Readonly<Record<string, string>>): object[] =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }))

/**
 * Sends a trace. An answer that Langfuse took it says only that it was stored and queued.
 *
 * @param version of Langfuse
 * @throws VerificationFailed, VerificationCancelled
 */
export async function sendTrace(
  langfuse: Langfuse,
  trace: Trace,
  { version, patience }: { readonly version: string; readonly patience: PollOptions },
): Promise<void> {
  const content = {
    body: JSON.stringify(spansOf(trace)),
    // Without it, v4 may take ten minutes to show a trace. Servers before v4 have no such header.
    headers: Number.parseInt(version) >= 4 ? { 'x-langfuse-ingestion-version': '4' } : {},
  }
  const waited = await waitFor(async () => {
    const answer = await langfuse.ask('POST', PATH, content)
    if (answer.status >= 500 || answer.status === 429)
      return { why: `${PATH} ${describe(answer)}`, suspects: ['S3', 'Redis', 'web'] }
    refuseFaults(answer, version)
    return { value: undefined }
  }, patience)
  if ('value' in waited) return
  throw new VerificationFailed('send', waited.suspects, `Langfuse could not take a trace: ${waited.why}`)
}

function refuseFaults(answer: Answer, version: string): void {
  if (answer.status === 401 || answer.status === 403)
    throw new VerificationFailed('keys', ['keys'], `Langfuse refused the API keys: ${describe(answer)}`)
  if (answer.status === 404) {
    const message = `${PATH} answered 404: this Langfuse (${version}) takes no OpenTelemetry traces; 3.22 is the first that does`
    throw new VerificationFailed('send', ['web', 'address'], message)
  }
  // A collector may answer with nothing at all.
  const body = answer.body === '' ? {} : parseObject(answer.body)
  if (answer.status < 200 || answer.status >= 300 || body === undefined)
    throw new VerificationFailed('send', ['web'], `${PATH} ${describe(answer)}`)
  const faults = faultsIn(body)
  if (faults.length === 0) return
  const message = `${PATH} answered ${answer.status}, and with it that the trace was not taken: ${faults.join('; ')}`
  throw new VerificationFailed('send', ['S3', 'Redis', 'web'], message)
}

/** Whatever an answer of success says against itself: Langfuse's `errors`, or OTLP's `partialSuccess`. */
function faultsIn(body: Readonly<Record<string, unknown>>): string[] {
  const faults = recordsIn(body['errors']).map((fault) => {
    const words = [nonEmptyTextAt(fault, 'message'), nonEmptyTextAt(fault, 'error')].filter(
      (text) => text !== undefined,
    )
    const status = typeof fault['status'] === 'number' ? `${fault['status']} ` : ''
    return toPrintableLine(`${status}${words.join(', ') || 'no reason given'}`)
  })
  const partial = isRecord(body['partialSuccess']) ? body['partialSuccess'] : {}
  const rejected = Number(partial['rejectedSpans'] ?? 0)
  if (rejected === 0) return faults
  return [
    ...faults,
    toPrintableLine(nonEmptyTextAt(partial, 'errorMessage') ?? `${rejected} span was rejected`),
  ]
}

/** Takes the trace out again. @returns why it could not be */
export async function removeTrace(langfuse: Langfuse, { traceId }: Trace): Promise<string | undefined> {
  try {
    const answer = await langfuse.ask('DELETE', `/api/public/traces/${traceId}`)
    return answer.status >= 200 && answer.status < 300 ? undefined : describe(answer)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
