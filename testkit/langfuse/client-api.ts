import type { Reply } from './options'

/** An event of `POST /api/public/ingestion`, the endpoint of SDKs before OTLP and of scores up to Python SDK 4. */
export interface IngestionEvent {
  readonly id: string
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Media {
  readonly contentType: string
  readonly contentLength: number
  readonly sha256Hash: string
  bytes: Buffer | undefined
}

type Fields = Readonly<Record<string, unknown>>

const INVALID = 'Invalid request data'
const EXPECTED_OBJECT = 'Invalid input: expected object, received array'
/** `LANGFUSE_S3_MEDIA_MAX_CONTENT_LENGTH`. */
const MAX_MEDIA_BYTES = 1_000_000_000

/** The endpoints that Langfuse's clients use next to OTLP: ingestion, scores, media and prompts. */
export class ClientApi {
  readonly events: IngestionEvent[] = []
  readonly scores: Fields[] = []
  readonly media = new Map<string, Media>()

  constructor(
    private readonly origin: () => string,
    private readonly prompts: Readonly<Record<string, string>>,
  ) {}

  /** @returns undefined for a path of another endpoint */
  reply(method: string, pathname: string, body: Buffer, isEventsOnly: boolean): Reply | undefined {
    const [, path = ''] = /^\/api\/public\/(.+)$/.exec(pathname) ?? []
    if (method === 'POST' && path === 'ingestion') return this.ingest(parse(body), isEventsOnly)
    if (method === 'POST' && path === 'scores') return this.addScore(parse(body))
    if (method === 'POST' && path === 'media') return this.addMedia(parse(body))
    if (method === 'PATCH' && this.media.has(path.replace(/^media\//, ''))) return [200, { message: 'OK' }]
    const [, name] = /^v2\/prompts\/(.+)$/.exec(path) ?? []
    return method === 'GET' && name !== undefined ? this.prompt(decodeURIComponent(name)) : undefined
  }

  /** Stores an upload to the address that {@link addMedia} returned. */
  upload(pathname: string, bytes: Buffer): Reply {
    const media = this.media.get(pathname.split('/').at(-1) ?? '')
    if (media === undefined) return [404, { message: 'NoSuchBucket' }]
    media.bytes = bytes
    return [200, {}]
  }

  private ingest(body: unknown, isEventsOnly: boolean): Reply {
    const batch = fieldsOf(body)['batch']
    if (!Array.isArray(batch))
      return [400, { message: INVALID, errors: ['Invalid input: expected array, received undefined'] }]
    const successes: object[] = []
    const errors: object[] = []
    for (const item of batch) {
      const { id = 'unknown', type = 'unknown', body: content } = fieldsOf(item)
      if (isEventsOnly && type !== 'score-create') {
        const error = `Event type "${String(type)}" is not accepted by /api/public/ingestion when LANGFUSE_MIGRATION_V4_WRITE_MODE is events_only. This endpoint only accepts score events.`
        errors.push({ id, status: 400, message: 'Event type not accepted', error })
        continue
      }
      this.events.push({ id: String(id), type: String(type), body: fieldsOf(content) })
      if (type === 'score-create') this.scores.push(fieldsOf(content))
      successes.push({ id, status: 201 })
    }
    return [207, { successes, errors }]
  }

  /** Accepts one score. 3.225 and 4.16 reject the arrays that Python SDK 5 sends. */
  private addScore(body: unknown): Reply {
    if (Array.isArray(body)) {
      const issue = { code: 'invalid_type', expected: 'object', path: [], message: EXPECTED_OBJECT }
      return [400, { message: INVALID, error: [issue] }]
    }
    const { id = `score-${this.scores.length + 1}`, name, value, ...more } = fieldsOf(body)
    if (typeof name !== 'string' || value === undefined) {
      const path = [typeof name === 'string' ? 'value' : 'name']
      const issue = { code: 'invalid_type', path, message: 'Invalid input: received undefined' }
      return [400, { message: INVALID, error: [issue] }]
    }
    this.scores.push({ id, name, value, ...more })
    return [200, { id }]
  }

  private addMedia(body: unknown): Reply {
    const { contentType, contentLength, sha256Hash } = fieldsOf(body)
    if (
      typeof contentType !== 'string' ||
      typeof contentLength !== 'number' ||
      typeof sha256Hash !== 'string'
    )
      return [400, { message: INVALID, error: [] }]
    if (contentLength > MAX_MEDIA_BYTES) {
      const message = `File size must be less than ${MAX_MEDIA_BYTES} bytes`
      return [400, { message, error: 'InvalidRequestError' }]
    }
    // Langfuse names media by the first 132 bits of the hash.
    const mediaId = sha256Hash.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22)
    if (this.media.get(mediaId)?.bytes !== undefined) return [201, { mediaId, uploadUrl: null }]
    this.media.set(mediaId, { contentType, contentLength, sha256Hash, bytes: undefined })
    return [201, { mediaId, uploadUrl: `${this.origin()}/media-bucket/${mediaId}` }]
  }

  private prompt(name: string): Reply {
    const prompt = this.prompts[name]
    if (prompt === undefined) {
      const message = `Prompt not found: '${name}' with label 'production'`
      return [404, { message, error: 'LangfuseNotFoundError' }]
    }
    const times = { createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' }
    const labels = { labels: ['production', 'latest'], tags: [], config: {} }
    const owner = { id: `prompt-${name}`, projectId: 'project-1', createdBy: 'API' }
    return [200, { ...owner, name, version: 1, type: 'text', prompt, ...labels, ...times }]
  }
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return undefined
  }
}
