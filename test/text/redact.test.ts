import { describe, expect, test } from '@jest/globals'
import { compileRedactor, redactCredentials, redactDeep } from '../../src/text/redact'

const redact = (text: string, secrets: readonly string[]): string => compileRedactor(secrets)(text)

const SECRET = 'p4ss<w&rd>"\\/+é'
const redactSecret = compileRedactor([SECRET])

/** Serializes like Go's encoding/json. */
const goJson = (text: string): string =>
  JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')

describe('a secret', () => {
  test.each([
    ['in plain text', SECRET],
    ['in JSON', JSON.stringify({ a: SECRET })],
    ['in Go JSON', goJson(SECRET)],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ a: SECRET }))],
    ['in Go JSON within JSON', JSON.stringify(goJson(SECRET))],
    ['in a URL', `https://user:${encodeURIComponent(SECRET)}@host`],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    ['in Base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['in Base64 after one character', Buffer.from(`:${SECRET}`).toString('base64')],
    ['in Base64 after a user name', Buffer.from(`user:${SECRET}`).toString('base64')],
    ['in Base64 between other characters', Buffer.from(`ab${SECRET}yz`).toString('base64')],
  ])('is masked %s', (_, text) => {
    const clean = redactSecret(`before ${text} after`)
    expect(clean).toMatch(/^before .*\*\*\*.* after$/)
    // The outer Base64 characters share bits with neighboring text.
    const leaked = [SECRET, Buffer.from(SECRET).toString('base64').slice(4, 12)]
    for (const part of leaked) expect(clean).not.toContain(part)
  })

  test('inside a longer secret leaves no part of it', () => {
    expect(redact('abcdefgh12345678', ['abcdefgh', 'abcdefgh12345678'])).toBe('***')
  })

  test('of several lines is masked line by line', () => {
    const pem = '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA\nshort\nx9fKQ2vVb1oWZ7==\n-----END KEY-----\n'
    const text = 'on line 2: MIIEpAIBAAKCAQEA, on line 4: x9fKQ2vVb1oWZ7=='
    expect(redact(text, [pem])).toBe('on line 2: ***, on line 4: ***')
    expect(redact(pem, [pem])).toBe('***')
  })

  test.each(['', 'true', 'eu-west', '1234567'])(
    "of fewer than eight characters ('%s') is not masked",
    (short) => {
      expect(redact('true eu-west-1 1234567', [short])).toBe('true eu-west-1 1234567')
    },
  )

  test.each(['(a|b)*[c]{2}^$.', 'a\\d+b\\w+', '$&$1$`$$$$', '\ud800 half a pair'])(
    '%j is not a pattern',
    (secret) => {
      expect(redact(`x${secret}y`, [secret])).toBe('x***y')
    },
  )

  test('is masked anywhere in a JSON value, including keys', () => {
    const value = { a: [SECRET, 1, null, { [`k ${SECRET}`]: true }] }
    expect(redactDeep(value, redactSecret)).toEqual({ a: ['***', 1, null, { 'k ***': true }] })
  })

  test('is found among thousands, in thousands of lines', () => {
    const secrets = Array.from({ length: 2000 }, (_, at) => `secret-number-${at}-`)
    const clean = compileRedactor(secrets)
    for (let at = 0; at < 2000; at++)
      expect(clean(`line ${at}: secret-number-${at}- end`)).toBe(`line ${at}: *** end`)
  })
})

describe('a value that looks like a credential', () => {
  test.each([
    ['postgresql://langfuse:p@ss/w@db:5432/x?a=b', 'postgresql://***@db:5432/x?a=b'],
    ['rediss://:hunter2222@valkey:6379', 'rediss://***@valkey:6379'],
    ['Authorization: Bearer eyJhbGciOi.J9-_x', 'Authorization: Bearer ***'],
    ['key sk-lf-12345678-90ab for AKIAABCDEFGHIJKLMNOP', 'key *** for ***'],
    ['{"password":"hunter22","user":"x"}', '{"password":"***","user":"x"}'],
    ['ENCRYPTION_KEY=0123456789abcdef next', 'ENCRYPTION_KEY=*** next'],
  ])('is masked in %s', (text, masked) => {
    expect(redactCredentials(text)).toBe(masked)
  })

  test.each([
    'GET https://langfuse.example.org/api/public/health 200',
    'Invalid token in SQL at line 3',
    'user@example.org signed in',
  ])('is not found in %s', (text) => {
    expect(redactCredentials(text)).toBe(text)
  })
})
