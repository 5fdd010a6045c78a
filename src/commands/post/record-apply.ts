import { ApplyRecordStore } from '../../aws/apply-record-store'
import type { StateOutcome } from '../../terraform/apply-outcome'
import { messageOf } from '../failure'
import { readJournal } from '../stack/apply-journal'
import type { StateAccess } from '../stack/state-access'
import type { RemoteState, UnreadableState } from '../stack/state-status'

export interface EndedApply {
  /** Of the step. */
  readonly folder: string
  readonly isComplete: boolean
  readonly outcome: StateOutcome
  readonly remote: RemoteState | UnreadableState
}

const NEW_REVIEW =
  'A re-run cannot complete it. Open a new pull request for the remaining changes; an empty commit is enough.'

/**
 * Records an apply of a reviewed plan whose step was killed, so that a re-run of the job completes it.
 *
 * @returns the next step if that is impossible
 */
export async function recordApply(
  { folder, isComplete, outcome, remote }: EndedApply,
  openAccess: () => Promise<StateAccess | undefined>,
): Promise<string | undefined> {
  const journal = await readJournal(folder)
  // Without a review, a re-run needs no record.
  if (journal === undefined) return undefined
  const { subject, attempt, applied } = journal
  try {
    const access = await openAccess()
    const serial = 'reason' in remote ? undefined : remote.serial
    if (access === undefined || serial === undefined) return undefined
    const store = new ApplyRecordStore(access.bucket, subject)
    if (isComplete) await store.write({ applied, attempt: undefined })
    else {
      const record = { ...(await store.read()), started: undefined }
      await store.write(outcome === 'unchanged' ? record : { ...record, attempt: { ...attempt, serial } })
    }
    return undefined
  } catch (error) {
    return `The apply could not be recorded (${messageOf(error)}). ${NEW_REVIEW}`
  }
}
