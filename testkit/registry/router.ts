import { registryError, text, type Answer, type Call } from './answer'
import type { Access, Authority } from './auth'
import { Blobs, ranged } from './blobs'
import { Manifests } from './manifests'
import type { RegistryOptions } from './options'
import type { Store } from './store'

type Served = Answer | Promise<Answer>

// Greedy, because a repository name may contain these words.
const NAME = /^\/v2\/(.+)\/(?:manifests|blobs|tags|referrers)\//
const UPLOAD = /^\/v2\/.+\/blobs\/uploads\/?([^/]*)$/
const PONG = text(200, '{}', { 'content-type': 'application/json' })

export class Router {
  storageOrigin: string | undefined
  private readonly blobs: Blobs
  private readonly manifests: Manifests

  constructor(
    private readonly store: Store,
    private readonly authority: Authority,
    private readonly options: RegistryOptions,
  ) {
    this.manifests = new Manifests(store, options)
    this.blobs = new Blobs(store, options, (repository, digest) => {
      const query = 'X-Amz-Signature=fake'
      return this.storageOrigin && `${this.storageOrigin}/storage/${repository}/${digest}?${query}`
    })
  }

  /** Returns the authentication error; the token endpoint and the second host need no authentication. */
  authError(call: Call): Answer | undefined {
    return call.pathname.startsWith('/v2') ? this.authority.check(call, accessFor(call)) : undefined
  }

  serve(call: Call): Served {
    if (call.pathname === '/token') return this.authority.token(call)
    if (call.pathname === '/v2/' || call.pathname === '/v2') return PONG
    const name = NAME.exec(call.pathname)?.[1]
    if (name !== undefined && !this.blobs.mayPush(name)) return this.blobs.unknownName(name)
    const served = name === undefined ? undefined : this.serveRepository(call, name)
    return served ?? registryError(404, 'NOT_FOUND', `no route for ${call.method} ${call.pathname}`)
  }

  /** Answers for the second host, object storage that accepts a signature or credentials, but not both. */
  serveStorage(call: Call): Answer {
    if (call.header('authorization') !== undefined) {
      return registryError(400, 'InvalidArgument', 'Only one auth mechanism allowed')
    }
    const [, repository = '', digest = ''] = /^\/storage\/(.+)\/([^/]+)$/.exec(call.pathname) ?? []
    const content = this.store.blob(repository, digest)
    if (content === undefined) return registryError(404, 'NoSuchKey', 'The specified key does not exist.')
    return ranged(call, content, digest, this.options.ranges ?? true)
  }

  private serveRepository(call: Call, name: string): Served | undefined {
    const { pathname, method } = call
    const upload = uploadIn(pathname)
    if (upload !== undefined) return this.serveUpload(call, name, upload)
    const reference = decodeURIComponent(/[^/]*$/.exec(pathname)?.[0] ?? '')
    const isManifest = /\/manifests\/[^/]+$/.test(pathname)
    if (isManifest && method === 'PUT') return this.manifests.put(call, name, reference)
    if (!isRead(call)) return undefined
    if (isManifest) return this.manifests.get(call, name, reference)
    if (/\/blobs\/[^/]+$/.test(pathname)) return this.blobs.get(call, name, reference)
    if (pathname.endsWith('/tags/list')) return this.manifests.tags(call, name)
    return /\/referrers\/[^/]+$/.test(pathname) ? this.manifests.referrers(call, name, reference) : undefined
  }

  private serveUpload(call: Call, name: string, id: string): Served | undefined {
    if (id === '') return call.method === 'POST' ? this.blobs.open(call, name) : undefined
    const upload = this.store.uploads.get(id)
    if (upload?.repository !== name)
      return registryError(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
    switch (call.method) {
      case 'PATCH':
        return this.blobs.patch(call, upload)
      case 'PUT':
        return this.blobs.put(call, upload)
      case 'GET':
        return this.blobs.status(call, upload)
      case 'DELETE':
        return this.blobs.cancel(upload)
      default:
        return undefined
    }
  }
}

/** Id of the upload session in a path; empty for the endpoint that opens sessions. */
export const uploadIn = (pathname: string): string | undefined => UPLOAD.exec(pathname)?.[1]

const isRead = ({ method }: Call): boolean => method === 'GET' || method === 'HEAD'

/** Permissions that a request needs. As in Distribution, a mount also reads its source repository. */
function accessFor(call: Call): Access[] {
  const repository = NAME.exec(call.pathname)?.[1]
  if (repository === undefined) return []
  const from = call.query.get('mount') === null ? null : call.query.get('from')
  const mount: Access[] = from === null ? [] : [{ repository: from, action: 'pull' }]
  const push: Access[] = isRead(call) ? [] : [{ repository, action: 'push' }]
  return [{ repository, action: 'pull' }, ...push, ...mount]
}
