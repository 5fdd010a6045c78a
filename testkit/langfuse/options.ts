import type { Certificate } from '../network/certificate'

export interface LangfuseFaults {
  /** Until then a load balancer without healthy targets answers with a page. */
  readonly startsAfterMs?: number
  /** PostgreSQL is down: plain health and ready answer 200, health with `failIfDatabaseUnavailable=true` answers 503. */
  readonly databaseDown?: true
  /** Redis is down: health and ready answer 200, authenticated requests are never answered. */
  readonly redisDown?: true
  /** ClickHouse is down: traces are accepted, each read answers 500. */
  readonly clickHouseDown?: true
  /** Healthy from the start, ready after this time. */
  readonly readyAfterMs?: number
  /** A task of another version answers until then. */
  readonly oldVersion?: { readonly version: string; readonly untilMs: number }
  readonly redirectsTo?: string
  /** Another server answers each request with a page and status 200. */
  readonly page?: true
  /** The first project and its keys are created after this time. */
  readonly keysAfterMs?: number
  readonly projectsStatus?: number
  /** `errors` of an answer with status 207 to a trace. */
  readonly errors?: readonly Readonly<Record<string, unknown>>[]
  /** The first `times` traces are answered with this status. */
  readonly failedSends?: { readonly status: number; readonly times: number; readonly message: string }
  /** `errorMessage` of an answer that rejects the spans. */
  readonly rejectedSpans?: string
  readonly neverReadable?: true
  /** Status of each read; 422 is the answer to a query that takes too long. */
  readonly readStatus?: number
  /** Fields that a generation loses during ingestion. */
  readonly droppedFields?: readonly string[]
  readonly deleteStatus?: number
  /** The first `times` deletions are answered with this status. */
  readonly failedDeletes?: { readonly status: number; readonly times: number }
  /** Prefixes of paths that are never answered. */
  readonly silentPaths?: readonly string[]
  /** Delay of each answer, by the wall clock. */
  readonly slowMs?: number
}

export interface LangfuseOptions {
  readonly version?: string
  /** `LANGFUSE_MIGRATION_V4_WRITE_MODE`, which decides the tables that v4 writes. */
  readonly mode?: 'events_only' | 'dual' | 'legacy'
  readonly readableAfterMs?: number
  /** Name of the project; one with a character of Markdown if absent. */
  readonly project?: string
  /** Time until a deletion takes effect: 60 s for v3, 2 s for v4 if absent. */
  readonly deletedAfterMs?: number
  /** Texts of prompts by name, each as version 1 with the label `production`. */
  readonly prompts?: Readonly<Record<string, string>>
  readonly faults?: LangfuseFaults
  readonly keys?: ApiKeys
  readonly now?: () => number
  readonly certificate?: Certificate
}

export interface ApiKeys {
  readonly publicKey: string
  readonly secretKey: string
}

/** Status, body and headers of an answer; a body of type string is an HTML page. */
export type Reply = readonly [status: number, body: unknown, headers?: Record<string, string>]
