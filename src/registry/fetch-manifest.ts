import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { readBody } from '../http/body'
import { type Call, pull, type Registry } from './client'
import { HTML_PAGE } from './error'
import { digestOf, type Manifest, parseManifest } from './manifest'
import { MANIFEST_TYPES, READABLE_TYPES } from './media-types'
import { retry } from '../http/retry'
import { HttpError } from '../http/error'
import type { HttpRequest } from '../http/request'

/** Specification, "Pushing Manifests": a registry should take 4 MiB; nobody serves more in good faith. */
const MANIFEST_LIMIT = 4 * 1024 * 1024

/**
 * A manifest by tag or digest, checked against the digest it goes by.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
export async function fetchManifest(
  registry: Registry,
  repository: string,
  reference: string,
): Promise<Manifest> {
  const { clock, retry: policy } = registry.runtime
  const isDigest = reference.includes(':')
  const call: Call = {
    method: 'GET',
    path: `${repository}/manifests/${reference}`,
    scopes: [pull(repository)],
    headers: { accept: (isDigest ? READABLE_TYPES : MANIFEST_TYPES).join(', ') },
  }
  const { bytes, headers } = await retry(() => read(registry, call), clock, policy)
  const digest = isDigest ? reference : (headers['docker-content-digest']?.toString() ?? digestOf(bytes))
  return parseManifest(bytes, digest, headers['content-type'] ?? '')
}

async function read(
  registry: Registry,
  call: Call,
): Promise<{ bytes: Buffer; headers: IncomingHttpHeaders }> {
  const { response, request } = await registry.open(call)
  if (/html/i.test(response.headers['content-type'] ?? '')) throw notARegistry(request, response)
  return { bytes: await readBody(response, request, MANIFEST_LIMIT), headers: response.headers }
}

function notARegistry({ method, url }: HttpRequest, response: IncomingMessage): HttpError {
  response.resume()
  return new HttpError({ method, url, status: response.statusCode, message: HTML_PAGE, transient: false })
}
