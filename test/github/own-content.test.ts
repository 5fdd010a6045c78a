import { describe, expect, test } from '@jest/globals'
import { markerOf } from '../../src/github/own-content'

describe('the marker', () => {
  test.each([
    ['terraform/langfuse', '<!-- langfuse-deploy:plan:terraform%2Flangfuse -->'],
    ['a-b', '<!-- langfuse-deploy:plan:a-b -->'],
    ['x --> <script>', '<!-- langfuse-deploy:plan:x%20%2D-%3E%20%3Cscript%3E -->'],
    ['---', '<!-- langfuse-deploy:plan:%2D%2D- -->'],
    ['a--!>b', '<!-- langfuse-deploy:plan:a%2D-!%3Eb -->'],
    ['\ud800', '<!-- langfuse-deploy:plan:%EF%BF%BD -->'],
    ['x\ny', '<!-- langfuse-deploy:plan:x%0Ay -->'],
  ])('of %j is a single HTML comment', (stack, marker) => {
    expect(markerOf('plan', stack)).toBe(marker)
    expect(/^<!-- (.*) -->$/.exec(marker)?.[1]).not.toMatch(/--|>/)
  })

  test("is not a prefix of another stack's marker", () => {
    expect(markerOf('plan', 'ab').startsWith(markerOf('plan', 'a'))).toBe(false)
    expect(markerOf('plan', '%2D')).not.toBe(markerOf('plan', '-'))
  })
})
