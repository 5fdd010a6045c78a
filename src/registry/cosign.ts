import { createHash } from 'node:crypto'
import { itemsOf, numberAt, parseObject, textAt, valueAt } from '../text/json'

type Annotations = Readonly<Record<string, string>>

/** Sigstore bundle format of signatures with a promise of the log to include them. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1'

/**
 * Converts a signature in the format of cosign 1 and 2 into a Sigstore bundle.
 *
 * @param payload signed JSON that names the image
 * @param annotations of its layer
 * @returns undefined if it was made with a key instead of a certificate
 */
export function signatureBundle(payload: Buffer, annotations: Annotations): unknown {
  const verificationMaterial = toMaterial(annotations)
  if (verificationMaterial === undefined) return undefined
  const digest = createHash('sha256').update(payload).digest('base64')
  const signature = annotations['dev.cosignproject.cosign/signature'] ?? ''
  const messageDigest = { algorithm: 'SHA2_256', digest }
  return { mediaType: BUNDLE_TYPE, verificationMaterial, messageSignature: { messageDigest, signature } }
}

/**
 * The same for an attestation.
 *
 * @param payload DSSE envelope with an in-toto statement
 */
export function attestationBundle(payload: Buffer, annotations: Annotations): unknown {
  const verificationMaterial = toMaterial(annotations)
  if (verificationMaterial === undefined) return undefined
  const envelope = parseObject(payload.toString('utf8'))
  const signatures = itemsOf(envelope?.['signatures']).map((one) => ({
    sig: textAt(one, 'sig'),
    keyid: textAt(one, 'keyid') ?? '',
  }))
  const { payload: statement, payloadType } = envelope ?? {}
  return {
    mediaType: BUNDLE_TYPE,
    verificationMaterial,
    dsseEnvelope: { payload: statement, payloadType, signatures },
  }
}

function toMaterial(annotations: Annotations): unknown {
  const certificate = annotations['dev.sigstore.cosign/certificate']
  if (certificate === undefined) return undefined
  const rawBytes = certificate.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '')
  const logged = parseObject(annotations['dev.sigstore.cosign/bundle'] ?? '')
  return {
    x509CertificateChain: { certificates: [{ rawBytes }] },
    tlogEntries: logged === undefined ? [] : [toLogEntry(logged)],
  }
}

/** The entry as Rekor's API answers it, with the promise as its signature. */
function toLogEntry(logged: Readonly<Record<string, unknown>>): unknown {
  const entry = valueAt(logged, 'Payload')
  const canonicalizedBody = textAt(entry, 'body') ?? ''
  const body = parseObject(Buffer.from(canonicalizedBody, 'base64').toString('utf8'))
  return {
    logIndex: String(numberAt(entry, 'logIndex') ?? 0),
    logId: { keyId: Buffer.from(textAt(entry, 'logID') ?? '', 'hex').toString('base64') },
    kindVersion: { kind: textAt(body, 'kind') ?? '', version: textAt(body, 'apiVersion') ?? '' },
    integratedTime: String(numberAt(entry, 'integratedTime') ?? 0),
    inclusionPromise: { signedEntryTimestamp: textAt(logged, 'SignedEntryTimestamp') ?? '' },
    canonicalizedBody,
  }
}
