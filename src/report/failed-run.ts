import type { FailureReason } from '../text/failure-reason'
import { codeSpan } from '../text/markdown'
import { truncateMarkdown } from '../text/truncate-markdown'
import { footer, htmlLink } from './footer'

export interface FailedRun {
  readonly stack: string
  readonly commit: string
  readonly runUrl: string
  readonly reason: FailureReason
  /** One problem a line. Empty: only the run names it. */
  readonly message: string
}

const MAX_MESSAGE_BYTES = 4_000

/** Renders the comment of a run that ended before it had a plan. */
export function renderFailedRun({ stack, commit, runUrl, reason, message }: FailedRun): string {
  const [first = '', ...details] = message.split('\n').filter((line) => line.trim() !== '')
  const isCancelled = reason === 'cancelled'
  const problem = [
    ...(first === '' ? [] : [codeSpan(first)]),
    ...(details.length === 0 ? [] : [details.map((line) => `- ${codeSpan(line)}`).join('\n')]),
  ].join('\n\n')
  return [
    `### ${isCancelled ? '⚠️ Plan cancelled' : '❌ Plan failed'} · ${codeSpan(stack)}`,
    `**Commit ${codeSpan(commit.slice(0, 7))} has no plan here**, so nothing of it can be reviewed.`,
    ...(problem === '' ? [] : [truncateMarkdown(problem, MAX_MESSAGE_BYTES)]),
    `**Next step:** ${isCancelled ? 'Re-run the job' : 'Fix the cause and re-run the job'}. ${htmlLink('The run', runUrl)} has the details (${codeSpan(reason)}).`,
    footer({ terraformVersion: '', commit, runUrl }),
  ].join('\n\n')
}
