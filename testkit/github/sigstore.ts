import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  type KeyPairKeyObjectResult,
  sign,
} from 'node:crypto'
import type { CosignLayer } from '../registry/artifact'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toTrustMaterial, type TrustMaterial } from '@sigstore/verify'
import { requirePart } from '../npm-part'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const ISSUER = 'https://token.actions.githubusercontent.com'

export interface Attested {
  /** Of the subject. */
  readonly digest: string
  /** `owner/repo` from which the image was built. */
  readonly repository: string
  /** Repository of the workflow; default: `repository`. */
  readonly workflowRepository?: string
  readonly issuer?: string
  readonly predicateType?: string
}

interface LogEntry {
  readonly body: unknown
  readonly integratedTime: number
  readonly logID: string
  readonly logIndex: number
  readonly verification?: {
    readonly signedEntryTimestamp?: unknown
    readonly inclusionProof?: Readonly<Record<'checkpoint' | 'rootHash', string>> &
      Readonly<Record<'logIndex' | 'treeSize', number>>
  }
}

interface CertificateLog {
  readonly publicKey: Buffer
  readonly logID: NodeJS.ArrayBufferView
}

interface CertificateAuthority {
  readonly rootCertificate: NodeJS.ArrayBufferView
  issueCertificate(options: {
    readonly publicKey: NodeJS.ArrayBufferView
    readonly subjectAltName: string
    readonly extensions: readonly { readonly oid: string; readonly value: string }[]
  }): Promise<NodeJS.ArrayBufferView>
}

interface TransparencyLog {
  readonly publicKey: Buffer
  log(entry: unknown): Promise<Readonly<Record<string, LogEntry>>>
}

/** The parts of `@sigstore/mock` that are used here. */
interface SigstoreMock {
  initializeCA(key: KeyPairKeyObjectResult, log: CertificateLog): Promise<CertificateAuthority>
  initializeCTLog(key: KeyPairKeyObjectResult): Promise<CertificateLog>
  initializeTLog(url: string, key: KeyPairKeyObjectResult): Promise<TransparencyLog>
}

// Before the tests, whose time limits do not include an installation.
const mock = requirePart('sigstore-mock', '@sigstore/mock') as SigstoreMock

const keyPair = (): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const pemOf = (rawBytes: string): string =>
  `-----BEGIN CERTIFICATE-----\n${rawBytes}\n-----END CERTIFICATE-----\n`
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')

/** A Sigstore instance: a certificate authority with its log, and a transparency log. */
export class FakeSigstore {
  private constructor(
    private readonly ca: CertificateAuthority,
    private readonly ctLog: CertificateLog,
    private readonly tLog: TransparencyLog,
  ) {}

  static async start(): Promise<FakeSigstore> {
    const ctLog = await mock.initializeCTLog(keyPair())
    const tLog = await mock.initializeTLog('https://rekor.example.com', keyPair())
    return new FakeSigstore(await mock.initializeCA(keyPair(), ctLog), ctLog, tLog)
  }

  get trust(): TrustMaterial {
    const validFor = { start: new Date(0).toISOString() }
    const log = (publicKey: Uint8Array, keyId: Uint8Array) => ({
      baseUrl: 'https://rekor.example.com',
      hashAlgorithm: 'SHA2_256',
      publicKey: { rawBytes: base64(publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
      logId: { keyId: base64(keyId) },
    })
    const { buffer, byteOffset, byteLength } = this.ca.rootCertificate
    const { logID } = this.ctLog
    const root = {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [log(this.tLog.publicKey, createHash('sha256').update(this.tLog.publicKey).digest())],
      ctlogs: [log(this.ctLog.publicKey, Buffer.from(logID.buffer, logID.byteOffset, logID.byteLength))],
      certificateAuthorities: [
        {
          subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
          uri: 'https://fulcio.example.com',
          certChain: { certificates: [{ rawBytes: base64(Buffer.from(buffer, byteOffset, byteLength)) }] },
          validFor,
        },
      ],
      timestampAuthorities: [],
    }
    return toTrustMaterial(TrustedRoot.fromJSON(root))
  }

  /** Signs an in-toto statement as a GitHub workflow does. @returns a Sigstore bundle as JSON */
  async attest(claim: Attested): Promise<Readonly<Record<string, unknown>>> {
    const { privateKey, rawBytes } = await this.issue(claim)
    const payload = Buffer.from(JSON.stringify(statementOf(claim)))
    const envelope = envelopeOf(payload, privateKey)
    const tlogEntries = [await this.log(dsseEntry(envelope, rawBytes))]
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { certificate: { rawBytes }, tlogEntries: tlogEntries.map(toBundleEntry) },
      dsseEnvelope: envelope,
    }
  }

  /**
   * Signs an image in the format of cosign 1 and 2.
   *
   * @returns a layer of the manifest with the tag `sha256-<hex>.sig` or `.att`
   */
  async cosign(claim: Attested, suffix: 'sig' | 'att' = 'sig'): Promise<CosignLayer> {
    const { privateKey, rawBytes } = await this.issue(claim)
    const certificate = { 'dev.sigstore.cosign/certificate': pemOf(rawBytes) }
    const rekor = (entry: LogEntry): Record<string, string> => {
      const { verification, ...Payload } = entry
      const SignedEntryTimestamp = verification?.signedEntryTimestamp
      return { 'dev.sigstore.cosign/bundle': JSON.stringify({ SignedEntryTimestamp, Payload }) }
    }
    if (suffix === 'att') {
      const envelope = envelopeOf(Buffer.from(JSON.stringify(statementOf(claim))), privateKey)
      const annotations = { ...certificate, ...rekor(await this.log(dsseEntry(envelope, rawBytes))) }
      const bytes = Buffer.from(JSON.stringify(envelope))
      return { mediaType: 'application/vnd.dsse.envelope.v1+json', bytes, annotations }
    }
    const payload = {
      critical: {
        identity: { 'docker-reference': `docker.io/${claim.repository}` },
        image: { 'docker-manifest-digest': claim.digest },
        type: 'cosign container image signature',
      },
      optional: null,
    }
    const bytes = Buffer.from(JSON.stringify(payload))
    const signature = base64(sign('sha256', bytes, privateKey))
    const entry = await this.log({
      apiVersion: '0.0.1',
      kind: 'hashedrekord',
      spec: {
        data: { hash: { algorithm: 'sha256', value: sha256(bytes) } },
        signature: { content: signature, publicKey: { content: base64(pemOf(rawBytes)) } },
      },
    })
    const annotations = {
      'dev.cosignproject.cosign/signature': signature,
      ...certificate,
      ...rekor(entry),
    }
    return { mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json', bytes, annotations }
  }

  private async issue(
    claim: Attested,
  ): Promise<{ readonly privateKey: KeyObject; readonly rawBytes: string }> {
    const { repository, workflowRepository = repository, issuer = ISSUER } = claim
    const { privateKey, publicKey } = keyPair()
    const certificate = await this.ca.issueCertificate({
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
      subjectAltName: `https://github.com/${workflowRepository}/.github/workflows/release.yml@refs/heads/main`,
      extensions: [
        { oid: '1.3.6.1.4.1.57264.1.8', value: issuer },
        { oid: '1.3.6.1.4.1.57264.1.12', value: `https://github.com/${repository}` },
      ],
    })
    const rawBytes = base64(Buffer.from(certificate.buffer, certificate.byteOffset, certificate.byteLength))
    return { privateKey, rawBytes }
  }

  private async log(proposed: unknown): Promise<LogEntry> {
    const [entry] = Object.values(await this.tLog.log(proposed))
    if (entry === undefined) throw new Error('the log has no entry')
    return entry
  }
}

function toBundleEntry(entry: LogEntry): unknown {
  const proof = entry.verification?.inclusionProof
  const hex = (text = ''): string => Buffer.from(text, 'hex').toString('base64')
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: hex(entry.logID) },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp: entry.verification?.signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(proof?.logIndex),
      rootHash: hex(proof?.rootHash),
      treeSize: String(proof?.treeSize),
      hashes: [],
      checkpoint: { envelope: proof?.checkpoint },
    },
    canonicalizedBody: entry.body,
  }
}

interface Envelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly sig: string; readonly keyid: string }[]
}

function envelopeOf(payload: Buffer, privateKey: KeyObject): Envelope {
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `),
    payload,
  ])
  const signatures = [{ sig: base64(sign('sha256', signed, privateKey)), keyid: '' }]
  return { payload: base64(payload), payloadType: PAYLOAD_TYPE, signatures }
}

function dsseEntry({ payload, signatures }: Envelope, rawBytes: string): unknown {
  const signature = signatures[0]?.sig ?? ''
  return {
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: { algorithm: 'sha256', value: sha256(signature) },
      payloadHash: { algorithm: 'sha256', value: sha256(Buffer.from(payload, 'base64')) },
      signatures: [{ signature, verifier: base64(pemOf(rawBytes)) }],
    },
  }
}

function statementOf({ digest, predicateType = 'https://slsa.dev/provenance/v1' }: Attested): unknown {
  const [algorithm = '', hex = ''] = digest.split(':')
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'docker.io/langfuse/langfuse', digest: { [algorithm]: hex } }],
    predicateType,
    predicate: {},
  }
}
