import { join } from 'node:path'
import { downloadBytes, downloadFile, type DownloadRuntime } from './download'
import { type Engine, TERRAFORM } from '../../plan/engine'
import { isRecord, parseObject, recordsIn } from '../../text/json'
import { BadSignature, checkSignature, type SigningKey } from './signature'
import type { FailureReason } from '../../text/failure-reason'

/** In HashiCorp's notation: `linux`, `arm64`. */
export interface Platform {
  readonly os: string
  readonly arch: string
}

export interface ReleaseRuntime extends DownloadRuntime {
  readonly now: () => Date
}

/** The server's files are not a release of the publisher. */
export class TamperedRelease extends Error {
  override readonly name = 'TamperedRelease'
  readonly reason: FailureReason = 'terraform-missing'
}

export const RELEASES_URL = 'https://releases.hashicorp.com'
const MAX_INDEX_BYTES = 128 * 1024 * 1024
const MAX_CHECKSUMS_BYTES = 1024 * 1024

export interface ReleaseServer {
  readonly baseUrl: string
  readonly key: SigningKey
  /** Default: Terraform. */
  readonly engine?: Engine | undefined
}

/** How the publisher of an engine names its files. */
interface Layout {
  /** Without slashes at its ends. */
  readonly folder: (version: string) => string
  readonly index: (baseUrl: string) => string
  readonly signatureSuffix: string
  readonly publisher: string
}

/** OpenTofu's releases are on GitHub, and their list on a server of its own. */
const OPENTOFU_INDEX_URL = 'https://get.opentofu.org/tofu/api.json'
export const OPENTOFU_RELEASES_URL = 'https://github.com/opentofu/opentofu/releases/download'

const LAYOUTS: Readonly<Record<Engine['name'], Layout>> = {
  terraform: {
    folder: (version) => `terraform/${version}`,
    index: (baseUrl) => `${baseUrl}/terraform/index.json`,
    signatureSuffix: 'sig',
    publisher: 'HashiCorp',
  },
  opentofu: {
    folder: (version) => `v${version}`,
    index: (baseUrl) => (baseUrl === OPENTOFU_RELEASES_URL ? OPENTOFU_INDEX_URL : `${baseUrl}/api.json`),
    signatureSuffix: 'gpgsig',
    publisher: 'OpenTofu',
  },
}

/** Releases of an engine on its publisher's server or a mirror. */
export class Releases {
  private readonly engine: Engine
  private readonly layout: Layout
  private readonly baseUrl: string

  constructor(
    private readonly server: ReleaseServer,
    private readonly runtime: ReleaseRuntime,
  ) {
    this.engine = server.engine ?? TERRAFORM
    this.layout = LAYOUTS[this.engine.name]
    this.baseUrl = server.baseUrl.replace(/\/+$/, '')
  }

  /**
   * Lists the versions with a build for a platform.
   *
   * @throws DownloadFailed, TamperedRelease
   */
  async list({ os, arch }: Platform): Promise<string[]> {
    const url = this.layout.index(this.baseUrl)
    const index = parseObject((await downloadBytes(url, MAX_INDEX_BYTES, this.runtime)).toString('utf8'))
    if (Array.isArray(index?.['versions']))
      return recordsIn(index['versions']).flatMap(({ id, files }) =>
        typeof id === 'string' && Array.isArray(files) && files.includes(this.zipName(id, { os, arch }))
          ? [id]
          : [],
      )
    if (!isRecord(index?.['versions'])) throw new TamperedRelease(`${url} is not a release index`)
    return Object.entries(index['versions'])
      .filter(([, release]) => isRecord(release) && hasBuild(release['builds'], { os, arch }))
      .map(([version]) => version)
  }

  /**
   * Downloads a release and verifies its signed checksum.
   *
   * @returns the path of the ZIP file
   * @throws DownloadFailed, BadSignature, TamperedRelease
   */
  async download(version: string, { os, arch }: Platform, folder: string): Promise<string> {
    const { command, title } = this.engine
    const sumsName = `${command}_${version}_SHA256SUMS`
    const zipName = this.zipName(version, { os, arch })
    const [content, signature] = await Promise.all(
      [sumsName, `${sumsName}.${this.layout.signatureSuffix}`].map((name) =>
        downloadBytes(this.url(version, name), MAX_CHECKSUMS_BYTES, this.runtime),
      ),
    )
    if (content === undefined || signature === undefined) throw new BadSignature(`${sumsName} is missing`)
    checkSignature({ name: sumsName, content, signature }, this.server.key, this.runtime.now())
    const expected = findChecksum(content.toString('utf8'), zipName)
    if (expected === undefined) {
      throw new TamperedRelease(
        `${sumsName} does not contain ${zipName}: there is no ${title} ${version} for ${os}_${arch}`,
      )
    }
    const path = join(folder, zipName)
    const sum = await downloadFile(this.url(version, zipName), path, this.runtime)
    if (sum === expected) return path
    throw new TamperedRelease(
      `${this.url(version, zipName)} has the SHA-256 ${sum}, but ${this.layout.publisher} signed ${expected}`,
    )
  }

  private url(version: string, name: string): string {
    return [this.baseUrl, this.layout.folder(version), name].join('/')
  }

  private zipName(version: string, { os, arch }: Platform): string {
    return `${this.engine.command}_${version}_${os}_${arch}.zip`
  }
}

function hasBuild(builds: unknown, { os, arch }: Platform): boolean {
  return (
    Array.isArray(builds) &&
    builds.some((build) => isRecord(build) && build['os'] === os && build['arch'] === arch)
  )
}

function findChecksum(sums: string, name: string): string | undefined {
  const lines = sums.split(/\r?\n/).map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line))
  return lines.find((line) => line?.[2] === name)?.[1]
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' }
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' }

/** Converts Node's names of a platform to HashiCorp's. */
export function platformOf(system: string, architecture: string): Platform {
  return { os: SYSTEMS[system] ?? system, arch: ARCHITECTURES[architecture] ?? architecture }
}
