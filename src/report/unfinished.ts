import { type Engine, inWordsOf } from '../plan/engine'
import type { ApplyReport, UnfinishedResource } from '../terraform/apply-progress'
import { actionWords } from './action-words'
import type { Section } from './fit'
import { type ListOptions, listSection } from './list-section'

const HALF_REPLACED = '#### Replaced in part\n'

const OUTCOME_UNKNOWN = `#### Outcome unknown

Terraform stopped before it reported a result for these resources. They may exist without being in the state. Check them before the next apply.
`

type UnfinishedOptions = Pick<ListOptions, 'share' | 'noun'> & {
  readonly name: (address: string) => string
  readonly engine: Engine
}

/** Lists the resources whose change did not end. */
export function unfinishedSections(
  report: ApplyReport,
  { name, engine, ...list }: UnfinishedOptions,
): Section[] {
  const { partial, unknown } = splitUnfinished(report)
  return [
    listSection(
      partial.map((one) => `- ${name(one.address)}:${describePartialReplacement(one)}`),
      { ...list, before: HALF_REPLACED },
    ),
    listSection(
      unknown.map(
        (one) =>
          `- ${name(one.address)} was being ${actionWords(one.action).participle}.${describePartialReplacement(one)}`,
      ),
      { ...list, before: inWordsOf(engine, OUTCOME_UNKNOWN) },
    ),
  ]
}

/** The result of a resource is known between the two steps of its replacement. */
export function splitUnfinished({ unfinished }: ApplyReport): {
  readonly partial: readonly UnfinishedResource[]
  readonly unknown: readonly UnfinishedResource[]
} {
  return {
    partial: unfinished.filter(({ isRunning }) => !isRunning),
    unknown: unfinished.filter(({ isRunning }) => isRunning),
  }
}

/** Tells which object of an incomplete replacement exists. */
export function describePartialReplacement({
  action,
  done,
}: Pick<UnfinishedResource, 'action' | 'done'>): string {
  if (action !== 'replace' || done.length === 0) return ''
  return done.includes('delete')
    ? ' **The old object is destroyed and the new one does not exist.**'
    : ' The new object exists and the old one is not destroyed.'
}
