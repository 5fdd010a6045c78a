import {
  checkSigner,
  describeSigner,
  isProvenance,
  isSignature,
  isSignedByOwner,
  verifyBundle,
} from '../../github/provenance'
import { hasKnownSource, sourceRepository, type SourceRepository } from '../../github/releases'
import type { PinnedImage } from '../../images/images-yaml'
import type { Registry } from '../../registry/client'
import { type FoundSignature, readSignatures } from '../../registry/signatures'
import { codeSpan } from '../../text/markdown'
import { errorMessage } from '../../text/sanitize'
import type { ReleaseHistory } from './release-history'

/** Result of the signatures in the registry. The texts are Markdown. */
export type SignatureEvidence =
  | { readonly kind: 'none' | 'verified' }
  /** It cannot be verified: "it was made with a key". */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** It is wrong or of another signer, or only the pinned image has one. */
  | { readonly kind: 'invalid'; readonly problem: string }

interface SignatureRuntime {
  readonly registry: Registry
  readonly history: Pick<ReleaseHistory, 'trust'>
}

interface VerifiedSigner {
  readonly name: string
  readonly isPublisher: boolean
}

interface Verification {
  readonly signers: readonly VerifiedSigner[]
  readonly errors: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Verifies the signatures and attestations that the registry has for an image. Its signer must be the known publisher, or
 * the signer of the pinned image.
 */
export async function checkSignature(
  image: PinnedImage,
  digest: string,
  { registry, history }: SignatureRuntime,
): Promise<SignatureEvidence> {
  const source = hasKnownSource(image.repository) ? sourceRepository(image.repository, undefined) : undefined
  const verify = async (of: string): Promise<Verification> => {
    const found = await readSignatures(registry, image.repository, of)
    return verifyAll(found, { digest: of, source, loadTrust: () => history.trust() })
  }
  const next = await verify(digest)
  if (next.signers.some(({ isPublisher }) => isPublisher)) return { kind: 'verified' }
  const pinned = digest === image.digest ? next : await verify(image.digest)
  return compare(next, pinned, { tag: image.tag, isKnown: source !== undefined })
}

/** A publisher that signed the pinned image signs the next one too. */
function compare(
  { signers, errors, unknown }: Verification,
  pinned: Verification,
  { tag, isKnown }: { readonly tag: string; readonly isKnown: boolean },
): SignatureEvidence {
  const names = signers.map(({ name }) => name)
  const trusted = pinned.signers.map(({ name }) => name)
  const [name] = names
  const [expected] = trusted
  if (names.some((one) => trusted.includes(one))) return { kind: 'verified' }
  const [error] = errors
  if (name === undefined && error !== undefined)
    return { kind: 'invalid', problem: `its signature could not be verified: ${codeSpan(error)}` }
  if (expected !== undefined) {
    const difference = name === undefined ? 'it is not signed' : `it is signed by ${codeSpan(name)}`
    return { kind: 'invalid', problem: `${difference}, and ${tag} is signed by ${codeSpan(expected)}` }
  }
  if (name !== undefined)
    return isKnown
      ? { kind: 'invalid', problem: `it is signed by ${codeSpan(name)}` }
      : { kind: 'unknown', reason: `its signer ${codeSpan(name)} is not known as its publisher` }
  const [reason] = unknown
  return reason === undefined ? { kind: 'none' } : { kind: 'unknown', reason: codeSpan(reason) }
}

interface Claim {
  readonly digest: string
  readonly source: SourceRepository | undefined
  readonly loadTrust: ReleaseHistory['trust']
}

async function verifyAll(found: readonly FoundSignature[], claim: Claim): Promise<Verification> {
  const signers: VerifiedSigner[] = []
  const errors: string[] = []
  const unknown: string[] = []
  for (const signature of found) {
    if (signature.kind === 'unknown') unknown.push(signature.reason)
    else if (!isOrigin(signature)) continue
    else
      await verifyOne(signature, claim).then(
        (signer) => signers.push(signer),
        (error: unknown) => errors.push(errorMessage(error)),
      )
  }
  return { signers, errors, unknown }
}

type BundleSignature = Extract<FoundSignature, { kind: 'bundle' }>

/** Other attestations, such as of an SBOM, prove nothing about the origin. */
const isOrigin = ({ bundle, payload }: BundleSignature): boolean =>
  payload !== undefined || isProvenance(bundle) || isSignature(bundle)

async function verifyOne(
  { bundle, payload }: BundleSignature,
  { digest, source, loadTrust }: Claim,
): Promise<VerifiedSigner> {
  const signer = await verifyBundle(bundle, { digest, payload }, await loadTrust())
  // Provenance names the repository that the image was built from.
  if (source !== undefined && payload === undefined && isProvenance(bundle)) checkSigner(signer, source)
  return {
    name: describeSigner(signer),
    isPublisher: source !== undefined && isSignedByOwner(signer, source),
  }
}
