import { expect, test } from '@jest/globals'
import { matchesVersion, isVersionTag } from '../../src/langfuse/health'

test.each([
  ['3.225.11', '3.225.11', true],
  ['3.225.11', '3.225', true],
  ['3.225.11', '3', true],
  ['3.225.11', 'v3.225.11', true],
  ['3.225.11', '3.225.1', false],
  ['3.225.11', '3.22', false],
  ['4.0.0', '3', false],
  ['4.0.0-rc.1', '4.0.0', false],
  ['4.0.0-rc.1', '4.0.0-rc.1', true],
])('whether %s matches %s: %s', (version, expected, isMatch) => {
  expect(matchesVersion(version, expected)).toBe(isMatch)
})

test.each([
  ['3.225.11', true],
  ['v4', true],
  ['4.0.0-rc.1', true],
  ['latest', false],
  ['sha-1a2b3c4', false],
  ['', false],
])("whether the tag '%s' is a version: %s", (tag, isVersion) => {
  expect(isVersionTag(tag)).toBe(isVersion)
})
