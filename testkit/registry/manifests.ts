import { bodyOf, sha256 } from './content'
import { mediaTypes, needs, type ManifestJson } from './manifest'
import { collect, json, registryError, type Answer, type Call } from './answer'
import { ACCOUNT, type RegistryOptions } from './options'
import { parseManifest, type Repository, type Store, type StoredManifest } from './store'

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024

/** Manifests, tags and referrers (OCI distribution specification, from "Pulling manifests" on). */
export class Manifests {
  private readonly recentPuts: number[] = []
  private downloads = 0

  constructor(
    private readonly store: Store,
    private readonly options: RegistryOptions,
  ) {}

  get(call: Call, name: string, reference: string): Answer {
    const limit = this.countDownload(call.method, name)
    if (limit.isUsedUp) return registryError(429, 'TOOMANYREQUESTS', LIMIT_WORDS, limit.headers)
    const stored = this.store.repositories.get(name)?.manifest(reference)
    const found = stored && this.acceptable(stored, call.header('accept'), reference)
    if (found === undefined) return registryError(404, 'MANIFEST_UNKNOWN', 'manifest unknown', limit.headers)
    const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest }
    return { status: 200, headers: { ...headers, ...limit.headers }, body: bodyOf([found.bytes]) }
  }

  async put(call: Call, name: string, reference: string): Promise<Answer> {
    const bytes = await collect(call)
    if (bytes.length > MAX_MANIFEST_BYTES)
      return registryError(413, 'MANIFEST_INVALID', 'manifest larger than 4 MiB')
    const manifest = parseManifest(bytes)
    const mediaType = call.header('content-type') ?? ''
    const refusal = this.throttled() ?? this.invalid(manifest, mediaType) ?? this.untaggable(name, reference)
    if (refusal) return refusal
    const digest = sha256(bytes)
    if (reference.includes(':') && reference !== digest) {
      return registryError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
    }
    const missing = this.missing(this.store.repository(name), manifest ?? {})
    if (missing) return missing
    this.store.putManifest(name, reference, { bytes, mediaType })
    const subject = manifest?.subject?.digest
    const hasReferrers = (this.options.referrers ?? 'on') === 'on'
    return {
      status: 201,
      headers: {
        location: `${this.options.locations === 'relative' ? '' : call.origin}/v2/${name}/manifests/${digest}`,
        'docker-content-digest': digest,
        ...(subject !== undefined && hasReferrers && { 'oci-subject': subject }),
      },
    }
  }

  tags(call: Call, name: string): Answer {
    const all = [...(this.store.repositories.get(name)?.tags.keys() ?? [])].sort()
    const last = call.query.get('last')
    const rest = last === null ? all : all.filter((tag) => tag > last)
    const size = Math.min(Number(call.query.get('n') ?? Infinity), this.options.pageSize ?? Infinity)
    const page = rest.slice(0, size)
    const next = `</v2/${name}/tags/list?n=${size}&last=${encodeURIComponent(page.at(-1) ?? '')}>; rel="next"`
    return json(200, { name, tags: page }, rest.length > page.length ? { link: next } : {})
  }

  referrers(call: Call, name: string, subject: string): Answer {
    if (this.options.referrers === 'off') return registryError(404, 'NOT_FOUND', 'page not found')
    if (this.options.referrers === 'refused') return UNSUPPORTED
    const wanted = call.query.get('artifactType')
    const all = [...(this.store.repositories.get(name)?.manifests.values() ?? [])]
    const manifests = all
      .filter((manifest) => manifest.json.subject?.digest === subject)
      .map(({ digest, mediaType, bytes, json: { artifactType, config, annotations } }) => ({
        mediaType,
        digest,
        size: bytes.length,
        artifactType: artifactType ?? config?.mediaType,
        ...(annotations && { annotations }),
      }))
      .filter(({ artifactType }) => wanted === null || wanted === artifactType)
    const index = { schemaVersion: 2, mediaType: mediaTypes.oci.index, manifests }
    const filters = wanted === null ? {} : { 'oci-filters-applied': 'artifactType' }
    return json(200, index, { 'content-type': mediaTypes.oci.index, ...filters })
  }

  private invalid(manifest: ManifestJson | undefined, contentType: string): Answer | undefined {
    if (manifest === undefined || !isReadable(manifest)) {
      return registryError(400, 'MANIFEST_INVALID', 'manifest invalid: not a JSON manifest')
    }
    if (manifest.subject !== undefined && this.options.referrers === 'refused') return UNSUPPORTED
    if (manifest.mediaType === undefined || manifest.mediaType === contentType) return undefined
    return registryError(400, 'MANIFEST_INVALID', `mediaType ${manifest.mediaType} came as ${contentType}`)
  }

  private untaggable(name: string, tag: string): Answer | undefined {
    const { immutableTags = false } = this.options
    const isImmutable = immutableTags instanceof RegExp ? immutableTags.test(tag) : immutableTags
    if (!isImmutable || !this.store.repositories.get(name)?.tags.has(tag)) return undefined
    const words = `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten`
    return registryError(400, 'TAG_INVALID', `${words} because the repository is immutable.`)
  }

  private missing(repository: Repository, manifest: ManifestJson): Answer | undefined {
    const { blobs, manifests } = repository.missing(manifest)
    if (blobs.length + manifests.length === 0) return undefined
    if (this.options.flavour !== 'ecr') {
      const errors = [...blobs, ...manifests].map((digest) => ({
        code: 'MANIFEST_BLOB_UNKNOWN',
        message: 'blob unknown to registry',
        detail: digest,
      }))
      return json(400, { errors })
    }
    const end = `required for pushing image into repository with name '${repository.name}' in the registry with id '${ACCOUNT}' do not exist`
    return blobs.length > 0
      ? registryError(400, 'BLOB_UPLOAD_UNKNOWN', `Layers with digests '[${blobs.join(', ')}]' ${end}`)
      : registryError(400, 'MANIFEST_BLOB_UNKNOWN', `Images with digests '[${manifests.join(', ')}]' ${end}`)
  }

  private throttled(): Answer | undefined {
    const { throttle } = this.options
    if (throttle === undefined) return undefined
    const now = performance.now()
    while (now - (this.recentPuts[0] ?? now) > 1000) this.recentPuts.shift()
    if (this.recentPuts.length >= throttle.manifestPutsPerSecond) {
      const headers = throttle.retryAfter === undefined ? {} : { 'retry-after': throttle.retryAfter }
      return registryError(429, 'TOOMANYREQUESTS', 'Rate exceeded', headers)
    }
    this.recentPuts.push(now)
    return undefined
  }

  private countDownload(
    method: string,
    name: string,
  ): { isUsedUp: boolean; headers: Record<string, string> } {
    const { rateLimit } = this.options
    if (rateLimit === undefined || rateLimit.exempt?.test(name) === true)
      return { isUsedUp: false, headers: {} }
    const isUsedUp = method === 'GET' && this.downloads >= rateLimit.limit
    if (method === 'GET' && !isUsedUp) this.downloads += 1
    const window = `w=${rateLimit.windowSeconds ?? 21_600}`
    const headers = {
      'ratelimit-limit': `${rateLimit.limit};${window}`,
      'ratelimit-remaining': `${rateLimit.limit - this.downloads};${window}`,
      'docker-ratelimit-source': '127.0.0.1',
      ...(isUsedUp && rateLimit.retryAfter !== undefined && { 'retry-after': rateLimit.retryAfter }),
    }
    return { isUsedUp, headers }
  }

  /** Returns the manifest for an Accept header: as stored, converted (ECR by tag), or undefined. */
  private acceptable(
    stored: StoredManifest,
    accept: string | undefined,
    reference: string,
  ): StoredManifest | undefined {
    if (accept === undefined || accept.includes('*/*') || accept.includes(stored.mediaType)) return stored
    const isEcrTag = this.options.flavour === 'ecr' && !reference.includes(':')
    return isEcrTag && accept.includes(mediaTypes.docker.manifest) ? inDockerFormat(stored) : undefined
  }
}

function inDockerFormat(stored: StoredManifest): StoredManifest {
  const words = stored.bytes
    .toString()
    .replaceAll(mediaTypes.oci.manifest, mediaTypes.docker.manifest)
    .replaceAll(mediaTypes.oci.config, mediaTypes.docker.config)
    .replaceAll(mediaTypes.oci.layer, mediaTypes.docker.layer)
  const bytes = Buffer.from(words)
  return { ...stored, bytes, mediaType: mediaTypes.docker.manifest, digest: sha256(bytes) }
}

function isReadable(manifest: ManifestJson): boolean {
  try {
    needs(manifest)
    return true
  } catch {
    return false
  }
}

const LIMIT_WORDS =
  'You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit'
const UNSUPPORTED = registryError(
  405,
  'UNSUPPORTED',
  "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
)
