import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe } from '@jest/globals'
import { Terraform } from '../../src/terraform/cli'
import type { TerraformRuntime } from '../../src/terraform/runner'
import type { TerraformEvent } from '../../src/terraform/events'
import { terraformEnv } from './environment'

export { terraformEnv }

/**
 * Returns the reason to skip a test without Terraform.
 *
 * @throws Error in CI
 */
function terraformIsMissing(): string | undefined {
  try {
    execFileSync('terraform', ['version', '-json'], { stdio: 'pipe' })
    return undefined
  } catch {
    const sentence = 'terraform is not on PATH; get it from https://developer.hashicorp.com/terraform/install'
    if (process.env['CI'] === 'true') throw new Error(sentence)
    return sentence
  }
}

export function describeWithTerraform(name: string, body: () => void): void {
  const missing = terraformIsMissing()
  if (missing === undefined) describe(name, body)
  else describe.skip(`${name} (skipped: ${missing})`, body)
}

export interface Root {
  readonly directory: string
  readonly terraform: Terraform
  readonly runtime: TerraformRuntime
  readonly planFile: string
  readonly events: TerraformEvent[]
  readonly log: () => string
  path(name: string): string
  write(files: Readonly<Record<string, string>>): Promise<void>
  remove(): Promise<void>
}

export async function openRoot(
  files: Readonly<Record<string, string>>,
  changes: Partial<TerraformRuntime> = {},
): Promise<Root> {
  const folder = await mkdtemp(join(tmpdir(), 'terraform-'))
  const directory = join(folder, 'root')
  const own = join(folder, 'own')
  await mkdir(directory)
  await mkdir(own)
  await chmod(own, 0o700)
  const events: TerraformEvent[] = []
  const runtime: TerraformRuntime = {
    program: 'terraform',
    version: '1.11.4',
    env: terraformEnv(),
    folder: own,
    onEvent: (event) => events.push(event),
    redact: (text) => text,
    addSecrets: () => undefined,
    ...changes,
  }
  const root: Root = {
    directory,
    runtime,
    events,
    terraform: new Terraform(directory, runtime),
    planFile: join(own, 'tfplan'),
    log: () => events.map(({ message }) => message).join('\n'),
    path: (name) => join(directory, name),
    write: async (given) => {
      for (const [name, content] of Object.entries(given)) {
        await mkdir(dirname(join(directory, name)), { recursive: true })
        await writeFile(join(directory, name), content)
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
  await root.write(files)
  return root
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20)
}

export const untilFile = (path: string): Promise<void> => until(() => existsSync(path))
