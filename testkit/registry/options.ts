import type { Auth } from './auth'

export interface RegistryOptions {
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer }
  readonly port?: number
  readonly auth?: Auth
  /** `ecr` has ECR's status codes, messages, PATCH behaviour and format conversion. */
  readonly flavour?: 'distribution' | 'ecr'
  /** Whether a push creates its repository (default) or is answered with NAME_UNKNOWN. */
  readonly autoCreate?: boolean
  /** Tags that cannot be pushed again, even with the same digest. */
  readonly immutableTags?: boolean | RegExp
  /** Blobs of other repositories that can be mounted; `referenced` is ECR's rule. Default: `any`. */
  readonly mount?: 'any' | 'referenced' | 'never'
  /** Referrers API: `off` answers 404; `refused` answers 405, also to manifests with a subject. Default: `on`. */
  readonly referrers?: 'on' | 'off' | 'refused'
  readonly discard?: boolean
  /** Blob downloads redirect (307) to a second host, which rejects credentials as S3 does. */
  readonly redirectBlobs?: boolean
  /** Whether Range is supported (default) or answered with a complete 200. */
  readonly ranges?: boolean
  /** Whether Location headers are URLs (default) or paths. */
  readonly locations?: 'absolute' | 'relative'
  /** Docker Hub's limit of manifest downloads; HEAD does not count. */
  readonly rateLimit?: {
    readonly limit: number
    readonly windowSeconds?: number
    readonly retryAfter?: string
    /** Repositories whose pulls do not count and have no headers, as of sponsored publishers. */
    readonly exempt?: RegExp
  }
  /** ECR's request rate: further manifest uploads within a second are answered with 429. */
  readonly throttle?: { readonly manifestPutsPerSecond: number; readonly retryAfter?: string }
  readonly pageSize?: number
  /** Holds an answer after the request took effect. */
  readonly beforeAnswer?: (request: { readonly method: string; readonly path: string }) => Promise<void>
}

export const ACCOUNT = '123456789012'
