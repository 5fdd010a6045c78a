import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { InvalidInput, type RootInputs } from '../../inputs/inputs'
import { Terraform } from '../../terraform/cli'
import { terraformEnvironment } from '../../terraform/environment'
import { fetchByHttpClient, MIRROR_VARIABLE } from '../../terraform/install/download'
import { HASHICORP_KEY } from '../../terraform/install/hashicorp-key'
import { findTerraform, type FoundTerraform } from '../../terraform/install/install'
import { pluginCacheVariables } from '../../terraform/install/plugin-cache'
import { platformOf, Releases, RELEASES_URL } from '../../terraform/install/releases'
import { readRequiredVersion } from '../../terraform/install/required-version'
import { openToolCache } from '../../terraform/install/tool-cache'
import { satisfies } from '../../terraform/install/version'
import { readVersionFile } from '../../terraform/install/version-file'
import type { Runtime } from '../runtime'
import type { Secrets } from './secrets'

export interface TerraformTool extends FoundTerraform {
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
  inputs: Pick<RootInputs, 'directory' | 'terraformVersion'>,
  runtime: Pick<Runtime, 'env' | 'clock' | 'createDirectory'> & {
    readonly log: Pick<Runtime['log'], 'info'>
  },
  exact?: { readonly version: string; readonly folder: string },
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
  const found = await findTerraform(await readRequest(inputs, env, exact?.version), {
    env,
    system: process.platform,
    platform: platformOf(process.platform, process.arch),
    cache: openToolCache(env, folder),
    releases: new Releases({ baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY }, download),
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
  log.info(`Terraform ${found.version} (from ${found.source})`)
  return { ...found, folder, env: await pluginCacheVariables(env) }
}

/** Whether the inputs and the root allow a version, which may come from a plan record. */
export async function allowsVersion(
  inputs: Pick<RootInputs, 'directory' | 'terraformVersion'>,
  version: string,
  { env }: Pick<Runtime, 'env'>,
): Promise<boolean> {
  const { constraint } = await readRequest(inputs, env)
  return isExactVersion(version) && satisfies(version, constraint)
}

const isExactVersion = (version: string): boolean => /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)

/** The input decides before the version file, and that before `required_version`, which Terraform checks anyway. */
async function readRequest(
  { directory, terraformVersion }: Pick<RootInputs, 'directory' | 'terraformVersion'>,
  env: NodeJS.ProcessEnv,
  exact?: string,
): Promise<{ readonly constraint: string; readonly from: string }> {
  if (exact !== undefined) return { constraint: exact, from: 'the reviewed plan' }
  if (terraformVersion !== undefined) return { constraint: terraformVersion, from: 'terraform-version' }
  const file = await readVersionFile(directory, env['GITHUB_WORKSPACE'] || '.')
  if (file !== undefined) return { constraint: file.version, from: file.from }
  return { constraint: await readRequiredVersion(directory), from: 'required_version' }
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
