import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bodyOf, sha256, type Body, type Content } from './content'
import { inOrder, type Image } from './image'
import { mediaTypes } from './manifest'
import type { FakeRegistry } from './server'

export function putImage(
  registry: FakeRegistry,
  repository: string,
  tag: string | undefined,
  image: Image,
): string {
  for (const { blobs, bytes, descriptor } of inOrder(image)) {
    for (const { content } of blobs) if (content) registry.putBlob(repository, content)
    registry.putManifest(repository, descriptor.digest, { bytes, mediaType: descriptor.mediaType })
  }
  const { bytes, descriptor } = image
  if (tag !== undefined) registry.putManifest(repository, tag, { bytes, mediaType: descriptor.mediaType })
  return descriptor.digest
}

/** Stores an index that lists its own digest, under a false digest. Returns that digest. */
export function putSelfListingIndex(registry: FakeRegistry, repository: string, tag: string): string {
  const digest = sha256('an index that lists itself')
  const mediaType = mediaTypes.oci.index
  const entry = { mediaType, digest, size: 0 }
  // The index contains its own size.
  const size = jsonBytes({ schemaVersion: 2, mediaType, manifests: [entry] }).length + 2
  const bytes = jsonBytes({ schemaVersion: 2, mediaType, manifests: [{ ...entry, size }] })
  registry.putManifest(repository, tag, { bytes, mediaType, digest })
  return digest
}

const jsonBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

export interface PushTarget {
  /** As in `http://127.0.0.1:5000`. */
  readonly origin: string
  readonly repository: string
  readonly tag?: string
  readonly authorization?: string
}

/** Pushes an image to any registry by HTTP, existing blobs included. Returns its digest. */
export async function pushImage(target: PushTarget, image: Image): Promise<string> {
  const contents = inOrder(image).flatMap(({ blobs }) => blobs.flatMap(({ content }) => content ?? []))
  const distinct = new Map(contents.map((content) => [content.digest, content]))
  for (const content of distinct.values()) await pushBlob(target, content)
  for (const child of inOrder(image)) await pushManifest(target, child, child.descriptor.digest)
  if (target.tag !== undefined) await pushManifest(target, image, target.tag)
  return image.descriptor.digest
}

async function pushBlob(target: PushTarget, content: Content): Promise<void> {
  const opened = await send(target, 'POST', new URL(`/v2/${target.repository}/blobs/uploads/`, target.origin))
  const location = new URL(opened, target.origin)
  location.searchParams.set('digest', content.digest)
  await send(target, 'PUT', location, { 'content-type': 'application/octet-stream' }, content)
}

async function pushManifest(target: PushTarget, image: Image, reference: string): Promise<void> {
  const url = new URL(`/v2/${target.repository}/manifests/${reference}`, target.origin)
  await send(target, 'PUT', url, { 'content-type': image.descriptor.mediaType }, bodyOf([image.bytes]))
}

/**
 * Sends a request and returns the Location of its answer.
 *
 * @throws Error if it fails
 */
async function send(
  target: PushTarget,
  method: string,
  url: URL,
  headers: Record<string, string> = {},
  body: Body = bodyOf([]),
): Promise<string> {
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method,
    headers: {
      ...headers,
      'content-length': String(body.size),
      ...(target.authorization !== undefined && { authorization: target.authorization }),
    },
  })
  const answered = new Promise<{ status: number; location: string; words: string }>((resolve, reject) => {
    request.once('error', reject).once('response', (response) => {
      response.toArray().then((chunks: Buffer[]) => {
        const words = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', words })
      }, reject)
    })
  })
  const [{ status, location, words }] = await Promise.all([
    answered,
    pipeline(Readable.from(body.read()), request),
  ])
  if (status >= 300) throw new Error(`${method} ${url.href} answered ${status}: ${words}`)
  return location
}
