import { describe, expect, test } from '@jest/globals'
import { HTML_PAGE, parseErrorBody } from '../../src/registry/error'
import { codeOf, HttpError } from '../../src/http/error'
import { errorMessage, toPrintableLine } from '../../src/text/sanitize'

describe('the words of a registry', () => {
  const errors = (...entries: unknown[]): string => JSON.stringify({ errors: entries })

  test.each<[string, string, string, string[], string]>([
    [
      'in the form of the specification',
      errors({ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown', detail: { Tag: '1' } }),
      'application/json',
      ['MANIFEST_UNKNOWN'],
      'MANIFEST_UNKNOWN: manifest unknown',
    ],
    [
      'of several errors',
      errors({ code: 'A', message: 'a' }, { code: 'B', message: 'b' }),
      '',
      ['A', 'B'],
      'A: a; B: b',
    ],
    ['of a code alone', errors({ code: 'DENIED' }), '', ['DENIED'], 'DENIED'],
    ['of a message alone', errors({ message: 'no' }), '', [], 'no'],
    ['whose code is no text', errors({ code: 7, message: 'no' }), '', [], 'no'],
    ['that are no list', '{"errors":"none"}', '', [], '{"errors":"none"}'],
    ['that are an empty list', '{"errors":[]}', '', [], '{"errors":[]}'],
    ['that hold no objects', errors('text', null), '', [], '{"errors":["text",null]}'],
    ['in plain text', 'Not Authorized\n', 'text/plain', [], 'Not Authorized'],
    ['that are none', '', '', [], 'no reason given'],
    ['that are a page by its type', '<p>x</p>', 'text/html; charset=utf-8', [], HTML_PAGE],
    ['that are a page by its looks', ' <!DOCTYPE html><html></html>', '', [], HTML_PAGE],
    ['that are half a JSON', '{"errors":[{"code":"A"', 'application/json', [], '{"errors":[{"code":"A"'],
  ])('%s', (_, body, type, codes, message) => {
    expect(parseErrorBody(body, type)).toEqual({ codes, message })
  })

  test('are one printable line of bounded length, the codes too', () => {
    const code = 'A\n::error::x'
    const message = `two\r\nlines\u001b[31m \u202eturned\u200b   ${'x'.repeat(500)}`
    const parsed = parseErrorBody(errors({ code, message }), '')
    expect(parsed.codes).toEqual(['A ::error::x'])
    expect(parsed.message).toMatch(/^A ::error::x: two lines \[31m turned x+…$/)
    expect(parsed.message).toHaveLength(401)
  })
})

describe('an error of a registry', () => {
  const url = new URL('https://ghcr.io/v2/a/b?digest=secret&signature=secret')

  test('names method, place and status, and leaves the query out', () => {
    const error = new HttpError({ method: 'GET', url, status: 404, message: 'gone', transient: false })
    expect(error.message).toBe('GET ghcr.io/v2/a/b answered 404: gone')
    expect(error).toMatchObject({ host: 'ghcr.io', status: 404, codes: [], transient: false })
  })

  test('without an answer says none came', () => {
    expect(new HttpError({ method: 'GET', url, message: 'cut', transient: true }).message).toBe(
      'GET ghcr.io/v2/a/b: cut',
    )
  })

  test('of the only try does not count it', () => {
    const error = new HttpError({ method: 'GET', url, message: 'cut', transient: true })
    expect(error.final(1).message).toBe('GET ghcr.io/v2/a/b: cut')
    expect(error.final(2)).toMatchObject({
      message: 'GET ghcr.io/v2/a/b: cut (after 2 tries)',
      transient: false,
      cause: error,
    })
  })
})

test.each<[unknown, string, string]>([
  [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED', 'refused'],
  [new Error('two\nlines'), '', 'two lines'],
  [new TypeError(''), '', 'TypeError'],
  ['text', '', 'text'],
  [undefined, '', 'undefined'],
  [{ code: 5 }, '', '[object Object]'],
])('whatever is thrown, %p, has a code and words', (thrown, code, words) => {
  expect([codeOf(thrown), errorMessage(thrown)]).toEqual([code, words])
})

test.each([
  ['  a \t b\n\n', 'a b'],
  ['\u0000\u0007', ''],
  ['Ä € 👍🏽', 'Ä € 👍🏽'],
  ['x'.repeat(300), 'x'.repeat(300)],
])('%j is one line', (text, line) => {
  expect(toPrintableLine(text)).toBe(line)
})
