import { describe, expect, test } from '@jest/globals'
import { annotate, type Annotation } from '../../src/github/annotations'

interface Printed {
  readonly kind: string
  readonly message: string
  readonly properties: object
}

function annotated(
  annotations: readonly Annotation[],
  reservedErrors = 0,
): { readonly shown: readonly Printed[]; readonly dropped: number } {
  const shown: Printed[] = []
  const print = (kind: string) => (message: string, properties: object) => {
    shown.push({ kind, message, properties })
  }
  const annotator = { error: print('error'), warning: print('warning'), notice: print('notice') }
  return { dropped: annotate(annotations, annotator, reservedErrors), shown }
}

const one = (changes: Partial<Annotation> = {}): Annotation => ({
  severity: 'error',
  message: 'no',
  ...changes,
})
const many = (count: number, changes: Partial<Annotation> = {}): Annotation[] =>
  Array.from({ length: count }, (_, index) => one({ message: `error ${index}`, ...changes }))

describe('an annotation', () => {
  test('has a file and lines', () => {
    const lines = { file: 'terraform/main.tf', startLine: 3, endLine: 5 }
    expect(annotated([one({ title: 'Unsupported argument', ...lines })]).shown).toEqual([
      { kind: 'error', message: 'no', properties: { title: 'Unsupported argument', ...lines } },
    ])
  })

  test('has a column if it has a single line', () => {
    const lines = { file: 'main.tf', startLine: 3, startColumn: 7 }
    expect(annotated([one(lines)]).shown[0]?.properties).toEqual(lines)
    expect(annotated([one({ ...lines, endLine: 4 })]).shown[0]?.properties).not.toHaveProperty('startColumn')
  })

  test('without a file has no lines', () => {
    expect(annotated([one({ startLine: 3 })]).shown[0]?.properties).toEqual({})
  })

  test('contains no workflow command, color or bidirectional character', () => {
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

  test('is truncated to the maximum of the runner, between characters', () => {
    const [shown] = annotated([one({ message: `${'x'.repeat(4094)}😀😀` })]).shown
    expect(shown?.message).toBe(`${'x'.repeat(4094)}…`)
    expect(annotated([one({ message: 'x'.repeat(4096) })]).shown[0]?.message).toHaveLength(4096)
  })
})

describe('many annotations', () => {
  test('are limited to what the runner shows, minus reserved errors', () => {
    const { shown, dropped } = annotated([...many(12, { severity: 'warning' }), ...many(12)], 1)
    expect(shown.filter(({ kind }) => kind === 'error')).toHaveLength(9)
    expect(shown.filter(({ kind }) => kind === 'warning')).toHaveLength(10)
    expect(dropped).toBe(5)
  })

  test('start with those of a file', () => {
    const { shown } = annotated([...many(20), one({ file: 'main.tf', message: 'here' })])
    expect(shown[0]?.message).toBe('here')
  })

  test('are printed once if they are equal', () => {
    expect(annotated([one(), one(), one()])).toMatchObject({ shown: [{ message: 'no' }], dropped: 0 })
  })
})
