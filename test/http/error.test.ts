import { describe, expect, test } from '@jest/globals'
import { errorCode, HttpError } from '../../src/http/error'
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
