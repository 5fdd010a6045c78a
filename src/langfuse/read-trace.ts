import { type Answer, describe, type Langfuse, wordsOf } from './client'
import { type Part, VerificationFailed } from './error'
import { MODEL, type Trace, USAGE } from './trace'
import { type Look, type PollOptions, waitFor } from './poll'
import { isRecord, nonEmptyTextAt, parseObject, recordsIn } from '../text/json'

/** v3 keeps traces, v4 observations; while one is migrated to the other, either may be the one that is there. */
type ReadPath = 'trace' | 'observations'

const NEVER_WRITTEN: readonly Part[] = ['worker', 'ClickHouse', 'S3', 'Redis']
const NOT_READ: readonly Part[] = ['ClickHouse', 'web']
/** Runner and server may not agree on the time. */
const MARGIN_MS = 600_000

/**
 * Waits until a trace can be read, with all that was in it.
 *
 * @param version of Langfuse
 * @returns how long it took, in milliseconds
 * @throws VerificationFailed, VerificationCancelled
 */
export async function waitUntilReadable(
  langfuse: Langfuse,
  trace: Trace,
  { version, patience }: { readonly version: string; readonly patience: PollOptions },
): Promise<number> {
  let path: ReadPath = Number.parseInt(version) >= 4 ? 'observations' : 'trace'
  const waited = await waitFor(async (): Promise<Look<true>> => {
    const answer = await langfuse.ask('GET', addressOf(trace, path))
    const other = otherPath(answer)
    if (other !== undefined && other !== path) {
      path = other
      return judge(await langfuse.ask('GET', addressOf(trace, path)), trace, path)
    }
    return judge(answer, trace, path)
  }, patience)
  if ('value' in waited) return waited.ms
  const seconds = Math.round(patience.limitMs / 1000)
  throw new VerificationFailed(
    'read',
    waited.suspects,
    `Langfuse took the trace ${trace.traceId}, but ${seconds} s later ${waited.why}`,
  )
}

function addressOf({ traceId, startedAt }: Trace, path: ReadPath): string {
  if (path === 'trace') return `/api/public/traces/${traceId}`
  const query = new URLSearchParams({
    traceId,
    fields: 'core,basic,io,model,usage',
    fromStartTime: new Date(startedAt.getTime() - MARGIN_MS).toISOString(),
  })
  return `/api/public/v2/observations?${query.toString()}`
}

/** The path that an answer sends its reader to, in the words of `events_only` mode and of the modes before it. */
function otherPath(answer: Answer): ReadPath | undefined {
  if (answer.status !== 404) return undefined
  const words = wordsOf(answer)
  if (/events_only mode/.test(words)) return 'observations'
  return /only available in a Langfuse v4 write mode/.test(words) ? 'trace' : undefined
}

function judge(answer: Answer, trace: Trace, path: ReadPath): Look<true> {
  if (answer.status === 404) return { why: 'it cannot be found', suspects: NEVER_WRITTEN }
  const body = parseObject(answer.body)
  if (answer.status !== 200 || body === undefined)
    return { why: `it cannot be read: the API ${describe(answer)}`, suspects: NOT_READ }
  const observations = recordsIn(path === 'trace' ? body['observations'] : body['data'])
  const generation = observations.find(({ id }) => id === trace.spanId)
  if (generation === undefined) {
    const why = path === 'trace' ? 'it is there without its generation' : 'it cannot be found'
    return { why, suspects: NEVER_WRITTEN }
  }
  const missing = missingOf(generation, trace)
  if (missing.length === 0) return { value: true }
  return { why: `it is there without its ${missing.join(', ')}`, suspects: ['worker', 'S3'] }
}

/** What was sent and did not come back. */
function missingOf(generation: Readonly<Record<string, unknown>>, { nonce }: Trace): string[] {
  const holds = (key: string, text: string): boolean =>
    JSON.stringify(generation[key] ?? '').includes(`${text} ${nonce}`)
  const usage = isRecord(generation['usageDetails']) ? generation['usageDetails'] : {}
  const model = nonEmptyTextAt(generation, 'providedModelName') ?? nonEmptyTextAt(generation, 'model')
  const checks = {
    'type generation': generation['type'] === 'GENERATION',
    model: model === MODEL,
    input: holds('input', 'ping'),
    output: holds('output', 'pong'),
    'token usage': usage['input'] === USAGE.input && usage['output'] === USAGE.output,
  }
  return Object.entries(checks).flatMap(([name, isThere]) => (isThere ? [] : [name]))
}
