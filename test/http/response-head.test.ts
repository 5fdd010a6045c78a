import { describe, expect, test } from '@jest/globals'
import { parseHead } from '../../src/http/response-head'

const head = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')

describe('a response head', () => {
  test('is parsed without the body', () => {
    const bytes = head('HTTP/1.1 200 OK', 'Content-Type: a/b ', 'Content-Length:5', 'ETag: "x"')
    expect(parseHead(Buffer.concat([bytes, Buffer.from('hello')]))).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'a/b', 'content-length': '5', etag: '"x"' },
      bodyBytes: 5,
      keepsAlive: true,
      headBytes: bytes.length,
    })
  })

  test.each<[string, string[], object]>([
    ['without a reason', ['HTTP/1.1 404', 'content-length: 0'], { statusCode: 404, bodyBytes: 0 }],
    ['without a body', ['HTTP/1.1 204 No Content'], { statusCode: 204, bodyBytes: 0 }],
    ['that closes', ['HTTP/1.1 200 OK', 'content-length: 1', 'Connection: Close'], { keepsAlive: false }],
    [
      'with the same header twice',
      ['HTTP/1.1 401 x', 'content-length: 1', 'www-authenticate: Basic', 'WWW-Authenticate: Bearer'],
      { headers: { 'content-length': '1', 'www-authenticate': 'Basic, Bearer' } },
    ],
    [
      'with two locations',
      ['HTTP/1.1 307 x', 'content-length: 0', 'location: /a', 'location: /b'],
      { headers: { 'content-length': '0', location: '/a' } },
    ],
  ])('%s is parsed', (_, lines, expected) => {
    expect(parseHead(head(...lines))).toMatchObject(expected)
  })

  test('follows interim responses', () => {
    const early = head('HTTP/1.1 103 Early Hints', 'link: </a>')
    const last = head('HTTP/1.1 200 OK', 'content-length: 7')
    const bytes = Buffer.concat([early, last])
    expect(parseHead(bytes)).toMatchObject({ statusCode: 200, bodyBytes: 7, headBytes: bytes.length })
    expect(parseHead(early)).toBe('incomplete')
  })

  test('is incomplete until its empty line', () => {
    const bytes = head('HTTP/1.1 200 OK', 'content-length: 7')
    for (let length = 0; length < bytes.length; length++)
      expect(parseHead(bytes.subarray(0, length))).toBe('incomplete')
  })

  test.each<[string, string[]]>([
    ['chunked', ['HTTP/1.1 200 OK', 'transfer-encoding: chunked']],
    ['chunked with a length', ['HTTP/1.1 200 OK', 'content-length: 5', 'transfer-encoding: chunked']],
    ['without a length', ['HTTP/1.1 200 OK']],
    ['with two lengths', ['HTTP/1.1 200 OK', 'content-length: 5', 'content-length: 6']],
    ['with a signed length', ['HTTP/1.1 200 OK', 'content-length: +5']],
    ['of HTTP/1.0', ['HTTP/1.0 200 OK', 'content-length: 5']],
    ['of another protocol', ['SSH-2.0-x', 'content-length: 5']],
    ['with a folded line', ['HTTP/1.1 200 OK', 'content-length: 5', 'x: a', ' b']],
    ['with a space before the colon', ['HTTP/1.1 200 OK', 'content-length : 5']],
    ['that switches protocols', ['HTTP/1.1 101 x', 'content-length: 0']],
    ['with a line feed in a value', ['HTTP/1.1 200 OK', 'content-length: 5', 'x: a\nb: c']],
    ['that is too long', ['HTTP/1.1 200 OK', 'content-length: 5', `x: ${'y'.repeat(20_000)}`]],
  ])('%s is left to the parser of Node', (_, lines) => {
    expect(parseHead(head(...lines))).toBe('unsupported')
  })
})
