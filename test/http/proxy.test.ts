import { describe, expect, test } from '@jest/globals'
import { InvalidProxy, proxyFor } from '../../src/http/proxy'

const proxy = 'http://proxy.corp:3128'
const find = (url: string, env: Record<string, string>): string | undefined => proxyFor(new URL(url), env)

test.each<[string, string, Record<string, string>, string | undefined]>([
  ['HTTPS', 'https://ghcr.io/v2/', { HTTPS_PROXY: proxy }, `${proxy}/`],
  ['lower case first', 'https://ghcr.io/v2/', { https_proxy: proxy, HTTPS_PROXY: 'http://x' }, `${proxy}/`],
  ['HTTP', 'http://ghcr.io/v2/', { HTTP_PROXY: proxy, HTTPS_PROXY: 'http://x' }, `${proxy}/`],
  ['none for the other protocol', 'https://ghcr.io/v2/', { HTTP_PROXY: proxy }, undefined],
  ['none if it is empty', 'https://ghcr.io/v2/', { HTTPS_PROXY: '' }, undefined],
  ['no scheme', 'https://ghcr.io/v2/', { HTTPS_PROXY: 'proxy.corp:3128' }, `${proxy}/`],
  [
    'no scheme but a login',
    'https://ghcr.io',
    { HTTPS_PROXY: 'me:s%40@proxy.corp' },
    'http://me:s%40@proxy.corp/',
  ],
  [
    'an IPv6 address',
    'https://ghcr.io/v2/',
    { HTTPS_PROXY: 'http://[fd00::1]:3128' },
    'http://[fd00::1]:3128/',
  ],
  ['none for loopback', 'http://127.0.0.1:5000/v2/', { HTTP_PROXY: proxy }, undefined],
])('a proxy is found: %s', (_, url, env, expected) => {
  expect(find(url, env)).toBe(expected)
})

test.each([
  ['socks5://me:secret@proxy.corp', 'HTTPS_PROXY is a proxy of type socks5. Expected http:// or https://'],
  ['http://me:secret@', 'HTTPS_PROXY is not a URL. Expected http://host:port'],
  ['http://proxy:port', 'HTTPS_PROXY is not a URL'],
])('%s is rejected without its password', (given, message) => {
  const failing = (): unknown => find('https://ghcr.io/', { HTTPS_PROXY: given })
  expect(failing).toThrow(InvalidProxy)
  expect(failing).toThrow(message)
  expect(failing).not.toThrow('secret')
})

describe('NO_PROXY', () => {
  const isDirect = (host: string, excluded: string): boolean =>
    find(`https://${host}/v2/`, { HTTPS_PROXY: proxy, NO_PROXY: excluded }) === undefined

  test.each([
    ['registry.corp', 'registry.corp'],
    ['registry.corp', 'REGISTRY.Corp'],
    ['registry.corp.', 'registry.corp'],
    ['registry.corp', 'corp'],
    ['registry.corp', '.corp'],
    ['registry.corp', '*.corp'],
    ['registry.corp', '*'],
    ['registry.corp:5000', 'registry.corp'],
    ['registry.corp:5000', 'registry.corp:5000'],
    ['registry.corp', 'registry.corp:443'],
    ['registry.corp', ' other.test , registry.corp '],
    ['registry.corp', 'other.test registry.corp'],
    ['registry.corp', ',,registry.corp'],
    ['10.1.2.3', '10.1.2.3'],
    ['10.1.2.3:5000', '10.0.0.0/8'],
    ['10.1.2.3', '0.0.0.0/0'],
    ['[fd00::1]:5000', 'fd00::1'],
    ['[fd00::1]:5000', '[fd00::1]:5000'],
    ['[fd00::1]', 'fd00::/8'],
  ])('excludes %s by %s', (host, excluded) => {
    expect(isDirect(host, excluded)).toBe(true)
  })

  test.each([
    ['registry.corp', 'registry'],
    ['notcorp', 'corp'],
    ['registry.corp', 'registry.corp:5000'],
    ['registry.corp', '.'],
    ['registry.corp', '*.'],
    ['11.1.2.3', '10.0.0.0/8'],
    ['10.1.2.3', '10.0.0.0/99'],
    ['10.1.2.3', '10.0.0.0/'],
    ['10.1.2.3', 'fd00::/8'],
    ['10.1.2.3', '2.3'],
  ])('does not exclude %s by %s', (host, excluded) => {
    expect(isDirect(host, excluded)).toBe(false)
  })

  test('is read in lower case first', () => {
    const env = { HTTPS_PROXY: proxy, no_proxy: 'corp', NO_PROXY: 'test' }
    expect(find('https://registry.corp/', env)).toBeUndefined()
    expect(find('https://registry.test/', env)).toBe(`${proxy}/`)
  })
})
