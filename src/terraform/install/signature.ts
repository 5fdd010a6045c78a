import type { FailureReason } from '../../text/failure-reason'
import { InvalidOpenPgp, readPackets, TAG } from './openpgp/packet'
import { OpenPgpKey } from './openpgp/public-key'
import { isSignedBy, parseSignature, SIGNATURE_TYPE } from './openpgp/signature-packet'

/** A file without a valid signature. */
export class BadSignature extends Error {
  override readonly name = 'BadSignature'
  readonly reason: FailureReason = 'terraform-missing'
}

export interface SignedFile {
  readonly name: string
  readonly content: Uint8Array
  /** Detached, binary. */
  readonly signature: Uint8Array
}

export interface SigningKey {
  /** The public key in ASCII armor. */
  readonly armored: string
  readonly fingerprint: string
}

/**
 * Verifies a file's signature: OpenPGP version 4 with RSA and SHA-2, nothing else. The key may have expired since.
 *
 * @throws BadSignature, InvalidOpenPgp for an invalid key
 */
export function checkSignature(file: SignedFile, { armored, fingerprint }: SigningKey, now: Date): void {
  const key = OpenPgpKey.read(armored)
  if (key.primary.fingerprint !== fingerprint) {
    throw new BadSignature(
      `${file.name} cannot be verified: the key has the fingerprint ${key.primary.fingerprint}, expected ${fingerprint}`,
    )
  }
  const problems: string[] = []
  try {
    for (const { tag, body } of readPackets(Buffer.from(file.signature))) {
      if (tag !== TAG.signature) throw new InvalidOpenPgp('it contains something else than signatures')
      const problem = problemOf(body, { content: Buffer.from(file.content), key, now })
      // During a key rotation, files have two.
      if (problem === undefined) return
      problems.push(problem)
    }
  } catch (error) {
    problems.unshift(reasonOf(error))
  }
  const reason = problems[0] ?? 'the signature file is empty'
  throw new BadSignature(`${file.name} has no valid signature of key ${fingerprint}: ${reason}`)
}

interface Subject {
  readonly content: Buffer
  readonly key: OpenPgpKey
  readonly now: Date
}

/** Returns undefined for a valid signature. */
function problemOf(body: Buffer, { content, key, now }: Subject): string | undefined {
  try {
    const signature = parseSignature(body)
    const { type, createdMs, expiresMs, issuers } = signature
    if (type !== SIGNATURE_TYPE.binary) return `signature type ${type} is not supported`
    if (createdMs > now.getTime()) return 'it is from the future'
    if (expiresMs !== undefined && expiresMs <= now.getTime()) return 'the signature expired'
    const signer = key.signingKey(issuers, createdMs)
    return isSignedBy(signature, [content], signer) ? undefined : 'the file was changed'
  } catch (error) {
    return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof InvalidOpenPgp) return error.message
  throw error
}
