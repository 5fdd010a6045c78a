import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { InvalidInput, type RootInputs } from '../../inputs/inputs'
import { type Engine, OPENTOFU, TERRAFORM } from '../../plan/engine'
import { Terraform } from '../../terraform/cli'
import { terraformEnvironment } from '../../terraform/environment'
import { fetchByHttpClient, MIRROR_VARIABLE } from '../../terraform/install/download'
import { HASHICORP_KEY } from '../../terraform/install/hashicorp-key'
import { OPENTOFU_KEY } from '../../terraform/install/opentofu-key'
import {
  findTerraform,
  type FindRequest,
  type FoundTerraform,
  isOnPath,
} from '../../terraform/install/install'
import { pluginCacheVariables } from '../../terraform/install/plugin-cache'
import {
  OPENTOFU_RELEASES_URL,
  platformOf,
  Releases,
  type ReleaseServer,
  RELEASES_URL,
} from '../../terraform/install/releases'
import { readRequiredVersion } from '../../terraform/install/required-version'
import { openToolCache } from '../../terraform/install/tool-cache'
import { satisfies } from '../../terraform/install/version'
import { readVersionFile } from '../../terraform/install/version-file'
import type { Runtime } from '../runtime'
import type { Secrets } from './secrets'

export interface TerraformTool extends FoundTerraform {
  readonly engine: Engine
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Finds or downloads the required Terraform version.
 *
 * @param exact version that must be used, and the step's directory
 * @throws InvalidInput without the root's directory; NoTerraform, InvalidConstraint
 */
export async function findTool(
  inputs: EngineInputs,
  runtime: Pick<Runtime, 'env' | 'clock' | 'createDirectory'> & {
    readonly log: Pick<Runtime['log'], 'info'>
  },
  exact?: { readonly version: string; readonly folder: string; readonly engine: Engine },
): Promise<TerraformTool> {
  const { env, clock, log } = runtime
  await requireDirectory(inputs.directory)
  const folder = exact?.folder ?? (await runtime.createDirectory())
  const download = {
    fetch: fetchByHttpClient,
    sleep: (ms: number) => clock.sleep(ms),
    random: () => clock.random(),
    now: () => new Date(clock.wallClockMs()),
  }
  const engine = exact?.engine ?? (await chooseEngine(inputs, env))
  const found = await findTerraform(await readRequest(inputs, { env, engine, exact: exact?.version }), {
    env,
    system: process.platform,
    platform: platformOf(process.platform, process.arch),
    cache: openToolCache(env, folder, engine),
    releases: new Releases(releaseServer(engine, env), download),
    folder,
    // A program on PATH can be anything. A version manager chooses by the current directory.
    run: (program, args) =>
      promisify(execFile)(program, [...args], {
        cwd: inputs.directory,
        env: terraformEnvironment(env, 'none'),
      }),
    onNotice: (text) => {
      log.info(text)
    },
  })
  log.info(`${engine.title} ${found.version} (from ${found.source})`)
  return { ...found, engine, folder, env: await pluginCacheVariables(env) }
}

type EngineInputs = Pick<RootInputs, 'directory' | 'engine' | 'terraformVersion'>

const releaseServer = (engine: Engine, env: NodeJS.ProcessEnv): ReleaseServer =>
  engine.name === 'opentofu'
    ? { baseUrl: env[OPENTOFU_MIRROR_VARIABLE] || OPENTOFU_RELEASES_URL, key: OPENTOFU_KEY, engine }
    : { baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY, engine }

const OPENTOFU_MIRROR_VARIABLE = 'OPENTOFU_RELEASES_URL'

/** Terraform, unless the root's files or PATH tell otherwise. */
async function chooseEngine({ directory, engine }: EngineInputs, env: NodeJS.ProcessEnv): Promise<Engine> {
  if (engine !== 'auto') return engine === 'opentofu' ? OPENTOFU : TERRAFORM
  const top = env['GITHUB_WORKSPACE'] || '.'
  if ((await readVersionFile(directory, top, TERRAFORM)) !== undefined) return TERRAFORM
  if ((await readVersionFile(directory, top, OPENTOFU)) !== undefined) return OPENTOFU
  const lock = await readFile(join(directory, '.terraform.lock.hcl'), 'utf8').catch(() => '')
  if (lock.includes('"registry.terraform.io/')) return TERRAFORM
  if (lock.includes('"registry.opentofu.org/')) return OPENTOFU
  const path = { env, system: process.platform }
  return !(await isOnPath(TERRAFORM, path)) && (await isOnPath(OPENTOFU, path)) ? OPENTOFU : TERRAFORM
}

/** Whether the inputs and the root allow a version, which may come from a plan record. */
export async function allowsVersion(
  inputs: EngineInputs,
  { version, engine }: { readonly version: string; readonly engine: Engine },
  { env }: Pick<Runtime, 'env'>,
): Promise<boolean> {
  const { constraint } = await readRequest(inputs, { env, engine })
  return isExactVersion(version) && satisfies(version, constraint)
}

const isExactVersion = (version: string): boolean => /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)

/** The input decides before the version file, and that before `required_version`, which Terraform checks anyway. */
async function readRequest(
  { directory, terraformVersion }: EngineInputs,
  {
    env,
    engine,
    exact,
  }: { readonly env: NodeJS.ProcessEnv; readonly engine: Engine; readonly exact?: string | undefined },
): Promise<FindRequest> {
  if (exact !== undefined) return { constraint: exact, from: 'the reviewed plan', engine }
  if (terraformVersion !== undefined)
    return { constraint: terraformVersion, from: 'terraform-version', engine }
  const file = await readVersionFile(directory, env['GITHUB_WORKSPACE'] || '.', engine)
  if (file !== undefined) return { constraint: file.version, from: file.from, engine }
  return { constraint: await readRequiredVersion(directory, engine), from: 'required_version', engine }
}

async function requireDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined)
  if (found?.isDirectory()) return
  const problem = found === undefined ? 'does not exist' : 'is not a directory'
  throw new InvalidInput(
    `working-directory: '${directory}' ${problem}. Check out the repository before this step (actions/checkout), or correct the path.`,
  )
}

export function openTerraform(
  directory: string,
  {
    tool,
    env,
    secrets,
  }: {
    readonly tool: TerraformTool
    readonly env: Readonly<Record<string, string>>
    readonly secrets: Secrets
  },
  runtime: Runtime,
): Terraform {
  return new Terraform(directory, {
    program: tool.program,
    version: tool.version,
    engine: tool.engine,
    env: { ...env, ...tool.env },
    folder: tool.folder,
    onEvent: ({ message }) => {
      if (message !== '') runtime.log.info(message)
    },
    redact: secrets.redact,
    addSecrets: secrets.add,
    interruption: runtime.interruption,
  })
}
