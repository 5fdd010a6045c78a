import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect } from '@jest/globals'
import { startMirror } from '../../src/commands/mirror/start'
import { makeArtifact } from '../../testkit/registry/artifact'
import { sha256 } from '../../testkit/registry/content'
import {
  DISTRIBUTION,
  Distribution,
  PASSWORD,
  testWithDistribution,
  USER,
} from '../../testkit/registry/distribution'
import { type Image, makeImage, makeIndex, makeLayer } from '../../testkit/registry/image'
import { pushImage, putImage } from '../../testkit/registry/push'
import { FakeRegistry } from '../../testkit/registry/server'
import { twoPlatforms, type DemoRun } from '../../testkit/runner/mirror-demo'
import { SKOPEO, skopeoCopy, testWithSkopeo } from '../../testkit/registry/skopeo'
import { mirrorInputs, observedRuntime, type RuntimeChanges } from '../../testkit/runner/runtime'

const run = promisify(execFile)
const running: { stop(): Promise<void> }[] = []
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  await rm(folder, { recursive: true })
})

async function start(auth: 'none' | 'htpasswd' | 'token' = 'none'): Promise<Distribution> {
  const registry = await Distribution.start({ auth })
  running.push(registry)
  return registry
}

/** Writes the configuration that `docker login` creates for registries. */
async function login(...registries: readonly Distribution[]): Promise<NodeJS.ProcessEnv> {
  const auth = Buffer.from(`${USER}:${PASSWORD}`).toString('base64')
  const auths = Object.fromEntries(registries.map(({ host }) => [host, { auth }]))
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }))
  return { DOCKER_CONFIG: folder }
}

const fileOf = (
  source: { readonly host: string },
  images: Readonly<Record<string, Image>>,
  prefix = 'upstream',
): string =>
  `images:\n${Object.entries(images)
    .map(
      ([name, { descriptor }]) =>
        `  ${name}:\n    source: ${source.host}/${prefix}/${name}:1.0@${descriptor.digest}\n`,
    )
    .join('')}`

async function perform(
  target: { readonly host: string },
  { images, env, ...inputs }: { images: string; env?: NodeJS.ProcessEnv } & Record<string, unknown>,
): Promise<DemoRun> {
  const changes: RuntimeChanges = { images, httpOptions: { idleTimeoutMs: 10_000 }, ...(env && { env }) }
  const runtime = observedRuntime(changes)
  try {
    const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]))
    return { ...(await startMirror(mirrorInputs({ registry: target.host, ...given }), runtime)), runtime }
  } finally {
    await runtime.http.close()
  }
}

const anonymous = { ...process.env, REGISTRY_AUTH_FILE: '/nonexistent/auth.json', HOME: '/nonexistent' }
const credentials = ['--creds', `${USER}:${PASSWORD}`]

/** Reads the bytes of a manifest with skopeo. */
async function inspectRaw(reference: string, options: readonly string[] = []): Promise<Buffer> {
  const args = ['inspect', '--raw', '--tls-verify=false', ...options, `docker://${reference}`]
  const { stdout } = await run(SKOPEO, args, { env: anonymous, encoding: 'buffer', maxBuffer: 2 ** 24 })
  return stdout
}

/** Lists the content of a reference with skopeo, which checks each digest; file names are digests. */
async function contentsOf(reference: string, options: readonly string[] = []): Promise<string[]> {
  const directory = await mkdtemp(join(folder, 'dir-'))
  const args = [
    '--insecure-policy',
    'copy',
    '--all',
    '--src-tls-verify=false',
    ...options,
    `docker://${reference}`,
    `dir:${directory}`,
  ]
  await run(SKOPEO, args, { env: anonymous })
  const names = (await readdir(directory)).filter((name) => name !== 'version')
  const digests = await Promise.all(names.map(async (name) => sha256(await readFile(join(directory, name)))))
  return digests.sort()
}

/** A test with a real registry and skopeo. */
const testWithBoth = existsSync(DISTRIBUTION) ? testWithSkopeo : testWithDistribution

describe('with real registries', () => {
  testWithBoth('skopeo reads from the target the bytes that it pushed to the source', async () => {
    const [fake, source, target] = [await FakeRegistry.start(), await start(), await start()]
    running.push(fake)
    const images = {
      app: twoPlatforms(),
      other: makeImage({ mediaTypes: 'docker', seed: 'other', layers: [1000, 2_000_000] }),
    }
    for (const [name, image] of Object.entries(images)) {
      putImage(fake, `up/${name}`, '1.0', image)
      await skopeoCopy(`${fake.host}/up/${name}:1.0`, `${source.host}/upstream/${name}:1.0`)
    }
    const { failure, outputs } = await perform(target, { images: fileOf(source, images) })
    expect(failure).toBeUndefined()
    expect(outputs['copied']).toBe('2')
    for (const [name, image] of Object.entries(images)) {
      const [from, to] = [`${source.host}/upstream/${name}:1.0`, `${target.host}/langfuse/${name}:1.0`]
      const raw = await inspectRaw(to)
      expect(raw.equals(image.bytes)).toBe(true)
      expect(raw.equals(await inspectRaw(from))).toBe(true)
      expect(await contentsOf(to)).toEqual(await contentsOf(from))
    }
  })

  testWithBoth('existing images are not copied again and cause no request to the source', async () => {
    const [source, target] = [await FakeRegistry.start(), await start()]
    running.push(source)
    const images = { app: twoPlatforms() }
    putImage(source, 'upstream/app', '1.0', images.app)
    await perform(target, { images: fileOf(source, images) })
    source.requests.length = 0
    const { failure, outputs } = await perform(target, { images: fileOf(source, images) })
    expect(failure).toBeUndefined()
    expect(outputs).toMatchObject({ copied: '0', bytes: '0' })
    expect(source.requests).toEqual([])
  })

  testWithBoth('a layer that four images share is transferred once', async () => {
    const [source, target] = [await FakeRegistry.start(), await start()]
    running.push(source)
    const base = makeLayer({ size: 4_000_000, seed: 'base' })
    const images = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [
        name,
        makeIndex([makeImage({ seed: name, layers: [base, 1000] })]),
      ]),
    )
    for (const [name, image] of Object.entries(images)) putImage(source, `upstream/${name}`, '1.0', image)
    const { failure } = await perform(target, { images: fileOf(source, images) })
    expect(failure).toBeUndefined()
    expect(source.requests.filter(({ path }) => path.endsWith(base.descriptor.digest))).toHaveLength(1)
    for (const name of Object.keys(images)) {
      expect(await contentsOf(`${target.host}/langfuse/${name}:1.0`)).toContain(base.descriptor.digest)
    }
  })

  testWithBoth('a changed tag at the target is corrected', async () => {
    const [source, target] = [await start(), await start()]
    const images = { app: makeImage({ seed: 'new' }) }
    await pushImage({ origin: source.origin, repository: 'upstream/app', tag: '1.0' }, images.app)
    await pushImage(
      { origin: target.origin, repository: 'langfuse/app', tag: '1.0' },
      makeImage({ seed: 'old' }),
    )
    const { failure } = await perform(target, { images: fileOf(source, images) })
    expect(failure).toBeUndefined()
    expect(sha256(await inspectRaw(`${target.host}/langfuse/app:1.0`))).toBe(images.app.descriptor.digest)
  })

  testWithBoth('a missing image is reported with the digest of its tag', async () => {
    const [source, target] = [await start(), await start()]
    const image = makeImage()
    await pushImage({ origin: source.origin, repository: 'upstream/app', tag: '1.0' }, image)
    const images = fileOf(source, { app: makeImage({ seed: 'another' }) })
    const { failure } = await perform(target, { images })
    expect(failure?.message).toContain(`the tag 1.0 refers to ${image.descriptor.digest}`)
  })

  testWithBoth('referrers are listed under the fallback tag of the specification', async () => {
    const [source, target] = [await FakeRegistry.start(), await start()]
    running.push(source)
    const image = makeImage({ seed: 'signed' })
    const sbom = makeArtifact(image, 'application/spdx+json')
    putImage(source, 'upstream/app', '1.0', image)
    putImage(source, 'upstream/app', undefined, sbom)
    const { failure, warnings } = await perform(target, {
      images: fileOf(source, { app: image }),
      'include-referrers': true,
    })
    expect([failure, warnings]).toEqual([undefined, []])
    const list = await inspectRaw(`${target.host}/langfuse/app:${image.descriptor.digest.replace(':', '-')}`)
    expect((JSON.parse(list.toString()) as { manifests: { digest: string }[] }).manifests).toMatchObject([
      { digest: sbom.descriptor.digest, artifactType: 'application/spdx+json' },
    ])
    expect(
      (await inspectRaw(`${target.host}/langfuse/app@${sbom.descriptor.digest}`)).equals(sbom.bytes),
    ).toBe(true)
  })
})

describe.each(['htpasswd', 'token'] as const)('with real registries and authentication by %s', (auth) => {
  testWithBoth('images are pulled and pushed with the credentials of docker login', async () => {
    const [source, target] = [await start(auth), await start(auth)]
    const images = { app: twoPlatforms(), worker: twoPlatforms('worker') }
    const fake = await FakeRegistry.start()
    running.push(fake)
    for (const [name, image] of Object.entries(images)) {
      putImage(fake, name, '1.0', image)
      await skopeoCopy(`${fake.host}/${name}:1.0`, `${source.host}/upstream/${name}:1.0`, [
        '--dest-creds',
        `${USER}:${PASSWORD}`,
      ])
    }
    const env = await login(source, target)
    const { failure, runtime } = await perform(target, { images: fileOf(source, images), env })
    expect(failure).toBeUndefined()
    for (const [name, image] of Object.entries(images)) {
      const raw = await inspectRaw(`${target.host}/langfuse/${name}:1.0`, credentials)
      expect(sha256(raw)).toBe(image.descriptor.digest)
      const to = await contentsOf(`${target.host}/langfuse/${name}:1.0`, [
        '--src-creds',
        `${USER}:${PASSWORD}`,
      ])
      expect(to).toEqual(
        await contentsOf(`${source.host}/upstream/${name}:1.0`, ['--src-creds', `${USER}:${PASSWORD}`]),
      )
    }
    expect(runtime.secrets).toContain(PASSWORD)
    expect(runtime.lines.join('\n')).not.toContain(PASSWORD)
  })

  testWithBoth('a target without credentials is reported with the command to log in', async () => {
    const [source, target] = [await FakeRegistry.start(), await start(auth)]
    running.push(source)
    const images = { app: makeImage() }
    putImage(source, 'upstream/app', '1.0', images.app)
    const { failure } = await perform(target, { images: fileOf(source, images) })
    expect(failure?.message).toContain(`Log in to ${target.host}`)
    expect(failure?.message).toContain('docker login')
  })

  testWithBoth('a wrong password is not retried', async () => {
    const [source, target] = [await start(auth), await FakeRegistry.start()]
    running.push(target)
    const wrong = Buffer.from(`${USER}:wrong`).toString('base64')
    await writeFile(
      join(folder, 'config.json'),
      JSON.stringify({ auths: { [source.host]: { auth: wrong } } }),
    )
    const images = fileOf(source, { app: makeImage() })
    const { failure, runtime } = await perform(target, { images, env: { DOCKER_CONFIG: folder } })
    expect(failure?.message).toMatch(/rejected the credentials|no token for these credentials/)
    expect(runtime.waits.filter((ms) => ms > 0)).toEqual([])
  })
})

describe('with a real registry and a token service', () => {
  testWithBoth('a public image is pulled anonymously', async () => {
    const [source, target] = [await start('token'), await start()]
    const images = { app: makeImage() }
    const fake = await FakeRegistry.start()
    running.push(fake)
    putImage(fake, 'app', '1.0', images.app)
    await skopeoCopy(`${fake.host}/app:1.0`, `${source.host}/public/app:1.0`, [
      '--dest-creds',
      `${USER}:${PASSWORD}`,
    ])
    const { failure } = await perform(target, { images: fileOf(source, images, 'public') })
    expect(failure).toBeUndefined()
    expect(sha256(await inspectRaw(`${target.host}/langfuse/app:1.0`))).toBe(images.app.descriptor.digest)
  })

  testWithBoth(
    'one token an image and direction does for all its blobs, and a mount asks for both repositories',
    async () => {
      const [source, target] = [await FakeRegistry.start(), await start('token')]
      running.push(source)
      const base = makeLayer({ size: 100_000, seed: 'base' })
      const images = {
        a: makeImage({ seed: 'a', layers: [base, 1, 2, 3] }),
        b: makeImage({ seed: 'b', layers: [base, 4, 5, 6] }),
      }
      for (const [name, image] of Object.entries(images)) putImage(source, `upstream/${name}`, '1.0', image)
      const { failure } = await perform(target, { images: fileOf(source, images), env: await login(target) })
      expect(failure).toBeUndefined()
      expect(target.tokens?.given.map((scopes) => scopes.join(' ')).sort()).toEqual([
        'repository:langfuse/a:pull,push',
        'repository:langfuse/b:pull,push',
        'repository:langfuse/b:pull,push repository:langfuse/a:pull',
      ])
    },
  )
})
