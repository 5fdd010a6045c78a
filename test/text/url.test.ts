import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isLoopback, isSafeRedirect, isSafeUrl } from '../../src/text/url'

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.3', true],
  ['[::1]', true],
  ['127.0.0.1.nip.io', false],
  ['localhost.nip.io', false],
  ['10.0.0.1', false],
  ['[::2]', false],
])('isLoopback(%s) is %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected)
})

test.each([
  ['https://registry.test', 'https://cdn.test', true],
  ['https://registry.test', 'http://cdn.test', false],
  ['https://registry.test', 'ftp://cdn.test', false],
  ['https://registry.test', 'https://127.0.0.1:5000', false],
  ['http://127.0.0.1:5000', 'http://localhost:5001', true],
  ['http://127.0.0.1:5000', 'https://cdn.test', true],
  ['http://127.0.0.1:5000', 'http://cdn.test', false],
])('isSafeRedirect from %s to %s is %s', (from, to, expected) => {
  expect(isSafeRedirect(new URL(from), new URL(to))).toBe(expected)
})

test.each([
  ['https://langfuse.example.com', true],
  ['https://langfuse.example.com/base/', true],
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://langfuse.example.com', false],
  ['http://127.0.0.1.nip.io', false],
  ['ftp://127.0.0.1', false],
  ['ws://localhost:3000', false],
  ['https://user@langfuse.example.com', false],
  ['https://user:password@langfuse.example.com', false],
  ['https://:password@langfuse.example.com', false],
  ['http://user:password@localhost:3000', false],
  ['https://langfuse.example.com/?a=b', false],
  ['https://langfuse.example.com/#top', false],
  ['langfuse.example.com', false],
  ['', false],
])('isSafeUrl(%s) is %s', (text, expected) => {
  expect(isSafeUrl(text)).toBe(expected)
})

test('isSafeUrl accepts no URL that is neither HTTPS nor loopback, or that has credentials', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp'], withQueryParameters: true }), (text) => {
      const url = new URL(text)
      const isPlain = url.username === '' && url.search === '' && url.hash === ''
      expect(isSafeUrl(text)).toBe(isPlain && url.protocol === 'https:')
    }),
  )
})
