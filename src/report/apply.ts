import type { ApplyReport, FailedResource, UnfinishedResource } from '../terraform/apply-progress'
import type { DestructiveChange } from '../review/destroy-guard'
import { wordsOf } from './action-words'
import { dangerSections } from './destructive-changes'
import { fit, type Section } from './fit'
import { duration, footer } from './footer'
import { diagnosticSections } from './sections'
import { code, fence, plural, proseWithCommands, wrap } from '../text/markdown'
import { escapeInvisible } from '../text/sanitize'

export interface AppliedOptions {
  readonly stack: string
  /** This, the address of the run and the commit may be empty when nobody knows them any more. */
  readonly terraformVersion: string
  readonly runUrl: string
  readonly commit: string
  readonly seconds: number
  readonly outcome: 'applied' | 'failed' | 'cancelled'
  /** What became of the lock and the state, and what to do next, in sentences. */
  readonly aftermath: readonly string[]
  readonly redact: (text: string) => string
}

const MOST_BYTES = 1_000_000
/** A longer list of what went well opens at a click. */
const MOST_DONE = 20

/** What an apply did: what failed with which words, what was not tried, what to do next, and what is done. */
export function renderApplied(report: ApplyReport, options: AppliedOptions): string {
  const { failed, unfinished, notTried } = report
  const { errors, warnings } = complaints(report, options)
  const name = (address: string): string => code(options.redact(address))
  return fit(
    [
      `### ${title(report, options)} · ${code(options.stack)}`,
      sentence(report, options),
      aftermath(options),
      list(
        '#### Failed',
        failed.map((one) => `- ${name(one.address)} ${failure(one)}${words(options.redact(one.message))}`),
      ),
      errors,
      list(
        `#### Begun, and not heard of again\n\n${UNHEARD}\n`,
        unfinished.map(
          (one) => `- ${name(one.address)} was being ${wordsOf(one.action).past}${halfway(one)}.`,
        ),
      ),
      list(
        '#### Not tried',
        notTried.map(({ address, action }) => {
          const { sign, past } = wordsOf(action)
          return `- ${sign} ${name(address)} was to be ${past}`
        }),
      ),
      done(report, options),
      warnings,
      footer(options),
    ],
    MOST_BYTES,
  )
}

const UNHEARD =
  'Terraform never said how these ended, so they may exist without being in the state: look for them before the next apply.'

function title({ applied, unfinished }: ApplyReport, { outcome }: AppliedOptions): string {
  switch (outcome) {
    case 'applied':
      return '✅ Applied'
    case 'failed':
      return applied.length + unfinished.length > 0 ? '❌ Apply failed in the middle' : '❌ Apply failed'
    case 'cancelled':
      return '⚠️ Apply cancelled'
  }
}

function sentence(report: ApplyReport, { outcome, seconds }: AppliedOptions): string {
  const { failed, unfinished, notTried } = report
  const counts = countsOf(report)
  if (outcome === 'applied')
    return `**Applied:** ${counts || 'no resource had to change'}, in ${duration(seconds)}.`
  const parts = [
    failed.length > 0 && `**${failed.length} failed**`,
    unfinished.length > 0 && `${unfinished.length} begun and not heard of again`,
    notTried.length > 0 && `${notTried.length} not tried`,
  ].filter((part) => part !== false)
  const left = parts.length === 0 ? '' : `${parts.join(', ')}. `
  return `${left}Done until then, in ${duration(seconds)}: ${counts || 'nothing'}.`
}

/** What is done, by kind: `3 created, 1 replaced`. */
function countsOf({ applied }: ApplyReport): string {
  const counts = new Map<string, number>()
  for (const { action } of applied) {
    const { past } = wordsOf(action)
    counts.set(past, (counts.get(past) ?? 0) + 1)
  }
  return [...counts].map(([past, count]) => `${count} ${past}`).join(', ')
}

function aftermath({ outcome, aftermath, redact }: AppliedOptions): string {
  if (aftermath.length === 0) return ''
  const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING'
  return [`> [!${kind}]`, ...aftermath.map((text) => `> - ${proseWithCommands(redact(text))}`)].join('\n')
}

function failure(one: FailedResource): string {
  const after = one.seconds < 1 ? '' : ` (${duration(one.seconds)})`
  return `could not be ${wordsOf(one.action).past}${after}${halfway(one)}.`
}

/** How a replacement stands of which only one step is done. */
function halfway({ action, done }: Pick<UnfinishedResource, 'action' | 'done'>): string {
  if (action !== 'replace' || done.length === 0) return ''
  return done.includes('delete')
    ? ': **the old one is destroyed, and the new one is not there**'
    : ': the new one is there, and the old one still is'
}

const words = (message: string): string =>
  message === '' ? '' : `\n\n${indent(fence('text', wrap(escapeInvisible(message).split('\n'))))}`

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Errors that no resource carries, and all warnings. */
function complaints(
  { diagnostics, failed }: ApplyReport,
  { redact }: AppliedOptions,
): { readonly errors: Section; readonly warnings: Section } {
  const told = new Set(failed.map(({ address }) => address))
  const rest = diagnostics.filter(
    ({ severity, address }) => severity === 'warning' || address === undefined || !told.has(address),
  )
  const { errors, warnings } = diagnosticSections(rest, redact)
  return { errors: { ...errors, open: '#### What Terraform says' }, warnings }
}

function done({ applied }: ApplyReport, { outcome, redact }: AppliedOptions): Section {
  const lines = applied.map(({ address, action, seconds }) => {
    const { sign, past } = wordsOf(action)
    return `- ${sign} ${code(redact(address))} ${past}${seconds < 1 ? '' : `, ${duration(seconds)}`}`
  })
  const heading = outcome === 'applied' ? '' : '#### Done'
  if (lines.length <= MOST_DONE) return list(heading, lines)
  const summary = `<details><summary>✅ ${plural(lines.length, 'change')}</summary>\n`
  return list([heading, summary].join('\n\n').trimStart(), lines, '\n</details>')
}

function list(open: string, lines: readonly string[], close = ''): Section {
  return {
    open,
    items: lines.map((line) => ({ text: () => line })),
    separator: '\n',
    close,
    share: 0.25,
    leftOut: (items) => `… and ${plural(items.length, 'more resource')}.`,
  }
}

/** Why nothing was applied: the plan takes away what holds data, and nobody has allowed it. */
export function renderStopped(dangers: readonly DestructiveChange[], stack: string): string {
  return fit(
    [
      `### ⛔ Not applied: data would be destroyed · ${code(stack)}`,
      'Nothing was changed. **What to do:** if the data is to stay, fix the configuration in a pull request; if it may go, allow it in one, as shown below.',
      ...dangerSections(dangers),
    ],
    MOST_BYTES,
  )
}
