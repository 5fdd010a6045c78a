import { describe, expect, test } from '@jest/globals'
import { errorCode, HttpError } from '../../src/http/error'
import { networkError } from '../../src/http/network-error'
import { errorMessage } from '../../src/text/sanitize'

describe('HttpError', () => {
  const url = new URL('https://ghcr.io/v2/a/b?digest=secret&signature=secret')

  test('names method, host, path and status, without the query', () => {
    const error = new HttpError({ method: 'GET', url, status: 404, message: 'gone', transient: false })
    expect(error.message).toBe('GET ghcr.io/v2/a/b answered 404: gone')
    expect(error).toMatchObject({ host: 'ghcr.io', status: 404, codes: [], transient: false })
  })

  test('without an answer has no status', () => {
    expect(new HttpError({ method: 'GET', url, message: 'cut', transient: true }).message).toBe(
      'GET ghcr.io/v2/a/b: cut',
    )
  })

  test('of the last attempt has their number, from two on', () => {
    const error = new HttpError({ method: 'GET', url, message: 'cut', transient: true })
    expect(error.final(1).message).toBe('GET ghcr.io/v2/a/b: cut')
    expect(error.final(2)).toMatchObject({
      message: 'GET ghcr.io/v2/a/b: cut (after 2 attempts)',
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
])('%p has the code %j and the message %j', (thrown, code, words) => {
  expect([errorCode(thrown), errorMessage(thrown)]).toEqual([code, words])
})

test.each([
  [
    'write EPROTO 40EDAB97:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/x.c:1:',
    'it does not speak TLS; plain HTTP is for loopback addresses only',
  ],
  [
    'write EPROTO 806C2FB7:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:../deps/x.c:1:',
    'the TLS handshake failed: tlsv1 alert protocol version',
  ],
  [
    'read EPROTO 806C2FB7:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/x.c:1:',
    'the TLS handshake failed: tlsv13 alert certificate required',
  ],
  ['EPROTO', 'it does not speak TLS; plain HTTP is for loopback addresses only'],
])('%s is final', (text, message) => {
  const request = { method: 'GET', url: new URL('https://registry.test/v2/') } as const
  const cause = Object.assign(new Error(text), { code: 'EPROTO' })
  expect(networkError(request, cause).details).toMatchObject({ message, transient: false })
})
