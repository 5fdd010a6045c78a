import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pidFileIn } from '../terraform/runner'

/** Removes a step's directory, unless Terraform still runs: the post step reads it then. */
export async function removeStepDirectory(path: string): Promise<void> {
  if (!existsSync(pidFileIn(path))) await rm(path, { recursive: true, force: true })
}
