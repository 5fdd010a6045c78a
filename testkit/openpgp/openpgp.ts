import { requirePart } from '../npm-part'

interface Packets extends Array<unknown> {
  slice(start: number, end?: number): this
  write(): Uint8Array
}

export interface PublicKey {
  armor(): string
  write(): Uint8Array
  getFingerprint(): string
  getExpirationTime(): Promise<unknown>
  getSigningKey(id: undefined, date: Date): Promise<{ getFingerprint(): string }>
  isPrivate(): boolean
  toPacketList(): Packets
}

export interface PrivateKey {
  readonly keyPacket: { readonly algorithm: number }
  getFingerprint(): string
  toPublic(): PublicKey
}

export interface KeyPair {
  readonly privateKey: PrivateKey
  readonly publicKey: PublicKey
}

export interface SignaturePacket {
  signatureExpirationTime: number | null
  signatureNeverExpires: boolean
  sign(...args: unknown[]): Promise<unknown>
  write(): Uint8Array
}

interface OpenPgp {
  readonly config: object
  readonly enums: Readonly<Record<'hash' | 'signature', Readonly<Record<string, number>>>>
  readonly SignaturePacket: new () => SignaturePacket
  readonly createMessage: (content: {
    readonly binary: Uint8Array
  }) => Promise<{ readonly packets: readonly unknown[] }>
  readonly generateKey: (options: object) => Promise<KeyPair>
  readonly readKey: (key: { readonly armoredKey: string }) => Promise<PublicKey>
  readonly readSignature: (signature: { readonly binarySignature: Uint8Array }) => Promise<object>
  readonly reformatKey: (options: object) => Promise<KeyPair>
  readonly revokeKey: (options: object) => Promise<{ readonly publicKey: PublicKey }>
  readonly sign: (options: object) => Promise<Uint8Array>
  readonly verify: (
    options: object,
  ) => Promise<{ readonly signatures: readonly { readonly verified: Promise<unknown> }[] }>
}

/** Returns the parts of OpenPGP.js that tests use. @throws Error if npm cannot be reached */
export const loadOpenPgp = (): OpenPgp => requirePart('openpgp', 'openpgp') as OpenPgp
