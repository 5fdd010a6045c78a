import { part, type Body } from './content'
import { registryError, type Answer, type Call } from './answer'
import { ACCOUNT, type RegistryOptions } from './options'
import type { Store } from './store'
import type { Upload } from './upload'

/** Blobs and upload sessions (OCI distribution specification, "Pulling blobs", "Pushing blobs"). */
export class Blobs {
  constructor(
    private readonly store: Store,
    private readonly options: RegistryOptions,
    private readonly redirect: (repository: string, digest: string) => string | undefined,
  ) {}

  get(call: Call, repository: string, digest: string): Answer {
    const content = this.store.blob(repository, digest)
    if (content === undefined) return registryError(404, 'BLOB_UNKNOWN', 'blob unknown to registry')
    const location = call.method === 'GET' ? this.redirect(repository, digest) : undefined
    if (location !== undefined) return { status: 307, headers: { location } }
    return ranged(call, content, digest, this.options.ranges ?? true)
  }

  /** Answers `POST uploads/` with a mount if requested and permitted, otherwise with a new session. */
  open(call: Call, repository: string): Answer {
    if (!this.mayPush(repository)) return this.unknownName(repository)
    const digest = call.query.get('mount')
    const from = call.query.get('from')
    if (digest !== null && from !== null && this.mount(repository, digest, from)) {
      const location = this.location(call, `/v2/${repository}/blobs/${digest}`)
      return { status: 201, headers: { location, 'docker-content-digest': digest } }
    }
    const upload = this.store.openUpload(repository, this.options.discard ? 'digest' : 'bytes')
    return this.progress(202, call, upload)
  }

  async patch(call: Call, upload: Upload): Promise<Answer> {
    const refusal = this.outOfOrder(call, upload)
    if (refusal) return refusal
    await this.receive(call, upload)
    upload.firstPart ??= upload.size
    return this.progress(this.isEcr ? 201 : 202, call, upload)
  }

  async put(call: Call, upload: Upload): Promise<Answer> {
    const refusal = this.outOfOrder(call, upload)
    if (refusal) return refusal
    await this.receive(call, upload)
    this.store.uploads.delete(upload.id)
    const digest = call.query.get('digest') ?? ''
    const content = upload.finish()
    if (content.digest !== digest || (this.isEcr && upload.hasShortPart)) return this.digestInvalid()
    this.store.putBlob(upload.repository, content)
    const location = this.location(call, `/v2/${upload.repository}/blobs/${digest}`)
    return { status: 201, headers: { location, 'docker-content-digest': digest } }
  }

  status(call: Call, upload: Upload): Answer {
    return this.progress(204, call, upload)
  }

  cancel(upload: Upload): Answer {
    this.store.uploads.delete(upload.id)
    return { status: 204 }
  }

  mayPush(repository: string): boolean {
    return (this.options.autoCreate ?? true) || this.store.repositories.has(repository)
  }

  unknownName(repository: string): Answer {
    const ecr = `The repository with name '${repository}' does not exist in the registry with id '${ACCOUNT}'`
    return registryError(404, 'NAME_UNKNOWN', this.isEcr ? ecr : 'repository name not known to registry')
  }

  private get isEcr(): boolean {
    return this.options.flavour === 'ecr'
  }

  private mount(repository: string, digest: string, from: string): boolean {
    const content = this.store.blob(from, digest)
    const rule = this.options.mount ?? 'any'
    if (content === undefined || rule === 'never') return false
    if (rule === 'referenced' && !this.store.repository(from).references(digest)) return false
    this.store.putBlob(repository, content)
    return true
  }

  private async receive(call: Call, upload: Upload): Promise<void> {
    const before = upload.size
    for await (const chunk of call.body()) upload.append(chunk)
    upload.endPart(upload.size - before)
  }

  /** Checks that bytes arrive in order and at the latest Location. */
  private outOfOrder(call: Call, upload: Upload): Answer | undefined {
    const start = /^(?:bytes )?(\d+)-/.exec(call.header('content-range') ?? '')?.[1]
    // Without Content-Range, the first part starts at 0.
    const first = start ?? (this.isEcr && upload.firstPart === undefined ? '0' : undefined)
    if (first !== undefined && Number(first) !== upload.size) {
      const words = `First byte of the layer part is ${first} instead of ${upload.size}`
      return registryError(416, 'BLOB_UPLOAD_INVALID', words, { range: rangeOf(upload.size) })
    }
    if (call.query.get('_state') === String(upload.state)) return undefined
    return registryError(
      400,
      'BLOB_UPLOAD_INVALID',
      'blob upload invalid: not the Location of the last answer',
    )
  }

  private progress(status: number, call: Call, upload: Upload): Answer {
    upload.state += 1
    const path = `/v2/${upload.repository}/blobs/uploads/${upload.id}?_state=${upload.state}`
    const size = this.isEcr ? (upload.firstPart ?? upload.size) : upload.size
    const headers = { 'docker-upload-uuid': upload.id, range: rangeOf(size) }
    return { status, headers: { location: this.location(call, path), ...headers } }
  }

  private digestInvalid(): Answer {
    const ecr = 'None of the provided layer digests match the calculated layer digest'
    if (this.isEcr) return registryError(400, 'BLOB_UPLOAD_INVALID', ecr)
    return registryError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
  }

  private location(call: Call, path: string): string {
    return this.options.locations === 'relative' ? path : call.origin + path
  }
}

// Distribution returns 0-0 for an empty session, too.
const rangeOf = (size: number): string => `0-${Math.max(0, size - 1)}`

export function ranged(call: Call, body: Body, digest: string, isHonoured: boolean): Answer {
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': digest,
    ...(isHonoured && { 'accept-ranges': 'bytes' }),
  }
  const [range, from, to] = /^bytes=(\d+)-(\d*)$/.exec(call.header('range') ?? '') ?? []
  if (range === undefined || !isHonoured) return { status: 200, headers, body }
  const start = Number(from)
  const end = to === '' ? body.size : Math.min(Number(to) + 1, body.size)
  if (start >= end) return { status: 416, headers: { 'content-range': `bytes */${body.size}` } }
  const contentRange = `bytes ${start}-${end - 1}/${body.size}`
  return { status: 206, headers: { ...headers, 'content-range': contentRange }, body: part(body, start, end) }
}
