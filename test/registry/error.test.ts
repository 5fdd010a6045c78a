import { describe, expect, test } from '@jest/globals'
import { htmlMessage, parseErrorBody } from '../../src/registry/error'

const HTML_PAGE = htmlMessage(200)

describe('an error body', () => {
  const errors = (...entries: unknown[]): string => JSON.stringify({ errors: entries })

  test.each<[string, string, string, string[], string]>([
    [
      'of the specification',
      errors({ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown', detail: { Tag: '1' } }),
      'application/json',
      ['MANIFEST_UNKNOWN'],
      'MANIFEST_UNKNOWN: manifest unknown ({"Tag":"1"})',
    ],
    [
      'with a detail of text',
      errors({ code: 'MANIFEST_INVALID', message: 'manifest invalid', detail: 'layers[1]: size is 0' }),
      '',
      ['MANIFEST_INVALID'],
      'MANIFEST_INVALID: manifest invalid (layers[1]: size is 0)',
    ],
    [
      'with a detail that the message has already',
      errors(
        { code: 'A', message: 'no blob x', detail: 'blob x' },
        { code: 'B', message: 'b', detail: null },
      ),
      '',
      ['A', 'B'],
      'A: no blob x; B: b',
    ],
    [
      'with the access that a login lacks',
      errors({ code: 'UNAUTHORIZED', message: 'log in', detail: [{ Type: 'repository', Action: 'pull' }] }),
      '',
      ['UNAUTHORIZED'],
      'UNAUTHORIZED: log in',
    ],
    ['of another format', '{"message":"no such project"}', 'application/json', [], 'no such project'],
    [
      'with several errors',
      errors({ code: 'A', message: 'a' }, { code: 'B', message: 'b' }),
      '',
      ['A', 'B'],
      'A: a; B: b',
    ],
    ['with a code only', errors({ code: 'DENIED' }), '', ['DENIED'], 'DENIED'],
    ['with a message only', errors({ message: 'no' }), '', [], 'no'],
    ['with a code that is not a string', errors({ code: 7, message: 'no' }), '', [], 'no'],
    ['without a list', '{"errors":"none"}', '', [], '{"errors":"none"}'],
    ['with an empty list', '{"errors":[]}', '', [], '{"errors":[]}'],
    ['with entries that are not objects', errors('text', null), '', [], '{"errors":["text",null]}'],
    ['of plain text', 'Not Authorized\n', 'text/plain', [], 'Not Authorized'],
    ['that is empty', '', '', [], 'no reason given'],
    ['of type HTML', '<p>x</p>', 'text/html; charset=utf-8', [], HTML_PAGE],
    ['that looks like HTML', ' <!DOCTYPE html><html></html>', '', [], HTML_PAGE],
    ['of truncated JSON', '{"errors":[{"code":"A"', 'application/json', [], '{"errors":[{"code":"A"'],
  ])('%s', (_, body, type, codes, message) => {
    expect(parseErrorBody({ status: 400, body, contentType: type })).toEqual({ codes, message })
  })

  test('becomes printable lines of limited length', () => {
    const code = 'A\n::error::x'
    const message = `two\r\nlines\u001b[31m \u202eturned\u200b   ${'x'.repeat(500)}`
    const parsed = parseErrorBody({ status: 400, body: errors({ code, message }), contentType: '' })
    expect(parsed.codes).toEqual(['A ::error::x'])
    expect(parsed.message).toMatch(/^A ::error::x: two lines \[31m turned x+…$/)
    expect(parsed.message).toHaveLength(401)
  })

  test.each([
    [413, 'text/html', 'the request is larger than the server, or a proxy in front of it, accepts'],
    [413, 'application/json', 'the request is larger than the server, or a proxy in front of it, accepts'],
    [502, 'text/html', 'a gateway or proxy in front of the registry answered with an HTML page'],
    [429, 'text/html', 'a gateway or proxy in front of the registry answered with an HTML page'],
    [200, 'text/html', 'check that the host is a registry'],
  ])('of status %d and type %s explains where it comes from', (status, contentType, words) => {
    expect(parseErrorBody({ status, body: '<html></html>', contentType }).message).toContain(words)
  })

  test('has a limited detail', () => {
    const body = errors({ code: 'A', detail: { field: 'x'.repeat(5000) } })
    expect(parseErrorBody({ status: 400, body, contentType: '' }).message.length).toBeLessThan(320)
  })
})
