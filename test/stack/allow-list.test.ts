import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from '@jest/globals'

interface ViewerRequest {
  readonly request: { readonly uri: string }
  readonly viewer: { readonly ip: string }
}

/** Evaluates the function of CloudFront for 203.0.113.0/24 and 198.51.100.7/32, as Terraform writes it. */
function allowList(apiIsPublic: boolean): (event: ViewerRequest) => unknown {
  const code = readFileSync('terraform/modules/langfuse/cloudfront/allow-list.js', 'utf8')
    .replace('NETWORKS = []', 'NETWORKS = [[3325256711,3325256711],[3405803776,3405804031]]')
    .replace('API_IS_PUBLIC = false', `API_IS_PUBLIC = ${apiIsPublic}`)
  const context = createContext({})
  runInContext(code, context)
  return runInContext('handler', context) as (event: ViewerRequest) => unknown
}

const ask = (uri: string, ip: string, { apiIsPublic = false } = {}): unknown => {
  const request = { uri }
  const answer = allowList(apiIsPublic)({ request, viewer: { ip } })
  return answer === request ? 'forwarded' : (answer as { statusCode: number }).statusCode
}

describe('the allow list of CloudFront', () => {
  test.each(['203.0.113.0', '203.0.113.255', '198.51.100.7'])('admits %s', (ip) => {
    expect(ask('/', ip)).toBe('forwarded')
  })

  test.each([
    '203.0.112.255',
    '203.0.114.0',
    '198.51.100.8',
    '0.0.0.0',
    '255.255.255.255',
    '2001:db8::1',
    '',
  ])('rejects %s', (ip) => {
    expect(ask('/', ip)).toBe(403)
    expect(ask('/api/public/health', ip)).toBe(403)
  })

  test('admits all addresses to a public API, and to nothing else', () => {
    const from = (uri: string): unknown => ask(uri, '192.0.2.1', { apiIsPublic: true })
    expect(from('/api/public/otel/v1/traces')).toBe('forwarded')
    expect(from('/api/public/traces/a%20b.c')).toBe('forwarded')
    for (const uri of [
      '/',
      '/api/publicity',
      '/api/auth/session',
      '/API/public/health',
      '/api/public/../auth/session',
      '/api/public/..%2Fauth/session',
      '/api/public/%2e%2E/auth/session',
      '/api/public/.%2e/auth/session',
    ])
      expect([uri, from(uri)]).toEqual([uri, 403])
  })
})
