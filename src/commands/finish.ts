import { rm } from 'node:fs/promises'
import type { Log } from '../github/log'
import { readAftermath } from '../terraform/aftermath'
import { interruptStarted, readPidFile, waitForStarted } from '../terraform/pid-file'
import { renderApplied } from '../terraform/render/applied'
import { pidFileIn } from '../terraform/runner'
import { adviseOnLock } from '../terraform/failed'
import type { Outcome } from './world'

/** The runner gives a cancelled job five minutes in all. */
const PATIENCE_MS = 4 * 60_000

export interface FinishWorld {
  readonly log: Log
  readonly sleep: (ms: number) => Promise<unknown>
  readonly now: () => number
}

/** Waits for a Terraform that outlived its step, and tells what became of it; removes what the step left. */
export async function finish(folder: string, world: FinishWorld): Promise<Outcome | undefined> {
  const pidFile = pidFileIn(folder)
  const started = readPidFile(pidFile)
  try {
    if (started === undefined) return undefined
    world.log.info(
      `terraform ${started.command} (process ${started.pid}) outlived the step; it is asked to stop and waited for`,
    )
    interruptStarted(pidFile)
    const startedMs = world.now()
    const ended = await waitForStarted(started, { limitMs: PATIENCE_MS, ...world })
    const { report, lock } = await readAftermath(started.stdoutFile, (text) => text)
    // Which values are secret died with the step: what Terraform says of a failure stays in its file.
    const told = { ...report, diagnostics: [], failed: report.failed.map((one) => ({ ...one, message: '' })) }
    const aftermath = [
      ended
        ? 'Terraform was asked to stop, ended, and saved its state.'
        : `Terraform is still running as process ${started.pid} and will be killed with the job: its state may be incomplete and its lock may stay.`,
      lock === undefined ? '' : adviseOnLock(lock),
    ].filter((text) => text !== '')
    const summary = renderApplied(told, {
      stack: started.directory,
      terraformVersion: '',
      runUrl: '',
      commit: '',
      seconds: (world.now() - startedMs) / 1000,
      outcome: 'cancelled',
      aftermath,
      redact: (text) => text,
    })
    return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
