import type { Plan } from '../plan/plan'
import type { ActionInvocation, OnFailure } from '../plan/pending'
import type { Command, RuntimeValue } from '../plan/setting'
import { codeSpan } from '../text/markdown'
import { describeEvent } from './action-runs'
import type { AttributeWriter } from './diff/attributes'
import type { Section } from './fit'
import { listSection } from './list-section'

const MAX_COMMAND_LENGTH = 500

const RUNTIME_HEADING = `#### Decided during the apply

These values are in no plan. They are not compared with the reviewed ones.
`

/** Lists provisioners, provider actions, deferred changes, and values that no plan contains. */
export function pendingSections(
  { actionInvocations, deferred }: Plan,
  attributes: AttributeWriter,
  {
    commands = [],
    runtimeValues = [],
  }: {
    readonly commands?: readonly Command[] | undefined
    readonly runtimeValues?: readonly RuntimeValue[] | undefined
  },
): Section[] {
  const { redact } = attributes
  return [
    listSection(
      commands.map(
        ({ address, type, text }) =>
          `- ${codeSpan(redact(address))} runs ${codeSpan(type)}: ${codeSpan(redact(text).slice(0, MAX_COMMAND_LENGTH))}`,
      ),
      { before: '#### Provisioners\n', share: 0.15, noun: 'provisioner' },
    ),
    listSection(
      actionInvocations.map((action) => actionLine(action, redact)),
      { before: '#### Provider actions\n', share: 0.15, noun: 'action' },
    ),
    listSection(
      deferred.map(({ address, reason, actions }) => {
        const what = actions.length === 0 ? '' : ` (${actions.join(', ')})`
        return `- ${codeSpan(redact(address))}${what}: ${reason.replaceAll('_', ' ')}`
      }),
      { before: '#### Deferred to a later plan\n', share: 0.1, noun: 'change' },
    ),
    listSection(
      runtimeValues.map(
        ({ argument, source }) =>
          `- The value of ${codeSpan(redact(argument))} comes from ${codeSpan(redact(source))}.`,
      ),
      { before: RUNTIME_HEADING, share: 0.1, noun: 'value' },
    ),
  ]
}

function actionLine(
  { address, type, triggeredBy, event, onFailure, config, configSensitive }: ActionInvocation,
  redact: (text: string) => string,
): string {
  const trigger =
    triggeredBy === undefined ? 'on request' : `${describeEvent(event)} ${codeSpan(redact(triggeredBy))}`
  const settings = codeSpan(redact(JSON.stringify(maskConfig(config, configSensitive))))
  return `- ▶️ ${codeSpan(redact(address))} (${codeSpan(type)}) runs ${trigger}, with ${settings}${describeFailureMode(onFailure)}`
}

function describeFailureMode(onFailure: OnFailure | undefined): string {
  switch (onFailure) {
    case 'continue':
      return '. If it fails, the apply continues.'
    case 'taint':
      return '. If it fails, a created resource is marked as tainted, and the next plan replaces it.'
    case 'halt':
    case undefined:
      return ''
  }
}

const SENSITIVE = '(sensitive value)'

function maskConfig(value: unknown, mark: unknown): unknown {
  if (mark === true) return SENSITIVE
  if (typeof value !== 'object' || value === null) return value
  const marks: unknown = mark
  const markAt = (key: string | number): unknown =>
    typeof marks === 'object' && marks !== null ? Reflect.get(marks, key) : undefined
  if (Array.isArray(value)) return value.map((item, index) => maskConfig(item, markAt(index)))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskConfig(item, markAt(key))]))
}
