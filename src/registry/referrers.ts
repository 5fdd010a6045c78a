import { errorMessage } from '../text/sanitize'
import type { Registry } from './client'
import { UnsupportedContent } from './error'
import type { References } from './existence-check'
import { fetchManifest, findDigest } from './fetch-manifest'
import { listReferrers, queryReferrersApi, type ReferrerList, referrersTag } from './list-referrers'
import { type Descriptor, digestOf, type Manifest, parseManifest } from './manifest'
import { fetchManifestTree, manifestsOf, type ManifestTree } from './manifest-tree'
import { OCI_INDEX } from './media-types'

/** A signature, attestation or SBOM of an image. */
export interface Referrer {
  readonly tree: ManifestTree
  /** cosign's tag; undefined if the manifest names its subject. */
  readonly tag: string | undefined
}

export interface FoundReferrers {
  readonly referrers: readonly Referrer[]
  /** One sentence for each referrer or list that could not be read. */
  readonly problems: readonly string[]
}

/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'] as const

/** Names a referrer by digest and kind. */
export function describeReferrer({ tree: { manifest }, tag }: Referrer): string {
  const kind = artifactTypeOf(manifest)
  return [manifest.digest, kind && `(${kind})`, tag && `with the tag ${tag}`].filter(Boolean).join(' ')
}

/** Finds the referrers of all manifests, and their referrers. Each failure costs only what it concerns. */
export async function findReferrers(
  registry: Registry,
  repository: string,
  tree: ManifestTree,
): Promise<FoundReferrers> {
  const found = new Map<string, Referrer>()
  const problems: string[] = []
  const lists: ReferrerList[] = []
  const seen = new Set<string>()
  let subjects = manifestsOf(tree)
  while (subjects.length > 0) {
    for (const { digest } of subjects) seen.add(digest)
    const searches = await Promise.all(
      subjects.map(({ digest }) => findReferrersOf({ registry, repository, digest })),
    )
    lists.push(...searches.map(({ list }) => list))
    problems.push(...searches.flatMap((search) => search.problems))
    const fresh = searches
      .flatMap((search) => search.referrers)
      .filter((referrer) => !seen.has(referrer.tree.manifest.digest))
    for (const referrer of fresh)
      found.set(`${referrer.tree.manifest.digest} ${referrer.tag ?? ''}`, referrer)
    subjects = fresh
      .flatMap((referrer) => manifestsOf(referrer.tree))
      .filter(({ digest }) => !seen.has(digest))
  }
  return { referrers: [...found.values()], problems: [...new Set([...problems, ...apiProblems(lists)])] }
}

/** A registry with referrers tags needs no API; without them, one problem stands for all manifests. */
function apiProblems(lists: readonly ReferrerList[]): string[] {
  const refused = lists.flatMap(({ apiProblem }) => apiProblem ?? [])
  return lists.some(({ isTagged }) => isTagged === true) ? [] : refused.slice(0, 1)
}

interface Subject {
  readonly registry: Registry
  readonly repository: string
  readonly digest: string
}

async function findReferrersOf(subject: Subject): Promise<FoundReferrers & { readonly list: ReferrerList }> {
  const { registry, repository, digest } = subject
  const byTag = COSIGN_SUFFIXES.map((suffix) => fetchTagged(subject, `${referrersTag(digest)}${suffix}`))
  const list = await listReferrers(registry, repository, digest)
  const byDigest = list.entries.map((entry) => fetchListed(subject, entry))
  const fetched = await Promise.all([...byDigest, ...byTag])
  return {
    list,
    referrers: fetched.flatMap(({ referrers }) => referrers),
    problems: [...list.problems, ...fetched.flatMap(({ problems }) => problems)],
  }
}

async function fetchListed(subject: Subject, { digest, artifactType }: Descriptor): Promise<FoundReferrers> {
  try {
    return { referrers: [{ tree: await fetchTree(subject, digest), tag: undefined }], problems: [] }
  } catch (error) {
    const kind = artifactType === undefined ? '' : ` (${artifactType})`
    return { referrers: [], problems: [`${digest}${kind} could not be read: ${errorMessage(error)}`] }
  }
}

async function fetchTagged(subject: Subject, tag: string): Promise<FoundReferrers> {
  const { registry, repository } = subject
  try {
    const digest = await findDigest(registry, repository, tag)
    if (digest === undefined) return { referrers: [], problems: [] }
    return { referrers: [{ tree: await fetchTree(subject, digest), tag }], problems: [] }
  } catch (error) {
    return { referrers: [], problems: [`the tag ${tag} could not be read: ${errorMessage(error)}`] }
  }
}

async function fetchTree({ registry, repository }: Subject, digest: string): Promise<ManifestTree> {
  return fetchManifestTree(registry, repository, await fetchManifest(registry, repository, digest))
}

/** Splits referrers by whether the target has them. */
export async function splitReferrers(
  referrers: readonly Referrer[],
  find: ((references: References) => Promise<ReadonlyMap<string, string>>) | undefined,
): Promise<{ missing: Referrer[]; present: Referrer[] }> {
  if (find === undefined || referrers.length === 0) return { missing: [...referrers], present: [] }
  const tags = referrers.flatMap(({ tag }) => tag ?? [])
  const digests = referrers.flatMap(({ tag, tree }) => (tag === undefined ? [tree.manifest.digest] : []))
  const found = await find({ tags, digests })
  const isPresent = ({ tag, tree: { manifest } }: Referrer): boolean =>
    found.get(tag ?? manifest.digest) === manifest.digest
  return {
    missing: referrers.filter((referrer) => !isPresent(referrer)),
    present: referrers.filter(isPresent),
  }
}

/**
 * Adds referrers to the index of the referrers tag (specification, "Pushing Manifests with Subject").
 *
 * @returns undefined if the target has the referrers API or lists them already
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
export async function extendReferrersIndex(
  registry: Registry,
  repository: string,
  { subject, referrers }: { subject: string; referrers: readonly Manifest[] },
): Promise<{ tag: string; index: Manifest } | undefined> {
  if ((await queryReferrersApi(registry, repository, subject)).isSupported) return undefined
  const tag = referrersTag(subject)
  const digest = await findDigest(registry, repository, tag)
  const existing = digest === undefined ? undefined : await fetchManifest(registry, repository, digest)
  if (existing !== undefined && existing.mediaType !== OCI_INDEX)
    throw new UnsupportedContent(`the tag ${tag} refers to an image instead of a list of referrers`)
  const listed = existing?.manifests ?? []
  const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest))
  if (fresh.length === 0) return undefined
  const manifests = [...listed, ...fresh.map(toDescriptor)]
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
  return { tag, index: parseManifest(bytes, digestOf(bytes), OCI_INDEX) }
}

const artifactTypeOf = ({ artifactType, config }: Manifest): string | undefined =>
  artifactType ?? config?.mediaType

function toDescriptor(manifest: Manifest): Descriptor {
  const { mediaType, digest, bytes, annotations } = manifest
  const type = artifactTypeOf(manifest)
  return {
    mediaType,
    digest,
    size: bytes.length,
    ...(type !== undefined && { artifactType: type }),
    ...(annotations && { annotations }),
  }
}
