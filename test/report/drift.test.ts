import { describe, expect, test } from '@jest/globals'
import { TERRAFORM } from '../../src/plan/engine'
import { driftBody, driftTitle } from '../../src/report/drift'
import { fixture } from '../fixtures/fixture'

const PLAN = '### Terraform plan · `langfuse`\n\n**Plan:** 2 to update.'

describe('the drift issue', () => {
  test.each([
    ['drifted', true],
    ['resolved', false],
  ])('equals the fixture %s', (name, hasChanges) => {
    const body = driftBody(PLAN, { hasChanges, hasFailedChecks: false, engine: TERRAFORM })
    expect(body).toBe(fixture(`issues/${name}`, body))
  })

  test('has a title of one line within the limit of GitHub', () => {
    expect(driftTitle('langfuse')).toBe('Drift: langfuse')
    expect(driftTitle('a\nb')).toBe('Drift: a b')
    expect(driftTitle('x'.repeat(400)).length).toBeLessThanOrEqual(256)
  })

  test('leaves space for a plan of maximum size', () => {
    expect(
      Buffer.byteLength(driftBody('', { hasChanges: true, hasFailedChecks: false, engine: TERRAFORM })),
    ).toBeLessThan(1_000)
  })
})
