import { describe, expect, test } from '@jest/globals'
import { formatDiagnostic, isLockRaceResolved, lockOf, parseDiagnostic } from '../../src/terraform/diagnostic'

describe('a diagnostic', () => {
  const range = { filename: 'main.tf', start: { line: 3, column: 2 }, end: { line: 4, column: 5 } }

  test('is read with range and address', () => {
    const fields = { severity: 'warning', summary: 'S', detail: ' D\n', address: 'a.b', range }
    expect(parseDiagnostic(fields)).toEqual({
      severity: 'warning',
      summary: 'S',
      detail: 'D',
      address: 'a.b',
      range: { file: 'main.tf', startLine: 3, startColumn: 2, endLine: 4, endColumn: 5 },
    })
  })

  test.each([
    [{ summary: 'S' }, 'Error: S'],
    [{ summary: 'S', severity: 'warning', detail: 'D' }, 'Warning: S\nD'],
    [{ summary: 'S', range, address: 'a.b', detail: 'D' }, 'Error: S (main.tf:3, a.b)\nD'],
    [{ summary: 'S', range: { filename: 'main.tf' } }, 'Error: S'],
  ])('%j is formatted as %j', (fields, text) => {
    expect(formatDiagnostic(parseDiagnostic(fields))).toBe(text)
  })
})

describe('a lock', () => {
  const diagnostic = (summary: string, detail: string) => ({
    severity: 'error' as const,
    summary,
    detail,
    address: undefined,
    range: undefined,
  })
  const INFO =
    'Lock Info:\n  ID:        5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1\n  Path:      b/k\n  Operation: OperationTypePlan\n  Who:       me@host\n  Version:   1.11.4\n  Created:   2026-11-23 22:00:00 +0000 UTC\n  Info:      \n'

  test('is read from the lock info, not from the text around it', () => {
    const detail = `Error message: ID: forged\nLock Info:\n  ID: forged\n\n${INFO}\n\nTerraform acquires a state lock`
    expect(lockOf(diagnostic('Error acquiring the state lock', detail))).toEqual({
      kind: 'held',
      id: '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1',
      path: 'b/k',
      operation: 'OperationTypePlan',
      who: 'me@host',
      version: '1.11.4',
      created: '2026-11-23 22:00:00 +0000 UTC',
      info: '',
    })
    expect(lockOf(diagnostic('Error releasing the state lock', INFO))).toMatchObject({ kind: 'orphaned' })
  })

  test.each([
    ['another error', 'Error', INFO],
    ['an error without lock info', 'Error acquiring the state lock', 'AccessDenied'],
    ['lock info without an id', 'Error acquiring the state lock', 'Lock Info:\n  ID:\n  Who: me'],
  ])('is not read from %s', (_, summary, detail) => {
    expect(lockOf(diagnostic(summary, detail))).toBeUndefined()
  })
})

test.each([
  ['Error acquiring the state lock', 'PreconditionFailed k.tflock NoSuchKey', true],
  ['Error acquiring the state lock', 'PreconditionFailed k.tflock StatusCode: 404', true],
  ['Error acquiring the state lock', 'PreconditionFailed k.tflock StatusCode: 403', false],
  ['Error releasing the state lock', 'PreconditionFailed k.tflock NoSuchKey', false],
  ['Error acquiring the state lock', 'StatusCode: 409, api error ConditionalRequestConflict: retry', true],
  ['Error releasing the state lock', 'api error ConditionalRequestConflict', false],
])('whether the lock is free again after "%s" (%s): %s', (summary, detail, isFree) => {
  expect(isLockRaceResolved([parseDiagnostic({ summary, detail })])).toBe(isFree)
})

test('a diagnostic has no control characters', () => {
  const detail = 'one\r\ntwo\u001b[31m three\u0000\u202e\n'
  expect(parseDiagnostic({ summary: 'a\u0007b', detail })).toMatchObject({
    summary: 'ab',
    detail: 'one\ntwo three',
  })
})
