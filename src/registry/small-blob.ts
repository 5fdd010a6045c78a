import { retry } from '../http/retry'
import { pullScope, type Registry } from './client'
import { decompressed } from './content-encoding'
import { CorruptContent, UnsupportedContent } from './error'
import { corruptBlobRetry, withSource } from './fetch-manifest'
import { algorithmOf, type Descriptor, digestOf } from './manifest'

const MAX_BYTES = 4 * 1024 * 1024

/**
 * Reads a blob into memory and verifies its digest.
 *
 * @param name of the blob in messages
 * @throws CorruptContent, UnsupportedContent, HttpError
 */
export async function readSmallBlob(
  registry: Registry,
  repository: string,
  { digest, size, name = 'blob' }: Pick<Descriptor, 'digest' | 'size'> & { readonly name?: string },
): Promise<Buffer> {
  if (size > MAX_BYTES)
    throw new UnsupportedContent(
      `the ${name} ${digest} has ${size} bytes, more than the limit of ${MAX_BYTES}`,
    )
  const path = `${repository}/blobs/${digest}`
  const read = async (): Promise<Buffer> => {
    const { body, headers } = await registry.attempt({ method: 'GET', path, scopes: [pullScope(repository)] })
    const isWanted = (bytes: Buffer): boolean => digestOf(bytes, algorithmOf(digest)) === digest
    const found = [body, decompressed(body, headers, MAX_BYTES)].find(isWanted)
    if (found !== undefined) return found
    throw new CorruptContent(`the ${name} ${digest} arrived as ${body.length} bytes with another digest`, {
      mayBeTransient: true,
    })
  }
  return withSource(`${registry.name}/${repository}`, retry(read, corruptBlobRetry(registry)))
}
