import { push, type Registry } from './client'
import { CorruptContent } from './error'
import type { Manifest } from './manifest'
import { HttpError } from '../http/error'

/**
 * Puts a manifest's own bytes under a digest or a tag. Where the registry refuses it or its answer is lost,
 * and the reference stands for that digest all the same, that is success.
 *
 * @throws HttpError in the registry's words
 */
export async function putManifest(
  registry: Registry,
  { repository, reference, manifest }: { repository: string; reference: string; manifest: Manifest },
): Promise<void> {
  try {
    const { headers } = await registry.call({
      method: 'PUT',
      path: `${repository}/manifests/${reference}`,
      scopes: [push(repository)],
      accept: [200, 201, 202],
      headers: { 'content-type': manifest.mediaType },
      body: manifest.bytes,
      rated: 'PutImage',
    })
    const stored = headers['docker-content-digest']?.toString() ?? manifest.digest
    if (stored === manifest.digest) return
    throw new CorruptContent(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const { digest } = await registry.headManifest(repository, reference).catch(() => ({ digest: undefined }))
    if (digest !== manifest.digest) throw error
  }
}
