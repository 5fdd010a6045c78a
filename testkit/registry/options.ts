import type { Auth } from './auth'

export interface RegistryOptions {
  /** Serve HTTPS with this pair. */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer }
  readonly port?: number
  readonly auth?: Auth
  /** `ecr`: its status codes, words, PATCH quirks and conversion of formats. */
  readonly flavour?: 'distribution' | 'ecr'
  /** Whether a push may create its repository (default), or answers NAME_UNKNOWN. */
  readonly autoCreate?: boolean
  /** Tags that exist can't be put again, not even with the same digest. */
  readonly immutableTags?: boolean | RegExp
  /** Which blobs of other repositories can be mounted; `referenced` is ECR's rule. Default `any`. */
  readonly mount?: 'any' | 'referenced' | 'never'
  /** The referrers API; `off` answers 404, `refused` 405, also to manifests with a subject. Default `on`. */
  readonly referrers?: 'on' | 'off' | 'refused'
  /** Keep only digest and size of uploaded blobs. */
  readonly discard?: boolean
  /** Blob downloads answer 307 to a second host, which refuses credentials as S3 does. */
  readonly redirectBlobs?: boolean
  /** Whether Range is honoured (default) or ignored with a whole 200. */
  readonly ranges?: boolean
  /** Whether Location headers are whole URLs (default) or only paths. */
  readonly locations?: 'absolute' | 'relative'
  /** Docker Hub's budget of manifest downloads; a HEAD is free. */
  readonly rateLimit?: {
    readonly limit: number
    readonly windowSeconds?: number
    readonly retryAfter?: string
  }
  /** ECR's scarce API: more manifest uploads within a second are answered 429. */
  readonly throttle?: { readonly manifestPutsPerSecond: number; readonly retryAfter?: string }
  /** The largest page of tags. */
  readonly pageSize?: number
}

/** ECR names its account in many of its messages. */
export const ACCOUNT = '123456789012'
