import { describeReason } from '../plan/action'
import { type Engine, TERRAFORM } from '../plan/engine'
import { allowDestroyLines, type DestructiveChange, blockingChanges } from '../review/destroy-guard'
import type { Section } from './fit'
import { listSection } from './list-section'
import { codeFence, codeSpan, plural } from '../text/markdown'
import { escapeToLine } from '../text/sanitize'

/** Renders the removed stateful resources and the input that allows it. */
export function destructiveChangeSections(
  changes: readonly DestructiveChange[],
  redact = (text: string) => text,
  engine: Engine = TERRAFORM,
): (string | Section)[] {
  if (changes.length === 0) return []
  return [
    destructionAlert(changes, engine),
    changeList(changes, redact, engine),
    ...allowDestroySnippet(changes, redact),
  ]
}

function destructionAlert(changes: readonly DestructiveChange[], { title }: Engine): string {
  const blocking = blockingChanges(changes)
  const actions = blocking.filter(({ kind }) => kind === 'invoke')
  if (actions.length > 0 && actions.length === blocking.length)
    return `> [!CAUTION]\n> **${plural(actions.length, 'provider action')} would stop or delete something.** \`apply\` stops unless ${actions.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.`
  const allowed = changes.filter(({ verdict }) => verdict === 'allowed')
  if (blocking.length > 0) {
    const [their, they] = blocking.length === 1 ? ['its', 'it is'] : ['their', 'they are']
    const more =
      allowed.length === 0
        ? ''
        : ` ${allowed.length} more ${allowed.length === 1 ? 'is' : 'are'} already listed.`
    return `> [!CAUTION]\n> **${plural(blocking.length, 'stateful resource')} would be destroyed, including ${their} data.** \`apply\` stops unless ${they} listed in \`allow-destroy\`.${more}`
  }
  if (allowed.length > 0) {
    return `> [!WARNING]\n> **${plural(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` permits.`
  }
  const objects = changes.length === 1 ? 'It and its data are' : 'They and their data are'
  return `> [!NOTE]\n> ${title} stops managing ${plural(changes.length, 'stateful resource')}. ${objects} not destroyed.`
}

const VERDICT_ORDER: readonly DestructiveChange['verdict'][] = ['block', 'allowed', 'note']

function changeList(
  changes: readonly DestructiveChange[],
  redact: (text: string) => string,
  engine: Engine,
): Section {
  const inOrder = VERDICT_ORDER.flatMap((verdict) => changes.filter((change) => change.verdict === verdict))
  return listSection(
    inOrder.map((change) => changeLine(change, redact, engine)),
    { share: 0.2, noun: 'stateful resource' },
  )
}

function changeLine(change: DestructiveChange, redact: (text: string) => string, { title }: Engine): string {
  const { address, deposed, dataLoss, reason, forcedBy, verdict } = change
  const object = deposed === undefined ? '' : ` (deposed object ${codeSpan(deposed)})`
  const because = reason === undefined ? '' : ` ${title}'s reason: ${describeReason(reason)}.`
  const forced =
    forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => codeSpan(redact(path))).join(', ')}.`
  const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : ''
  return `- ${codeSpan(redact(address))}${object} is **${describeRemoval(change)}**: ${dataLoss}.${because}${forced}${allowed}`
}

function describeRemoval({ kind, order }: DestructiveChange): string {
  switch (kind) {
    case 'replace':
      return order === 'create-first'
        ? 'replaced (new object created first)'
        : 'replaced (old object destroyed first)'
    case 'delete':
      return 'destroyed'
    case 'forget':
      return 'forgotten, not destroyed'
    case 'invoke':
      return 'run'
  }
}

/** Users copy these lines, so each address is exact, except for a secret in it. */
function allowDestroySnippet(
  changes: readonly DestructiveChange[],
  redact: (text: string) => string,
): Section[] {
  const addresses = allowDestroyLines(changes).map(redact)
  if (addresses.length === 0) return []
  const ticks = codeFence(addresses)
  const section = listSection(
    addresses.map((address) => `  ${escapeToLine(address)}`),
    {
      before: `To allow this, pass this input to both \`plan\` and \`apply\`:\n\n${ticks}yaml\nallow-destroy: |`,
      after: ticks,
      share: 0.2,
      noun: 'resource',
    },
  )
  return [section]
}
