import { parseEngineVersion } from '../plan/engine'
import type { PlanTarget } from '../review/plan-target'
import { codeSpan, escapeHtml, escapeMarkdownKeepCommands } from '../text/markdown'

export interface FooterOptions {
  /** Each is empty if unknown. */
  readonly terraformVersion: string
  readonly commit: string
  readonly runUrl: string
  readonly extra?: string | undefined
  readonly target?: PlanTarget | undefined
}

/** Renders a version of a plan record: Terraform `1.11.4`. */
export function formatEngine(text: string): string {
  const { engine, version } = parseEngineVersion(text)
  return `${engine.title} ${codeSpan(version)}`
}

/** Renders the origin of a report. GitHub renders Markdown in `<sub>`. */
export function footer({ terraformVersion, commit, runUrl, extra = '', target }: FooterOptions): string {
  const parts = [
    terraformVersion && formatEngine(terraformVersion),
    commit && `commit ${codeSpan(commit.slice(0, 7))}`,
    runUrl && htmlLink('run', runUrl),
    extra,
    ...(target === undefined ? [] : describeTarget(target)),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`
}

function describeTarget({ account, region, workspace, state }: PlanTarget): string[] {
  return [
    account === undefined ? '' : `account ${codeSpan(account)}`,
    region === undefined ? '' : `region ${codeSpan(region)}`,
    `workspace ${codeSpan(workspace)}`,
    `state ${codeSpan(state)}`,
  ]
}

/** Renders what to do after a failure; nothing without an advice. */
export const nextStepLine = (advice: string | undefined, redact: (text: string) => string): string[] =>
  advice ? [`**Next step:** ${escapeMarkdownKeepCommands(redact(advice))}`] : []

/** Returns a link, or only its text for an unsafe URL. */
export function htmlLink(text: string, url: string): string {
  // Printable ASCII that cannot end the attribute.
  return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
    ? `<a href="${escapeHtml(url)}">${text}</a>`
    : text
}

/** Formats seconds: `42 s`, `3 min 5 s`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
