import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newestImages } from '../../src/cli/init/newest-images'
import type { LoadTrust } from '../../src/github/provenance'
import { FakeSigstore } from '../../testkit/github/sigstore'
import { openFake } from '../../testkit/github/runtime'
import { NOW_MS, Upstream, version } from '../../testkit/registry/upstream'

let upstream: Upstream
beforeEach(async () => {
  upstream = await Upstream.start()
})
afterEach(() => upstream.stop())

const IMAGES = { 'langfuse-web': 'langfuse/langfuse', 'langfuse-worker': 'langfuse/langfuse-worker' }

/** Publishes versions of web and worker, and returns an images.yaml with 3.1.0. */
function publish(tags: Readonly<Record<keyof typeof IMAGES, readonly string[]>>): string {
  const entries = Object.entries(IMAGES).map(([name, repository]) => {
    const source = upstream.publish(repository, '3.1.0', version(`${name} 3.1.0`, { days: 60 }))
    for (const tag of tags[name as keyof typeof IMAGES])
      upstream.publish(repository, tag, version(`${name} ${tag}`, { days: 30 }))
    return `  ${name}:\n    source: ${source}\n    follow: '3'\n`
  })
  return `images:\n${entries.join('')}`
}

async function lookUp(text: string, loadTrust?: LoadTrust) {
  const progress: string[] = []
  const found = await newestImages(text, await openFake(upstream.github), {
    env: {},
    mask: () => undefined,
    clock: { sleep: () => Promise.resolve(), random: () => 0, now: () => 0, wallClockMs: () => NOW_MS },
    print: () => undefined,
    progress: (line) => progress.push(line),
    readProgram: () => Promise.reject(new Error('unused')),
    directory: '.',
    packageDirectory: () => Promise.resolve('.'),
    onInterrupt: () => () => undefined,
    isInteractive: false,
    ...(loadTrust && { loadTrust }),
  })
  return { ...found, progress }
}

test('the newest released version within the line is pinned by digest', async () => {
  const text = publish({ 'langfuse-web': ['3.2.0', '3.3.0', '4.0.0'], 'langfuse-worker': ['3.2.0', '3.3.0'] })
  upstream.release('langfuse/langfuse', ['v3.2.0', 'v3.1.0'])
  const found = await lookUp(text)
  expect(found.updates).toEqual(['langfuse-web 3.1.0 -> 3.2.0', 'langfuse-worker 3.1.0 -> 3.2.0'])
  expect(found.text).toMatch(/langfuse\/langfuse:3\.2\.0@sha256:[0-9a-f]{64}\n/)
})

test('web and worker keep the same version', async () => {
  const text = publish({ 'langfuse-web': ['3.2.0'], 'langfuse-worker': [] })
  upstream.release('langfuse/langfuse', ['v3.2.0', 'v3.1.0'])
  expect((await lookUp(text)).text).toBe(text)
})

test('an image whose registry does not answer stays as it is', async () => {
  const text = publish({ 'langfuse-web': [], 'langfuse-worker': [] })
  await upstream.registry.stop()
  const found = await lookUp(text)
  expect(found.text).toBe(text)
  expect(found.progress.join('\n')).toContain('langfuse-web stays at 3.1.0')
})

test('an attested version is verified', async () => {
  const sigstore = await FakeSigstore.start()
  const text = publish({ 'langfuse-web': ['3.2.0'], 'langfuse-worker': ['3.2.0'] })
  upstream.release('langfuse/langfuse', ['v3.2.0', 'v3.1.0'])
  const digest = (await lookUp(text)).text.match(/:3\.2\.0@(sha256:\w+)/)?.[1] ?? ''
  const attest = async (repository: string) =>
    upstream.github.state.attestations.set(`langfuse/langfuse@${digest}`, [
      await sigstore.attest({ digest, repository }),
    ])
  const trusting = () => lookUp(text, () => Promise.resolve(sigstore.trust))
  await attest('langfuse/langfuse')
  expect((await trusting()).updates).toHaveLength(2)
  await attest('other/langfuse')
  expect((await trusting()).updates).toEqual([])
})
