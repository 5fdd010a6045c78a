import { describe, expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/terraform/diagnostic'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { renderPlan, type PlanReportOptions } from '../../src/report/plan'
import { planOf, resource } from '../plan/a-plan'
import { openDetails, outsideCode } from './markdown'

type Fields = Readonly<Record<string, unknown>>

const OPTIONS: PlanReportOptions = {
  stack: 's',
  terraformVersion: '1.11.4',
  commit: 'c',
  runUrl: 'https://x.test/1',
  destructiveChanges: [],
}

/** Returns the comment and the summary in one text. */
function render(
  resources: readonly Fields[],
  given: Fields = {},
  options: Partial<PlanReportOptions> = {},
): string {
  const plan = planOf(resources, given)
  const destructiveChanges = findDestructiveChanges(plan, { extraTypes: [], allow: [] })
  const { comment, summary } = renderPlan(plan, { ...OPTIONS, destructiveChanges, ...options })
  return `${comment}\n\n${summary}`
}

const diagnostic = (text: string): Diagnostic => ({
  severity: 'error',
  summary: text,
  detail: `detail ${text}`,
  address: text,
  range: { file: text, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
})

describe('a secret', () => {
  const SECRET = 'hunter2 "<&>" ümläut'
  const PEM = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\n9w0BAQEFAASCBKcwggSj\n-----END KEY-----'
  const marked = resource({ address: 'a.marked' }, { after: { a: SECRET }, after_sensitive: { a: true } })
  const updated = (before: unknown, after: unknown, marks: Fields): Fields =>
    resource({}, { actions: ['update'], before, after, ...marks })
  const output = (change: Fields): Fields => ({
    output_changes: {
      o: { actions: ['update'], before: null, after: null, after_unknown: false, ...change },
    },
  })

  test.each<[string, readonly Fields[], Fields?]>([
    ['as a whole attribute', [marked]],
    [
      'when the whole resource is one',
      [resource({}, { after: { a: SECRET, b: [SECRET] }, after_sensitive: true })],
    ],
    [
      'in a nested block',
      [resource({}, { after: { a: [{ b: { c: SECRET } }] }, after_sensitive: { a: [{ b: { c: true } }] } })],
    ],
    ['in a list', [resource({}, { after: { a: ['x', SECRET] }, after_sensitive: { a: [false, true] } })]],
    ['in a map', [resource({}, { after: { a: { k: SECRET } }, after_sensitive: { a: { k: true } } })]],
    [
      'that is removed',
      [updated({ a: SECRET }, { a: 'x' }, { before_sensitive: { a: true }, after_sensitive: {} })],
    ],
    [
      'that is destroyed',
      [
        resource(
          {},
          { actions: ['delete'], before: { a: SECRET }, after: null, before_sensitive: { a: true } },
        ),
      ],
    ],
    [
      'that is no longer marked',
      [updated({ a: SECRET, b: 1 }, { a: SECRET, b: 2 }, { before_sensitive: { a: true } })],
    ],
    [
      'that moves within a set',
      [updated({ a: ['x', SECRET] }, { a: [SECRET, 'y', 'z'] }, { before_sensitive: { a: [false, true] } })],
    ],
    ['in an output', [], output({ after: SECRET, after_sensitive: true })],
    [
      'in a map of an output',
      [],
      output({ after: { k: SECRET }, before: { k: 'x' }, after_sensitive: true }),
    ],
    [
      'in drift',
      [],
      { resource_drift: [updated({ a: 'x' }, { a: SECRET }, { after_sensitive: { a: true } })] },
    ],
    ['in the middle of another value', [marked, resource({}, { after: { a: `postgres://u:${SECRET}@db` } })]],
    ['in JSON', [marked, resource({}, { after: { a: JSON.stringify({ k: [SECRET] }) } })]],
    ['in JSON in text', [marked, resource({}, { after: { a: `config: ${JSON.stringify({ k: SECRET })}` } })]],
    ['in a URL', [marked, resource({}, { after: { a: `postgres://u:${encodeURIComponent(SECRET)}@db` } })]],
    ['in a heredoc', [marked, resource({}, { after: { a: `one\n  two ${SECRET}\nthree` } })]],
    ['as a key', [marked, resource({}, { after: { a: { [SECRET]: 1 } } })]],
    ['as an id to import', [marked, resource({}, { actions: ['no-op'], importing: { id: SECRET } })]],
    ['as an id to import and update', [marked, resource({}, { importing: { id: SECRET } })]],
    [
      'in a path that forces a replacement',
      [marked, resource({}, { actions: ['delete', 'create'], replace_paths: [['tags', SECRET]] })],
    ],
    [
      'in a list that becomes a map',
      [
        updated(
          { a: [SECRET] },
          { a: { k: SECRET } },
          { before_sensitive: { a: [true] }, after_sensitive: { a: {} } },
        ),
      ],
    ],
    ['as an output that lost its mark', [marked], output({ after: [SECRET] })],
  ])('is hidden %s', (_, resources, given = {}) => {
    const text = render(resources, given)
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain('ümläut')
    expect(text).not.toContain(encodeURIComponent('ümläut'))
  })

  test('is hidden in Base64', () => {
    const text = render([
      marked,
      resource({}, { after: { a: Buffer.from(`user:${SECRET}`).toString('base64') } }),
    ])
    expect(text).not.toContain(Buffer.from(`user:${SECRET}`).toString('base64'))
  })

  test('of several lines is hidden at any indentation', () => {
    const key = resource({ address: 'a.key' }, { after: { a: PEM }, after_sensitive: { a: true } })
    const text = render([key, resource({}, { after: { a: PEM.replaceAll('\n', '\n    ') } })])
    expect(text).not.toContain('MIIEvQIBADANBgkqhkiG')
    expect(text).not.toContain('9w0BAQEFAASCBKcwggSj')
  })

  test('is hidden in diagnostics', () => {
    expect(render([marked], {}, { diagnostics: [diagnostic(SECRET)] })).not.toContain('hunter2')
  })

  test('of the caller is hidden', () => {
    const text = render([resource({}, { after: { a: `x ${SECRET}` } })], {}, { secrets: [SECRET] })
    expect(text).not.toContain('hunter2')
  })

  test('that is short is hidden as a whole value', () => {
    const pin = resource({ address: 'a.pin' }, { after: { a: '4711' }, after_sensitive: { a: true } })
    expect(render([pin, resource({}, { after: { b: '4711' } })])).not.toContain('4711')
  })

  test('that changes is distinguished from one that does not', () => {
    const marks = { before_sensitive: { a: true, b: true }, after_sensitive: { a: true, b: true } }
    const text = render([updated({ a: 'one', b: 'same' }, { a: 'two', b: 'same' }, marks)])
    expect(text).toContain('! a = (sensitive)\n  # 1 unchanged attribute')
  })

  test('that changes within a text is shown as a change', () => {
    const secrets = ['old-password', 'new-password'].map((a, index) =>
      resource({ address: `a.s${index}` }, { after: { a }, after_sensitive: { a: true } }),
    )
    const text = render([...secrets, updated({ a: 'x old-password' }, { a: 'x new-password' }, {})])
    expect(text).toContain('! a = "x ***"  # only hidden parts differ')
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    ['a fence', '```'],
    ['a longer fence', '`````````` ````'],
    ['a fence on its own line', 'x\n```\n# heading\n````\n'],
    ['the end of a block', '</details></summary></code></pre>'],
    ['a script', '<script>alert(1)</script><img src=x onerror=y>'],
    ['a mention', '@everyone @octo/team'],
    ['an issue', '#1 GH-1 octo/langfuse#1'],
    ['a command of the runner', '::set-output name=a::b\n::stop-commands::x\n##[group]y'],
    ['ANSI', '\u001b[31mred\u001b[0m'],
    ['marks that reorder', '\u202eevil\u202c \u2066x\u2069 \u200b\ufeff'],
    ['NUL and other controls', 'a\u0000b\u0007\u0008\u007f\u0085'],
    ['line ends of other systems', 'a\r\nb\u2028c\u2029d\re'],
    ['half a character', '\ud800 x \udc00'],
    ['Markdown', '[x](javascript:y) ![](z) **b** | c | <!-- d --> > [!NOTE]\n\n# h\n- i'],
    ['entities and HTML comments', '&lt;script&gt; <!-- '],
  ] as const

  const POSITIONS: Readonly<Record<string, (text: string) => string>> = {
    'an address': (text) =>
      render([
        resource({ address: `a["${text}"]` }),
        resource(
          { address: `aws_s3_bucket.a["${text}"]` },
          { actions: ['delete'], before: { id: 'x' }, after: null },
        ),
      ]),
    'a former address': (text) => render([resource({ previous_address: text })]),
    'the key of a deposed object': (text) =>
      render([resource({ deposed: text }, { actions: ['delete'], before: { id: 'x' }, after: null })]),
    'the name of an attribute': (text) => render([resource({}, { after: { [text]: 1 } })]),
    'names of unknown attributes': (text) =>
      render([
        resource({}, { after_unknown: Object.fromEntries([1, 2, 3, 4].map((n) => [`${text}${n}`, true])) }),
      ]),
    'a key': (text) => render([resource({}, { after: { a: { [text]: 1 } } })]),
    'a value': (text) => render([resource({}, { after: { a: text } })]),
    'a change': (text) =>
      render([
        resource(
          {},
          {
            actions: ['update'],
            before: { a: `x${text}`, b: `1\n${text}` },
            after: { a: `y${text}`, b: `2\n${text}` },
          },
        ),
      ]),
    'an element': (text) => render([resource({}, { after: { a: [text, [text]] } })]),
    JSON: (text) => render([resource({}, { after: { a: JSON.stringify({ [text]: [text] }) } })]),
    'the name of an output': (text) =>
      render([], { output_changes: { [text]: { actions: ['create'], before: null, after: text } } }),
    'a reason': (text) =>
      render([resource({ action_reason: text }, { actions: ['delete'], before: { id: 'x' } })]),
    'a path': (text) =>
      render([
        resource(
          {},
          {
            actions: ['delete', 'create'],
            before: { [text]: 1 },
            after: { [text]: 2 },
            replace_paths: [[text, text, 0]],
          },
        ),
      ]),
    'an id to import': (text) => render([resource({}, { importing: { id: text } })]),
    drift: (text) =>
      render([], {
        resource_drift: [
          resource({ address: text }, { actions: ['update'], before: {}, after: { [text]: text } }),
        ],
      }),
    'an error': (text) =>
      render([], {}, { diagnostics: [diagnostic(text), { ...diagnostic(text), severity: 'warning' }] }),
    'the stack': (text) => render([], {}, { stack: `s${text}` }),
    'version and commit': (text) => render([], {}, { terraformVersion: text, commit: text }),
    'the address of the run': (text) => render([], {}, { runUrl: `https://x.test/${text}` }),
  }

  // Some texts become empty, and some become several lines of a list.
  const skeleton = (text: string): string =>
    outsideCode(text)
      .replace(/<span\/>|<code\/>|<code><\/code>/g, '·')
      .replace(/<a href="[^"]*">([^<]*)<\/a>/g, '$1')
      .replace(
        /^Reason: [a-z ]* \(·?(?:, ·)*\)\.$|^Reason: [\w ]*\.$|Terraform's reason: [\w ]*\./gim,
        'Reason.',
      )

  describe.each(Object.entries(POSITIONS))('in %s', (_, renderWith) => {
    test.each(HOSTILE.map(([name, text]) => ({ name, text })))('is not interpreted: $name', ({ text }) => {
      const rendered = renderWith(text)
      expect(openDetails(rendered)).toBe(0)
      expect(skeleton(rendered)).toBe(skeleton(renderWith('innocent text')))
      expect(rendered).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
      )
      expect(Buffer.from(rendered).toString()).toBe(rendered)
      expect(rendered).not.toMatch(/^\s*::|##\[/m)
    })
  })
})
