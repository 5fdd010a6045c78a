import { describe, expect, test } from '@jest/globals'
import { redact, redactDeep, redactor } from '../../src/text/redact'

const SECRET = 'p4ss<w&rd>"\\/+é'
const hide = redactor([SECRET])

/** As Go's encoding/json writes it. */
const goJson = (text: string): string =>
  JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')

describe('a secret', () => {
  test.each([
    ['as it is', SECRET],
    ['in JSON', JSON.stringify({ a: SECRET })],
    ['in JSON of Go', goJson(SECRET)],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ a: SECRET }))],
    ['in JSON of Go within JSON', JSON.stringify(goJson(SECRET))],
    ['in a URL', `https://user:${encodeURIComponent(SECRET)}@host`],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    ['in Base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['in Base64 behind one character', Buffer.from(`:${SECRET}`).toString('base64')],
    ['in Base64 behind a name', Buffer.from(`user:${SECRET}`).toString('base64')],
    ['in Base64 in the middle', Buffer.from(`ab${SECRET}yz`).toString('base64')],
  ])('is taken out %s', (_, text) => {
    const clean = hide(`before ${text} after`)
    expect(clean).toMatch(/^before .*\*\*\*.* after$/)
    // Of Base64, characters at the edges hold bits of the neighbours and too few of the secret.
    const leaked = [SECRET, Buffer.from(SECRET).toString('base64').slice(4, 12)]
    for (const part of leaked) expect(clean).not.toContain(part)
  })

  test('within another leaves nothing of the longer one', () => {
    expect(redact('abcdefgh12345678', ['abcdefgh', 'abcdefgh12345678'])).toBe('***')
  })

  test('of several lines is taken out line by line', () => {
    const pem = '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA\nshort\nx9fKQ2vVb1oWZ7==\n-----END KEY-----\n'
    const text = 'on line 2: MIIEpAIBAAKCAQEA, on line 4: x9fKQ2vVb1oWZ7=='
    expect(redact(text, [pem])).toBe('on line 2: ***, on line 4: ***')
    expect(redact(pem, [pem])).toBe('***')
  })

  test.each(['', 'true', 'eu-west', '1234567'])(
    "of fewer than eight characters ('%s') is left alone",
    (short) => {
      expect(redact('true eu-west-1 1234567', [short])).toBe('true eu-west-1 1234567')
    },
  )

  test.each(['(a|b)*[c]{2}^$.', 'a\\d+b\\w+', '$&$1$`$$$$', '\ud800 half a pair'])(
    '%j is no pattern',
    (secret) => {
      expect(redact(`x${secret}y`, [secret])).toBe('x***y')
    },
  )

  test('is found in every corner of a value, in keys too', () => {
    const value = { a: [SECRET, 1, null, { [`k ${SECRET}`]: true }] }
    expect(redactDeep(value, hide)).toEqual({ a: ['***', 1, null, { 'k ***': true }] })
  })

  test('among thousands is found in thousands of lines', () => {
    const secrets = Array.from({ length: 2000 }, (_, at) => `secret-number-${at}-`)
    const clean = redactor(secrets)
    for (let at = 0; at < 2000; at++)
      expect(clean(`line ${at}: secret-number-${at}- end`)).toBe(`line ${at}: *** end`)
  })
})
