import { describe, expect, test } from '@jest/globals'
import { annotate, type Diagnostic } from '../../src/github/annotations'

interface Annotation {
  readonly kind: string
  readonly message: string
  readonly properties: object
}

function annotated(diagnostics: readonly Diagnostic[], spared = 0): { shown: Annotation[]; left: number } {
  const shown: Annotation[] = []
  const note = (kind: string) => (message: string, properties: object) => {
    shown.push({ kind, message, properties })
  }
  return { left: annotate(diagnostics, { error: note('error'), warning: note('warning') }, spared), shown }
}

const one = (changes: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'error',
  message: 'no',
  ...changes,
})
const many = (count: number, changes: Partial<Diagnostic> = {}): Diagnostic[] =>
  Array.from({ length: count }, (_, index) => one({ message: `fault ${index}`, ...changes }))

describe('a diagnostic', () => {
  test('stands beside its lines', () => {
    const place = { file: 'terraform/main.tf', startLine: 3, endLine: 5 }
    expect(annotated([one({ title: 'Unsupported argument', ...place })]).shown).toEqual([
      { kind: 'error', message: 'no', properties: { title: 'Unsupported argument', ...place } },
    ])
  })

  test('has a column where it is of one line', () => {
    const place = { file: 'main.tf', startLine: 3, startColumn: 7 }
    expect(annotated([one(place)]).shown[0]?.properties).toEqual(place)
    expect(annotated([one({ ...place, endLine: 4 })]).shown[0]?.properties).not.toHaveProperty('startColumn')
  })

  test('without a file has no lines', () => {
    expect(annotated([one({ startLine: 3 })]).shown[0]?.properties).toEqual({})
  })

  test('is text: no workflow command, no colour, no mark that reorders', () => {
    const [shown] = annotated([
      one({
        title: 'a\n::stop-commands::x',
        message: '\u001b[31m::set-output name=x::y\u202e\n  ::error::z',
        file: 'a\n.tf',
      }),
    ]).shown
    expect(shown?.message).toBe(': :set-output name=x::y\n  : :error::z')
    expect(shown?.properties).toEqual({ title: 'a : :stop-commands::x', file: 'a .tf' })
  })

  test('is cut to what the runner takes, between characters', () => {
    const [shown] = annotated([one({ message: `${'x'.repeat(4094)}😀😀` })]).shown
    expect(shown?.message).toBe(`${'x'.repeat(4094)}…`)
    expect(annotated([one({ message: 'x'.repeat(4096) })]).shown[0]?.message).toHaveLength(4096)
  })
})

describe('many diagnostics', () => {
  test('are as many as the runner shows, with room for what the step has yet to tell, and a count of the others', () => {
    const { shown, left } = annotated([...many(12, { severity: 'warning' }), ...many(12)], 1)
    expect(shown.filter(({ kind }) => kind === 'error')).toHaveLength(9)
    expect(shown.filter(({ kind }) => kind === 'warning')).toHaveLength(10)
    expect(left).toBe(5)
  })

  test('show those beside a line first', () => {
    const { shown } = annotated([...many(20), one({ file: 'main.tf', message: 'here' })])
    expect(shown[0]?.message).toBe('here')
  })

  test('that are the same are one', () => {
    expect(annotated([one(), one(), one()])).toMatchObject({ shown: [{ message: 'no' }], left: 0 })
  })
})
