import type { SignedEntity, Signer, TrustMaterial } from '@sigstore/verify'
import type { SourceRepository } from './releases'
import { itemsOf, parseObject, recordAt, textAt, valueAt } from '../text/json'

/** Certificates and logs of the Sigstore instance that signs for public repositories. */
export type LoadTrust = () => Promise<TrustMaterial>

const ISSUER = 'https://token.actions.githubusercontent.com'
const PROVENANCE = 'https://slsa.dev/provenance/'
/** Statement of cosign 3 without further content. */
const SIGNATURE = 'https://sigstore.dev/cosign/sign/'
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

/** Returns whether a bundle with a statement is a signature of cosign, which is not verified yet. */
export function isSignature(bundle: unknown): boolean {
  return (textAt(statementOf(bundle), 'predicateType') ?? '').startsWith(SIGNATURE)
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
  checkSigner(await verifyBundle(bundle, { digest }, trust), source)
}

interface SignedImage {
  /** Of the image. */
  readonly digest: string
  /** Signed bytes that are not in the bundle: cosign's JSON that names the image. */
  readonly payload?: Buffer | undefined
}

/**
 * Verifies certificate, log entry and signature of a bundle, and that it is about an image.
 *
 * @returns who signed it
 * @throws Error with the reason
 */
export async function verifyBundle(
  bundle: unknown,
  { digest, payload }: SignedImage,
  trust: TrustMaterial,
): Promise<Signer> {
  const [{ bundleFromJSON }, { toSignedEntity, Verifier }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ])
  const entity: SignedEntity = toSignedEntity(bundleFromJSON(bundle), payload)
  const signer = new Verifier(trust).verify(entity)
  const named = payload === undefined ? subjectsOf(bundle) : [digestIn(payload)]
  if (!named.includes(digest)) throw new Error('it is about another image')
  return signer
}

function subjectsOf(bundle: unknown): string[] {
  return itemsOf(valueAt(statementOf(bundle), 'subject')).flatMap((subject) =>
    Object.entries(recordAt(subject, 'digest')).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`),
  )
}

/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const digestIn = (payload: Buffer): string | undefined =>
  textAt(parseObject(payload.toString('utf8')), 'critical', 'image', 'docker-manifest-digest')

/** The text of a DER string, after its type and length. A length of 128 or more has further bytes. */
function derText(value: Uint8Array): string {
  const bytes = Buffer.from(value)
  const length = bytes[1] ?? 0
  return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f)).toString('utf8')
}

/**
 * Checks that a workflow of a repository's owner signed. The workflow may be a shared one.
 *
 * @throws Error with the reason
 */
export function checkSigner(signer: Signer, { owner, repo }: SourceRepository): void {
  const { issuer, workflow, repository } = factsOf(signer)
  if (issuer !== ISSUER) throw new Error(`its signer was authenticated by ${issuer || 'no issuer'}`)
  if (!isBelow(workflow, owner)) throw new Error(`its signer is ${workflow || 'no workflow'}`)
  if (repository.toLowerCase() !== `https://github.com/${owner}/${repo}`.toLowerCase())
    throw new Error(`it was built from ${repository || 'an unknown repository'}`)
}

/** Returns whether a workflow of an owner signed, which ran in any of its repositories. */
export function isSignedByOwner(signer: Signer, { owner }: SourceRepository): boolean {
  const { issuer, workflow, repository } = factsOf(signer)
  return issuer === ISSUER && isBelow(workflow, owner) && isBelow(repository, owner)
}

/** Names a signer without the branch or tag, which differs between releases. */
export function describeSigner(signer: Signer): string {
  const { issuer, workflow } = factsOf(signer)
  const name = workflow.replace(/@refs\/.*$/, '') || 'no name'
  return issuer === ISSUER ? name : `${name} (${issuer || 'no issuer'})`
}

const isBelow = (url: string, owner: string): boolean =>
  url.toLowerCase().startsWith(`https://github.com/${owner.toLowerCase()}/`)

function factsOf({ identity }: Signer): Readonly<Record<'issuer' | 'workflow' | 'repository', string>> {
  const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY_OID)
  return {
    issuer: identity?.extensions?.issuer ?? '',
    workflow: identity?.subjectAlternativeName ?? '',
    repository: found === undefined ? '' : derText(found.value),
  }
}
