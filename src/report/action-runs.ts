import type { ActionRun } from '../terraform/apply-progress'
import type { Section } from './fit'
import { listSection } from './list-section'
import { codeBlock, codeSpan, wrap } from '../text/markdown'
import { escapeInvisible } from '../text/sanitize'

/** Planned run of a provider action. */
export type PlannedAction = Pick<ActionRun, 'address' | 'triggeredBy' | 'event'>

/** Returns the planned runs that have not started. */
export function actionsNotRun(
  planned: readonly PlannedAction[],
  runs: readonly ActionRun[],
): readonly PlannedAction[] {
  return planned.filter(
    ({ address, triggeredBy }) =>
      !runs.some((run) => run.address === address && run.triggeredBy === triggeredBy),
  )
}

/** Lists the provider actions that ran, in their order, and those that did not. */
export function actionRunSection(
  runs: readonly ActionRun[],
  planned: readonly PlannedAction[],
  redact: (text: string) => string,
): Section {
  const name = ({ address, triggeredBy, event }: PlannedAction): string =>
    `${codeSpan(redact(address))}${triggeredBy === undefined ? '' : ` ${describeEvent(event)} ${codeSpan(redact(triggeredBy))}`}`
  const ran = runs.map((run) => {
    switch (run.status) {
      case 'completed':
        return `- ▶️ ${name(run)} ran`
      case 'failed':
        return `- ❌ ${name(run)} **failed**${errorBlock(redact(run.error))}`
      case 'running':
        return `- ❔ ${name(run)} began; its result is unknown`
    }
  })
  const others = actionsNotRun(planned, runs).map((one) => `- ⚪ ${name(one)} did not run`)
  return listSection([...ran, ...others], {
    before: '#### Provider actions\n',
    share: 0.15,
    noun: 'action',
  })
}

/** Renders an error inside of a list item. */
export const errorBlock = (message: string): string => {
  if (message === '') return ''
  const block = codeBlock('text', wrap(escapeInvisible(message).split('\n')))
  return `\n\n${block.replace(/^(?=.)/gm, '  ')}`
}

/** Describes Terraform's event: `AfterCreate` is `after the create of`. */
export function describeEvent(event: string | undefined): string {
  if (event === undefined) return 'with'
  return event
    .replace(/[^A-Za-z]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^(\w+) (\w+)$/, '$1 the $2 of')
}
