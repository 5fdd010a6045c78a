import { beforeAll, describe, expect, test } from '@jest/globals'
import { HASHICORP_KEY } from '../../../src/terraform/install/hashicorp-key'
import { OpenPgpKey } from '../../../src/terraform/install/openpgp/public-key'
import { BadSignature, checkSignature, type SigningKey } from '../../../src/terraform/install/signature'
import { loadOpenPgp, type PrivateKey, type SignaturePacket } from '../../../testkit/openpgp/openpgp'

const openpgp = loadOpenPgp()
const { config, createMessage, enums, readKey, sign } = openpgp

const CONTENT = Buffer.from('0'.repeat(64) + '  terraform_1.11.4_linux_amd64.zip\n')
const DAY_MS = 86_400_000
const NOW = new Date()
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS)

interface Signed {
  readonly content: Uint8Array
  readonly signature: Uint8Array
  readonly key: SigningKey
}

async function newKey(options: object = {}): Promise<PrivateKey> {
  const { privateKey } = await openpgp.generateKey({
    ...{ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Releases' }], format: 'object' },
    ...{ date: daysAgo(100) },
    ...options,
  })
  return privateKey
}

const exported = (key: PrivateKey): SigningKey => ({
  armored: key.toPublic().armor(),
  fingerprint: key.getFingerprint().toUpperCase(),
})

async function signed(keys: PrivateKey | PrivateKey[], options: object = {}): Promise<Buffer> {
  const message = await createMessage({ binary: CONTENT })
  const result = await sign({
    ...{ message, signingKeys: keys, detached: true, format: 'binary', date: daysAgo(1) },
    ...options,
  })
  return Buffer.from(result)
}

/** The verdict of OpenPGP.js. */
async function oracle({ content, signature, key }: Signed): Promise<boolean> {
  try {
    const verificationKeys = await readKey({ armoredKey: key.armored })
    const { signatures } = await openpgp.verify({
      message: await createMessage({ binary: content }),
      signature: await openpgp.readSignature({ binarySignature: signature }),
      verificationKeys,
      format: 'binary',
      date: NOW,
    })
    await Promise.any(signatures.map(({ verified }) => verified))
    return signatures.length > 0
  } catch {
    return false
  }
}

function verdict({ content, signature, key }: Signed): boolean {
  try {
    checkSignature({ name: 'SUMS', content, signature }, key, NOW)
    return true
  } catch (error) {
    if (error instanceof BadSignature) return false
    throw error
  }
}

let key: PrivateKey
let other: PrivateKey
let withSubkey: PrivateKey
let good: Signed
beforeAll(async () => {
  const subkeys = [{ sign: true, type: 'rsa', rsaBits: 2048 }]
  ;[key, other, withSubkey] = await Promise.all([newKey(), newKey(), newKey({ subkeys })])
  good = { content: CONTENT, signature: await signed(key), key: exported(key) }
}, 60_000)

const altered = (bytes: Uint8Array, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('a signature has the same verdict as in OpenPGP.js:', () => {
  test.each<[string, boolean, () => Signed | Promise<Signed>]>([
    ['good', true, () => good],
    [
      'of a subkey',
      true,
      async () => ({ ...good, signature: await signed(withSubkey), key: exported(withSubkey) }),
    ],
    ['of changed content', false, () => ({ ...good, content: altered(CONTENT, 5) })],
    ['truncated', false, () => ({ ...good, signature: good.signature.subarray(0, -1) })],
    ['empty', false, () => ({ ...good, signature: Buffer.alloc(0) })],
    ['of another key', false, async () => ({ ...good, signature: await signed(other) })],
    [
      'two, the second valid',
      true,
      async () => ({ ...good, signature: Buffer.concat([await signed(other), good.signature]) }),
    ],
    [
      'two of one key, the second changed',
      true,
      () => ({
        ...good,
        signature: Buffer.concat([good.signature, altered(good.signature, good.signature.length - 1)]),
      }),
    ],
    [
      'two, none valid',
      false,
      async () => ({ ...good, signature: Buffer.concat([await signed(other), await signed(other)]) }),
    ],
    [
      'from the future',
      false,
      async () => ({ ...good, signature: await signed(key, { date: new Date(NOW.getTime() + DAY_MS) }) }),
    ],
    [
      'from before the key',
      false,
      async () => ({
        ...good,
        signature: await signed(await newKey({ date: daysAgo(3) }), { date: daysAgo(3) }),
      }),
    ],
    [
      'with SHA-256',
      true,
      async () => ({
        ...good,
        signature: await signed(key, { config: { ...config, preferredHashAlgorithm: enums.hash.sha256 } }),
      }),
    ],
    [
      'that expired',
      false,
      async () => {
        const packet = await signaturePacket(key, (one) => {
          one.signatureExpirationTime = 60
          one.signatureNeverExpires = false
        })
        return { ...good, signature: packet }
      },
    ],
    [
      'of a key that had expired',
      false,
      async () => {
        const short = await newKey({ keyExpirationTime: (50 * DAY_MS) / 1000 })
        const long = await newKey({ keyExpirationTime: (200 * DAY_MS) / 1000 })
        expect(verdict({ ...good, signature: await signed(long), key: exported(long) })).toBe(true)
        const bytes = await signaturePacket(short, () => undefined)
        return { ...good, signature: bytes, key: exported(short) }
      },
    ],
    [
      'of a key that has expired since',
      true,
      async () => {
        const short = await newKey({ keyExpirationTime: (50 * DAY_MS) / 1000 })
        return { ...good, signature: await signed(short, { date: daysAgo(60) }), key: exported(short) }
      },
    ],
    [
      'of a revoked key',
      false,
      async () => {
        const fresh = await newKey()
        const { publicKey } = await openpgp.revokeKey({ key: fresh, format: 'object' })
        return {
          ...good,
          signature: await signed(fresh),
          key: { ...exported(fresh), armored: publicKey.armor() },
        }
      },
    ],
  ])('%s', async (_, expected, make) => {
    const made = await make()
    expect(await oracle(made)).toBe(expected)
    expect(verdict(made)).toBe(expected)
  })

  test('changed in any byte', async () => {
    const { signature } = good
    for (let at = 0; at < signature.length; at += at < 60 ? 1 : 20) {
      const changed = { ...good, signature: altered(signature, at) }
      // Not every byte is signed: those of the unhashed part only name the issuer.
      if (verdict(changed)) expect(await oracle(changed)).toBe(true)
    }
  })
})

/** Signs with a packet of OpenPGP.js, which the function `sign` would refuse to make. */
async function signaturePacket(
  privateKey: PrivateKey,
  change: (packet: SignaturePacket) => void,
): Promise<Buffer> {
  const packet = new openpgp.SignaturePacket()
  const secret = privateKey.keyPacket
  Object.assign(packet, {
    signatureType: enums.signature.binary,
    publicKeyAlgorithm: secret.algorithm,
    hashAlgorithm: enums.hash.sha512,
  })
  change(packet)
  const literal = (await createMessage({ binary: CONTENT })).packets[0]
  await packet.sign(secret, literal, daysAgo(1), true, config)
  const body = Buffer.from(packet.write())
  return Buffer.concat([Buffer.from([0xc2, 0xff, 0, 0, body.length >> 8, body.length & 0xff]), body])
}

describe('is refused, whatever OpenPGP.js says,', () => {
  const rejected = (made: Signed): string => {
    try {
      checkSignature({ name: 'SUMS', content: made.content, signature: made.signature }, made.key, NOW)
      return 'accepted'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  test.each([
    [
      'a broken hash algorithm',
      (bytes: Buffer): void => void bytes.writeUInt8(2, 3),
      'hash algorithm 2 is not allowed',
    ],
    [
      'another public-key algorithm',
      (bytes: Buffer): void => void bytes.writeUInt8(22, 2),
      'algorithm 22 is not supported',
    ],
    [
      'a text signature',
      (bytes: Buffer): void => void bytes.writeUInt8(1, 1),
      'signature type 1 is not supported',
    ],
    [
      'another version',
      (bytes: Buffer): void => void bytes.writeUInt8(6, 0),
      'signature version 6 is not supported',
    ],
  ])('%s', (_, change, message) => {
    const copy = Buffer.from(good.signature)
    // The header of the packet has one byte of tag and one to five of length.
    const header = (copy[1] ?? 0) < 192 ? 2 : (copy[1] ?? 0) < 224 ? 3 : 6
    change(copy.subarray(header))
    expect(rejected({ ...good, signature: copy })).toContain(message)
  })

  test('an elliptic-curve key', async () => {
    const curve = await newKey({ type: 'ecc', rsaBits: undefined })
    expect(() => OpenPgpKey.read(curve.toPublic().armor())).toThrow('is not supported')
  })

  test('two keys in one armor', () => {
    const both = Buffer.concat([Buffer.from(key.toPublic().write()), Buffer.from(other.toPublic().write())])
    const armored = `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${both.toString('base64')}\n-----END PGP PUBLIC KEY BLOCK-----`
    expect(() => OpenPgpKey.read(armored)).toThrow('more than one key')
  })

  test('a subkey that another key claims', async () => {
    // The subkey of one key after the primary key of another, whose signatures do not bind it.
    const list = key.toPublic().toPacketList().slice(0, 3)
    list.push(...withSubkey.toPublic().toPacketList().slice(3))
    const armored = `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${Buffer.from(list.write()).toString('base64')}\n-----END PGP PUBLIC KEY BLOCK-----`
    const made = { content: CONTENT, signature: await signed(withSubkey), key: { ...exported(key), armored } }
    expect(rejected(made)).toContain('did not belong to the key')
    expect(await oracle(made)).toBe(false)
  })
})

test('the key in this repository signs with its subkey in each year until it expires', () => {
  const read = OpenPgpKey.read(HASHICORP_KEY.armored)
  expect(read.primary.fingerprint).toBe(HASHICORP_KEY.fingerprint)
  const issuer = Buffer.from('C820C6D5CD27AB87', 'hex')
  for (const day of ['2021-05-01', '2025-04-09', '2026-02-25', '2026-11-01', '2030-02-01'])
    expect(read.signingKey([issuer], Date.parse(day)).fingerprint).toBe(
      '374EC75B485913604A831CC7C820C6D5CD27AB87',
    )
  expect(() => read.signingKey([issuer], Date.parse('2030-04-01'))).toThrow('expired on 2030-03-01')
})
