import { type KeyPacket, parseKey } from './key-packet'
import { decodeArmor, InvalidOpenPgp, type Packet, readPackets, TAG } from './packet'
import { isSignedBy, parseSignature, SIGNATURE_TYPE, type SignaturePacket } from './signature-packet'

/** A key, a user ID or a subkey, with the signatures after it. */
interface Component {
  readonly packet: Packet
  readonly signatures: readonly SignaturePacket[]
}

interface Subkey {
  readonly key: KeyPacket
  readonly signatures: readonly SignaturePacket[]
}

interface KeyParts {
  /** Signatures of the primary key itself. */
  readonly direct: readonly SignaturePacket[]
  readonly users: readonly Component[]
  readonly subkeys: readonly Subkey[]
}

const SIGN_FLAG = 0x02

/** A public key with its self-signatures. */
export class OpenPgpKey {
  private constructor(
    readonly primary: KeyPacket,
    private readonly parts: KeyParts,
  ) {}

  /** @throws InvalidOpenPgp */
  static read(armored: string): OpenPgpKey {
    const components = componentsOf(readPackets(decodeArmor(armored)))
    const [first, ...others] = components
    if (first?.packet.tag !== TAG.publicKey) throw new InvalidOpenPgp('it is not a public key')
    if (others.some(({ packet }) => packet.tag === TAG.publicKey))
      throw new InvalidOpenPgp('there is more than one key')
    const subkeys = others
      .filter(({ packet }) => packet.tag === TAG.publicSubkey)
      .flatMap(({ packet, signatures }) => {
        const key = unlessUnsupported(() => parseKey(packet.body))
        return key === undefined ? [] : [{ key, signatures }]
      })
    const users = others.filter(({ packet }) => packet.tag === TAG.userId)
    return new OpenPgpKey(parseKey(first.packet.body), { direct: first.signatures, users, subkeys })
  }

  /**
   * Returns the key that may have signed at a time.
   *
   * @throws InvalidOpenPgp
   */
  signingKey(issuers: readonly Buffer[], atMs: number): KeyPacket {
    this.requireValid(atMs)
    const isIssuer = ({ id }: KeyPacket): boolean => issuers.some((issuer) => issuer.equals(id))
    if (isIssuer(this.primary)) {
      if (!maySign(this.certification(atMs))) throw new InvalidOpenPgp('the key may not sign')
      return this.primary
    }
    const subkey = this.parts.subkeys.find(({ key }) => isIssuer(key))
    if (subkey === undefined) throw new InvalidOpenPgp('it was made by another key')
    this.requireBound(subkey, atMs)
    return subkey.key
  }

  private requireValid(atMs: number): void {
    const { primary } = this
    const { direct } = this.parts
    const isRevoked = direct.some(
      (one) => one.type === SIGNATURE_TYPE.keyRevocation && isSignedBy(one, [primary.signedForm], primary),
    )
    if (isRevoked) throw new InvalidOpenPgp('the key is revoked')
    const certification = this.certification(atMs)
    if (certification === undefined) throw new InvalidOpenPgp('the key had no valid user ID')
    const ownDirect = newestAt(
      direct.filter(
        (one) => one.type === SIGNATURE_TYPE.directKey && isSignedBy(one, [primary.signedForm], primary),
      ),
      atMs,
    )
    for (const signature of [certification, ownDirect]) requireUnexpired(primary, signature, atMs)
  }

  /** Returns the newest self-signature of a user ID. */
  private certification(atMs: number): SignaturePacket | undefined {
    const newest = this.parts.users.flatMap(({ packet, signatures }) => {
      const data = [this.primary.signedForm, userForm(packet.body)]
      const own = signatures.filter((one) => isSignedBy(one, data, this.primary))
      if (own.some(({ type }) => type === SIGNATURE_TYPE.certificationRevocation)) return []
      const certifications: readonly number[] = SIGNATURE_TYPE.certifications
      return (
        newestAt(
          own.filter(({ type }) => certifications.includes(type)),
          atMs,
        ) ?? []
      )
    })
    return newestAt(newest, atMs)
  }

  /** The subkey must also have signed, or anyone's signing key could be claimed (RFC 9580, section 5.2.1.9). */
  private requireBound({ key, signatures }: Subkey, atMs: number): void {
    const data = [this.primary.signedForm, key.signedForm]
    const own = signatures.filter((one) => isSignedBy(one, data, this.primary))
    if (own.some(({ type }) => type === SIGNATURE_TYPE.subkeyRevocation))
      throw new InvalidOpenPgp('the signing subkey is revoked')
    const binding = newestAt(
      own.filter(({ type }) => type === SIGNATURE_TYPE.subkeyBinding),
      atMs,
    )
    if (binding === undefined) throw new InvalidOpenPgp('the signing subkey did not belong to the key')
    requireUnexpired(key, binding, atMs)
    if (!maySign(binding)) throw new InvalidOpenPgp('the subkey may not sign')
    const proof = binding.embedded === undefined ? undefined : parseSignature(binding.embedded)
    const isProven = proof?.type === SIGNATURE_TYPE.primaryKeyBinding && isSignedBy(proof, data, key)
    if (!isProven || !isCurrent(proof, atMs))
      throw new InvalidOpenPgp('the signing subkey does not confirm that it belongs to the key')
  }
}

function componentsOf(packets: readonly Packet[]): Component[] {
  const components: { packet: Packet; signatures: SignaturePacket[] }[] = []
  for (const packet of packets) {
    if (packet.tag !== TAG.signature) components.push({ packet, signatures: [] })
    else {
      // Those of other people may be of any kind.
      const signature = unlessUnsupported(() => parseSignature(packet.body))
      if (signature !== undefined) components.at(-1)?.signatures.push(signature)
    }
  }
  return components
}

function unlessUnsupported<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof InvalidOpenPgp) return undefined
    throw error
  }
}

/** RFC 9580, section 5.2.4. */
function userForm(body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(0xb4)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

const isCurrent = ({ createdMs, expiresMs }: SignaturePacket, atMs: number): boolean =>
  createdMs <= atMs && (expiresMs === undefined || atMs < expiresMs)

const newestAt = (signatures: readonly SignaturePacket[], atMs: number): SignaturePacket | undefined =>
  signatures.filter((one) => isCurrent(one, atMs)).sort((a, b) => b.createdMs - a.createdMs)[0]

const maySign = (signature: SignaturePacket | undefined): boolean =>
  signature !== undefined && (signature.keyFlags === undefined || (signature.keyFlags & SIGN_FLAG) !== 0)

function requireUnexpired(key: KeyPacket, signature: SignaturePacket | undefined, atMs: number): void {
  if (atMs < key.createdMs) throw new InvalidOpenPgp('the key did not exist yet')
  const lifetimeMs = signature?.keyLifetimeMs
  if (lifetimeMs !== undefined && atMs >= key.createdMs + lifetimeMs)
    throw new InvalidOpenPgp(
      `the key expired on ${new Date(key.createdMs + lifetimeMs).toISOString().slice(0, 10)}. Use a newer release of this action, which contains the extended key`,
    )
}
