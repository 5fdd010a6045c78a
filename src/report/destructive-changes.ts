import { describeReason } from '../plan/action'
import { allowDestroyLines, type DestructiveChange, blockingChanges } from '../review/destroy-guard'
import type { Section } from './fit'
import { code, fenceFor, plural } from '../text/markdown'
import { escapeToLine } from '../text/sanitize'

/** The stateful resources that the plan takes away, and what lets them go. */
export function dangerSections(
  dangers: readonly DestructiveChange[],
  redact = (text: string) => text,
): (string | Section)[] {
  if (dangers.length === 0) return []
  return [alert(dangers), list(dangers, redact), ...allowance(dangers)]
}

function alert(dangers: readonly DestructiveChange[]): string {
  const stopped = blockingChanges(dangers)
  const allowed = dangers.filter(({ verdict }) => verdict === 'allowed')
  if (stopped.length > 0) {
    const what = `${plural(stopped.length, 'stateful resource')} would be destroyed, with ${stopped.length === 1 ? 'what is in it' : 'all that is in them'}.`
    const more = allowed.length === 0 ? '' : ` \`allow-destroy\` lets ${allowed.length} more go.`
    return `> [!CAUTION]\n> **${what}** The apply stops before that, unless ${stopped.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.${more}`
  }
  if (allowed.length > 0) {
    return `> [!WARNING]\n> **${plural(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` says.`
  }
  const them = dangers.length === 1 ? 'it' : 'them'
  return `> [!NOTE]\n> Terraform stops managing ${plural(dangers.length, 'stateful resource')}. Nothing in ${them} is destroyed.`
}

/** What stops the apply comes first. */
const VERDICTS: readonly DestructiveChange['verdict'][] = ['stop', 'allowed', 'mention']

function list(dangers: readonly DestructiveChange[], redact: (text: string) => string): Section {
  const inOrder = VERDICTS.flatMap((verdict) => dangers.filter((danger) => danger.verdict === verdict))
  return {
    open: '',
    items: inOrder.map((danger) => ({ text: () => item(danger, redact) })),
    separator: '\n',
    close: '',
    share: 0.2,
    leftOut: (items) => `… and ${plural(items.length, 'more stateful resource')}.`,
  }
}

function item(danger: DestructiveChange, redact: (text: string) => string): string {
  const { address, deposed, kind, order, holds, reason, forcedBy, verdict } = danger
  const leftover =
    deposed === undefined ? '' : ` (object ${code(deposed)}, left behind by an earlier replacement)`
  const because = reason === undefined ? '' : ` Terraform's reason: ${describeReason(reason)}.`
  const forced =
    forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => code(redact(path))).join(', ')}.`
  const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : ''
  const what =
    kind === 'replace'
      ? `replaced (${order === 'create-first' ? 'new one first' : 'old one first'})`
      : kind === 'delete'
        ? 'destroyed'
        : 'forgotten, not destroyed'
  return `- ${code(address)}${leftover} is **${what}**: ${holds}.${because}${forced}${allowed}`
}

/** Text to paste into a workflow, so every line of it is exact. */
function allowance(dangers: readonly DestructiveChange[]): Section[] {
  const addresses = allowDestroyLines(dangers)
  if (addresses.length === 0) return []
  const ticks = fenceFor(addresses)
  return [
    {
      open: `To let this happen, give both \`plan\` and \`apply\` this input:\n\n${ticks}yaml\nallow-destroy: |`,
      items: addresses.map((address) => ({ text: () => `  ${escapeToLine(address)}` })),
      separator: '\n',
      close: ticks,
      share: 0.2,
      leftOut: (items) => `… and ${plural(items.length, 'more resource')}.`,
    },
  ]
}
