import { existsSync } from 'node:fs'
import { access, constants, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Engine, TERRAFORM } from '../../plan/engine'
import { parseVersionReport } from '../json-output'
import { DownloadFailed, MIRROR_VARIABLE } from './download'
import { type Platform, type Releases, TamperedRelease } from './releases'
import { BadSignature } from './signature'
import { programName, type ToolCache } from './tool-cache'
import { exactVersion, pickVersion, satisfies } from './version'
import type { FailureReason } from '../../text/failure-reason'
import { isRecord } from '../../text/json'
import { toPrintableLine } from '../../text/sanitize'

export interface FindRequest {
  /** Empty allows any version. */
  readonly constraint: string
  /** For error messages: `terraform-version`. */
  readonly from: string
  /** Default: Terraform. */
  readonly engine?: Engine | undefined
}

export interface InstallRuntime {
  readonly env: Readonly<NodeJS.ProcessEnv>
  /** `process.platform`. */
  readonly system: string
  readonly platform: Platform
  readonly cache: ToolCache
  readonly releases: Pick<Releases, 'list' | 'download'>
  readonly folder: string
  /** Runs a program in the root module, where version managers look for its version. */
  readonly run: (program: string, args: readonly string[]) => Promise<{ readonly stdout: string }>
  readonly onNotice?: (text: string) => void
}

export interface FoundTerraform {
  readonly program: string
  readonly version: string
  readonly source: 'path' | 'cache' | 'download'
}

/** No matching Terraform can be found or installed. */
export class NoTerraform extends Error {
  override readonly name = 'NoTerraform'
  readonly reason: FailureReason = 'terraform-missing'
}

const INSTALL_ADVICE: Readonly<Record<Engine['name'], string>> = {
  terraform:
    `Install a matching Terraform in an earlier step (hashicorp/setup-terraform), ` +
    `or set ${MIRROR_VARIABLE} to the URL of a mirror of releases.hashicorp.com.`,
  opentofu:
    'Install a matching OpenTofu in an earlier step (opentofu/setup-opentofu, with tofu_wrapper: false).',
}

/**
 * Finds an engine on PATH, in the tool cache, or the newest release.
 *
 * @throws InvalidConstraint, NoTerraform
 */
export async function findTerraform(request: FindRequest, runtime: InstallRuntime): Promise<FoundTerraform> {
  const { constraint, engine = TERRAFORM } = request
  const probe = await probePath(runtime, engine)
  const { program: onPath, version: pathVersion } = probe ?? {}
  if (onPath !== undefined && pathVersion !== undefined && satisfies(pathVersion, constraint))
    return { program: onPath, version: pathVersion, source: 'path' }
  if (probe !== undefined && pathVersion === undefined) runtime.onNotice?.(describeProbe(probe, engine))
  if (engine === TERRAFORM && probe === undefined && (await findOnPath(['tofu'], runtime)) !== undefined)
    runtime.onNotice?.(
      "OpenTofu is on PATH, but this run uses HashiCorp's Terraform. To use OpenTofu, set engine: opentofu",
    )
  const version = pickVersion(constraint, await runtime.cache.versions())
  const folder = version === undefined ? '' : await runtime.cache.find(version)
  const program = join(folder, programName(runtime.system, engine))
  if (version !== undefined && folder !== '' && existsSync(program))
    return { program, version, source: 'cache' }
  try {
    return await download(request, runtime)
  } catch (error) {
    throw toNoTerraform(error, request, probe)
  }
}

/** A program on PATH, and what it says about itself. */
interface Probe {
  readonly program: string
  /** Undefined if it is no Terraform; the words of the program tell why. */
  readonly version: string | undefined
  readonly words: string
}

async function probePath(runtime: InstallRuntime, engine: Engine): Promise<Probe | undefined> {
  const program = await findOnPath(PROGRAMS[engine.name], runtime)
  if (program === undefined) return undefined
  const json = await ask(program, ['version', '-json'], runtime)
  const version = parseVersionReport(json)
  // OpenTofu reports the same JSON, but constraints mean other versions of it.
  const words = version === undefined ? json : await ask(program, ['version'], runtime)
  const isOpenTofu = /^OpenTofu /m.test(words)
  if (isOpenTofu !== (engine.name === 'opentofu')) return { program, version: undefined, words }
  return { program, version, words: json }
}

/** Returns what a program prints, also if it fails. */
async function ask(program: string, args: readonly string[], { run }: InstallRuntime): Promise<string> {
  try {
    return (await run(program, args)).stdout
  } catch (error) {
    const { stdout, stderr, message } = isRecord(error) ? error : {}
    const texts = [stderr, stdout, message].filter((text): text is string => typeof text === 'string')
    return texts.find((text) => text.trim() !== '') ?? String(error)
  }
}

const MAX_WORDS_LENGTH = 200

/** Returns a clause about the program on PATH. */
function describeProbe(probe: Probe | undefined, { title }: Engine): string {
  if (probe === undefined) return `${title} is not on PATH`
  const { program, version, words } = probe
  if (version !== undefined) return `PATH has ${version}`
  return `${program} is not ${title}: it says '${toPrintableLine(words.slice(0, MAX_WORDS_LENGTH))}'`
}

/** The wrapper of hashicorp/setup-terraform, which terraform-bin replaces, does not forward interrupts. */
const PROGRAMS: Readonly<Record<Engine['name'], readonly string[]>> = {
  terraform: ['terraform-bin', 'terraform'],
  opentofu: ['tofu-bin', 'tofu'],
}

/** Whether an engine's program is on PATH, whatever its version. */
export const isOnPath = async (
  { name }: Engine,
  runtime: Pick<InstallRuntime, 'env' | 'system'>,
): Promise<boolean> => (await findOnPath(PROGRAMS[name], runtime)) !== undefined

async function findOnPath(
  names: readonly string[],
  { env, system }: Pick<InstallRuntime, 'env' | 'system'>,
): Promise<string | undefined> {
  const suffix = system === 'win32' ? '.exe' : ''
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const folder of folders) {
    for (const name of names) {
      const program = join(folder, `${name}${suffix}`)
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

async function download(
  { constraint, from, engine = TERRAFORM }: FindRequest,
  runtime: InstallRuntime,
): Promise<FoundTerraform> {
  const { releases, platform, cache, folder, system } = runtime
  const version = exactVersion(constraint) ?? pickVersion(constraint, await releases.list(platform))
  if (version === undefined) {
    throw new NoTerraform(
      `no ${engine.title} release for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`,
    )
  }
  const zip = await releases.download(version, platform, folder)
  const program = join(await cache.add(zip, version), programName(system, engine))
  await rm(zip, { force: true })
  return { program, version, source: 'download' }
}

function toNoTerraform(
  error: unknown,
  { constraint, from, engine = TERRAFORM }: FindRequest,
  probe: Probe | undefined,
): unknown {
  const isInstallError = [DownloadFailed, BadSignature, TamperedRelease, NoTerraform].some(
    (one) => error instanceof one,
  )
  if (!isInstallError || !(error instanceof Error)) return error
  const found = describeProbe(probe, engine)
  const required = constraint === '' ? found : `${from} requires ${engine.title} ${constraint}, ${found}`
  const message = `${required}. The download failed: ${error.message}. ${INSTALL_ADVICE[engine.name]}`
  return new NoTerraform(message, { cause: error })
}
