import type { FailureReason } from '../../../text/failure-reason'

/** OpenPGP data that is invalid, or of a kind that is not supported. */
export class InvalidOpenPgp extends Error {
  override readonly name = 'InvalidOpenPgp'
  readonly reason: FailureReason = 'terraform-missing'
}

/** RFC 9580, section 5. */
export const TAG = { signature: 2, publicKey: 6, userId: 13, publicSubkey: 14, userAttribute: 17 } as const

/** Public-key algorithm (RFC 9580, section 9.1). */
export const RSA = 1

export interface Packet {
  readonly tag: number
  readonly body: Buffer
}

/** Reads bytes in order. */
export class ByteReader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  get position(): number {
    return this.at
  }

  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new InvalidOpenPgp('the data is truncated')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  uint(length: 1 | 2 | 4): number {
    return this.take(length).readUIntBE(0, length)
  }

  /** A multiprecision integer (RFC 9580, section 3.2), without leading zeros. */
  mpi(): Buffer {
    const bits = this.uint(2)
    const value = this.take(Math.ceil(bits / 8))
    const first = value[0] ?? 0
    if (bits === 0 || Math.clz32(first) - 24 !== (8 - (bits % 8)) % 8)
      throw new InvalidOpenPgp('a number has a wrong length')
    return value
  }
}

/**
 * Splits data into packets (RFC 9580, section 4.2). Packets of an open length do not occur in keys and signatures.
 *
 * @throws InvalidOpenPgp
 */
export function readPackets(bytes: Buffer): Packet[] {
  const reader = new ByteReader(bytes)
  const packets: Packet[] = []
  while (!reader.isAtEnd) {
    const header = reader.uint(1)
    if ((header & 0x80) === 0) throw new InvalidOpenPgp('it is not in the OpenPGP format')
    const isNewFormat = (header & 0x40) !== 0
    const tag = isNewFormat ? header & 0x3f : (header >> 2) & 0x0f
    const length = isNewFormat ? newLength(reader) : oldLength(header & 3, reader)
    packets.push({ tag, body: reader.take(length) })
  }
  return packets
}

function oldLength(type: number, reader: ByteReader): number {
  const size = ([1, 2, 4] as const)[type]
  if (size === undefined) throw new InvalidOpenPgp('a packet has an open length')
  return reader.uint(size)
}

/** Also the lengths of subpackets (RFC 9580, section 5.2.3.7), which have no partial ones. */
export function newLength(reader: ByteReader): number {
  const first = reader.uint(1)
  if (first < 192) return first
  if (first === 255) return reader.uint(4)
  if (first < 224) return ((first - 192) << 8) + reader.uint(1) + 192
  throw new InvalidOpenPgp('a packet has an open length')
}

/**
 * Decodes ASCII armor (RFC 9580, section 6). Its checksum protects against accidents only, and is not checked.
 *
 * @throws InvalidOpenPgp
 */
export function decodeArmor(text: string): Buffer {
  const lines = text.split('\n').map((line) => line.trim())
  const begin = lines.findIndex((line) => line.startsWith('-----BEGIN PGP '))
  const end = lines.findIndex((line) => line.startsWith('-----END PGP '))
  const empty = lines.indexOf('', begin)
  if (begin < 0 || end < empty || empty < 0) throw new InvalidOpenPgp('it is not in ASCII armor')
  const body = lines.slice(empty + 1, end).filter((line) => !line.startsWith('='))
  return Buffer.from(body.join(''), 'base64')
}
