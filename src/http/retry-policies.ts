import type { RetryPolicy } from './http-retry'
import type { Backoff } from './retry'

/** Attempts and waits by what is called; the reason for each is what its server is known to need. */
export const RETRY = {
  /** Registries throttle in bursts of seconds and restart within a minute. The time limit ends before the attempts do. */
  registry: {
    maxAttempts: 20,
    baseDelayMs: 500,
    maxDelayMs: 15_000,
    minShare: 0.5,
    maxRetryAfterMs: 120_000,
    maxTotalWaitMs: 300_000,
    retryLimitMs: 60_000,
  },
  /** Replicas and caches of a registry know content some seconds after its upload. */
  unknownContent: { maxAttempts: 7, baseDelayMs: 500, maxDelayMs: 4_000, minShare: 0.5 },
  /** GitHub's secondary limits ask for at least a minute, which overrides the backoff. */
  github: { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 15_000 },
  /** A POST without an answer may have been carried out; the state is read again before each attempt. */
  githubWrite: { maxAttempts: 3, baseDelayMs: 4_000, maxDelayMs: 8_000 },
  /** GitHub's token issuer and STS; a new trust policy reaches all of IAM within seconds. */
  assumeRole: { maxAttempts: 6, baseDelayMs: 1_000, maxDelayMs: 20_000 },
  /** S3 rejects one of two writes at the same time, and connections break in the middle of a body. */
  s3Object: { maxAttempts: 4, baseDelayMs: 1_000, maxDelayMs: 4_000, minShare: 0.5 },
  /** The release server is a CDN. */
  download: { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 15_000 },
} satisfies Readonly<Record<string, Backoff | RetryPolicy>>

/** HTTP status codes after which the same request may succeed. Other codes are final. */
const TRANSIENT_STATUS: Readonly<Record<number, string>> = {
  408: 'the server waited too long for the request (RFC 9110 §15.5.9)',
  425: 'the server fears a replay of early data (RFC 8470 §5.2)',
  429: 'too many requests (RFC 6585 §4)',
  500: 'an error inside the server, as S3 and registries give under load',
  502: 'a proxy could not reach the server',
  503: 'overload or maintenance; S3 SlowDown',
  504: 'a proxy waited too long for the server',
  520: 'Cloudflare, in front of several registries: an unknown error of the server',
  521: 'Cloudflare: the server is down',
  522: 'Cloudflare: the connection timed out',
  523: 'Cloudflare: the server is unreachable',
  524: 'Cloudflare: the answer timed out',
  525: 'Cloudflare: the TLS handshake failed',
  529: 'the server is overloaded, as some gateways say',
  530: 'Cloudflare: the name of the server was not found',
  598: 'a proxy waited too long for the answer',
  599: 'a proxy waited too long for the connection',
}

export const isTransientStatus = (status: number): boolean => TRANSIENT_STATUS[status] !== undefined

const UNKNOWN_AUTHORITY =
  'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS'

/** Node's error codes that another attempt cannot help, with the next step. All others are transient. */
export const PERMANENT_NETWORK_ERRORS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host; check the spelling of its name',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name; check for a proxy in between',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  CERT_NOT_YET_VALID: "its TLS certificate is not valid yet; check the machine's clock",
  CERT_REVOKED: 'its TLS certificate was revoked',
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  INVALID_CA: UNKNOWN_AUTHORITY,
  INVALID_PURPOSE: 'its TLS certificate is not for servers',
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  EPROTO: 'TLS failed',
}
