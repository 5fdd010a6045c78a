import { itemsOf, parseObject, recordAt, textAt, valueAt } from '../text/json'
import { errorMessage } from '../text/sanitize'
import type { Registry } from './client'
import { attestationBundle, signatureBundle } from './cosign'
import { fetchManifest, findDigest } from './fetch-manifest'
import { listReferrers, referrersTag } from './list-referrers'
import type { Descriptor, Manifest } from './manifest'
import { readSmallBlob } from './small-blob'

/** Evidence of an image's origin in its registry, not verified yet. */
export type FoundSignature =
  | {
      readonly kind: 'bundle'
      /** Sigstore bundle as JSON. */
      readonly bundle: unknown
      /** Signed bytes that are not in the bundle. */
      readonly payload?: Buffer
    }
  /** It cannot be verified, or could not be read. */
  | { readonly kind: 'unknown'; readonly reason: string }

const SIGSTORE_BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b.*json/
const COSIGN_ARTIFACT = /^application\/vnd\.dev\.cosign\.artifact\.(?:sig|att)\b/
const NOTATION = 'application/vnd.cncf.notary.signature'
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
const DSSE = 'application/vnd.dsse.envelope.v1+json'
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_TAGS = ['.sig', '.att']
const MAX_REFERRERS = 50
const WITH_KEY = 'it was made with a key, and the key of the publisher is not known'

interface Subject {
  readonly registry: Registry
  readonly repository: string
  readonly digest: string
}

/**
 * Reads signatures and attestations of an image: Sigstore bundles that refer to it, and cosign's tags. Artifacts of other
 * kinds, such as SBOMs, are ignored. Errors are results, because a publisher need not sign.
 */
export async function readSignatures(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<readonly FoundSignature[]> {
  const subject = { registry, repository, digest }
  const { entries, problems } = await listReferrers(registry, repository, digest)
  const tags = COSIGN_TAGS.map((suffix) => `${referrersTag(digest)}${suffix}`)
  const found = await Promise.all([
    ...entries.slice(0, MAX_REFERRERS).map((entry) => orUnknown(readReferrer(subject, entry))),
    ...tags.map((tag) => orUnknown(readTag(subject, tag))),
  ])
  return [...problems.map(unknown), ...found.flat()]
}

const unknown = (reason: string): FoundSignature => ({ kind: 'unknown', reason })

async function orUnknown(reading: Promise<readonly FoundSignature[]>): Promise<readonly FoundSignature[]> {
  try {
    return await reading
  } catch (error) {
    return [unknown(`it could not be read: ${errorMessage(error)}`)]
  }
}

async function readReferrer(subject: Subject, entry: Descriptor): Promise<readonly FoundSignature[]> {
  const { registry, repository } = subject
  const { artifactType: listed } = entry
  if (listed !== undefined && !isSignature(listed)) return []
  if (listed === NOTATION) return [unknown('it is a Notation signature')]
  const manifest = await fetchManifest(registry, repository, entry.digest)
  const type = manifest.artifactType ?? manifest.config?.mediaType ?? ''
  if (type === NOTATION) return [unknown('it is a Notation signature')]
  if (COSIGN_ARTIFACT.test(type)) return readLayers(subject, manifest)
  if (!SIGSTORE_BUNDLE.test(type)) return []
  const layers = manifest.blobs.filter(({ mediaType }) => SIGSTORE_BUNDLE.test(mediaType))
  const bundles = await Promise.all(layers.map((layer) => readSmallBlob(registry, repository, layer)))
  return bundles.map((bytes) => fromBundle(parseObject(bytes.toString('utf8'))))
}

const isSignature = (type: string): boolean =>
  type === NOTATION || COSIGN_ARTIFACT.test(type) || SIGSTORE_BUNDLE.test(type)

async function readTag(subject: Subject, tag: string): Promise<readonly FoundSignature[]> {
  const { registry, repository } = subject
  const digest = await findDigest(registry, repository, tag)
  if (digest === undefined) return []
  return readLayers(subject, await fetchManifest(registry, repository, digest))
}

/** cosign writes one layer per signature or attestation. */
async function readLayers(
  { registry, repository }: Subject,
  manifest: Manifest,
): Promise<readonly FoundSignature[]> {
  const layers = manifest.blobs.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING || mediaType === DSSE)
  return Promise.all(
    layers.map(async ({ annotations = {}, ...layer }): Promise<FoundSignature> => {
      const payload = await readSmallBlob(registry, repository, layer)
      const bundle =
        layer.mediaType === DSSE
          ? attestationBundle(payload, annotations)
          : signatureBundle(payload, annotations)
      if (bundle === undefined) return unknown(WITH_KEY)
      return layer.mediaType === DSSE ? { kind: 'bundle', bundle } : { kind: 'bundle', bundle, payload }
    }),
  )
}

function fromBundle(bundle: unknown): FoundSignature {
  const material = recordAt(bundle, 'verificationMaterial')
  const chain = itemsOf(valueAt(material, 'x509CertificateChain', 'certificates'))
  if (textAt(material, 'certificate', 'rawBytes') === undefined && chain.length === 0)
    return unknown(WITH_KEY)
  if (textAt(bundle, 'dsseEnvelope', 'payload') === undefined) return unknown('it names no image')
  return { kind: 'bundle', bundle }
}
