import { describe, expect, test } from '@jest/globals'
import { createRedactor, redactCredentials, redactDeep } from '../../src/text/redact'

const redact = (text: string, secrets: readonly string[]): string => createRedactor(secrets).redact(text)

const SECRET = 'p4ss<w&rd>"\\/+é'
const { redact: redactSecret } = createRedactor([SECRET])

/** Serializes like Go's encoding/json. */
const goJson = (text: string): string =>
  JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')

/** Encodes like Go's url.QueryEscape. */
const goQuery = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

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
    ['in Base64 of UTF-16', Buffer.from(SECRET, 'utf16le').toString('base64')],
    ['in upper case', SECRET.toUpperCase()],
    ['in lower case', SECRET.toLowerCase()],
    ['in a URL as Go, Python and RFC 3986 encode it', goQuery(SECRET)],
    ['in a URL in lower case', goQuery(SECRET).toLowerCase()],
    ['in HTML', 'p4ss&lt;w&amp;rd&gt;&quot;\\/+é'],
    ['in XML of Go', 'p4ss&lt;w&amp;rd&gt;&#34;\\/+é'],
    ['in JSON of Python', '"p4ss<w&rd>\\"\\\\/+\\u00e9"'],
    ['over two lines', `${SECRET.slice(0, 5)}\n    ${SECRET.slice(5)}`],
    ['over two lines of a frame', `${SECRET.slice(0, 5)}\n│ ${SECRET.slice(5)}`],
    ['over two lines in JSON', JSON.stringify(`${SECRET.slice(0, 5)}\n${SECRET.slice(5)}`)],
  ])('is masked %s', (_, text) => {
    const clean = redactSecret(`before ${text} after`)
    expect(clean).toMatch(/^before .*\*\*\*.* after$/)
    // The outer Base64 characters share bits with neighboring text.
    const leaked = [SECRET, SECRET.slice(0, 7), Buffer.from(SECRET).toString('base64').slice(4, 12)]
    for (const part of leaked) expect(clean).not.toContain(part)
  })

  test('inside a longer secret leaves no part of it', () => {
    expect(redact('abcdefgh12345678', ['abcdefgh', 'abcdefgh12345678'])).toBe('***')
  })

  test('that overlaps another leaves no part of both', () => {
    expect(redact('x abcdefghijkl-opqr y', ['abcdefghijkl', 'ghijkl-opqr'])).toBe('x *** y')
  })

  test.each([
    ["it's a 'secret'", "it'\\''s a '\\''secret'\\''", 'a shell'],
    ["it's a 'secret'", "it''s a ''secret''", 'YAML and SQL'],
    ['say "secret"', 'say ""secret""', 'CSV'],
    ['a${b}c%{d}e', 'a$${b}c%%{d}e', 'HCL'],
    ['p@ss w/rd+(1)', 'p%40ss+w%2Frd%2B%281%29', 'a query of Go'],
    ['p@ss w/rd+(1)', 'p%40ss%20w/rd%2B%281%29', 'a path of Python'],
    ['p@ss:word/1', 'p@ss:word%2F1', 'a path of Go'],
  ])('%j is masked as %s, quoted for %s', (secret, quoted) => {
    expect(redact(`<${quoted}>`, [secret])).toBe('<***>')
  })

  test('in Base64 is masked when it is wrapped', () => {
    const secret = 'correct-horse-battery-staples-'.repeat(4)
    const wrapped = Buffer.from(secret).toString('base64').replace(/.{76}/g, '$&\n')
    expect(wrapped).toContain('\n')
    expect(redact(wrapped, [secret])).toBe('***')
  })

  test('is masked at the words where Terraform wraps it, but not as another word', () => {
    expect(redact('an error: correct horse\n│ battery staple!', ['correct horse battery staple'])).toBe(
      'an error: ***!',
    )
    expect(redact('the password\nis wrong', ['pass word'])).toBe('the password\nis wrong')
  })

  test('of several words is masked where a program wraps it, line by line', () => {
    const secret = 'correct horse battery staple'
    expect(redact('an error: correct horse', [secret])).toBe('an error: ***')
    expect(redact('battery staple!', [secret])).toBe('***!')
    expect(redact('a battery is correct', [secret])).toBe('a battery is correct')
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
    const { redact: clean } = createRedactor(secrets)
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
