import type { AnyValue, Attribute, ResourceSpans, Span } from './otlp'

/**
 * Decodes an ExportTraceServiceRequest of OTLP into the JSON form of the same export. Unused fields are skipped.
 *
 * @throws Error if the bytes are not such a message
 */
export function decodeExport(bytes: Buffer): { readonly resourceSpans: ResourceSpans[] } {
  return { resourceSpans: messagesIn(fieldsOf(bytes), 1).map(resourceSpansOf) }
}

type Value = bigint | Buffer
type Fields = ReadonlyMap<number, readonly Value[]>

function resourceSpansOf(fields: Fields): ResourceSpans {
  const scopeSpans = messagesIn(fields, 2).map((scope) => ({ spans: messagesIn(scope, 2).map(spanOf) }))
  return { scopeSpans }
}

function spanOf(fields: Fields): Span {
  return {
    traceId: bytesIn(fields, 1).toString('hex'),
    spanId: bytesIn(fields, 2).toString('hex'),
    parentSpanId: bytesIn(fields, 4).toString('hex'),
    name: bytesIn(fields, 5).toString(),
    startTimeUnixNano: String(fixed64In(fields, 7)),
    endTimeUnixNano: String(fixed64In(fields, 8)),
    attributes: messagesIn(fields, 9).map(attributeOf),
  }
}

function attributeOf(fields: Fields): Attribute {
  const [value = new Map<number, Value[]>()] = messagesIn(fields, 2)
  return { key: bytesIn(fields, 1).toString(), value: anyValueOf(value) }
}

function anyValueOf(fields: Fields): AnyValue {
  if (fields.has(1)) return { stringValue: bytesIn(fields, 1).toString() }
  if (fields.has(2)) return { boolValue: varintIn(fields, 2) !== 0n }
  if (fields.has(3)) return { intValue: String(BigInt.asIntN(64, varintIn(fields, 3))) }
  if (fields.has(4)) return { doubleValue: bytesIn(fields, 4).readDoubleLE() }
  const [list] = messagesIn(fields, 5)
  if (list !== undefined) return { arrayValue: { values: messagesIn(list, 1).map(anyValueOf) } }
  const [pairs] = messagesIn(fields, 6)
  if (pairs !== undefined) return { kvlistValue: { values: messagesIn(pairs, 1).map(attributeOf) } }
  return fields.has(7) ? { bytesValue: bytesIn(fields, 7).toString('base64') } : {}
}

function messagesIn(fields: Fields, number: number): Fields[] {
  return (fields.get(number) ?? []).map((value) => fieldsOf(asBytes(value)))
}

const bytesIn = (fields: Fields, number: number): Buffer =>
  asBytes(fields.get(number)?.at(-1) ?? Buffer.alloc(0))

function varintIn(fields: Fields, number: number): bigint {
  const value = fields.get(number)?.at(-1) ?? 0n
  if (typeof value !== 'bigint') throw new Error(`field ${number} is not a varint`)
  return value
}

const fixed64In = (fields: Fields, number: number): bigint =>
  fields.has(number) ? bytesIn(fields, number).readBigUInt64LE() : 0n

function asBytes(value: Value): Buffer {
  if (typeof value === 'bigint') throw new Error('a varint in place of bytes')
  return value
}

/**
 * Splits a message into fields.
 *
 * @throws Error if it ends too early or has a wire type that proto3 does not use
 */
function fieldsOf(bytes: Buffer): Fields {
  const fields = new Map<number, Value[]>()
  let at = 0
  const take = (length: number): Buffer => {
    if (length > bytes.length - at) throw new Error('the message ends within a field')
    at += length
    return bytes.subarray(at - length, at)
  }
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const [byte = 0] = take(1)
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asUintN(64, value)
    }
    throw new Error('a varint of more than ten bytes')
  }
  const valueOf = (wireType: bigint): Value => {
    if (wireType === 0n) return varint()
    if (wireType === 1n) return take(8)
    if (wireType === 2n) return take(Number(varint()))
    if (wireType === 5n) return take(4)
    throw new Error(`wire type ${wireType}`)
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = Number(tag >> 3n)
    if (number === 0) throw new Error('a field with number 0')
    const values = fields.get(number) ?? []
    values.push(valueOf(tag & 7n))
    fields.set(number, values)
  }
  return fields
}
