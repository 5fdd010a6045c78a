/** A generation, as Langfuse makes one of a span. */
export interface StoredSpan {
  readonly traceId: string
  readonly spanId: string
  readonly startMs: number
  readonly type: string
  readonly traceName: string | undefined
  readonly model: string | undefined
  readonly input: string
  readonly output: string
  readonly usageDetails: unknown
}

/** Reads an export of traces (OTLP over JSON) with Langfuse's attributes. @returns why it is refused */
export function readSpans(contentType: string | undefined, body: string): StoredSpan[] | string {
  if (!contentType?.includes('application/json')) return 'Invalid content type'
  const { resourceSpans } = JSON.parse(body) as { resourceSpans: Resource[] }
  try {
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(readSpan)))
  } catch (error) {
    return `Invalid OTLP trace export: ${String(error)}`
  }
}

interface Resource {
  readonly scopeSpans: readonly { readonly spans: readonly Span[] }[]
}

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue: string } }[]
}

function readSpan({ traceId, spanId, startTimeUnixNano, endTimeUnixNano, attributes }: Span): StoredSpan {
  if (!/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId)) throw new Error('malformed ids')
  if (!('length' in attributes)) throw new Error('attributes:not_an_array')
  if (BigInt(startTimeUnixNano) > BigInt(endTimeUnixNano)) throw new Error('a span ends before it starts')
  const values = new Map(attributes.map(({ key, value }) => [key, value.stringValue]))
  return {
    traceId,
    spanId,
    startMs: Number(BigInt(startTimeUnixNano) / 1_000_000n),
    type: (values.get('langfuse.observation.type') ?? 'span').toUpperCase(),
    traceName: values.get('langfuse.trace.name'),
    model: values.get('langfuse.observation.model.name'),
    input: values.get('langfuse.observation.input') ?? 'null',
    output: values.get('langfuse.observation.output') ?? 'null',
    usageDetails: JSON.parse(values.get('langfuse.observation.usage_details') ?? '{}') as unknown,
  }
}
