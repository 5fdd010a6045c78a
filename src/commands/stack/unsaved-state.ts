import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORED_STATE_FILE, type Terraform } from '../../terraform/cli'
import { readStateVersion } from '../../terraform/json-output'
import type { FailureReason } from '../../text/failure-reason'

/** An apply left a state that is not in the backend. */
export class UnsavedState extends Error {
  override readonly name = 'UnsavedState'
  readonly reason: FailureReason = 'terraform-failed'
}

/**
 * Refuses a root with the unsaved state of an earlier apply, because its resources would be created again.
 *
 * @returns a warning about the file of another state
 * @throws UnsavedState, TerraformFailed
 */
export async function rejectUnsavedState(
  directory: string,
  terraform: Pick<Terraform, 'stateVersion' | 'engine'>,
): Promise<string | undefined> {
  const path = join(directory, ERRORED_STATE_FILE)
  if (!existsSync(path)) return undefined
  const unsaved = await readStateVersion(path)
  const saved = await terraform.stateVersion()
  if (unsaved !== undefined && saved !== undefined && unsaved.lineage !== saved.lineage)
    return `${path} belongs to another state and is ignored.`
  const { title, command } = terraform.engine
  const serials = `serial ${unsaved?.serial ?? 'unknown'}; the backend has ${saved === undefined ? 'no state' : `serial ${saved.serial}`}`
  throw new UnsavedState(
    `${path} is a state that an earlier apply could not save (${serials}). Nothing was planned, because ${title} would create its resources again. ` +
      `Save it: run ${command} state push ${ERRORED_STATE_FILE} in ${directory}, delete the file, and re-run the job. If it is saved already, delete the file.`,
  )
}
