import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../commands/stack/terraform'
import { terraformEnvironment } from '../../terraform/environment'
import type { CliEnvironment } from '../runtime'

export interface TerraformProgram {
  readonly program: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Finds a Terraform that a root accepts on PATH, or downloads a verified one.
 *
 * @throws NoTerraform
 */
export async function findTerraformFor(
  directory: string,
  region: string,
  { env, clock, progress }: CliEnvironment,
): Promise<TerraformProgram> {
  const { program, env: cache } = await findTool(
    { directory, engine: 'terraform', terraformVersion: undefined },
    {
      env,
      clock,
      log: { info: progress },
      createDirectory: () => mkdtemp(join(tmpdir(), 'langfuse-deploy-')),
    },
  )
  return { program, env: { ...terraformEnvironment(env, 'inherited'), ...cache, AWS_REGION: region } }
}
