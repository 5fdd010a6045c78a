import { expect, test } from '@jest/globals'
import {
  type ApiRequest,
  type ApiResponse,
  describeResponse,
  Langfuse,
  responseMessage,
} from '../../src/langfuse/client'

const RESPONSE: ApiResponse = {
  status: 500,
  contentType: 'application/json',
  location: undefined,
  body: '',
}

test.each<[string, Partial<ApiResponse>, string]>([
  ['a message', { body: '{"message":"Database not available"}' }, 'Database not available'],
  ['a message and an error', { body: '{"message":"Bad","error":"No name"}' }, 'Bad, No name'],
  ['the same message twice', { body: '{"message":"Bad","error":"Bad"}' }, 'Bad'],
  ['an error object', { body: '{"error":{"code":"x"}}' }, '{"code":"x"}'],
  ['other JSON', { body: '{"a":1}' }, '{"a":1}'],
  ['text', { body: 'upstream\nfailed' }, 'upstream failed'],
  ['no body', {}, 'an empty response'],
  [
    'an HTML page without a content type',
    { contentType: '', body: ' <!DOCTYPE html>' },
    "an HTML page instead of the API's JSON (load balancer or proxy)",
  ],
])('the message of a response with %s', (_, changes, message) => {
  expect(responseMessage({ ...RESPONSE, ...changes })).toBe(message)
})

test('a redirect is described with its target', () => {
  const redirect = { ...RESPONSE, status: 302, location: 'https://login.example.com/\u001b' }
  expect(describeResponse(redirect)).toBe('answered 302, a redirect to https://login.example.com/')
})

test('a request without keys has no Authorization header', async () => {
  const requests: ApiRequest[] = []
  const langfuse = new Langfuse(new URL('https://langfuse.example.com/'), (request) => {
    requests.push(request)
    return Promise.resolve(RESPONSE)
  })
  await langfuse.request('GET', '/api/public/health')
  expect(requests).toEqual([
    {
      method: 'GET',
      url: new URL('https://langfuse.example.com/api/public/health'),
      headers: { accept: 'application/json' },
    },
  ])
})
