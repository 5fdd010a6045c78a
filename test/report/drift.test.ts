import { describe, expect, test } from '@jest/globals'
import { driftBody, driftTitle } from '../../src/report/drift'
import { fixture } from '../fixtures/fixture'

const PLAN = '### Terraform plan · `langfuse`\n\n**Plan:** 2 to update.'

describe('the issue on drift', () => {
  test.each([
    ['drifted', true],
    ['mended', false],
  ])('reads as in %s.md', (name, hasChanges) => {
    const body = driftBody(PLAN, { hasChanges })
    expect(body).toBe(fixture(`issues/${name}`, body))
  })

  test('has a title of one line that GitHub takes', () => {
    expect(driftTitle('langfuse')).toBe('Drift: langfuse')
    expect(driftTitle('a\nb')).toBe('Drift: a b')
    expect(driftTitle('x'.repeat(400)).length).toBeLessThanOrEqual(256)
  })

  test('leaves room for the longest plan', () => {
    expect(Buffer.byteLength(driftBody('', { hasChanges: true }))).toBeLessThan(1_000)
  })
})
