import { join } from 'node:path'
import { downloadBytes, downloadFile, type DownloadRuntime } from './download'
import { isRecord, parseObject } from '../../text/json'
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

/** The server's files are not a HashiCorp release. */
export class TamperedRelease extends Error {
  override readonly name = 'TamperedRelease'
  readonly reason: FailureReason = 'terraform-missing'
}

export const RELEASES_URL = 'https://releases.hashicorp.com'
const MAX_INDEX_BYTES = 128 * 1024 * 1024
const MAX_CHECKSUMS_BYTES = 1024 * 1024

/** Terraform releases on HashiCorp's server or a mirror. */
export class Releases {
  constructor(
    private readonly server: { readonly baseUrl: string; readonly key: SigningKey },
    private readonly runtime: ReleaseRuntime,
  ) {}

  /**
   * Lists the versions with a build for a platform.
   *
   * @throws DownloadFailed, TamperedRelease
   */
  async list({ os, arch }: Platform): Promise<string[]> {
    const url = this.url('index.json')
    const index = parseObject((await downloadBytes(url, MAX_INDEX_BYTES, this.runtime)).toString('utf8'))
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
    const sumsName = `terraform_${version}_SHA256SUMS`
    const zipName = `terraform_${version}_${os}_${arch}.zip`
    const [content, signature] = await Promise.all(
      [sumsName, `${sumsName}.sig`].map((name) =>
        downloadBytes(this.url(version, name), MAX_CHECKSUMS_BYTES, this.runtime),
      ),
    )
    if (content === undefined || signature === undefined) throw new BadSignature(`${sumsName} is missing`)
    checkSignature({ name: sumsName, content, signature }, this.server.key, this.runtime.now())
    const expected = findChecksum(content.toString('utf8'), zipName)
    if (expected === undefined) {
      throw new TamperedRelease(
        `${sumsName} does not contain ${zipName}: there is no Terraform ${version} for ${os}_${arch}`,
      )
    }
    const path = join(folder, zipName)
    const sum = await downloadFile(this.url(version, zipName), path, this.runtime)
    if (sum === expected) return path
    throw new TamperedRelease(
      `${this.url(version, zipName)} has the SHA-256 ${sum}, but HashiCorp signed ${expected}`,
    )
  }

  private url(...parts: readonly string[]): string {
    return [this.server.baseUrl.replace(/\/+$/, ''), 'terraform', ...parts].join('/')
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
