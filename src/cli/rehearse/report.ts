import { formatSeconds } from '../../text/format'
import { escapeMarkdown, table } from '../../text/markdown'

export interface RehearsalStep {
  readonly name: string
  readonly seconds: number
  readonly result: string
  readonly isPassed: boolean
}

export interface Rehearsal {
  readonly stack: string
  readonly steps: readonly RehearsalStep[]
  /** The estimated cost of the stack. */
  readonly cost: string
}

export const isPassed = ({ steps }: Rehearsal): boolean => steps.every((step) => step.isPassed)

/** Renders a rehearsal for a terminal. */
export function rehearsalLines(rehearsal: Rehearsal): string[] {
  const lines = rehearsal.steps.map(
    (step) =>
      `${step.name} (${formatSeconds(step.seconds)}): ${step.isPassed ? '' : 'FAILED: '}${step.result}`,
  )
  return [...lines, totals(rehearsal)]
}

/** Renders a rehearsal as Markdown, for a job's summary. */
export function renderRehearsal(rehearsal: Rehearsal): string {
  const { stack, steps } = rehearsal
  const failedStep = steps.find((step) => !step.isPassed)
  const outcome = failedStep === undefined ? '✅ no trace was lost' : `❌ ${failedStep.name}`
  const rows = steps.map((step) => [
    step.isPassed ? '✅' : '❌',
    escapeMarkdown(step.name),
    formatSeconds(step.seconds),
    escapeMarkdown(step.result),
  ])
  return [
    `### Rehearsal of ${escapeMarkdown(stack)}: ${escapeMarkdown(outcome)}`,
    table(
      [
        { title: '', align: 'left' },
        { title: 'Step', align: 'left' },
        { title: 'Time', align: 'right' },
        { title: 'Result', align: 'left' },
      ],
      rows,
    ),
    escapeMarkdown(totals(rehearsal)),
  ].join('\n\n')
}

function totals({ steps, cost }: Rehearsal): string {
  const seconds = steps.reduce((total, step) => total + step.seconds, 0)
  return `Total: ${formatSeconds(seconds)}. Cost: ${cost}.`
}
