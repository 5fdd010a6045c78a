import { codeOf, HttpError } from './error'
import { errorMessage } from '../text/sanitize'
import type { HttpRequest } from './request'

/** Node's codes that no second try will mend, with what to do about them. */
const PERMANENT: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host; is the name of the registry spelt right?',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its TLS certificate is for another name; is this the registry, or a proxy in between?',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  EPROTO: 'it does not speak TLS; plain HTTP is for loopback addresses only',
}

const PASSING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at this address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
}

/** What a failed connection means, from Node's error code. */
export function networkError(request: Pick<HttpRequest, 'method' | 'url'>, error: unknown): HttpError {
  if (error instanceof HttpError) return error
  const code = codeOf(error)
  const permanent = PERMANENT[code]
  const message = permanent ?? PASSING[code] ?? errorMessage(error)
  return new HttpError({ ...request, message, transient: permanent === undefined }, { cause: error })
}
