import { readAccountId } from '../aws/backup-bucket'
import type { CliRuntime } from '../runtime'
import { checksAfterApply, findComponents } from './after'
import { type BeforeApply, checksBeforeApply } from './before'
import { renderFindings, runChecks } from './finding'

export type DoctorCommand = Omit<BeforeApply, 'accountId'>

/** Checks the account before the first apply, or the stack after it. @returns exit code: 1 with a problem */
export async function doctor(command: DoctorCommand, runtime: CliRuntime): Promise<number> {
  const { aws, clock } = runtime
  const accountId = await readAccountId(aws)
  const components = await findComponents(command.stack, aws)
  const isBefore = components.length === 0
  runtime.print(
    isBefore
      ? `Account ${accountId}, ${aws.session.region}: ${command.stack} does not exist yet. Checks before the first apply, size ${command.size}:`
      : `Account ${accountId}, ${aws.session.region}: checks of the stack ${command.stack}:`,
  )
  const now = new Date(clock.wallClockMs())
  const checks = isBefore
    ? checksBeforeApply({ ...command, accountId }, aws)
    : checksAfterApply({ stack: command.stack, accountId, now, components }, aws)
  const findings = await runChecks(checks)
  for (const line of renderFindings(findings)) runtime.print(line)
  return findings.some(({ status }) => status === 'problem') ? 1 : 0
}
