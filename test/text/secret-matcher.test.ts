import { expect, test } from '@jest/globals'
import { MIN_SECRET_LENGTH, SecretMatcher } from '../../src/text/secret-matcher'
import { cpuMs } from '../cpu-time'

test.each([
  ['nothing', [], 'a text', 'a text'],
  ['a form', ['12345678'], 'a 12345678 b', 'a * b'],
  ['the longest form', ['12345678', '1234567890'], '1234567890', '*'],
  ['forms next to each other', ['12345678', 'abcdefgh'], '12345678abcdefgh', '**'],
  ['the first of equal forms', ['aaaaaaaa'], 'aaaaaaaaaaaaaaaaaaaa', '*'],
  ['a form over lines', ['12345678'], 'a\n12\n  34\r\n5678\nb', 'a\n*\nb'],
  ['two forms over lines', ['12345678', 'abcdefgh'], '1234\n5678 abcd\nefgh-', '* *-'],
  ['no short form', ['1234567'], '1234567', '1234567'],
])('replaces %s', (_, forms, text, expected) => {
  expect(new SecretMatcher(forms).replace(text, '*')).toBe(expected)
})

test('is fast for long texts with many lines and forms', async () => {
  const forms = Array.from({ length: 20_000 }, (_, at) => `secret-number-${at}-`)
  const matcher = new SecretMatcher(forms)
  const text = 'a line of a plan that has no secret\n'.repeat(20_000)
  let replaced = ''
  expect(await cpuMs(() => (replaced = matcher.replace(text, '*')))).toBeLessThan(5_000)
  expect(replaced).toBe(text)
  expect(MIN_SECRET_LENGTH).toBe(8)
})
