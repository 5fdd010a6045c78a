import { describe, expect, test } from '@jest/globals'
import {
  apiOrigin,
  InvalidReference,
  isDigest,
  isHost,
  isLoopback,
  isRepository,
  parseReference,
} from '../../src/text/image-reference'

const sha256 = `sha256:${'a1'.repeat(32)}`
const sha512 = `sha512:${'b2'.repeat(64)}`

describe('a reference', () => {
  test.each<[string, string, string, string | undefined, string | undefined]>([
    ['postgres', 'docker.io', 'library/postgres', undefined, undefined],
    ['postgres:16', 'docker.io', 'library/postgres', '16', undefined],
    ['grafana/grafana:12.1', 'docker.io', 'grafana/grafana', '12.1', undefined],
    ['docker.io/postgres:16', 'docker.io', 'library/postgres', '16', undefined],
    ['docker.io/library/postgres', 'docker.io', 'library/postgres', undefined, undefined],
    ['index.docker.io/postgres', 'docker.io', 'library/postgres', undefined, undefined],
    ['registry-1.docker.io/grafana/grafana', 'docker.io', 'grafana/grafana', undefined, undefined],
    ['ghcr.io/langfuse/langfuse:3', 'ghcr.io', 'langfuse/langfuse', '3', undefined],
    ['ghcr.io/one:3', 'ghcr.io', 'one', '3', undefined],
    ['a/b/c/d:1', 'docker.io', 'a/b/c/d', '1', undefined],
    ['localhost/app', 'localhost', 'app', undefined, undefined],
    ['localhost:5000/app:1', 'localhost:5000', 'app', '1', undefined],
    ['host:5000/app', 'host:5000', 'app', undefined, undefined],
    ['127.0.0.1:5000/a/b:1', '127.0.0.1:5000', 'a/b', '1', undefined],
    ['[::1]:5000/a:1', '[::1]:5000', 'a', '1', undefined],
    [`postgres@${sha256}`, 'docker.io', 'library/postgres', undefined, sha256],
    [`ghcr.io/a/b:1.2_3-x@${sha256}`, 'ghcr.io', 'a/b', '1.2_3-x', sha256],
    [`host:1/a@${sha512}`, 'host:1', 'a', undefined, sha512],
    ['a.b/c__d/e--f/g.h_i:V1', 'a.b', 'c__d/e--f/g.h_i', 'V1', undefined],
  ])('%s is read as docker pull reads it', (text, registry, repository, tag, digest) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest })
  })

  test.each([
    ['', "'' is not a repository name: lower-case letters, digits, '.', '_', '-' and '/'"],
    ['Postgres', "'Postgres' is not a repository name: lower-case"],
    ['ghcr.io/', "'' is not a repository name"],
    ['ghcr.io//a', "'/a' is not a repository name"],
    ['ghcr.io/a/', "'a/' is not a repository name"],
    ['ghcr.io/a..b', "'a..b' is not a repository name"],
    ['ghcr.io/a___b', "'a___b' is not a repository name"],
    ['ghcr.io/-a', "'-a' is not a repository name"],
    ['ghcr.io/a b', "'a b' is not a repository name"],
    ['ghcr.io/../a', "'../a' is not a repository name"],
    ['ghcr.io/a?b=c', "'a?b=c' is not a repository name"],
    [`ghcr.io/${'a'.repeat(256)}`, `'${'a'.repeat(256)}' is not a repository name`],
    ['ghcr.io/a:', "'' is not a tag: up to 128 letters, digits, '_', '.' and '-'"],
    ['ghcr.io/a:-1', "'-1' is not a tag"],
    ['ghcr.io/a:1:2', "'1:2' is not a tag"],
    [`ghcr.io/a:${'1'.repeat(129)}`, 'is not a tag'],
    ['ghcr.io/a@', "'' is not a digest: it takes sha256: and 64 lower-case hexadecimal digits"],
    ['ghcr.io/a@sha256:abc', "'sha256:abc' is not a digest"],
    [`ghcr.io/a@${sha256.toUpperCase()}`, 'is not a digest'],
    [`ghcr.io/a@md5:${'a'.repeat(32)}`, 'is not a digest'],
    [`ghcr.io/a@${sha256}@${sha256}`, "has more than one '@'"],
    ['-a.io/b', "'-a.io' is not a registry host"],
    ['a..io/b', "'a..io' is not a registry host"],
    ['.../b', "'...' is not a registry host"],
    ['host:/b', "'host:' is not a registry host"],
    ['host:port/b', "'host:port' is not a registry host"],
    ['https://ghcr.io/a/b', "'https:' is not a registry host"],
    ['host:99999/b', "'host:99999' is not a registry host"],
    ['1.2.3.999/b', "'1.2.3.999' is not a registry host"],
    ['[1:2]/b', "'[1:2]' is not a registry host"],
  ])("'%s' is refused with the part that is wrong", (text, words) => {
    expect(() => parseReference(text)).toThrow(InvalidReference)
    expect(() => parseReference(text)).toThrow(words)
  })
})

test.each([
  ['docker.io', 'https://registry-1.docker.io'],
  ['ghcr.io', 'https://ghcr.io'],
  ['registry.example.com:5000', 'https://registry.example.com:5000'],
  ['localhost:5000', 'http://localhost:5000'],
  ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
  ['127.8.9.1', 'http://127.8.9.1'],
  ['[::1]:5000', 'http://[::1]:5000'],
  ['localhost.example.com', 'https://localhost.example.com'],
  ['127.example.com', 'https://127.example.com'],
  ['192.168.0.1:5000', 'https://192.168.0.1:5000'],
])('the API of %s is at %s', (registry, origin) => {
  expect(apiOrigin(registry).origin).toBe(origin)
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.3', true],
  ['[::1]', true],
  ['127.0.0.1.nip.io', false],
  ['localhost.nip.io', false],
  ['10.0.0.1', false],
  ['[::2]', false],
])('loopback: %s is %s', (hostname, is) => {
  expect(isLoopback(hostname)).toBe(is)
})

test('hosts, repositories and digests are told from what only looks like them', () => {
  const hosts = ['a', 'a.b', 'A.b:5000', 'a-b.c', '[::1]', '[::1]:1', 'a_b', '-a', 'a:', 'a/b', '']
  expect(hosts.filter(isHost)).toEqual(['a', 'a.b', 'A.b:5000', 'a-b.c', '[::1]', '[::1]:1'])
  const repositories = [
    'a',
    'a/b',
    'a.b-c_d',
    'A',
    'a/',
    '/a',
    'a//b',
    'a:b',
    `${'a/'.repeat(127)}a`,
    'a/'.repeat(128) + 'a',
  ]
  expect(repositories.filter(isRepository)).toEqual(['a', 'a/b', 'a.b-c_d', `${'a/'.repeat(127)}a`])
  expect([sha256, sha512, `${sha256}0`, `sha512:${'a'.repeat(64)}`, 'sha256:'].filter(isDigest)).toEqual([
    sha256,
    sha512,
  ])
})
