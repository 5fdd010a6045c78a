import { existsSync } from 'node:fs'
import { access, constants, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { parseVersionReport } from '../json-output'
import { DownloadFailed } from './download'
import { type Platform, type Releases, TamperedRelease } from './releases'
import { BadSignature } from './signature'
import { programName, type ToolCache } from './tool-cache'
import { exactVersion, pickVersion, satisfies } from './version'

export interface FindRequest {
  /** Of terraform-version or required_version; empty for any. */
  readonly constraint: string
  /** Where the constraint is from, as an error names it: `terraform-version`. */
  readonly from: string
}

export interface InstallRuntime {
  readonly env: Readonly<NodeJS.ProcessEnv>
  /** Node's `process.platform`. */
  readonly system: string
  readonly platform: Platform
  readonly cache: ToolCache
  readonly releases: Pick<Releases, 'list' | 'download'>
  /** For the download. */
  readonly folder: string
  /** Runs a program that was found on PATH. */
  readonly run: (program: string, args: readonly string[]) => Promise<{ readonly stdout: string }>
}

export interface FoundTerraform {
  readonly program: string
  readonly version: string
  readonly source: 'path' | 'cache' | 'download'
}

/** There is no Terraform to be had that satisfies the constraint. */
export class NoTerraform extends Error {
  override readonly name = 'NoTerraform'
}

/** The variable that names a mirror of releases.hashicorp.com. */
export const MIRROR_VARIABLE = 'TERRAFORM_RELEASES_URL'

const ADVICE =
  `Install a Terraform that satisfies it in a step before this one (hashicorp/setup-terraform), ` +
  `or name a mirror of releases.hashicorp.com in the variable ${MIRROR_VARIABLE}.`

/**
 * The Terraform on PATH if it satisfies the constraint, else one of the tool cache, else the newest release.
 * @throws InvalidConstraint, NoTerraform
 */
export async function findTerraform(request: FindRequest, runtime: InstallRuntime): Promise<FoundTerraform> {
  const { constraint } = request
  const onPath = await terraformOnPath(runtime)
  if (onPath !== undefined && satisfies(onPath.version, constraint)) return { ...onPath, source: 'path' }
  const kept = pickVersion(constraint, await runtime.cache.versions())
  const folder = kept === undefined ? '' : await runtime.cache.find(kept)
  const program = join(folder, programName(runtime.system))
  if (kept !== undefined && folder !== '' && existsSync(program))
    return { program, version: kept, source: 'cache' }
  try {
    return await download(request, runtime)
  } catch (error) {
    throw explained(error, request, onPath?.version)
  }
}

async function terraformOnPath(runtime: InstallRuntime): Promise<Omit<FoundTerraform, 'source'> | undefined> {
  const program = await locate(runtime)
  if (program === undefined) return undefined
  const { stdout } = await runtime.run(program, ['version', '-json']).catch(() => ({ stdout: '' }))
  const version = parseVersionReport(stdout)
  return version === undefined ? undefined : { program, version }
}

/** The wrapper that hashicorp/setup-terraform puts first would keep an interrupt to itself; the program is beside it. */
async function locate({ env, system }: InstallRuntime): Promise<string | undefined> {
  const suffix = system === 'win32' ? '.exe' : ''
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const folder of folders) {
    for (const name of [`terraform-bin${suffix}`, `terraform${suffix}`]) {
      const program = join(folder, name)
      if (await isExecutable(program)) return program
    }
  }
  return undefined
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

async function download({ constraint, from }: FindRequest, runtime: InstallRuntime): Promise<FoundTerraform> {
  const { releases, platform, cache, folder, system } = runtime
  const version = exactVersion(constraint) ?? pickVersion(constraint, await releases.list(platform))
  if (version === undefined) {
    throw new NoTerraform(
      `no release of Terraform for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`,
    )
  }
  const zip = await releases.download(version, platform, folder)
  const program = join(await cache.keep(zip, version), programName(system))
  await rm(zip, { force: true })
  return { program, version, source: 'download' }
}

function explained(error: unknown, { constraint, from }: FindRequest, onPath: string | undefined): unknown {
  const isOurs = [DownloadFailed, BadSignature, TamperedRelease, NoTerraform].some(
    (one) => error instanceof one,
  )
  if (!isOurs || !(error instanceof Error)) return error
  const wanted = constraint === '' ? 'No Terraform is on PATH' : `${from} asks for Terraform ${constraint}`
  const found = onPath === undefined || constraint === '' ? '' : `, PATH has ${onPath}`
  return new NoTerraform(`${wanted}${found}, and it could not be downloaded: ${error.message}. ${ADVICE}`, {
    cause: error,
  })
}
