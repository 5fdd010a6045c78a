import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppliedCommit, ApplyAttempt, ApplySubject } from '../../aws/apply-record-store'
import { parseObject, recordAt, textAt } from '../../text/json'

/**
 * The content of the record of an apply, except for the serial of the state. Written before the apply begins, so that the
 * `post` step can record an apply whose step was killed.
 */
export interface ApplyJournal {
  readonly subject: ApplySubject
  readonly attempt: Omit<ApplyAttempt, 'serial'>
  readonly applied: AppliedCommit
}

const journalPath = (folder: string): string => join(folder, 'apply.json')

/** @param folder of the step */
export async function writeJournal(folder: string, journal: ApplyJournal): Promise<void> {
  const draft = `${journalPath(folder)}.new`
  // The fingerprint is derived from secrets.
  await writeFile(draft, JSON.stringify(journal), { mode: 0o600 })
  await rename(draft, journalPath(folder))
}

/** Returns undefined if no reviewed plan was about to be applied. */
export async function readJournal(folder: string): Promise<ApplyJournal | undefined> {
  const found = parseObject(await readFile(journalPath(folder), 'utf8').catch(() => ''))
  if (found === undefined) return undefined
  const text = (part: string, name: string): string => textAt(found, part, name) ?? ''
  const settings = Object.entries(recordAt(recordAt(found, 'applied'), 'settings'))
  return {
    subject: {
      repositoryId: text('subject', 'repositoryId'),
      stack: text('subject', 'stack'),
      workspace: text('subject', 'workspace'),
      state: text('subject', 'state'),
    },
    attempt: {
      commit: text('attempt', 'commit'),
      fingerprint: text('attempt', 'fingerprint'),
      planInputsHash: text('attempt', 'planInputsHash'),
    },
    applied: {
      commit: text('applied', 'commit'),
      at: text('applied', 'at'),
      salt: text('applied', 'salt'),
      settings: Object.fromEntries(
        settings.filter((one): one is [string, string] => typeof one[1] === 'string'),
      ),
    },
  }
}
