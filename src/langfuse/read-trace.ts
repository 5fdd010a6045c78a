import { type ApiResponse, describeResponse, type Langfuse, responseMessage } from './client'
import { type Component, TraceUnconfirmed } from './error'
import { causesOf } from './likely-causes'
import { MODEL, type Trace, USAGE } from './trace'
import { type PollResult, type PollOptions, poll } from './poll'
import { isRecord, nonEmptyTextAt, parseObject, recordsIn } from '../text/json'

/** Langfuse v3 has traces, v4 observations; during the migration, one of them. */
type ReadApi = 'trace' | 'observations'

const WRITE_COMPONENTS: readonly Component[] = ['worker', 'ClickHouse', 'S3', 'Redis']
const READ_COMPONENTS: readonly Component[] = ['ClickHouse', 'web']
const CLOCK_SKEW_MS = 600_000

/**
 * Waits until the complete trace can be read.
 *
 * @returns duration in milliseconds
 * @throws VerificationFailed, VerificationCancelled
 */
export async function waitUntilReadable(
  langfuse: Langfuse,
  trace: Trace,
  { version, pollOptions }: { readonly version: string; readonly pollOptions: PollOptions },
): Promise<number> {
  let api: ReadApi = Number.parseInt(version) >= 4 ? 'observations' : 'trace'
  const result = await poll(
    async (): Promise<PollResult<true>> => {
      const response = await langfuse.request('GET', pathFor(trace, api))
      const other = alternativeApi(response)
      if (other !== undefined && other !== api) {
        api = other
        return checkTrace(await langfuse.request('GET', pathFor(trace, api)), trace, api)
      }
      return checkTrace(response, trace, api)
    },
    pollOptions,
    READ_COMPONENTS,
  )
  if ('value' in result) return result.ms
  const seconds = Math.round(pollOptions.limitMs / 1000)
  throw new TraceUnconfirmed(
    'read',
    result.likelyCauses,
    `Langfuse accepted the trace ${trace.traceId}, but ${result.reason} after ${seconds} s`,
  )
}

function pathFor({ traceId, startedAt }: Trace, api: ReadApi): string {
  if (api === 'trace') return `/api/public/traces/${traceId}`
  const query = new URLSearchParams({
    traceId,
    fields: 'core,basic,io,model,usage',
    fromStartTime: new Date(startedAt.getTime() - CLOCK_SKEW_MS).toISOString(),
  })
  return `/api/public/v2/observations?${query.toString()}`
}

function alternativeApi(response: ApiResponse): ReadApi | undefined {
  if (response.status !== 404) return undefined
  const message = responseMessage(response)
  if (/events_only mode/.test(message)) return 'observations'
  return /only available in a Langfuse v4 write mode/.test(message) ? 'trace' : undefined
}

function checkTrace(response: ApiResponse, trace: Trace, api: ReadApi): PollResult<true> {
  if (response.status === 404) return { reason: 'it cannot be found', likelyCauses: WRITE_COMPONENTS }
  const body = parseObject(response.body)
  if (response.status !== 200 || body === undefined)
    return {
      reason: `it cannot be read (the API ${describeResponse(response)})`,
      likelyCauses: causesOf(responseMessage(response), READ_COMPONENTS),
    }
  const observations = recordsIn(api === 'trace' ? body['observations'] : body['data'])
  const generation = observations.find(({ id }) => id === trace.spanId)
  if (generation === undefined) {
    const reason = api === 'trace' ? 'it lacks its generation' : 'it cannot be found'
    return { reason, likelyCauses: WRITE_COMPONENTS }
  }
  const missing = missingFields(generation, trace)
  if (missing.length === 0) return { value: true }
  return { reason: `it lacks its ${missing.join(', ')}`, likelyCauses: ['worker', 'S3'] }
}

function missingFields(generation: Readonly<Record<string, unknown>>, { nonce }: Trace): string[] {
  const contains = (key: string, text: string): boolean =>
    JSON.stringify(generation[key] ?? '').includes(`${text} ${nonce}`)
  const usage = isRecord(generation['usageDetails']) ? generation['usageDetails'] : {}
  const model = nonEmptyTextAt(generation, 'providedModelName') ?? nonEmptyTextAt(generation, 'model')
  const checks = {
    'type generation': generation['type'] === 'GENERATION',
    model: model === MODEL,
    input: contains('input', 'ping'),
    output: contains('output', 'pong'),
    'token usage': usage['input'] === USAGE.input && usage['output'] === USAGE.output,
  }
  return Object.entries(checks).flatMap(([name, isPresent]) => (isPresent ? [] : [name]))
}
