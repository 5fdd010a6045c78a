import type { ApplyReport, FailedResource } from '../terraform/apply-progress'
import type { DestructiveChange } from '../review/destroy-guard'
import { MAX_REPORT_BYTES } from '../github/limits'
import { actionRunSection, errorBlock, type PlannedAction } from './action-runs'
import { actionWords } from './action-words'
import { parseEngineVersion } from '../plan/engine'
import { destructiveChangeSections } from './destructive-changes'
import { fitSections, type Section } from './fit'
import { footer, formatDuration, nextStepLine } from './footer'
import { listSection } from './list-section'
import { diagnosticSections } from './sections'
import { describePartialReplacement, splitUnfinished, unfinishedSections } from './unfinished'
import { codeBlock, codeSpan, escapeMarkdownKeepCommands, plural } from '../text/markdown'

export interface ApplyReportOptions {
  readonly stack: string
  /** Empty if unknown, like URL and commit. */
  readonly terraformVersion: string
  readonly runUrl: string
  readonly commit: string
  readonly seconds: number
  readonly outcome: 'applied' | 'failed' | 'cancelled'
  /** Sentences on state, lock and next step. */
  readonly recovery: readonly string[]
  readonly redact: (text: string) => string
  readonly planned?: PlannedEffects | undefined
  /** Last line of a failed apply: advice on its cause. */
  readonly nextStep?: string | undefined
  /** ECS's reasons for services that failed. */
  readonly services?: readonly ServiceFailure[] | undefined
}

/** Sanitized lines without secrets. */
export interface ServiceFailure {
  readonly service: string
  readonly reasons: readonly string[]
  readonly logLines: readonly string[]
  readonly logCommand: string | undefined
}

/** Effects of a plan that Terraform does not report during the apply. */
export interface PlannedEffects {
  readonly moved: number
  readonly imported: number
  /** Names of changed outputs. */
  readonly changedOutputs: readonly string[]
  readonly actions: readonly PlannedAction[]
}

const MAX_UNFOLDED_CHANGES = 20
const RESOURCE_LIST = { share: 0.25, noun: 'resource' } as const

/** Renders the job summary of an apply. */
export function renderApply(report: ApplyReport, options: ApplyReportOptions): string {
  const { failed, notStarted } = report
  const { errors, warnings } = unassignedDiagnostics(report, options)
  const name = (address: string): string => codeSpan(options.redact(address))
  return fitSections(
    [
      `### ${applyTitle(report, options)} · ${codeSpan(options.stack)}`,
      applySentence(report, options),
      recoveryAlert(options),
      listSection(
        failed.map(
          (one) =>
            `- ${name(one.address)} ${describeFailedResource(one, options)}${errorBlock(options.redact(one.message))}`,
        ),
        { ...RESOURCE_LIST, before: '#### Failed' },
      ),
      servicesSection(options),
      errors,
      ...unfinishedSections(report, {
        name,
        engine: parseEngineVersion(options.terraformVersion).engine,
        ...RESOURCE_LIST,
      }),
      listSection(
        notStarted.map(({ address, action }) => {
          const { icon, participle } = actionWords(action)
          return `- ${icon} ${name(address)} to be ${participle}`
        }),
        { ...RESOURCE_LIST, before: '#### Not started' },
      ),
      completedSection(report, options),
      actionRunSection(report.actions, options.planned?.actions ?? [], options.redact),
      warnings,
      ...nextStepLine(options.nextStep, options.redact),
      footer(options),
    ],
    MAX_REPORT_BYTES,
  )
}

function servicesSection({ services = [] }: ApplyReportOptions): Section {
  const items = services.map(({ service, reasons, logLines, logCommand }) => {
    const lines = [`ECS service ${codeSpan(service)}:`, ...reasons.map((reason) => `- ${codeSpan(reason)}`)]
    const log = logLines.length === 0 ? [] : ['Last lines of its log:', codeBlock('text', [...logLines])]
    const command = logCommand === undefined ? [] : [codeBlock('sh', [logCommand])]
    return { text: () => [lines.join('\n'), ...log, ...command].join('\n\n') }
  })
  return {
    open: '#### Why ECS stopped the tasks\n',
    items,
    separator: '\n\n',
    close: '',
    share: 0.3,
    describeOmitted: ({ length }) => `… and ${plural(length, 'more service')}.`,
  }
}

function applyTitle({ applied, unfinished, actions }: ApplyReport, { outcome }: ApplyReportOptions): string {
  switch (outcome) {
    case 'applied':
      return actions.some(({ status }) => status === 'failed') ? '⚠️ Applied' : '✅ Applied'
    case 'failed':
      return applied.length + unfinished.length > 0 ? '❌ Apply failed partway' : '❌ Apply failed'
    case 'cancelled':
      return '⚠️ Apply cancelled'
  }
}

function applySentence(report: ApplyReport, options: ApplyReportOptions): string {
  const { outcome, seconds } = options
  const { failed, notStarted } = report
  const { partial, unknown } = splitUnfinished(report)
  const failedActions = report.actions.filter(({ status }) => status === 'failed').length
  const completed = countCompleted(report)
  const time = formatDuration(seconds)
  if (outcome === 'applied') {
    const failures = failedActions > 0 ? ` **${plural(failedActions, 'provider action')} failed.**` : ''
    const all = [completed, ...describeEffects(report, options)].filter((part) => part !== '').join(', ')
    return `**Applied:** ${all || 'no resource changes'}, in ${time}.${failures}`
  }
  const incomplete = [
    failed.length > 0 && `**${failed.length} failed**`,
    failedActions > 0 && `**${plural(failedActions, 'provider action')} failed**`,
    partial.length > 0 && `**${partial.length} replaced in part**`,
    unknown.length > 0 && `**${unknown.length} with unknown outcome**`,
    notStarted.length > 0 && `${notStarted.length} not started`,
  ].filter((part) => part !== false)
  const start = incomplete.length === 0 ? '' : `${incomplete.join(', ')}. `
  return `${start}Completed so far, in ${time}: ${completed || 'nothing'}.`
}

function describeEffects({ actions }: ApplyReport, { planned, redact }: ApplyReportOptions): string[] {
  const ran = actions.filter(({ status }) => status === 'completed').length
  const runs = ran > 0 ? [`${plural(ran, 'provider action')} run`] : []
  if (planned === undefined) return runs
  const { moved, imported, changedOutputs } = planned
  const list = (texts: readonly string[]): string => texts.map((text) => codeSpan(redact(text))).join(', ')
  return [
    moved > 0 ? `${moved} moved` : '',
    imported > 0 ? `${imported} imported` : '',
    changedOutputs.length > 0
      ? `${plural(changedOutputs.length, 'output')} changed (${list(changedOutputs)})`
      : '',
    ...runs,
  ]
}

function countCompleted({ applied }: ApplyReport): string {
  const counts = new Map<string, number>()
  for (const { action } of applied) {
    const { participle } = actionWords(action)
    counts.set(participle, (counts.get(participle) ?? 0) + 1)
  }
  return [...counts].map(([participle, count]) => `${count} ${participle}`).join(', ')
}

function recoveryAlert({ outcome, recovery, redact }: ApplyReportOptions): string {
  if (recovery.length === 0) return ''
  const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING'
  const lines = recovery.map((sentence) => `> - ${escapeMarkdownKeepCommands(redact(sentence))}`)
  return [`> [!${kind}]`, ...lines].join('\n')
}

function describeFailedResource(one: FailedResource, { terraformVersion }: ApplyReportOptions): string {
  const time = one.seconds < 1 ? '' : ` (${formatDuration(one.seconds)})`
  if (one.failedAction !== undefined)
    return `was ${actionWords(one.action).participle}${time}, and its provider action failed afterwards. If ${parseEngineVersion(terraformVersion).engine.title} has marked it as tainted, the next plan replaces it.`
  return `could not be ${actionWords(one.action).participle}${time}.${describePartialReplacement(one)}`
}

/** Omits errors that are shown with their resource. */
function unassignedDiagnostics(
  { diagnostics, failed }: ApplyReport,
  { redact, terraformVersion }: ApplyReportOptions,
): { readonly errors: Section; readonly warnings: Section } {
  const shown = new Set(failed.map(({ address }) => address))
  const unassigned = diagnostics.filter(
    ({ severity, address }) => severity === 'warning' || address === undefined || !shown.has(address),
  )
  const { errors, warnings } = diagnosticSections(unassigned, redact)
  const { title } = parseEngineVersion(terraformVersion).engine
  return { errors: { ...errors, open: `#### ${title} diagnostics` }, warnings }
}

function completedSection({ applied }: ApplyReport, { outcome, redact }: ApplyReportOptions): Section {
  const lines = applied.map(({ address, action, seconds }) => {
    const { icon, participle } = actionWords(action)
    const time = seconds < 1 ? '' : `, ${formatDuration(seconds)}`
    return `- ${icon} ${codeSpan(redact(address))} ${participle}${time}`
  })
  const heading = outcome === 'applied' ? '' : '#### Completed so far'
  if (lines.length <= MAX_UNFOLDED_CHANGES) return listSection(lines, { ...RESOURCE_LIST, before: heading })
  const summary = `<details><summary>✅ ${plural(lines.length, 'change')}</summary>\n`
  return listSection(lines, {
    ...RESOURCE_LIST,
    before: [heading, summary].join('\n\n').trimStart(),
    after: '\n</details>',
  })
}

const BLOCKED_NEXT_STEP =
  'Nothing was changed. **Next step:** To keep the data, fix the configuration in a pull request. To accept the loss, change the input `allow-destroy` in a pull request, as shown below.'

/** Renders the job summary of an apply without the required `allow-destroy`. */
export function renderBlockedApply(
  dangers: readonly DestructiveChange[],
  stack: string,
  redact: (text: string) => string,
): string {
  return fitSections(
    [
      `### ⛔ Not applied: data would be destroyed · ${codeSpan(stack)}`,
      BLOCKED_NEXT_STEP,
      ...destructiveChangeSections(dangers, redact),
    ],
    MAX_REPORT_BYTES,
  )
}
