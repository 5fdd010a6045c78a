import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readKey } from 'openpgp'
import { fetchByHttpClient } from '../../../src/terraform/install/download'
import { HASHICORP_KEY } from '../../../src/terraform/install/hashicorp-key'
import { findTerraform, type InstallRuntime, NoTerraform } from '../../../src/terraform/install/install'
import { platformOf, Releases } from '../../../src/terraform/install/releases'
import type { SigningKey } from '../../../src/terraform/install/signature'
import { openToolCache } from '../../../src/terraform/install/tool-cache'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { FakeReleases, makeSigner, type Signer } from '../../../testkit/terraform/releases'

const exec = promisify(execFile)
const DAY_MS = 86_400_000
let signer: Signer
let folder: string
let server: FakeReleases
let waitsMs: number[]
let toolCache: string | undefined

beforeAll(async () => {
  signer = await makeSigner()
})
afterAll(() => {
  if (toolCache === undefined) delete process.env['RUNNER_TOOL_CACHE']
  else process.env['RUNNER_TOOL_CACHE'] = toolCache
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'))
  // The one thing that @actions/tool-cache takes from nowhere else.
  toolCache ??= process.env['RUNNER_TOOL_CACHE']
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools')
  server = await FakeReleases.start()
  for (const version of ['1.10.5', '1.11.4', '1.12.0-rc1']) await server.add(version, signer)
  waitsMs = []
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** Nothing on PATH, an empty tool cache, and the server's releases. */
function runtime({
  key = signer.key,
  now = new Date(),
  path = '',
}: { key?: SigningKey; now?: Date; path?: string } = {}): InstallRuntime {
  const env = { PATH: path, RUNNER_TOOL_CACHE: join(folder, 'tools') }
  return {
    env,
    folder,
    system: 'linux',
    platform: { os: 'linux', arch: 'amd64' },
    cache: openToolCache(env, folder),
    releases: new Releases(
      { baseUrl: `${server.url}/`, key },
      {
        fetch: fetchByHttpClient,
        random: () => 0.5,
        now: () => now,
        sleep: (ms) => {
          waitsMs.push(ms)
          return Promise.resolve()
        },
      },
    ),
    run: (program, args) => exec(program, args),
  }
}

const find = (constraint: string, given = runtime()) =>
  findTerraform({ constraint, from: 'terraform-version' }, given)

async function failureOf(call: Promise<unknown>): Promise<NoTerraform> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof NoTerraform) return error
  throw new Error('it did not fail as expected', { cause: error })
}

/** A program in a folder of its own. */
async function program(name: string, version: string, noise = ''): Promise<string> {
  const place = join(folder, `on-path-${version}`)
  await mkdir(place, { recursive: true })
  await writeFile(
    join(place, name),
    `#!/bin/sh\nprintf '%s' '${noise}'\necho '{"terraform_version":"${version}"}'\n`,
  )
  await chmod(join(place, name), 0o755)
  return place
}

describeWithTerraform('the Terraform of this machine', () => {
  test('is found as it is', async () => {
    const { program, version, source } = await find('>= 1.0', runtime({ path: process.env['PATH'] ?? '' }))
    expect(source).toBe('path')
    expect((await exec(program, ['version'])).stdout).toContain(`Terraform v${version}`)
  })
})

describe('the Terraform on PATH', () => {
  test('is taken when it satisfies, and nothing is asked of anybody', async () => {
    const path = `/nonexistent:${await program('terraform', '1.9.8')}`
    expect(await find('~> 1.9', runtime({ path }))).toEqual({
      program: join(folder, 'on-path-1.9.8', 'terraform'),
      version: '1.9.8',
      source: 'path',
    })
    expect(server.requests).toEqual([])
  })

  test('is taken from behind the wrapper of setup-terraform, which would swallow an interrupt', async () => {
    await program('terraform', '1.9.8', '[command]')
    const path = await program('terraform-bin', '1.9.8')
    expect(await find('', runtime({ path }))).toMatchObject({
      program: join(path, 'terraform-bin'),
      version: '1.9.8',
    })
  })

  test.each(['1.9.8', 'no version'])('is passed over when it does not (%s)', async (version) => {
    const path = await program('terraform', version)
    expect(await find('>= 1.10, < 1.12', runtime({ path }))).toMatchObject({
      version: '1.11.4',
      source: 'download',
    })
  })
})

describe('a release', () => {
  test('is downloaded, runs, and is in the tool cache the next time', async () => {
    const found = await find('~> 1.10')
    expect(found).toMatchObject({ version: '1.11.4', source: 'download' })
    expect((await exec(found.program, [])).stdout).toBe('{"terraform_version":"1.11.4"}\n')
    const before = server.requests.length
    expect(await find('~> 1.11.0')).toEqual({ ...found, source: 'cache' })
    expect(server.requests).toHaveLength(before)
  })

  test('is found without a list when only one will do', async () => {
    expect(await find('= 1.12.0-rc1')).toMatchObject({ version: '1.12.0-rc1' })
    expect(server.requests).not.toContain('/terraform/index.json')
  })

  test('is used where nothing keeps it', async () => {
    const cache = openToolCache({}, folder)
    expect(await find('1.10.5', { ...runtime(), cache })).toMatchObject({
      program: join(folder, 'terraform-1.10.5', 'terraform'),
    })
  })

  test('that nobody made is not found', async () => {
    const { message } = await failureOf(
      find('~> 3.0', runtime({ path: await program('terraform', '1.9.8') })),
    )
    expect(message).toMatch(
      /^terraform-version asks for Terraform ~> 3.0, PATH has 1.9.8, and it could not be downloaded/,
    )
    expect(message).toContain("no release of Terraform for linux_amd64 satisfies terraform-version '~> 3.0'")
    expect(message).toMatch(/setup-terraform[^]*TERRAFORM_RELEASES_URL/)
  })

  test('for another platform is not taken', async () => {
    const { message } = await failureOf(
      find('1.11.4', { ...runtime(), platform: { os: 'plan9', arch: 'mips' } }),
    )
    expect(message).toContain('there is no Terraform 1.11.4 for plan9_mips')
  })
})

describe('what is not HashiCorp’s is refused, once and for all:', () => {
  const FILES = ['1.11.4'].map((version) => `/terraform/${version}/terraform_${version}`).join('')

  test.each<[string, RegExp, () => Promise<void> | void]>([
    [
      'a ZIP file that was changed',
      /has the SHA-256 [\da-f]{64}, and HashiCorp signed [\da-f]{64}/,
      () => {
        const zip = Buffer.from(server.files.get(`${FILES}_linux_amd64.zip`) ?? '')
        zip[zip.length - 1] = (zip.at(-1) ?? 0) ^ 1
        server.files.set(`${FILES}_linux_amd64.zip`, zip)
      },
    ],
    [
      'checksums that were changed',
      /SHA256SUMS has no valid signature/,
      () => {
        server.files.set(
          `${FILES}_SHA256SUMS`,
          Buffer.from(server.sums('1.11.4').toString().replace(/^0/, '1')),
        )
      },
    ],
    [
      'a signature of another',
      /has no valid signature of key [\dA-F]{40}: Could not find signing key/,
      async () => {
        const other = await makeSigner()
        server.put('1.11.4', {
          sums: server.sums('1.11.4'),
          signature: await other.sign(server.sums('1.11.4')),
        })
      },
    ],
    [
      'a signature that is none',
      /has no valid signature/,
      () => {
        server.put('1.11.4', { sums: server.sums('1.11.4'), signature: Buffer.from('<html>') })
      },
    ],
    [
      'an empty signature',
      /has no valid signature/,
      () => {
        server.put('1.11.4', { sums: server.sums('1.11.4'), signature: Buffer.alloc(0) })
      },
    ],
    [
      'the signed checksums of another release',
      /SHA256SUMS does not have terraform_1.11.4_linux_amd64.zip/,
      async () => {
        const sums = server.sums('1.10.5')
        server.put('1.11.4', { sums, signature: await signer.sign(sums) })
      },
    ],
  ])('%s', async (_, sentence, tamper) => {
    await tamper()
    const { message } = await failureOf(find('1.11.4'))
    expect(message).toMatch(sentence)
    expect(message).toContain('Install a Terraform that satisfies it in a step before this one')
    expect(waitsMs).toEqual([])
    expect(await runtime().cache.versions()).toEqual([])
  })

  test('a key that has another fingerprint than it should', async () => {
    const other = await makeSigner()
    const key = { ...other.key, fingerprint: signer.key.fingerprint }
    expect((await failureOf(find('1.11.4', runtime({ key })))).message).toMatch(
      /the key .* is [\dA-F]{40}, not/,
    )
  })
})

describe('a key that expires', () => {
  const madeAt = new Date(Date.now() - 1000 * DAY_MS)
  const later = (days: number): Date => new Date(madeAt.getTime() + days * DAY_MS)
  let brief: Signer
  beforeEach(async () => {
    brief = await makeSigner({ date: madeAt, keyExpirationTime: (100 * DAY_MS) / 1000 })
  })

  test('stays good for what was signed before', async () => {
    const sums = server.sums('1.11.4')
    server.put('1.11.4', { sums, signature: await brief.sign(sums, later(50)) })
    expect(await find('1.11.4', runtime({ key: brief.key }))).toMatchObject({ version: '1.11.4' })
  })

  test('is good for nothing signed after, though its owner prolonged it', async () => {
    const sums = server.sums('1.11.4')
    const prolonged = await brief.prolong()
    server.put('1.11.4', { sums, signature: await prolonged.sign(sums) })
    expect(await find('1.11.4', runtime({ key: prolonged.key }))).toMatchObject({ version: '1.11.4' })
    await rm(join(folder, 'tools'), { recursive: true })
    const { message } = await failureOf(find('1.11.4', runtime({ key: brief.key })))
    expect(message).toMatch(/has no valid signature .*expired[^]*newer release of this action/)
  })

  test('does not make a signature good that is dated ahead', async () => {
    const sums = server.sums('1.11.4')
    server.put('1.11.4', { sums, signature: await signer.sign(sums, new Date(Date.now() + DAY_MS)) })
    expect((await failureOf(find('1.11.4'))).message).toContain('has no valid signature')
  })
})

describe('a server', () => {
  test('that fails twice is asked again, with longer waits', async () => {
    server.fail(/SUMS$/, 2, (_, response) => response.writeHead(503).end('busy'))
    expect(await find('1.11.4')).toMatchObject({ version: '1.11.4' })
    expect(waitsMs).toEqual([500, 1000])
  })

  test('that fails on and on is given up', async () => {
    server.fail(/index\.json$/, 99, (_, response) => response.writeHead(500).end())
    expect((await failureOf(find('>= 1'))).message).toMatch(
      /GET .*index\.json: the server answered 500 \(5 tries\)/,
    )
    expect(waitsMs).toEqual([500, 1000, 2000, 4000])
  })

  test('that does not have it is asked once', async () => {
    expect((await failureOf(find('1.2.3'))).message).toContain('terraform_1.2.3_SHA256SUMS')
    expect(waitsMs).toEqual([])
  })

  test('that breaks off in the middle is asked again', async () => {
    server.fail(/\.zip$/, 1, (_, response, content = Buffer.alloc(0)) => {
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, 10), () => response.destroy())
    })
    expect(await find('1.11.4')).toMatchObject({ version: '1.11.4' })
    expect(waitsMs).toEqual([500])
  })

  test('that sends less than it announced without saying so is asked again', async () => {
    const given = runtime()
    let calls = 0
    const fetch = async (url: string) => {
      const answer = await fetchByHttpClient(url)
      calls += url.endsWith('.zip') ? 1 : 0
      return calls === 1 && url.endsWith('.zip') ? { ...answer, body: (async function* () {})() } : answer
    }
    const releases = new Releases(
      { baseUrl: server.url, key: signer.key },
      { fetch, random: () => 0, now: () => new Date(), sleep: () => Promise.resolve() },
    )
    expect(await find('1.11.4', { ...given, releases })).toMatchObject({ version: '1.11.4' })
    expect(calls).toBe(2)
  })

  test('that answers with something else is not believed', async () => {
    server.files.set('/terraform/index.json', Buffer.from('<html>sign in</html>'))
    expect((await failureOf(find(''))).message).toContain('is no index of releases')
  })

  test('that is not there is named', async () => {
    const given = runtime()
    await server.stop()
    const { message } = await failureOf(find('1.11.4', given))
    expect(message).toMatch(/ECONNREFUSED \(5 tries\)/)
    server = await FakeReleases.start()
  })
})

test('the key in this repository is the one that HashiCorp is known by, and good for years', async () => {
  const key = await readKey({ armoredKey: HASHICORP_KEY.armored })
  expect(key.getFingerprint().toUpperCase()).toBe('C874011F0AB405110D02105534365D9472D7468F')
  expect(key.getFingerprint().toUpperCase()).toBe(HASHICORP_KEY.fingerprint)
  expect(key.isPrivate()).toBe(false)
  const until = await key.getExpirationTime()
  expect(until instanceof Date && until.toISOString()).toBe('2030-03-01T23:14:24.000Z')
  // A signature is only as good as the key was on that day, and HashiCorp's own copy of 2026 no longer says how it was.
  for (const day of ['2021-05-01', '2025-04-09', '2026-02-25', '2026-11-01', '2030-02-01']) {
    const signing = await key.getSigningKey(undefined, new Date(day))
    expect(signing.getFingerprint().toUpperCase()).toBe('374EC75B485913604A831CC7C820C6D5CD27AB87')
  }
  await expect(key.getSigningKey(undefined, new Date('2030-04-01'))).rejects.toThrow('expired')
})

test.each([
  ['linux', 'x64', { os: 'linux', arch: 'amd64' }],
  ['darwin', 'arm64', { os: 'darwin', arch: 'arm64' }],
  ['win32', 'ia32', { os: 'windows', arch: '386' }],
])('%s on %s has HashiCorp’s name', (system, architecture, expected) => {
  expect(platformOf(system, architecture)).toEqual(expected)
})
