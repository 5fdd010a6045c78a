/** A file that is not what HashiCorp signed, or whose signature nobody can vouch for. */
export class BadSignature extends Error {
  override readonly name = 'BadSignature'
}

export interface SignedFile {
  readonly name: string
  readonly content: Uint8Array
  /** Detached, in binary. */
  readonly signature: Uint8Array
}

/** A public key in ASCII armour, and the fingerprint by which people know it. */
export interface SigningKey {
  readonly armored: string
  readonly fingerprint: string
}

/**
 * Checks a file against its signature. A signature stays good when its key expires later,
 * and is none when the key had expired before it was made.
 *
 * @throws BadSignature
 */
export async function checkSignature(file: SignedFile, key: SigningKey, now: Date): Promise<void> {
  const openpgp = await import('openpgp')
  const publicKey = await openpgp.readKey({ armoredKey: key.armored })
  const fingerprint = publicKey.getFingerprint().toUpperCase()
  if (fingerprint !== key.fingerprint) {
    throw new BadSignature(`the key to check ${file.name} with is ${fingerprint}, not ${key.fingerprint}`)
  }
  try {
    const { signatures } = await openpgp.verify({
      message: await openpgp.createMessage({ binary: file.content }),
      signature: await openpgp.readSignature({ binarySignature: file.signature }),
      verificationKeys: publicKey.toPublic(),
      format: 'binary',
      date: now,
    })
    if (signatures.length === 0) throw new Error('there is no signature in it')
    // One that is good is enough: while keys change, files carry the signatures of both.
    await Promise.any(signatures.map(({ verified }) => verified))
  } catch (error) {
    throw new BadSignature(`${file.name} has no valid signature of key ${fingerprint}: ${reasonOf(error)}`, {
      cause: error,
    })
  }
}

function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const reason = first instanceof Error ? first.message : String(first)
  return /key.*expired|expired.*key/i.test(reason)
    ? `${reason}; a newer release of this action has the key prolonged`
    : reason
}
