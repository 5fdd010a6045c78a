import type { IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { decodeExport } from './otlp-protobuf'

export interface AnyValue {
  readonly stringValue?: string
  readonly boolValue?: boolean
  /** Decimal digits; some exporters send a number. */
  readonly intValue?: string | number
  readonly doubleValue?: number
  readonly arrayValue?: { readonly values?: readonly AnyValue[] }
  readonly kvlistValue?: { readonly values?: readonly Attribute[] }
  readonly bytesValue?: string
}

export interface Attribute {
  readonly key: string
  readonly value?: AnyValue
}

export interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name?: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes?: readonly Attribute[]
}

export interface ResourceSpans {
  readonly scopeSpans?: readonly { readonly spans?: readonly Span[] }[]
}

/**
 * Reads a trace export: JSON or protobuf, each with or without gzip.
 *
 * @returns Langfuse's error message if the body is invalid
 */
export function readExport(headers: IncomingHttpHeaders, body: Buffer): readonly ResourceSpans[] | string {
  const isGzip = headers['content-encoding']?.includes('gzip') ?? false
  const plain = isGzip ? unlessThrown(() => gunzipSync(body)) : body
  if (plain === undefined) return 'Failed to decompress request body'
  const contentType = headers['content-type']?.toLowerCase() ?? ''
  if (contentType.includes('application/x-protobuf'))
    return unlessThrown(() => decodeExport(plain).resourceSpans) ?? 'Failed to parse OTel Protobuf Trace'
  if (!contentType.includes('application/json')) return 'Invalid content type'
  return (
    unlessThrown(() => (JSON.parse(plain.toString()) as Partial<Export>).resourceSpans ?? []) ??
    'Failed to parse OTel JSON Trace'
  )
}

interface Export {
  readonly resourceSpans: readonly ResourceSpans[]
}

function unlessThrown<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

export const valuesOf = (attributes: readonly Attribute[]): Map<string, unknown> =>
  new Map(attributes.map(({ key, value }) => [key, valueOf(value ?? {})]))

function valueOf(value: AnyValue): unknown {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = value
  if (intValue !== undefined) return Number(intValue)
  if (arrayValue !== undefined) return (arrayValue.values ?? []).map(valueOf)
  if (kvlistValue !== undefined) return Object.fromEntries(valuesOf(kvlistValue.values ?? []))
  return stringValue ?? boolValue ?? doubleValue ?? bytesValue
}
