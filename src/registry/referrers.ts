import { pull, type Registry } from './client'
import { fetchManifest } from './fetch-manifest'
import { OCI_INDEX } from './media-types'
import { type Descriptor, type Manifest, parseManifest, digestOf } from './manifest'
import { fetchManifestTree, manifestsOf, type ManifestTree } from './manifest-tree'

/** Something that speaks about an image: a signature, an attestation, an SBOM. */
export interface Referrer {
  readonly tree: ManifestTree
  /** The tag that cosign finds it by; undefined for one that names its subject. */
  readonly tag: string | undefined
}

/** Where cosign puts what it has to say (https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md). */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'] as const

/** `sha256-<hex>`: specification, "Referrers Tag Schema". */
export const referrersTag = (digest: string): string => digest.replace(':', '-')

/** All that refers to the manifests of a tree, and what refers to that in turn. */
export async function findReferrers(
  registry: Registry,
  repository: string,
  tree: ManifestTree,
): Promise<Referrer[]> {
  const found: Referrer[] = []
  const seen = new Set<string>()
  let subjects = manifestsOf(tree)
  while (subjects.length > 0) {
    for (const { digest } of subjects) seen.add(digest)
    const lists = await Promise.all(
      subjects.map((subject) => referrersOf(registry, repository, subject.digest)),
    )
    const fresh = lists.flat().filter((referrer) => !seen.has(referrer.tree.manifest.digest))
    found.push(...fresh)
    subjects = fresh
      .flatMap((referrer) => manifestsOf(referrer.tree))
      .filter(({ digest }) => !seen.has(digest))
  }
  return found
}

async function referrersOf(registry: Registry, repository: string, digest: string): Promise<Referrer[]> {
  const listed = (await listReferrers(registry, repository, digest)) ?? []
  const byDigest = listed.map(async (entry): Promise<Referrer> => ({
    tree: await fetchManifestTree(
      registry,
      repository,
      await fetchManifest(registry, repository, entry.digest),
    ),
    tag: undefined,
  }))
  const byTag = COSIGN_SUFFIXES.map(async (suffix): Promise<Referrer[]> => {
    const tag = `${referrersTag(digest)}${suffix}`
    const { digest: tagged } = await registry.headManifest(repository, tag)
    if (tagged === undefined) return []
    return [
      {
        tree: await fetchManifestTree(
          registry,
          repository,
          await fetchManifest(registry, repository, tagged),
        ),
        tag,
      },
    ]
  })
  return [...(await Promise.all(byDigest)), ...(await Promise.all(byTag)).flat()]
}

/**
 * Asks the referrers API, then the tag that stands in for it (specification, "Listing Referrers").
 *
 * @returns undefined when the registry has neither
 */
async function listReferrers(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<readonly Descriptor[] | undefined> {
  const byApi = await referrersByApi(registry, repository, digest)
  if (byApi !== undefined) return byApi
  const tag = referrersTag(digest)
  const { digest: tagged } = await registry.headManifest(repository, tag)
  return tagged === undefined ? undefined : (await fetchManifest(registry, repository, tagged)).manifests
}

/** What registries without the API answer instead; GHCR redirects to a page of its own. */
const NO_API = [400, 403, 404, 405, 406, 415, 429, 500, 501, 502, 503]

async function referrersByApi(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<readonly Descriptor[] | undefined> {
  const path = `${repository}/referrers/${digest}`
  const { status, body } = await registry.call({
    method: 'GET',
    path,
    scopes: [pull(repository)],
    accept: [200, ...NO_API],
  })
  if (status !== 200) return undefined
  try {
    return parseManifest(body, digestOf(body), OCI_INDEX).manifests
  } catch {
    return undefined
  }
}

/**
 * Lists referrers under the tag that stands in for the API, where the target lacks it
 * (specification, "Pushing Manifests with Subject").
 */
export async function listAtTarget(
  registry: Registry,
  repository: string,
  { subject, referrers }: { subject: string; referrers: readonly Manifest[] },
): Promise<{ tag: string; index: Manifest } | undefined> {
  if ((await referrersByApi(registry, repository, subject)) !== undefined) return undefined
  const tag = referrersTag(subject)
  const { digest } = await registry.headManifest(repository, tag)
  const listed = digest === undefined ? [] : (await fetchManifest(registry, repository, digest)).manifests
  const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest))
  if (fresh.length === 0) return undefined
  const manifests = [...listed, ...fresh.map(describe)]
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
  return { tag, index: parseManifest(bytes, digestOf(bytes), OCI_INDEX) }
}

function describe({ mediaType, digest, bytes, artifactType, config, annotations }: Manifest): Descriptor {
  const type = artifactType ?? config?.mediaType
  return {
    mediaType,
    digest,
    size: bytes.length,
    ...(type !== undefined && { artifactType: type }),
    ...(annotations && { annotations }),
  }
}
