import { ApplyProgress, type ApplyReport } from './apply-progress'
import { lockOf, type StateLock } from './diagnostic'
import { redactDeep } from './redact'
import { parseLine } from './stream'
import { follow } from './tail'

/** What a Terraform left to read whose parent did not hear it out. */
export interface Aftermath {
  readonly report: ApplyReport
  readonly lock: StateLock | undefined
}

/** Reads, after the end, what Terraform wrote to its file. */
export async function readAftermath(
  stdoutFile: string,
  redact: (text: string) => string,
): Promise<Aftermath> {
  const progress = new ApplyProgress()
  const clean = (value: unknown): unknown => redactDeep(value, redact)
  await follow(
    stdoutFile,
    (line) => {
      progress.take(parseLine(line, clean))
    },
    AbortSignal.abort(),
  )
  const report = progress.report()
  return { report, lock: report.diagnostics.map(lockOf).find((one) => one !== undefined) }
}
