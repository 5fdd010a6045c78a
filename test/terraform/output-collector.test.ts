import { describe, expect, test } from '@jest/globals'
import type { TerraformEvent } from '../../src/terraform/events'
import { type EmitMode, OutputCollector } from '../../src/terraform/output-collector'

function collector(mode: EmitMode) {
  const events: TerraformEvent[] = []
  const secrets: string[] = []
  const output = new OutputCollector(
    {
      onEvent: (event) => events.push(event),
      redact: (text) => secrets.reduce((result, secret) => result.replaceAll(secret, '***'), text),
    },
    mode,
  )
  return { output, secrets, messages: () => events.map(({ message }) => message) }
}

const diagnostic = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary: 'S', ...fields } })
const VERSION = '{"type":"version","@message":"Terraform 1.11.4"}'

describe('immediate output', () => {
  test('is emitted line by line, without the terminal frame of stderr', () => {
    const { output, messages } = collector('immediate')
    output.addLine('plain', 'stdout')
    output.addLine('\u001b[31m│\u001b[0m Error: no', 'stderr')
    expect(messages()).toEqual(['plain', 'Error: no'])
    expect(output.hasDeferredLines).toBe(false)
  })

  test('keeps only the last lines of text for the error', () => {
    const { output } = collector('immediate')
    for (let line = 1; line <= 50; line++) output.addLine(`line ${line}`, 'stdout')
    expect(output.text).toHaveLength(40)
    expect(output.text[0]).toBe('line 11')
  })
})

test.each([
  'Terraform encountered problems during initialisation',
  'OpenTofu encountered problems during initialization',
])('an error that only announces others is in the log only: %s', (start) => {
  const { output, messages } = collector('immediate')
  const summary = `${start}, including problems\nwith the configuration, described below.\n\nThe configuration must be valid.`
  output.addLine(diagnostic({ summary: 'Unsupported argument' }), 'stdout')
  output.addLine(diagnostic({ summary }), 'stdout')
  expect(output.diagnostics).toMatchObject([{ summary: 'Unsupported argument' }])
  expect(messages()).toHaveLength(2)
})

describe('deferred output', () => {
  test('is emitted without the secrets that became known later', () => {
    const { output, secrets, messages } = collector('deferred')
    output.addLine(VERSION, 'stdout')
    output.addLine(diagnostic({ detail: 'hunter2' }), 'stdout')
    expect(messages()).toEqual(['Terraform 1.11.4'])
    secrets.push('hunter2')
    output.emitDeferred()
    expect(messages()).toEqual(['Terraform 1.11.4', 'Error: S\n***'])
    expect(output.diagnostics).toMatchObject([{ detail: '***' }])
  })

  test('is limited, with the number of omitted lines', () => {
    const { output, messages } = collector('deferred')
    for (let line = 0; line < 40_001; line++) output.addLine(`line ${line}`, 'stdout')
    output.emitDeferred()
    expect(messages()).toHaveLength(20_002)
    expect(messages().slice(0, 2)).toEqual(['(20000 earlier lines omitted)', 'line 20000'])
  })

  test('is withheld except for errors of the backend', () => {
    const { output, messages } = collector('deferred')
    output.addLine('text', 'stdout')
    output.addLine(diagnostic({ detail: 'hunter2', address: 'a.b' }), 'stdout')
    output.addLine(diagnostic({ summary: 'Error acquiring the state lock', detail: 'ID: 1' }), 'stdout')
    output.withholdDeferred()
    expect(messages()).toEqual([
      'Error: Provider error (a.b)\n(withheld: the text may contain secrets, and the secret values could not be read)',
      'Error: Error acquiring the state lock\nID: 1',
    ])
  })
})

describe('deferred instance keys', () => {
  const planned = JSON.stringify({
    type: 'planned_change',
    '@message': 'a.b["hunter2"]: Plan to create',
    change: { action: 'create', resource: { addr: 'a.b["hunter2"]' } },
  })
  const other = JSON.stringify({ type: 'refresh_start', '@message': 'a.c[0]: Refreshing state...' })

  test('are emitted without the secrets that became known later', () => {
    const { output, secrets, messages } = collector('deferred-keys')
    output.addLine(planned, 'stdout')
    output.addLine(other, 'stdout')
    expect(messages()).toEqual(['a.c[0]: Refreshing state...'])
    secrets.push('hunter2')
    output.emitDeferred()
    expect(messages()).toContain('a.b["***"]: Plan to create')
  })

  test('are masked if the secrets are not known', () => {
    const { output, messages } = collector('deferred-keys')
    output.addLine(planned, 'stdout')
    output.withholdDeferred()
    expect(messages()).toEqual(['a.b["***"]: Plan to create'])
  })

  test('of an apply are emitted at once', () => {
    const { output, messages } = collector('deferred')
    output.addLine(planned, 'stdout')
    expect(messages()).toEqual(['a.b["hunter2"]: Plan to create'])
  })
})

test('addresses that are equal without their secrets are numbered', () => {
  const { output, secrets, messages } = collector('immediate')
  secrets.push('hunter2', 'hunter3')
  for (const key of ['hunter2', 'hunter3', 'web', 'hunter2'])
    output.addLine(diagnostic({ address: `a.b["${key}"]`, detail: `is ${key}` }), 'stdout')
  expect(output.diagnostics.map(({ address }) => address)).toEqual([
    'a.b["***"]',
    'a.b["*** 2"]',
    'a.b["web"]',
    'a.b["***"]',
  ])
  expect(messages()[1]).toBe('Error: S (a.b["*** 2"])\nis ***')
})
