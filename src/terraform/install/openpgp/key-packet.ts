import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { ByteReader, InvalidOpenPgp, RSA } from './packet'

export interface KeyPacket {
  readonly createdMs: number
  /** In hexadecimal, upper case. */
  readonly fingerprint: string
  readonly id: Buffer
  readonly publicKey: KeyObject
  readonly modulusBytes: number
  /** The form that signatures of the key cover (RFC 9580, section 5.2.4). */
  readonly signedForm: Buffer
}

const MIN_BITS = 2048

/**
 * Parses a public-key packet of version 4 with an RSA key (RFC 9580, section 5.5.2.2).
 *
 * @throws InvalidOpenPgp
 */
export function parseKey(body: Buffer): KeyPacket {
  const reader = new ByteReader(body)
  const version = reader.uint(1)
  if (version !== 4) throw new InvalidOpenPgp(`key version ${version} is not supported`)
  const createdMs = reader.uint(4) * 1000
  const algorithm = reader.uint(1)
  if (algorithm !== RSA) throw new InvalidOpenPgp(`public-key algorithm ${algorithm} is not supported`)
  const [n, e] = [reader.mpi(), reader.mpi()]
  if (!reader.isAtEnd) throw new InvalidOpenPgp('a key has data after its end')
  if (n.length * 8 < MIN_BITS) throw new InvalidOpenPgp(`the key has less than ${MIN_BITS} bits`)
  const signedForm = Buffer.concat([Buffer.from([0x99, body.length >> 8, body.length & 0xff]), body])
  // Defined with SHA-1 (RFC 9580, section 5.5.4.2).
  const digest = createHash('sha1').update(signedForm).digest()
  const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') }
  return {
    createdMs,
    fingerprint: digest.toString('hex').toUpperCase(),
    id: digest.subarray(-8),
    publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
    modulusBytes: n.length,
    signedForm,
  }
}
