import { test } from '@jest/globals'
import fc from 'fast-check'
import { redactPlan } from '../../src/plan/redact-plan'
import { parsePlan } from '../../src/plan/plan'
import { renderPlan } from '../../src/report/plan'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { planEntries } from '../../src/review/plan-digest'
import { createRedactor } from '../../src/text/redact'
import { planJson, resource, sealed } from '../plan/a-plan'

const MARKS = Array.from('aZ9$()[]{}|*+?.^\\/<>&"\'`~_#@!%:;,= -é😀')
const line = fc
  .array(fc.constantFrom(...MARKS), { minLength: 12, maxLength: 40 })
  .map((parts) => parts.join(''))
  .filter((one) => one.trim().length >= 12 && !one.includes('  '))
const secret = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const quote = (text: string): string => JSON.stringify(text)
const WORDS = 'the key:\n    text before and after'

/** Returns a plan that has two secrets, without their marks, wherever a plan can have a text. */
function planWith([one, two]: readonly [string, string]) {
  const [before, after] = [one, two].map((text) => `the key:\n${text.replace(/^/gm, '    ')}\nafter`)
  const at = (key: string): string => `a.b[${quote(key)}]`
  const update = (given: object, left: object, right: object, more: object = {}) =>
    resource({ ...given }, { actions: ['update'], before: left, after: right, ...more })
  const marks = { before_sensitive: { s: true }, after_sensitive: { s: true } }
  return planJson(
    [
      update({ address: 'a.marked' }, { s: one }, { s: two }, marks),
      update(
        { address: at(one), previous_address: at(two), index: one },
        { t: before, l: [before, one], m: { [one]: 1 }, j: quote(one) },
        { t: after, l: [after, two], m: { [two]: 1 }, j: JSON.stringify({ [two]: two }) },
        { importing: { id: one }, replace_paths: [['m', one]] },
      ),
      resource(
        { address: `aws_db_instance.x[${quote(two)}]`, type: 'aws_db_instance' },
        { actions: ['delete', 'create'], before: { id: encodeURIComponent(one) }, after: { id: after } },
      ),
    ],
    {
      output_changes: {
        o: { actions: ['create'], before: null, after: [one, before], after_unknown: false },
      },
      checks: [
        {
          address: { kind: 'check', to_display: 'check.x' },
          status: 'fail',
          instances: [{ address: { to_display: at(one) }, status: 'fail', problems: [{ message: before }] }],
        },
      ],
      resource_drift: [update({ address: at(one) }, { a: before }, { a: after })],
      deferred_changes: [{ reason: 'x', resource_change: resource({ address: at(two) }) }],
      action_invocations: [
        {
          ...{ address: `action.${at(one)}`, type: 'a', name: 'b', config_values: { c: before } },
          lifecycle_action_trigger: {
            triggering_resource_address: at(one),
            action_trigger_event: 'AfterCreate',
          },
        },
      ],
    },
  )
}

/** Undoes the escapes of Markdown and HTML. */
const unescaped = (text: string): string =>
  text
    .replace(/\\([^\w\s])/g, '$1')
    .replaceAll('<!-- -->', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

function findPart(text: string, hidden: string): string | undefined {
  const lines = hidden.split('\n').map((one) => one.trim())
  for (const form of lines.flatMap((one) => [one, quote(one).slice(1, -1)]))
    for (let at = 0; at + 8 <= form.length; at++) {
      const part = form.slice(at, at + 8)
      const isOther = /^[\s"*]+$/.test(part) || WORDS.includes(part)
      if (!isOther && (text.includes(part) || unescaped(text).includes(part))) return part
    }
  return undefined
}

test('no part of a secret is in a comment, the JSON of a plan or its record', () => {
  fc.assert(
    fc.property(fc.tuple(secret, secret), (secrets) => {
      const json = planWith(secrets)
      const plan = parsePlan(JSON.stringify(json))
      const detail = secrets.join(' and ')
      const diagnostic = {
        severity: 'error',
        summary: detail,
        detail,
        address: detail,
        range: undefined,
      } as const
      const { comment, summary } = renderPlan(plan, {
        ...{ stack: 's', terraformVersion: '1.11.4', commit: 'c', runUrl: 'https://x.test/1' },
        destructiveChanges: findDestructiveChanges(plan, { extraTypes: [], allow: [] }),
        diagnostics: [diagnostic],
        nextStep: detail,
      })
      const shown = {
        ...{ comment, summary },
        json: JSON.stringify(redactPlan(json, createRedactor(plan.secrets))),
        record: JSON.stringify([...planEntries(sealed(plan), 'f'.repeat(64))]),
      }
      for (const [name, text] of Object.entries(shown))
        for (const one of secrets) {
          const part = findPart(text, one)
          if (part !== undefined) throw new Error(`${name} has ${quote(part)} of ${quote(one)}`)
        }
    }),
    { numRuns: 25 },
  )
})
