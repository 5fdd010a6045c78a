import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pidFilePath } from '../terraform/runner'

/** Removes a step's directory, unless Terraform still runs: the post step reads it then. */
export async function removeStepDirectory(path: string): Promise<void> {
  if (!existsSync(pidFilePath(path))) await rm(path, { recursive: true, force: true })
}
