import { afterEach, describe, expect, test } from '@jest/globals'
import { makeArtifact, makeCosign } from '../../../testkit/registry/artifact'
import { makeImage } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import { type DemoRun, MirrorDemo, type StageOptions } from '../../../testkit/runner/mirror-demo'

const stages: MirrorDemo[] = []
afterEach(() => Promise.all(stages.splice(0).map((stage) => stage.remove())))

const always = Infinity
const image = makeImage({ seed: 'signed' })
const subject = image.descriptor.digest
const artifacts = ['one', 'two', 'three'].map((seed) =>
  makeArtifact(image, `application/vnd.${seed}+json`, seed),
)
const [first, second, third] = artifacts.map(({ descriptor }) => descriptor.digest)
const cosign = makeCosign(image)
const API = { method: 'GET', path: /\/referrers\// }

/** An image with three referrers and a signature of cosign. */
async function signed(options: StageOptions = {}): Promise<MirrorDemo> {
  const stage = await MirrorDemo.create({ images: { app: image }, ...options })
  stages.push(stage)
  for (const artifact of artifacts) putImage(stage.source, 'upstream/app', undefined, artifact)
  putImage(stage.source, 'upstream/app', cosign.tag, cosign.image)
  return stage
}

const run = (stage: MirrorDemo, mode = 'best-effort'): Promise<DemoRun> =>
  stage.mirror({ 'include-referrers': 'true', referrers: mode })

/** Digests of the referrers that the target has completely. */
const arrived = (stage: MirrorDemo): (string | undefined)[] =>
  [first, second, third, cosign.image.descriptor.digest].filter((digest) =>
    stage.target.isComplete('langfuse/app', digest ?? ''),
  )

describe('one referrer', () => {
  test('that the target refuses costs no other, and is named with digest, type and reason', async () => {
    const stage = await signed()
    const body = '{"errors":[{"code":"UNSUPPORTED","message":"no such type"}]}'
    stage.target.fault({
      match: { method: 'PUT', path: new RegExp(second ?? '') },
      times: always,
      action: { kind: 'answer', status: 405, body },
    })
    const { failure, warnings, summary } = await run(stage)
    expect(failure).toBeUndefined()
    expect(arrived(stage)).toEqual([first, third, cosign.image.descriptor.digest])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(`${second ?? ''} (application/vnd.two+json) was not copied: PUT`)
    expect(warnings[0]).toContain('UNSUPPORTED: no such type')
    expect(summary).toContain(
      'Signatures, attestations and SBOMs: 3 copied, 0 already present, **1 not copied**.',
    )
  })

  test('that the source lost costs no other', async () => {
    const stage = await signed()
    const path = new RegExp(`/manifests/${second ?? ''}`)
    stage.source.fault({ match: { path }, times: always, action: { kind: 'answer', status: 404 } })
    const { failure, warnings } = await run(stage)
    expect(failure).toBeUndefined()
    expect(arrived(stage)).toEqual([first, third, cosign.image.descriptor.digest])
    expect(warnings.join()).toContain(`${second ?? ''} (application/vnd.two+json) could not be read`)
  })

  test('that is required and refused fails the image, whose tag is written', async () => {
    const stage = await signed()
    stage.target.fault({
      match: { method: 'PUT', path: new RegExp(second ?? '') },
      times: always,
      action: { kind: 'answer', status: 405 },
    })
    const { failure, outputs } = await run(stage, 'required')
    expect(failure?.reason).toBe('copy-failed')
    expect(failure?.message).toContain(
      'app: referrers: is required and 1 of 4 signatures and attestations were not copied',
    )
    expect(failure?.message).toContain(second)
    expect(outputs['images']).toBe('{}')
    expect(stage.target.tags('langfuse/app')['1.0']).toBe(subject)
  })
})

describe('the referrers API of the source', () => {
  const tag = subject.replace(':', '-')
  const list = {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    bytes: Buffer.from(
      JSON.stringify({ schemaVersion: 2, manifests: artifacts.map(({ descriptor }) => descriptor) }),
    ),
  }

  test.each([401, 403, 404, 405, 409, 410, 422, 424, 500, 503, 508])(
    'that answers %d is replaced by the referrers tag',
    async (status) => {
      const stage = await signed()
      stage.source.putManifest('upstream/app', tag, list)
      stage.source.fault({ match: API, times: always, action: { kind: 'answer', status } })
      const { warnings } = await run(stage, 'required')
      expect(warnings).toEqual([])
      expect(arrived(stage)).toHaveLength(4)
    },
  )

  test.each([409, 424, 503])(
    'that answers %d without a referrers tag costs no cosign tag',
    async (status) => {
      const stage = await signed()
      stage.source.fault({ match: API, times: always, action: { kind: 'answer', status } })
      const { warnings, failure } = await run(stage)
      expect(failure).toBeUndefined()
      expect(arrived(stage)).toEqual([cosign.image.descriptor.digest])
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(`the referrers of ${subject} could not be listed`)
    },
  )

  test('that answers with an empty list is completed by the referrers tag', async () => {
    const stage = await signed()
    stage.source.putManifest('upstream/app', tag, list)
    const body = '{"schemaVersion":2,"manifests":null}'
    stage.source.fault({ match: API, times: always, action: { kind: 'answer', status: 200, body } })
    await run(stage, 'required')
    expect(arrived(stage)).toHaveLength(4)
  })

  test('that has pages is read completely, below the path that was asked', async () => {
    const stage = await signed()
    const pages: [RegExp, number, string | undefined][] = [
      [new RegExp(`referrers/${subject}$`), 0, 'last=1'],
      [/referrers\/.*last=1$/, 1, 'last=2'],
      [/referrers\/.*last=2$/, 2, undefined],
    ]
    for (const [path, index, next] of pages) {
      const headers = next === undefined ? {} : { link: `</other/x?${next}>; rel="next"` }
      const body = JSON.stringify({ schemaVersion: 2, manifests: [artifacts[index]?.descriptor] })
      stage.source.fault({
        match: { method: 'GET', path },
        action: { kind: 'answer', status: 200, headers: { ...headers }, body },
      })
    }
    await run(stage, 'required')
    expect(arrived(stage)).toHaveLength(4)
  })

  test('that lists something broken costs no other', async () => {
    const stage = await signed()
    const manifests = [{ digest: 'sha256:x' }, artifacts[0]?.descriptor, null, artifacts[2]?.descriptor]
    const body = JSON.stringify({ schemaVersion: 2, manifests })
    stage.source.fault({
      match: { method: 'GET', path: new RegExp(`referrers/${subject}`) },
      times: always,
      action: { kind: 'answer', status: 200, body },
    })
    const { warnings } = await run(stage)
    expect(arrived(stage)).toEqual([first, third, cosign.image.descriptor.digest])
    expect(warnings.join()).toContain('referrer 1 has no valid digest (sha256:x)')
    expect(warnings).toHaveLength(2)
  })
})

test.each([['on'], ['off']] as const)(
  'referrers that the target has are not written again (referrers API %s)',
  async (referrers) => {
    const stage = await signed({ target: { referrers } })
    await run(stage, 'required')
    stage.target.requests.length = 0
    const { summary } = await run(stage, 'required')
    const writes = stage.target.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))
    expect(writes).toEqual([])
    expect(summary).toContain('0 copied, 4 already present.')
  },
)

describe('the referrers tag', () => {
  const tag = subject.replace(':', '-')
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  const without = { referrers: 'off' } as const

  test('with entries that are not readable, or of another type, lists the others', async () => {
    const stage = await signed({ source: without })
    const [one, two, three] = artifacts.map(({ descriptor }) => descriptor)
    const manifests = [null, { ...one, mediaType: 'application/json' }, { ...two, digest: 'sha256:1' }, three]
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }))
    stage.source.putManifest('upstream/app', tag, { bytes, mediaType })
    const { failure, warnings } = await run(stage)
    expect(failure).toBeUndefined()
    expect(arrived(stage)).toEqual([first, third, cosign.image.descriptor.digest])
    expect(warnings.join()).toMatch(/referrer 1 is not a descriptor.*referrer 3 has no valid digest/)
  })

  test('of the target is not replaced if it refers to an image', async () => {
    const stage = await signed({ target: without })
    const other = makeImage({ seed: 'other' })
    putImage(stage.target, 'langfuse/app', tag, other)
    const { warnings } = await run(stage)
    expect(stage.target.tags('langfuse/app')[tag]).toBe(other.descriptor.digest)
    expect(warnings.join()).toContain(`the tag ${tag} refers to an image instead of a list of referrers`)
  })
})
