import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  apiOrigin,
  InvalidReference,
  isDigest,
  isHost,
  isRepository,
  isTag,
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
  ])('%s is parsed like docker pull parses it', (text, registry, repository, tag, digest) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest })
  })

  test.each([
    ['', "'' is not a repository name: expected lower-case letters, digits, '.', '_', '-' and '/'"],
    ['Postgres', "'Postgres' is not a repository name: expected lower-case"],
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
    ['ghcr.io/a:', "'' is not a tag: expected up to 128 letters, digits, '_', '.' and '-'"],
    ['ghcr.io/a:-1', "'-1' is not a tag"],
    ['ghcr.io/a:1:2', "'1:2' is not a tag"],
    [`ghcr.io/a:${'1'.repeat(129)}`, 'is not a tag'],
    ['ghcr.io/a@', "'' is not a digest: expected sha256: and 64 lower-case hexadecimal digits"],
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
  ])("'%s' is rejected with its invalid part", (text, message) => {
    expect(() => parseReference(text)).toThrow(InvalidReference)
    expect(() => parseReference(text)).toThrow(message)
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

test('hosts, repositories and digests are distinguished from similar texts', () => {
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

describe('any reference', () => {
  const component = fc.stringMatching(/^[a-z0-9]+(?:[._-][a-z0-9]+)?$/)
  const reference = fc.record({
    registry: fc.stringMatching(/^[a-z0-9]+\.[a-z]{2,6}(?::[1-9][0-9]{0,3})?$/),
    // One component alone would get the prefix library/ on Docker Hub only, which the table covers.
    repository: fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    tag: fc.option(fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/), { nil: undefined }),
    digest: fc.option(
      fc.stringMatching(/^[a-f0-9]{64}$/).map((hex) => `sha256:${hex}`),
      { nil: undefined },
    ),
  })

  test('is parsed into the parts that it was built from', () => {
    fc.assert(
      fc.property(reference, ({ registry, repository, tag, digest }) => {
        fc.pre(registry !== 'docker.io' && isHost(registry) && isRepository(repository))
        const suffix = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
        expect(parseReference(`${registry}/${repository}${suffix}`)).toEqual({
          registry,
          repository,
          tag,
          digest,
        })
      }),
    )
  })

  test('has valid parts, or is rejected as InvalidReference', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.:/@_-]{0,80}$/))
    fc.assert(
      fc.property(text, (anything) => {
        try {
          const { registry, repository, tag, digest } = parseReference(anything)
          expect(isHost(registry)).toBe(true)
          expect(isRepository(repository)).toBe(true)
          expect(tag === undefined || isTag(tag)).toBe(true)
          expect(digest === undefined || isDigest(digest)).toBe(true)
        } catch (error) {
          if (!(error instanceof InvalidReference)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})
