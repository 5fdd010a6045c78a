import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fetchByHttpClient } from '../../terraform/install/download'
import { terraformEnvironment } from '../../terraform/environment'
import { HASHICORP_KEY } from '../../terraform/install/hashicorp-key'
import { findTerraform, type FoundTerraform, MIRROR_VARIABLE } from '../../terraform/install/install'
import { pluginCache } from '../../terraform/install/plugin-cache'
import { platformOf, Releases, RELEASES_URL } from '../../terraform/install/releases'
import { requiredVersion } from '../../terraform/install/required-version'
import { openToolCache } from '../../terraform/install/tool-cache'
import type { StackInputs } from '../../inputs/inputs'
import type { Runtime } from '../runtime'

export interface TerraformTool extends FoundTerraform {
  /** What to add to its environment. */
  readonly env: Readonly<Record<string, string>>
}

/** The Terraform that a stack asks for, found or downloaded. */
export async function terraformFor(
  inputs: StackInputs,
  folder: string,
  runtime: Runtime,
): Promise<TerraformTool> {
  const { env, clock } = runtime
  const given = inputs.terraformVersion
  const request = {
    constraint: given ?? (await requiredVersion(inputs.directory)),
    from: given === undefined ? 'required_version' : 'terraform-version',
  }
  const found = await findTerraform(request, {
    env,
    system: process.platform,
    platform: platformOf(process.platform, process.arch),
    cache: openToolCache(env, folder),
    releases: new Releases(
      { baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY },
      {
        fetch: fetchByHttpClient,
        sleep: (ms) => clock.sleep(ms),
        random: () => clock.random(),
        now: () => new Date(),
      },
    ),
    folder,
    // To tell its version it needs nothing, and what is on PATH may be anything.
    run: (program, args) =>
      promisify(execFile)(program, [...args], { env: terraformEnvironment(env, 'none') }),
  })
  return { ...found, env: await pluginCache(env) }
}
