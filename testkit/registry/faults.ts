import { gzipSync } from 'node:zlib'
import { bodyOf, flipped, part } from './content'
import { registryError, text, type Answer, type Call } from './answer'

/** Effect of a fault. Positions are fractions of the body, from 0 to 1. */
export type FaultAction =
  | { kind: 'answer'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'html'; status?: number }
  /** 401 with a challenge for any credentials. */
  | { kind: 'unauthorized'; challenge?: string }
  | { kind: 'cut-response'; after: number }
  /** The connection ends within the request body; the upload session keeps the received bytes. */
  | { kind: 'cut-request'; after: number }
  | { kind: 'flip-byte'; at?: number }
  | { kind: 'truncate'; to: number }
  /** Neither reads the request body nor answers. */
  | { kind: 'hang' }
  | { kind: 'stall-response'; after: number }
  | { kind: 'stall-request'; after: number }
  | { kind: 'slow'; firstByteMs: number }
  /** The request takes effect, and the connection ends before the answer. */
  | { kind: 'commit-then-cut' }
  | { kind: 'relocate'; origin: string }
  | { kind: 'huge-manifest'; bytes?: number }
  | { kind: 'wrong-digest-header' }
  /** The body is compressed although `identity` was requested. */
  | { kind: 'gzip' }
  | { kind: 'expire-session' }

export interface Fault {
  /** `path` is matched with path and query. */
  readonly match: { readonly method?: string; readonly path?: RegExp }
  /** Number of affected requests; default: 1. */
  readonly times?: number
  /** Number of matching requests before the first affected one. */
  readonly skip?: number
  readonly action: FaultAction
}

export interface PlacedFault {
  readonly hits: number
  remove(): void
}

export interface Delivery {
  readonly cutAfter?: number
  readonly stallAfter?: number
  readonly delayMs?: number
}

export interface Intake {
  readonly cutAfter?: number
  readonly stallAfter?: number
}

export class Faults {
  private readonly placed: { fault: Fault; passed: number; hits: number }[] = []

  add(fault: Fault): PlacedFault {
    const entry = { fault, passed: 0, hits: 0 }
    this.placed.push(entry)
    return {
      get hits() {
        return entry.hits
      },
      remove: () => this.placed.splice(this.placed.indexOf(entry), 1),
    }
  }

  clear(): void {
    this.placed.length = 0
  }

  take(method: string, path: string): FaultAction | undefined {
    for (const entry of this.placed) {
      const { match, times = 1, skip = 0 } = entry.fault
      if (match.method !== undefined && match.method !== method) continue
      if (match.path !== undefined && !match.path.test(path)) continue
      if (entry.hits >= times) continue
      if (entry.passed++ < skip) continue
      entry.hits += 1
      return entry.fault.action
    }
    return undefined
  }
}

export function answerInstead(action: FaultAction, call: Call): Answer | undefined {
  if (action.kind === 'answer') return text(action.status, action.body ?? '', action.headers)
  if (action.kind === 'html') return text(action.status ?? 200, PAGE, { 'content-type': 'text/html' })
  if (action.kind === 'huge-manifest') return hugeManifest(action.bytes ?? 50_000_000)
  if (action.kind !== 'unauthorized') return undefined
  const challenge = action.challenge ?? `Bearer realm="${call.origin}/token",service="fake-registry"`
  return registryError(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge })
}

export function distort(action: FaultAction, answer: Answer): Answer {
  const { headers = {}, body = bodyOf([]) } = answer
  if (action.kind === 'flip-byte') {
    return { ...answer, body: flipped(body, Math.floor((action.at ?? 0.5) * body.size)) }
  }
  if (action.kind === 'truncate') return { ...answer, body: part(body, 0, Math.floor(action.to * body.size)) }
  if (action.kind === 'wrong-digest-header') {
    return { ...answer, headers: { ...headers, 'docker-content-digest': `sha256:${'0'.repeat(64)}` } }
  }
  if (action.kind === 'gzip') {
    const compressed = bodyOf([gzipSync(Buffer.concat([...body.read()]))])
    return { ...answer, headers: { ...headers, 'content-encoding': 'gzip' }, body: compressed }
  }
  if (action.kind !== 'relocate' || headers['location'] === undefined) return answer
  const { pathname, search } = new URL(headers['location'], action.origin)
  return { ...answer, headers: { ...headers, location: action.origin + pathname + search } }
}

export function deliveryOf(action: FaultAction | undefined): Delivery {
  if (action?.kind === 'cut-response') return { cutAfter: action.after }
  if (action?.kind === 'commit-then-cut') return { cutAfter: -1 }
  if (action?.kind === 'stall-response') return { stallAfter: action.after }
  if (action?.kind === 'slow') return { delayMs: action.firstByteMs }
  return {}
}

export function intakeOf(action: FaultAction | undefined): Intake {
  if (action?.kind === 'cut-request') return { cutAfter: action.after }
  if (action?.kind === 'stall-request') return { stallAfter: action.after }
  return {}
}

function hugeManifest(size: number): Answer {
  const head =
    '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[],"annotations":{"x":"'
  const body = bodyOf([Buffer.from(head), Buffer.alloc(size - head.length - 3, 'x'), Buffer.from('"}}')])
  return { status: 200, headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' }, body }
}

const PAGE =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Welcome</h1></body></html>\n'
