import { randomUUID } from 'node:crypto'
import { sha256, type Content } from './content'
import { needs, type ManifestJson } from './manifest'
import { Upload } from './upload'

export interface StoredManifest {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly json: ManifestJson
}

export class Repository {
  readonly blobs = new Set<string>()
  readonly manifests = new Map<string, StoredManifest>()
  readonly tags = new Map<string, string>()

  constructor(readonly name: string) {}

  manifest(reference: string): StoredManifest | undefined {
    return this.manifests.get(this.tags.get(reference) ?? reference)
  }

  missing(json: ManifestJson): { blobs: string[]; manifests: string[] } {
    const { blobs, manifests } = needs(json)
    return {
      blobs: blobs.filter((digest) => !this.blobs.has(digest)),
      // An index may also list plain blobs (OCI image index, "manifests").
      manifests: manifests.filter((digest) => !this.manifests.has(digest) && !this.blobs.has(digest)),
    }
  }

  references(blob: string): boolean {
    return [...this.manifests.values()].some(({ json }) => needs(json).blobs.includes(blob))
  }

  isComplete(reference: string, above: ReadonlySet<string> = new Set()): boolean {
    const manifest = this.manifest(reference)
    if (manifest === undefined || above.has(manifest.digest)) return false
    const { blobs, manifests } = this.missing(manifest.json)
    if (blobs.length + manifests.length > 0) return false
    const path = new Set(above).add(manifest.digest)
    const children = needs(manifest.json).manifests.filter((digest) => !this.blobs.has(digest))
    return children.every((digest) => this.isComplete(digest, path))
  }
}

export class Store {
  readonly repositories = new Map<string, Repository>()
  readonly contents = new Map<string, Content>()
  readonly uploads = new Map<string, Upload>()

  repository(name: string): Repository {
    const found = this.repositories.get(name) ?? new Repository(name)
    this.repositories.set(name, found)
    return found
  }

  blob(repository: string, digest: string): Content | undefined {
    return this.repositories.get(repository)?.blobs.has(digest) ? this.contents.get(digest) : undefined
  }

  putBlob(repository: string, content: Content): void {
    this.contents.set(content.digest, content)
    this.repository(repository).blobs.add(content.digest)
  }

  /** Stores a manifest without checks, for content that registries do not accept. */
  putManifest(repository: string, reference: string, manifest: ManifestSource): StoredManifest {
    const { bytes, mediaType } = manifest
    const digest = manifest.digest ?? (reference.includes(':') ? reference : sha256(bytes))
    const stored = { digest, mediaType, bytes, json: parseManifest(bytes) ?? {} }
    const home = this.repository(repository)
    home.manifests.set(digest, stored)
    if (!reference.includes(':')) home.tags.set(reference, digest)
    return stored
  }

  openUpload(repository: string, keep: 'bytes' | 'digest'): Upload {
    const upload = new Upload(randomUUID(), repository, keep)
    this.uploads.set(upload.id, upload)
    return upload
  }
}

export interface ManifestSource {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest?: string
}

export function parseManifest(bytes: Buffer): ManifestJson | undefined {
  try {
    const parsed: unknown = JSON.parse(bytes.toString())
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
