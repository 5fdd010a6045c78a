import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Attested, FakeSigstore } from '../../../testkit/github/sigstore'
import {
  type CosignLayer,
  makeArtifact,
  makeBundleArtifact,
  makeCosign,
  makeCosignManifest,
} from '../../../testkit/registry/artifact'
import type { Image } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import { Upstream, version } from '../../../testkit/registry/upstream'

const direct = { mode: 'direct', 'deploy-workflow': 'deploy.yml' }
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const cosign3 = 'https://sigstore.dev/cosign/sign/v1'
const old = version('old', { days: 30 })
const fresh = version('new')

let sigstore: FakeSigstore
beforeAll(async () => {
  sigstore = await FakeSigstore.start()
})

let upstream: Upstream
afterEach(() => upstream.stop())

async function start(repository: string, referrers: 'on' | 'off' = 'on'): Promise<void> {
  upstream = await Upstream.start({ referrers })
  const source = upstream.publish(repository, '3.9.0', old)
  upstream.publish(repository, '3.10.0', fresh)
  upstream.commit(`images:\n  web:\n    source: ${source}\n    follow: '3'\n`)
}

const digestOf = ({ descriptor }: Image): string => descriptor.digest
const claimOf = (image: Image, repository: string): Attested => ({ digest: digestOf(image), repository })
const refresh = (inputs = {}) =>
  upstream.refresh(inputs, { loadTrust: () => Promise.resolve(sigstore.trust) })
const body = (): string => [...upstream.github.history.pulls.values()][0]?.body ?? ''

function attach(repository: string, image: Image): void {
  putImage(upstream.registry, repository, undefined, image)
}

function tag(repository: string, of: Image, layers: readonly CosignLayer[], suffix = 'sig'): void {
  const name = `${digestOf(of).replace(':', '-')}.${suffix}`
  putImage(upstream.registry, repository, name, makeCosignManifest(layers))
}

describe('a version of a known publisher', () => {
  const repository = 'langfuse/langfuse'
  beforeEach(async () => {
    await start(repository)
    upstream.release(repository, ['v3.10.0', 'v3.9.0'])
  })

  test.each<[string, (claim: Attested) => Promise<void>]>([
    [
      'the bundle of cosign 3',
      async (claim) => {
        const bundle = await sigstore.attest({ ...claim, predicateType: cosign3 })
        attach(repository, makeBundleArtifact(fresh, bundle))
      },
    ],
    [
      'the bundle of actions/attest',
      async (claim) => {
        attach(repository, makeBundleArtifact(fresh, await sigstore.attest(claim)))
      },
    ],
    [
      "cosign's signature tag",
      async (claim) => {
        tag(repository, fresh, [await sigstore.cosign(claim)])
      },
    ],
    [
      "cosign's attestation tag",
      async (claim) => {
        tag(repository, fresh, [await sigstore.cosign(claim, 'att')], 'att')
      },
    ],
    [
      "cosign's signature as a referrer",
      async (claim) => {
        attach(repository, makeCosignManifest([await sigstore.cosign(claim)], fresh))
      },
    ],
    [
      'one valid signature next to an invalid one',
      async (claim) => {
        const other = await sigstore.cosign({ ...claim, digest: digestOf(old) })
        tag(repository, fresh, [other, await sigstore.cosign(claim)])
      },
    ],
  ])('with %s is signed and committed', async (_, sign) => {
    await sign(claimOf(fresh, repository))
    await refresh()
    expect(body()).toContain('· signed |')
    expect((await refresh(direct)).outputs['commit']).not.toBe('')
  })

  test('signed by another workflow repository of the owner is signed', async () => {
    tag(repository, fresh, [await sigstore.cosign(claimOf(fresh, 'langfuse/build'))])
    await refresh()
    expect(body()).toContain('· signed |')
  })

  async function expectUnconfirmed(problem: string): Promise<void> {
    const { outputs, failure } = await refresh(direct)
    expect(failure).toBeUndefined()
    expect(outputs['commit']).toBe('')
    expect(body()).toContain(`**web \`3.10.0\` is not confirmed by its publisher: ${problem}`)
    expect(body()).not.toContain('signed |')
  }

  test.each<[string, () => Promise<CosignLayer>, string]>([
    [
      'of the pinned image',
      () => sigstore.cosign(claimOf(old, repository)),
      'its signature could not be verified: `it is about another image`',
    ],
    [
      'with another payload',
      async () => {
        const layer = await sigstore.cosign(claimOf(old, repository))
        const text = layer.bytes.toString().replace(digestOf(old), digestOf(fresh))
        return { ...layer, bytes: Buffer.from(text) }
      },
      'its signature could not be verified: `',
    ],
    [
      'of another Sigstore instance',
      async () => (await FakeSigstore.start()).cosign(claimOf(fresh, repository)),
      'its signature could not be verified: `',
    ],
    [
      'without an entry in the log',
      async () => {
        const layer = await sigstore.cosign(claimOf(fresh, repository))
        const { 'dev.sigstore.cosign/bundle': entry, ...annotations } = layer.annotations
        expect(entry).toBeDefined()
        return { ...layer, annotations }
      },
      'its signature could not be verified: `',
    ],
    [
      'of another owner',
      () => sigstore.cosign(claimOf(fresh, 'langfuse-evil/x')),
      'it is signed by `https://github.com/langfuse-evil/x/.github/workflows/release.yml`',
    ],
    [
      'of another issuer',
      () => sigstore.cosign({ ...claimOf(fresh, repository), issuer: 'https://accounts.google.com' }),
      'it is signed by `https://github.com/langfuse/langfuse/.github/workflows/release.yml (https://accounts.google.com)`',
    ],
  ])('with a signature %s is not confirmed', async (_, sign, problem) => {
    tag(repository, fresh, [await sign()])
    await expectUnconfirmed(problem)
  })

  test('with provenance of another repository is not confirmed', async () => {
    const bundle = await sigstore.attest(claimOf(fresh, 'langfuse/other'))
    attach(repository, makeBundleArtifact(fresh, bundle))
    await expectUnconfirmed(
      'its signature could not be verified: `it was built from https://github.com/langfuse/other`',
    )
  })

  test('without a signature is not confirmed if the pinned one has one', async () => {
    tag(repository, old, [await sigstore.cosign(claimOf(old, repository))])
    const signer = 'https://github.com/langfuse/langfuse/.github/workflows/release.yml'
    await expectUnconfirmed(`it is not signed, and 3.9.0 is signed by \`${signer}\``)
  })

  test('that is a security release and has an invalid signature is committed by a person only', async () => {
    upstream.github.state.releases.clear()
    upstream.release(repository, ['v3.10.0'], { days: 0, body: 'Fixes CVE-2026-12345' })
    tag(repository, fresh, [await sigstore.cosign(claimOf(old, repository))])
    const { outputs } = await refresh({ ...direct, 'min-age': '7d' })
    expect(outputs['commit']).toBe('')
    expect(body()).toContain('not confirmed')
    expect(body()).not.toContain('security')
  })

  test.each<[string, () => Promise<void> | void, string]>([
    [
      'made with a key',
      () => {
        putImage(upstream.registry, repository, makeCosign(fresh).tag, makeCosign(fresh).image)
      },
      'it was made with a key, and the key of the publisher is not known',
    ],
    [
      'of Notation',
      () => {
        attach(repository, makeArtifact(fresh, 'application/vnd.cncf.notary.signature'))
      },
      'it is a Notation signature',
    ],
    [
      'in a bundle without a certificate',
      () => {
        const bundle = {
          verificationMaterial: { publicKey: { hint: 'x' } },
          dsseEnvelope: { payload: 'e30=' },
        }
        attach(repository, makeBundleArtifact(fresh, bundle))
      },
      'it was made with a key, and the key of the publisher is not known',
    ],
    [
      'that the registry lost',
      () => {
        const image = makeBundleArtifact(fresh, {})
        attach(repository, image)
        const path = new RegExp(`/manifests/${digestOf(image)}`)
        upstream.registry.fault({ match: { path }, times: Infinity, action: { kind: 'answer', status: 404 } })
      },
      'it could not be read: GET',
    ],
  ])('with a signature %s is committed, and said to be unknown', async (_, sign, reason) => {
    await sign()
    const { outputs, summary } = await refresh(direct)
    expect(outputs['commit']).not.toBe('')
    expect(summary).toContain(`The signature of **web** \`3.10.0\` was not verified: \`${reason}`)
    expect(summary).not.toContain('signed |')
  })

  test('with an SBOM and other artifacts is neither signed nor unknown', async () => {
    const predicateType = 'https://spdx.dev/Document'
    const sbom = await sigstore.attest({ ...claimOf(fresh, 'someone/else'), predicateType })
    attach(repository, makeBundleArtifact(fresh, sbom))
    attach(repository, makeArtifact(fresh, 'application/spdx+json'))
    const { outputs, summary } = await refresh(direct)
    expect(outputs['commit']).not.toBe('')
    expect(summary).not.toMatch(/signed \||was not verified/)
  })
})

describe('a version of an unknown publisher', () => {
  const repository = 'library/postgres'
  const signed = (image: Image, by: string) =>
    sigstore.attest({ ...claimOf(image, by), predicateType: cosign3 })
  const attachSigned = async (image: Image, by: string): Promise<void> => {
    attach(repository, makeBundleArtifact(image, await signed(image, by)))
  }
  beforeEach(() => start(repository))

  test('is signed by the signer of the pinned one', async () => {
    await attachSigned(old, 'someone/images')
    await attachSigned(fresh, 'someone/images')
    await refresh()
    expect(body()).toContain('signed |')
    expect(body()).not.toContain('not confirmed')
  })

  test('and of another signer than the pinned one is not confirmed', async () => {
    await attachSigned(old, 'someone/images')
    await attachSigned(fresh, 'thief/images')
    await refresh()
    expect(body()).toContain(
      'is not confirmed by its publisher: it is signed by `https://github.com/thief/images/.github/workflows/release.yml`, and 3.9.0 is signed by `https://github.com/someone/images/.github/workflows/release.yml`.**',
    )
  })

  test('and of a signer that is seen for the first time is unknown', async () => {
    await attachSigned(fresh, 'someone/images')
    await refresh()
    expect(body()).toContain('is not known as its publisher')
    expect(body()).not.toContain('not confirmed')
  })
})

test('a registry without the referrers API is asked for the referrers tag', async () => {
  const repository = 'langfuse/langfuse'
  await start(repository, 'off')
  upstream.release(repository, ['v3.10.0', 'v3.9.0'])
  const artifact = makeBundleArtifact(fresh, await sigstore.attest(claimOf(fresh, repository)), BUNDLE)
  attach(repository, artifact)
  const list = { schemaVersion: 2, manifests: [{ ...artifact.descriptor, artifactType: BUNDLE }] }
  upstream.registry.putManifest(repository, digestOf(fresh).replace(':', '-'), {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    bytes: Buffer.from(JSON.stringify(list)),
  })
  await refresh()
  expect(body()).toContain('· signed |')
})
