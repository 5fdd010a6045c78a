import { afterEach, expect, test } from '@jest/globals'
import { CorruptContent } from '../../src/registry/error'
import { digestOf, type Manifest, parseManifest } from '../../src/registry/manifest'
import { putManifest } from '../../src/registry/push-manifest'
import { makeImage } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry, type FaultAction } from '../../testkit/registry/server'
import { Closing, openClient } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const image = makeImage()
const manifest: Manifest = parseManifest(image.bytes, image.descriptor.digest, image.descriptor.mediaType)
const PUT = { method: 'PUT', path: /\/manifests\// }

/** A registry that has the blobs of the image, and its manifest as tag `present`. */
async function open() {
  const fake = closing.add(await FakeRegistry.start())
  putImage(fake, 'a', 'present', image)
  const { registry } = closing.add(openClient(fake))
  return { fake, put: (reference: string) => putManifest(registry, { repository: 'a', reference, manifest }) }
}

const reject: FaultAction = { kind: 'answer', status: 400, body: '{"errors":[{"code":"TAG_INVALID"}]}' }

test('a manifest is stored with its exact bytes', async () => {
  const { fake, put } = await open()
  await put('1.0')
  expect(fake.isComplete('a', '1.0')).toBe(true)
})

test('a rejected tag is an error', async () => {
  const { fake, put } = await open()
  fake.fault({ match: PUT, times: Infinity, action: reject })
  await expect(put('1.0')).rejects.toMatchObject({ codes: ['TAG_INVALID'] })
})

test('a rejected tag that already has the digest is a success', async () => {
  const { fake, put } = await open()
  fake.fault({ match: PUT, times: Infinity, action: reject })
  await expect(put('present')).resolves.toBeUndefined()
})

test('a lost answer is a success when the manifest was stored', async () => {
  const { fake, put } = await open()
  fake.fault({ match: PUT, times: Infinity, action: { kind: 'commit-then-cut' } })
  await expect(put('1.0')).resolves.toBeUndefined()
  expect(fake.isComplete('a', '1.0')).toBe(true)
})

test('a registry that reports another digest is an error', async () => {
  const { fake, put } = await open()
  fake.fault({ match: PUT, times: Infinity, action: { kind: 'wrong-digest-header' } })
  const failure = put('1.0')
  await expect(failure).rejects.toThrow(CorruptContent)
  await expect(failure).rejects.toThrow(`stored the manifest ${manifest.digest} as sha256:`)
})

test('a registry that names the same bytes by another algorithm has stored them', async () => {
  const { fake, put } = await open()
  const headers = { 'docker-content-digest': digestOf(image.bytes, 'sha512') }
  fake.fault({ match: PUT, action: { kind: 'answer', status: 201, headers } })
  await expect(put('1.0')).resolves.toBeUndefined()
})

test('a refusal names the type of the manifest', async () => {
  const { fake, put } = await open()
  const body = '{"errors":[{"code":"MANIFEST_INVALID","message":"manifest invalid","detail":"no config"}]}'
  fake.fault({ match: PUT, action: { kind: 'answer', status: 400, body } })
  await expect(put('1.0')).rejects.toThrow(
    'MANIFEST_INVALID: manifest invalid (no config) (a manifest of type application/vnd.oci.image.manifest.v1+json)',
  )
})

test.each<[string, FaultAction]>([
  ['200', { kind: 'answer', status: 200 }],
  ['202', { kind: 'answer', status: 202 }],
  ['201 without a digest', { kind: 'answer', status: 201 }],
  ['a page of a proxy', { kind: 'html' }],
])('a push that is answered with %s is confirmed, and fails if nothing is stored', async (_, action) => {
  const { fake, put } = await open()
  fake.fault({ match: PUT, times: Infinity, action })
  await expect(put('1.0')).rejects.toThrow(
    `accepted the manifest ${manifest.digest}, but does not have it; check that no proxy answers`,
  )
  await expect(put('present')).resolves.toBeUndefined()
})

test('a login page in place of each answer is no stored manifest', async () => {
  const { fake, put } = await open()
  fake.fault({ match: { path: /manifests/ }, times: Infinity, action: { kind: 'html' } })
  await expect(put(manifest.digest)).rejects.toThrow('the answer is an HTML page')
})
