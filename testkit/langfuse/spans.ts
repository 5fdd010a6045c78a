import { type ResourceSpans, type Span, valuesOf } from './otlp'

export interface StoredSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly startMs: number
  readonly type: string
  readonly traceName: string | undefined
  readonly model: string | undefined
  readonly input: string
  readonly output: string
  readonly usageDetails: unknown
}

type Values = ReadonlyMap<string, unknown>

/** Attribute names of the model, in Langfuse's order of preference. */
const MODEL = [
  'langfuse.observation.model.name',
  'gen_ai.response.model',
  'gen_ai.request.model',
  'llm.response.model',
  'llm.model_name',
  'model',
]
const INPUT = ['langfuse.observation.input', 'traceloop.entity.input', 'input.value']
const OUTPUT = ['langfuse.observation.output', 'traceloop.entity.output', 'output.value']

const KINDS: Readonly<Record<string, string>> = {
  LLM: 'GENERATION',
  CHAIN: 'CHAIN',
  RETRIEVER: 'RETRIEVER',
  EMBEDDING: 'EMBEDDING',
  AGENT: 'AGENT',
  TOOL: 'TOOL',
  GUARDRAIL: 'GUARDRAIL',
  EVALUATOR: 'EVALUATOR',
}

const OPERATIONS: Readonly<Record<string, string>> = {
  chat: 'GENERATION',
  completion: 'GENERATION',
  text_completion: 'GENERATION',
  generate_content: 'GENERATION',
  embeddings: 'EMBEDDING',
  invoke_agent: 'AGENT',
  create_agent: 'AGENT',
  execute_tool: 'TOOL',
}

/** Langfuse's names of token counts; other counts keep their name. */
const COUNTS: Readonly<Record<string, string>> = {
  input_tokens: 'input',
  prompt_tokens: 'input',
  prompt: 'input',
  output_tokens: 'output',
  completion_tokens: 'output',
  completion: 'output',
  total_tokens: 'total',
}

/**
 * Converts spans to observations.
 *
 * @returns Langfuse's error message if the export is invalid
 */
export function readSpans(resourceSpans: readonly ResourceSpans[]): StoredSpan[] | string {
  try {
    return resourceSpans
      .flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans = [] }) => spans))
      .map(readSpan)
  } catch (error) {
    return `Invalid OTLP trace export: ${String(error)}`
  }
}

function readSpan(span: Span): StoredSpan {
  const { traceId, spanId, name = '', startTimeUnixNano, endTimeUnixNano, attributes = [] } = span
  if (!/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId)) throw new Error('malformed ids')
  if (!('length' in attributes)) throw new Error('attributes:not_an_array')
  if (BigInt(startTimeUnixNano) > BigInt(endTimeUnixNano)) throw new Error('a span ends before it starts')
  const parentSpanId = span.parentSpanId || undefined
  const values = valuesOf(attributes)
  const model = textIn(values, MODEL)
  return {
    traceId,
    spanId,
    parentSpanId,
    name,
    startMs: Number(BigInt(startTimeUnixNano) / 1_000_000n),
    type: typeIn(values, model),
    traceName: textIn(values, ['langfuse.trace.name']) ?? (parentSpanId === undefined ? name : undefined),
    model,
    input: textIn(values, INPUT) ?? messagesIn(values, 'gen_ai.prompt', 'input'),
    output: textIn(values, OUTPUT) ?? messagesIn(values, 'gen_ai.completion', 'output'),
    usageDetails: usageIn(values),
  }
}

function textIn(values: Values, names: readonly string[]): string | undefined {
  const value = names.map((name) => values.get(name)).find(Boolean)
  return typeof value === 'string' || value === undefined ? value : JSON.stringify(value)
}

function typeIn(values: Values, model: string | undefined): string {
  const own = textIn(values, ['langfuse.observation.type'])
  if (own !== undefined) return own.toUpperCase()
  const kind = KINDS[textIn(values, ['openinference.span.kind'])?.toUpperCase() ?? '']
  const operation = OPERATIONS[textIn(values, ['gen_ai.operation.name']) ?? '']
  return kind ?? operation ?? (model === undefined ? 'SPAN' : 'GENERATION')
}

/** Collects messages from attributes such as `gen_ai.prompt.0.role`. */
function messagesIn(values: Values, prefix: string, side: 'input' | 'output'): string {
  for (const path of [prefix, `llm.${side}_messages`]) {
    const parts = [...values].filter(([name]) => name === path || name.startsWith(`${path}.`))
    const entries = parts.map(([name, value]): Entry => [name.slice(path.length + 1).split('.'), value])
    const whole = values.get(path)
    if (whole !== undefined) return typeof whole === 'string' ? whole : JSON.stringify(whole)
    if (entries.length > 0) return JSON.stringify(nested(entries))
  }
  return textIn(values, [`gen_ai.${side}.messages`]) ?? 'null'
}

type Entry = readonly [path: readonly string[], value: unknown]

function nested(entries: readonly Entry[]): unknown {
  const leaf = entries.find(([path]) => path.length === 0)
  if (leaf !== undefined) return leaf[1]
  const names = [...new Set(entries.map(([[name = '']]) => name))]
  const below = (name: string): unknown =>
    nested(entries.filter(([[first]]) => first === name).map(([[, ...rest], value]) => [rest, value]))
  if (names.every((name) => /^\d+$/.test(name)))
    return names.sort((one, other) => Number(one) - Number(other)).map(below)
  return Object.fromEntries(names.map((name) => [name, below(name)]))
}

function usageIn(values: Values): unknown {
  const own = textIn(values, ['langfuse.observation.usage_details'])
  const parsed = own === undefined ? undefined : parsedOrText(own)
  if (typeof parsed === 'object') return parsed
  const counts = [...values].flatMap(([name, value]) => {
    const [, count] = /^(?:gen_ai\.usage|llm\.token_count)\.(.+)$/.exec(name) ?? []
    return count === undefined ? [] : [[COUNTS[count] ?? count, Number(value)]]
  })
  return Object.fromEntries(counts)
}

export function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
