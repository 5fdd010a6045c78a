import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { OPENTOFU } from '../../../src/plan/engine'
import { fetchByHttpClient } from '../../../src/terraform/install/download'
import { HASHICORP_KEY } from '../../../src/terraform/install/hashicorp-key'
import { findTerraform, type InstallRuntime, NoTerraform } from '../../../src/terraform/install/install'
import { OPENTOFU_KEY } from '../../../src/terraform/install/opentofu-key'
import { readRequiredVersion } from '../../../src/terraform/install/required-version'
import { readVersionFile } from '../../../src/terraform/install/version-file'
import { platformOf, Releases } from '../../../src/terraform/install/releases'
import type { SigningKey } from '../../../src/terraform/install/signature'
import { openToolCache } from '../../../src/terraform/install/tool-cache'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { loadOpenPgp } from '../../../testkit/openpgp/openpgp'
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
  // @actions/tool-cache reads this variable only from process.env.
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

/** By default an empty PATH, an empty tool cache, and the releases of the fake server. */
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
  throw new Error('the call did not fail with NoTerraform', { cause: error })
}

/** Creates a program that prints a version, and returns its directory. */
async function program(name: string, version: string, noise = ''): Promise<string> {
  const directory = join(folder, `on-path-${version}`)
  await mkdir(directory, { recursive: true })
  await writeFile(
    join(directory, name),
    `#!/bin/sh\nprintf '%s' '${noise}'\necho '{"terraform_version":"${version}"}'\n`,
  )
  await chmod(join(directory, name), 0o755)
  return directory
}

describeWithTerraform('the installed Terraform', () => {
  test('is found on PATH', async () => {
    const { program, version, source } = await find('>= 1.0', runtime({ path: process.env['PATH'] ?? '' }))
    expect(source).toBe('path')
    expect((await exec(program, ['version'])).stdout).toContain(`Terraform v${version}`)
  })
})

describe('the Terraform on PATH', () => {
  test('is used without a request if it satisfies the constraint', async () => {
    const path = `/nonexistent:${await program('terraform', '1.9.8')}`
    expect(await find('~> 1.9', runtime({ path }))).toEqual({
      program: join(folder, 'on-path-1.9.8', 'terraform'),
      version: '1.9.8',
      source: 'path',
    })
    expect(server.requests).toEqual([])
  })

  test('is terraform-bin instead of the wrapper of setup-terraform, which does not forward interrupts', async () => {
    await program('terraform', '1.9.8', '[command]')
    const path = await program('terraform-bin', '1.9.8')
    expect(await find('', runtime({ path }))).toMatchObject({
      program: join(path, 'terraform-bin'),
      version: '1.9.8',
    })
  })

  test.each(['1.9.8', 'no version'])(
    'is not used if it does not satisfy the constraint (%s)',
    async (version) => {
      const path = await program('terraform', version)
      expect(await find('>= 1.10, < 1.12', runtime({ path }))).toMatchObject({
        version: '1.11.4',
        source: 'download',
      })
    },
  )
})

test('OpenTofu on PATH is not used without a word', async () => {
  const notices: string[] = []
  const path = await program('tofu', '1.12.6')
  const given = { ...runtime({ path }), onNotice: (text: string): void => void notices.push(text) }
  expect(await find('1.11.4', given)).toMatchObject({ source: 'download' })
  expect(notices).toEqual([
    "OpenTofu is on PATH, but this run uses HashiCorp's Terraform. To use OpenTofu, set engine: opentofu",
  ])
})

describe('a program on PATH that is no Terraform', () => {
  /** A script under the name of Terraform. */
  async function script(body: string): Promise<string> {
    const directory = join(folder, 'script')
    await mkdir(directory)
    await writeFile(join(directory, 'terraform'), `#!/bin/sh\n${body}\n`)
    await chmod(join(directory, 'terraform'), 0o755)
    return directory
  }

  test.each([
    [
      'that fails',
      'echo "No version is set in this folder" >&2; exit 1',
      "it says 'No version is set in this folder'",
    ],
    ['that prints garbage', 'echo garbage', "it says 'garbage'"],
    [
      'that is OpenTofu',
      `[ "$2" = "" ] && echo "OpenTofu v1.12.6" || echo '{"terraform_version":"1.12.6"}'`,
      "it says 'OpenTofu v1.12.6'",
    ],
  ])('%s is named', async (_, body, words) => {
    const notices: string[] = []
    const path = await script(body)
    const given = { ...runtime({ path }), onNotice: (text: string): void => void notices.push(text) }
    expect(await find('1.11.4', given)).toMatchObject({ source: 'download' })
    expect(notices.join()).toContain(`${join(path, 'terraform')} is not Terraform: ${words}`)
    const { message } = await failureOf(find('~> 3.0', given))
    expect(message).toContain(words)
  })
})

describe('a release', () => {
  test('is downloaded, and found in the tool cache afterwards', async () => {
    const found = await find('~> 1.10')
    expect(found).toMatchObject({ version: '1.11.4', source: 'download' })
    expect((await exec(found.program, [])).stdout).toBe('{"terraform_version":"1.11.4"}\n')
    const before = server.requests.length
    expect(await find('~> 1.11.0')).toEqual({ ...found, source: 'cache' })
    expect(server.requests).toHaveLength(before)
  })

  test('is found without the release index for an exact constraint', async () => {
    expect(await find('= 1.12.0-rc1')).toMatchObject({ version: '1.12.0-rc1' })
    expect(server.requests).not.toContain('/terraform/index.json')
  })

  test('is used without a tool cache', async () => {
    const cache = openToolCache({}, folder)
    expect(await find('1.10.5', { ...runtime(), cache })).toMatchObject({
      program: join(folder, 'terraform-1.10.5', 'terraform'),
    })
  })

  test('that does not exist is not found', async () => {
    const { message } = await failureOf(
      find('~> 3.0', runtime({ path: await program('terraform', '1.9.8') })),
    )
    expect(message).toMatch(
      /^terraform-version requires Terraform ~> 3.0, PATH has 1.9.8\. The download failed: /,
    )
    expect(message).toContain("no Terraform release for linux_amd64 satisfies terraform-version '~> 3.0'")
    expect(message).toMatch(/setup-terraform[^]*TERRAFORM_RELEASES_URL/)
  })

  test('for another platform is not used', async () => {
    const { message } = await failureOf(
      find('1.11.4', { ...runtime(), platform: { os: 'plan9', arch: 'mips' } }),
    )
    expect(message).toContain('there is no Terraform 1.11.4 for plan9_mips')
  })
})

describe('a file that HashiCorp did not sign is rejected without another attempt:', () => {
  const FILES = ['1.11.4'].map((version) => `/terraform/${version}/terraform_${version}`).join('')

  test.each<[string, RegExp, () => Promise<void> | void]>([
    [
      'a modified ZIP file',
      /has the SHA-256 [\da-f]{64}, but HashiCorp signed [\da-f]{64}/,
      () => {
        const zip = Buffer.from(server.files.get(`${FILES}_linux_amd64.zip`) ?? '')
        zip[zip.length - 1] = (zip.at(-1) ?? 0) ^ 1
        server.files.set(`${FILES}_linux_amd64.zip`, zip)
      },
    ],
    [
      'modified checksums',
      /SHA256SUMS has no valid signature/,
      () => {
        server.files.set(
          `${FILES}_SHA256SUMS`,
          Buffer.from(server.sums('1.11.4').toString().replace(/^0/, '1')),
        )
      },
    ],
    [
      'a signature of another key',
      /has no valid signature of key [\dA-F]{40}: it was made by another key/,
      async () => {
        const other = await makeSigner()
        server.put('1.11.4', {
          sums: server.sums('1.11.4'),
          signature: await other.sign(server.sums('1.11.4')),
        })
      },
    ],
    [
      'an invalid signature',
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
      /SHA256SUMS does not contain terraform_1.11.4_linux_amd64.zip/,
      async () => {
        const sums = server.sums('1.10.5')
        server.put('1.11.4', { sums, signature: await signer.sign(sums) })
      },
    ],
  ])('%s', async (_, sentence, tamper) => {
    await tamper()
    const { message } = await failureOf(find('1.11.4'))
    expect(message).toMatch(sentence)
    expect(message).toContain('Install a matching Terraform in an earlier step')
    expect(waitsMs).toEqual([])
    expect(await runtime().cache.versions()).toEqual([])
  })

  test('a key with an unexpected fingerprint', async () => {
    const other = await makeSigner()
    const key = { ...other.key, fingerprint: signer.key.fingerprint }
    expect((await failureOf(find('1.11.4', runtime({ key })))).message).toMatch(
      /the key has the fingerprint [\dA-F]{40}, expected/,
    )
  })
})

describe('a key that expires', () => {
  const createdAt = new Date(Date.now() - 1000 * DAY_MS)
  const later = (days: number): Date => new Date(createdAt.getTime() + days * DAY_MS)
  let expired: Signer
  beforeEach(async () => {
    expired = await makeSigner({ date: createdAt, keyExpirationTime: (100 * DAY_MS) / 1000 })
  })

  test('stays valid for files signed before', async () => {
    const sums = server.sums('1.11.4')
    server.put('1.11.4', { sums, signature: await expired.sign(sums, later(50)) })
    expect(await find('1.11.4', runtime({ key: expired.key }))).toMatchObject({ version: '1.11.4' })
  })

  test('is invalid for files signed after, even if the current key was extended', async () => {
    const sums = server.sums('1.11.4')
    const prolonged = await expired.prolong()
    server.put('1.11.4', { sums, signature: await prolonged.sign(sums) })
    expect(await find('1.11.4', runtime({ key: prolonged.key }))).toMatchObject({ version: '1.11.4' })
    await rm(join(folder, 'tools'), { recursive: true })
    const { message } = await failureOf(find('1.11.4', runtime({ key: expired.key })))
    expect(message).toMatch(/has no valid signature .*expired[^]*newer release of this action/)
  })

  test('does not validate a signature from the future', async () => {
    const sums = server.sums('1.11.4')
    server.put('1.11.4', { sums, signature: await signer.sign(sums, new Date(Date.now() + DAY_MS)) })
    expect((await failureOf(find('1.11.4'))).message).toContain('has no valid signature')
  })
})

describe('a server', () => {
  test('that fails twice gets another request after longer waits', async () => {
    server.fail(/SUMS$/, 2, (_, response) => response.writeHead(503).end('busy'))
    expect(await find('1.11.4')).toMatchObject({ version: '1.11.4' })
    expect(waitsMs).toEqual([500, 1000])
  })

  test('that keeps failing gets a limited number of requests', async () => {
    server.fail(/index\.json$/, 99, (_, response) => response.writeHead(500).end())
    expect((await failureOf(find('>= 1'))).message).toMatch(
      /GET .*index\.json: the server answered 500 \(5 attempts\)/,
    )
    expect(waitsMs).toEqual([500, 1000, 2000, 4000])
  })

  test('that answers 404 gets one request', async () => {
    expect((await failureOf(find('1.2.3'))).message).toContain('terraform_1.2.3_SHA256SUMS')
    expect(waitsMs).toEqual([])
  })

  test('that closes the connection gets another request', async () => {
    server.fail(/\.zip$/, 1, (_, response, content = Buffer.alloc(0)) => {
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, 10), () => response.destroy())
    })
    expect(await find('1.11.4')).toMatchObject({ version: '1.11.4' })
    expect(waitsMs).toEqual([500])
  })

  test('that sends less than its Content-Length gets another request', async () => {
    const given = runtime()
    let calls = 0
    const fetch = async (url: string) => {
      const response = await fetchByHttpClient(url)
      calls += url.endsWith('.zip') ? 1 : 0
      return calls === 1 && url.endsWith('.zip') ? { ...response, body: (async function* () {})() } : response
    }
    const releases = new Releases(
      { baseUrl: server.url, key: signer.key },
      { fetch, random: () => 0, now: () => new Date(), sleep: () => Promise.resolve() },
    )
    expect(await find('1.11.4', { ...given, releases })).toMatchObject({ version: '1.11.4' })
    expect(calls).toBe(2)
  })

  test('that returns an HTML page is rejected', async () => {
    server.files.set('/terraform/index.json', Buffer.from('<html>sign in</html>'))
    expect((await failureOf(find(''))).message).toContain('is not a release index')
  })

  test('that refuses connections is named in the error', async () => {
    const given = runtime()
    await server.stop()
    const { message } = await failureOf(find('1.11.4', given))
    expect(message).toMatch(/ECONNREFUSED \(5 attempts\)/)
    server = await FakeReleases.start()
  })
})

test("the key in this repository is HashiCorp's key, and valid for years", async () => {
  const key = await loadOpenPgp().readKey({ armoredKey: HASHICORP_KEY.armored })
  expect(key.getFingerprint().toUpperCase()).toBe('C874011F0AB405110D02105534365D9472D7468F')
  expect(key.getFingerprint().toUpperCase()).toBe(HASHICORP_KEY.fingerprint)
  expect(key.isPrivate()).toBe(false)
  const until = await key.getExpirationTime()
  expect(until instanceof Date && until.toISOString()).toBe('2030-03-01T23:14:24.000Z')
  // The key must have been valid when a release was signed. HashiCorp's copy of 2026 lacks the older self-signatures.
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

describe('OpenTofu', () => {
  const base = 'https://mirror.test/tofu'
  const findTofu = (constraint: string, given: InstallRuntime) =>
    findTerraform({ constraint, from: 'terraform-version', engine: OPENTOFU }, given)

  /** A program that reports versions like `tofu`, whose JSON names Terraform. */
  async function tofuOnPath(words: string, name = 'tofu'): Promise<string> {
    const directory = join(folder, `${name}-on-path`)
    await mkdir(directory, { recursive: true })
    const script = `#!/bin/sh\n[ "$2" = -json ] && echo '{"terraform_version":"1.12.6"}' || echo '${words}'\n`
    await writeFile(join(directory, name), script, { mode: 0o755 })
    return directory
  }

  /** Releases as OpenTofu publishes them: `gpgsig` files, and a list with file names. */
  async function releases(version: string, sign: Signer): Promise<InstallRuntime> {
    await server.add(version, sign)
    const zip = await fetchByHttpClient(
      `${server.url}/terraform/${version}/terraform_${version}_linux_amd64.zip`,
    )
    const chunks: Uint8Array[] = []
    for await (const chunk of zip.body) chunks.push(chunk)
    const content = Buffer.concat(chunks)
    const name = `tofu_${version}_linux_amd64.zip`
    const sums = Buffer.from(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    const list = {
      versions: [
        { id: version, files: [name] },
        { id: '9.9.9', files: ['tofu_9.9.9_darwin_arm64.zip'] },
      ],
    }
    const files = new Map([
      [`${base}/api.json`, Buffer.from(JSON.stringify(list))],
      [`${base}/v${version}/tofu_${version}_SHA256SUMS`, sums],
      [`${base}/v${version}/tofu_${version}_SHA256SUMS.gpgsig`, await sign.sign(sums)],
      [`${base}/v${version}/${name}`, content],
    ])
    const fetch = (url: string) => {
      const found = files.get(url)
      return Promise.resolve({ status: found ? 200 : 404, lengthBytes: undefined, body: bodyOf(found) })
    }
    const given = runtime()
    const clock = { random: () => 0.5, now: () => new Date(), sleep: () => Promise.resolve() }
    return {
      ...given,
      cache: {
        versions: () => Promise.resolve([]),
        find: () => Promise.resolve(''),
        add: (path) => Promise.resolve(path),
      },
      releases: new Releases({ baseUrl: base, key: signer.key, engine: OPENTOFU }, { fetch, ...clock }),
    }
  }

  async function* bodyOf(content: Buffer | undefined): AsyncGenerator<Uint8Array> {
    await Promise.resolve()
    if (content !== undefined) yield content
  }

  test('is found on PATH by its words, and Terraform is not taken for it', async () => {
    const path = await tofuOnPath('OpenTofu v1.12.6')
    expect(await findTofu('~> 1.12', runtime({ path }))).toMatchObject({ version: '1.12.6', source: 'path' })
    const other = await tofuOnPath('Terraform v1.12.6')
    const error = await failureOf(findTofu('1.12.6', runtime({ path: other })))
    expect(error.message).toContain("tofu is not OpenTofu: it says 'Terraform v1.12.6'")
    expect(error.message).toContain('opentofu/setup-opentofu')
  })

  test('is downloaded with the signature of its own publisher', async () => {
    expect(await findTofu('', await releases('1.12.6', signer))).toMatchObject({
      version: '1.12.6',
      source: 'download',
    })
    const error = await failureOf(findTofu('1.12.6', await releases('1.12.6', await makeSigner())))
    expect(error.message).toMatch(/tofu_1\.12\.6_SHA256SUMS has no valid signature/)
  })

  test('has the published key', async () => {
    const key = await loadOpenPgp().readKey({ armoredKey: OPENTOFU_KEY.armored })
    expect(key.getFingerprint().toUpperCase()).toBe(OPENTOFU_KEY.fingerprint)
  })

  test('has version files and files of its own', async () => {
    await writeFile(join(folder, '.terraform-version'), '1.11.4\n')
    await writeFile(join(folder, '.tool-versions'), 'terraform 1.10.0\nopentofu 1.12.5\n')
    expect(await readVersionFile(folder, folder)).toMatchObject({ version: '1.11.4' })
    expect(await readVersionFile(folder, folder, OPENTOFU)).toMatchObject({ version: '1.12.5' })
    await writeFile(join(folder, '.opentofu-version'), '1.12.6')
    expect(await readVersionFile(folder, folder, OPENTOFU)).toMatchObject({ version: '1.12.6' })
    await writeFile(join(folder, 'main.tf'), 'terraform {\n  required_version = "1.11.4"\n}\n')
    await writeFile(join(folder, 'main.tofu'), 'terraform {\n  required_version = "1.12.6"\n}\n')
    expect(await readRequiredVersion(folder)).toBe('1.11.4')
    expect(await readRequiredVersion(folder, OPENTOFU)).toBe('1.12.6')
  })
})
