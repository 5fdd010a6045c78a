import { createHash, verify } from 'node:crypto'
import { ByteReader, InvalidOpenPgp, newLength, RSA } from './packet'
import type { KeyPacket } from './key-packet'

/** RFC 9580, section 5.2.1. */
export const SIGNATURE_TYPE = {
  binary: 0x00,
  certifications: [0x10, 0x11, 0x12, 0x13],
  subkeyBinding: 0x18,
  primaryKeyBinding: 0x19,
  directKey: 0x1f,
  keyRevocation: 0x20,
  subkeyRevocation: 0x28,
  certificationRevocation: 0x30,
} as const

export interface SignaturePacket {
  readonly type: number
  readonly hashName: string
  readonly createdMs: number
  /** Undefined: never. */
  readonly expiresMs: number | undefined
  /** After the creation of the key. Undefined: never. */
  readonly keyLifetimeMs: number | undefined
  /** Undefined: all uses. */
  readonly keyFlags: number | undefined
  readonly issuers: readonly Buffer[]
  readonly embedded: Buffer | undefined
  /** The part that is signed with the data. */
  readonly trailer: Buffer
  readonly hashStart: Buffer
  readonly value: Buffer
}

/** RFC 9580, section 9.5. SHA-1 and older ones are broken. */
const HASH_NAMES: ReadonlyMap<number, string> = new Map([
  [8, 'sha256'],
  [9, 'sha384'],
  [10, 'sha512'],
])

/**
 * Parses a signature packet of version 4 (RFC 9580, section 5.2.3).
 *
 * @throws InvalidOpenPgp
 */
export function parseSignature(body: Buffer): SignaturePacket {
  const reader = new ByteReader(body)
  const version = reader.uint(1)
  if (version !== 4) throw new InvalidOpenPgp(`signature version ${version} is not supported`)
  const type = reader.uint(1)
  const algorithm = reader.uint(1)
  if (algorithm !== RSA) throw new InvalidOpenPgp(`public-key algorithm ${algorithm} is not supported`)
  const hash = reader.uint(1)
  const hashName = HASH_NAMES.get(hash)
  if (hashName === undefined) throw new InvalidOpenPgp(`hash algorithm ${hash} is not allowed`)
  const hashed = readSubpackets(reader.take(reader.uint(2)))
  const signedLength = reader.position
  const unhashed = readSubpackets(reader.take(reader.uint(2)))
  const hashStart = reader.take(2)
  const value = reader.mpi()
  if (!reader.isAtEnd) throw new InvalidOpenPgp('a signature has data after its end')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(signedLength)
  const trailer = Buffer.concat([body.subarray(0, signedLength), Buffer.from([4, 0xff]), length])
  return { type, hashName, ...properties(hashed, unhashed), trailer, hashStart, value }
}

interface Subpacket {
  readonly type: number
  readonly isCritical: boolean
  readonly body: Buffer
}

function readSubpackets(bytes: Buffer): Subpacket[] {
  const reader = new ByteReader(bytes)
  const found: Subpacket[] = []
  while (!reader.isAtEnd) {
    const inner = new ByteReader(reader.take(newLength(reader)))
    const type = inner.uint(1)
    const rest: number[] = []
    while (!inner.isAtEnd) rest.push(inner.uint(1))
    found.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, body: Buffer.from(rest) })
  }
  return found
}

/** RFC 9580, section 5.2.3.7. */
const SUBPACKET = {
  creationTime: 2,
  expirationTime: 3,
  keyExpirationTime: 9,
  issuerKeyId: 16,
  keyFlags: 27,
  embeddedSignature: 32,
  issuerFingerprint: 33,
} as const

/** Their meaning is obeyed, or concerns encryption and key servers only. */
const UNDERSTOOD: readonly number[] = [...Object.values(SUBPACKET), 11, 21, 22, 23, 25, 29, 30]

type Properties = Pick<
  SignaturePacket,
  'createdMs' | 'expiresMs' | 'keyLifetimeMs' | 'keyFlags' | 'issuers' | 'embedded'
>

function properties(hashed: readonly Subpacket[], unhashed: readonly Subpacket[]): Properties {
  const unknown = hashed.find(({ type, isCritical }) => isCritical && !UNDERSTOOD.includes(type))
  if (unknown !== undefined)
    throw new InvalidOpenPgp(`the critical signature subpacket ${unknown.type} is not supported`)
  const bodyOf = (type: number): Buffer | undefined => hashed.find((one) => one.type === type)?.body
  const seconds = (type: number): number | undefined => {
    const body = bodyOf(type)
    return body === undefined ? undefined : new ByteReader(body).uint(4)
  }
  const created = seconds(SUBPACKET.creationTime)
  if (created === undefined) throw new InvalidOpenPgp('a signature has no creation time')
  const lifetime = seconds(SUBPACKET.expirationTime)
  const keyLifetime = seconds(SUBPACKET.keyExpirationTime)
  const all = [...hashed, ...unhashed]
  return {
    createdMs: created * 1000,
    // 0 means never.
    expiresMs: lifetime ? (created + lifetime) * 1000 : undefined,
    keyLifetimeMs: keyLifetime ? keyLifetime * 1000 : undefined,
    keyFlags: bodyOf(SUBPACKET.keyFlags)?.[0],
    issuers: all.flatMap(({ type, body }) =>
      type === SUBPACKET.issuerKeyId
        ? [body]
        : type === SUBPACKET.issuerFingerprint
          ? [body.subarray(-8)]
          : [],
    ),
    // It carries its own proof.
    embedded: all.find(({ type }) => type === SUBPACKET.embeddedSignature)?.body,
  }
}

/** Whether a key made a signature of the data (RFC 9580, section 5.2.4). */
export function isSignedBy(signature: SignaturePacket, data: readonly Buffer[], key: KeyPacket): boolean {
  const { hashName, trailer, hashStart, value } = signature
  const signed = Buffer.concat([...data, trailer])
  const digest = createHash(hashName).update(signed).digest()
  if (!digest.subarray(0, 2).equals(hashStart) || value.length > key.modulusBytes) return false
  const padded = Buffer.concat([Buffer.alloc(key.modulusBytes - value.length), value])
  return verify(hashName, signed, key.publicKey, padded)
}
