import type { SignedEntity, Signer, TrustMaterial } from '@sigstore/verify'
import type { SourceRepository } from './releases'
import { itemsOf, parseObject, textAt, valueAt } from '../text/json'

/** Certificates and logs of the Sigstore instance that signs for public repositories. */
export type LoadTrust = () => Promise<TrustMaterial>

const ISSUER = 'https://token.actions.githubusercontent.com'
const PROVENANCE = 'https://slsa.dev/provenance/'
/** Certificate extension of Fulcio: Source Repository URI. */
const SOURCE_REPOSITORY_OID = '1.3.6.1.4.1.57264.1.12'

/**
 * Loads the trust root of the public Sigstore instance with The Update Framework.
 *
 * @param cachePath folder for its metadata
 * @throws Error if the repository of the trust root cannot be reached
 */
export async function loadPublicTrust(cachePath: string): Promise<TrustMaterial> {
  const [{ getTrustedRoot }, { toTrustMaterial }] = await Promise.all([
    import('@sigstore/tuf'),
    import('@sigstore/verify'),
  ])
  return toTrustMaterial(await getTrustedRoot({ cachePath, timeout: 20_000, retry: 2 }))
}

/** Returns whether a bundle contains SLSA provenance, which is not verified yet. */
export function isProvenance(bundle: unknown): boolean {
  return (textAt(statementOf(bundle), 'predicateType') ?? '').startsWith(PROVENANCE)
}

/** The statement of a bundle's envelope. */
function statementOf(bundle: unknown): unknown {
  const payload = textAt(bundle, 'dsseEnvelope', 'payload') ?? ''
  return parseObject(Buffer.from(payload, 'base64').toString('utf8'))
}

export interface ProvenanceClaim {
  readonly source: SourceRepository
  /** Of the image. */
  readonly digest: string
}

/**
 * Verifies that a workflow of a repository attested an image.
 *
 * @param bundle Sigstore bundle with an in-toto statement
 * @throws Error with the reason if the signature, the identity or the digest is wrong
 */
export async function verifyProvenance(
  bundle: unknown,
  { source, digest }: ProvenanceClaim,
  trust: TrustMaterial,
): Promise<void> {
  const [{ bundleFromJSON }, { toSignedEntity, Verifier }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ])
  const entity: SignedEntity = toSignedEntity(bundleFromJSON(bundle))
  const signer = new Verifier(trust).verify(entity)
  checkSigner(signer, source)
  const [algorithm = '', hex] = digest.split(':')
  const subjects = itemsOf(valueAt(statementOf(bundle), 'subject'))
  if (!subjects.some((subject) => textAt(subject, 'digest', algorithm) === hex))
    throw new Error('it is about another image')
}

/** The text of a DER string, after its type and length. A length of 128 or more has further bytes. */
function derText(value: Uint8Array): string {
  const bytes = Buffer.from(value)
  const length = bytes[1] ?? 0
  return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f)).toString('utf8')
}

/** The workflow may be a shared one of the same owner. */
function checkSigner({ identity }: Signer, { owner, repo }: SourceRepository): void {
  const issuer = identity?.extensions?.issuer
  if (issuer !== ISSUER) throw new Error(`its signer was authenticated by ${issuer ?? 'no issuer'}`)
  const workflow = identity?.subjectAlternativeName ?? ''
  if (!workflow.toLowerCase().startsWith(`https://github.com/${owner.toLowerCase()}/`))
    throw new Error(`its signer is ${workflow || 'no workflow'}`)
  const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY_OID)
  const repository = found === undefined ? '' : derText(found.value)
  if (repository.toLowerCase() !== `https://github.com/${owner}/${repo}`.toLowerCase())
    throw new Error(`it was built from ${repository || 'an unknown repository'}`)
}
