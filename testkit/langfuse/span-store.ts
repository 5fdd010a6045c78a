import type { StoredSpan } from './spans'

type QueuedSpan = StoredSpan & { readonly readableAtMs: number }

/** Spans with the delays of Langfuse's queues: ingestion and deletion take effect later than they are answered. */
export class SpanStore {
  private readonly stored = new Map<string, QueuedSpan>()
  private deletions: { readonly traceId: string; readonly atMs: number }[] = []

  constructor(private readonly now: () => number) {}

  add(span: StoredSpan, readableAtMs: number): void {
    this.stored.set(`${span.traceId}/${span.spanId}`, { ...span, readableAtMs })
  }

  /** Queues a deletion. A span that is ingested after it took effect stays, as in Langfuse. */
  delete(traceId: string, atMs: number): void {
    this.deletions.push({ traceId, atMs })
  }

  get spans(): ReadonlyMap<string, StoredSpan> {
    const now = this.now()
    for (const { traceId, atMs } of this.deletions.filter((deletion) => deletion.atMs <= now))
      for (const [key, span] of this.stored)
        if (span.traceId === traceId && span.readableAtMs <= atMs) this.stored.delete(key)
    this.deletions = this.deletions.filter(({ atMs }) => atMs > now)
    return this.stored
  }

  readable(traceId: string): StoredSpan[] {
    const now = this.now()
    const isReadable = (key: string): boolean => (this.stored.get(key)?.readableAtMs ?? Infinity) <= now
    return [...this.spans].flatMap(([key, span]) =>
      span.traceId === traceId && isReadable(key) ? [span] : [],
    )
  }
}
