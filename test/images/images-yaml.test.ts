import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { findSupport, SUPPORT_TABLE_DATE } from '../../src/images/support'
import { InvalidImages, parseImages } from '../../src/images/images-yaml'

const digest = `sha256:${'a1'.repeat(32)}`
const source = `ghcr.io/langfuse/langfuse:3.98.0@${digest}`

/** Returns `line:column: message` of each problem, in order. */
function problemsOf(text: string): string[] {
  try {
    parseImages(text, 'images.yaml')
    return []
  } catch (error) {
    if (!(error instanceof InvalidImages)) throw error
    return error.problems.map(
      ({ line, column, message }) => `${line}:${column}: ${message.split('\n')[0] ?? ''}`,
    )
  }
}

const image = (...lines: string[]): string =>
  `images:\n  app:\n${lines.map((line) => `    ${line}\n`).join('')}`

describe('images.yaml', () => {
  test('contains the source, follow and platform of each image', () => {
    const text = `# The images of the stack.
images:
  langfuse-web:
    source: ghcr.io/langfuse/langfuse:3.98.0@${digest}
    follow: "3"
  clickhouse:
    # Pinned to one platform.
    source: docker.io/clickhouse/clickhouse-server:25.12.3@${digest}
    follow: '25.12'
    platform: linux/arm64/v8
  postgres:
    source: 'postgres:16@${digest}'
`
    expect(parseImages(text, 'images.yaml')).toEqual([
      {
        name: 'langfuse-web',
        registry: 'ghcr.io',
        repository: 'langfuse/langfuse',
        tag: '3.98.0',
        digest,
        follow: '3',
        platform: undefined,
        position: { line: 4, column: 13 },
      },
      {
        name: 'clickhouse',
        registry: 'docker.io',
        repository: 'clickhouse/clickhouse-server',
        tag: '25.12.3',
        digest,
        follow: '25.12',
        platform: 'linux/arm64/v8',
        position: { line: 8, column: 13 },
      },
      {
        name: 'postgres',
        registry: 'docker.io',
        repository: 'library/postgres',
        tag: '16',
        digest,
        follow: undefined,
        platform: undefined,
        position: { line: 12, column: 13 },
      },
    ])
  })

  test('may limit age, versions and labels of an image', () => {
    const text = image(
      `source: ${source}`,
      'min-age: 14d',
      "ignore: ['3.99', '3.98.1']",
      'labels: [infrastructure]',
    )
    expect(parseImages(text, 'images.yaml')).toMatchObject([
      { minAgeMs: 14 * 86_400_000, ignore: ['3.99', '3.98.1'], labels: ['infrastructure'] },
    ])
  })

  test.each([
    ['min-age: soon', "4:14: 'soon' is not an age; expected 3d, 12h or '0'"],
    ['min-age: 3', "4:14: min-age must be a string; quote it: min-age: '3'"],
    ['ignore: 3.99', "4:5: ignore must be a list of quoted strings, as in ignore: ['3.225.6']"],
    ['ignore: [3.99]', "4:5: ignore must be a list of quoted strings, as in ignore: ['3.225.6']"],
    ['labels: {a: b}', "4:5: labels must be a list of quoted strings, as in labels: ['infrastructure']"],
  ])('with %s is rejected', (line, problem) => {
    expect(problemsOf(image(`source: ${source}`, line))).toEqual([problem])
  })

  test.each([
    ['images.yaml', '3'],
    ['images.v4.yaml', '4'],
  ])('of this repository (%s) is valid, and every image has a follow', (file, major) => {
    const images = parseImages(readFileSync(file, 'utf8'), file)
    const [web, worker] = images
    expect([web?.follow, worker?.follow]).toEqual([major, major])
    expect(web?.tag).toBe(worker?.tag)
    expect(images.map(({ name }) => name)).toEqual([
      'langfuse-web',
      'langfuse-worker',
      'clickhouse',
      'grafana',
    ])
    expect(images.every(({ tag, follow }) => follow !== undefined && tag.startsWith(`${follow}.`))).toBe(true)
    // Lines whose end of support is known, and was not reached when the table was made.
    const endsMs = images.map((one) => findSupport(one)?.endsMs ?? Infinity)
    expect(endsMs.every((ms) => ms > Date.parse(SUPPORT_TABLE_DATE))).toBe(true)
  })

  test('of this repository differ in Langfuse only', () => {
    const others = (file: string) =>
      parseImages(readFileSync(file, 'utf8'), file)
        .filter(({ repository }) => !repository.startsWith('langfuse/'))
        .map(({ name, repository, digest }) => ({ name, repository, digest }))
    expect(others('images.v4.yaml')).toEqual(others('images.yaml'))
  })

  test.each<[string, string]>([
    ['line ends of Windows', image(`source: ${source}`).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${image(`source: ${source}`)}`],
    ['no line end at the end', image(`source: ${source}`).trimEnd()],
    ['flow style', `{images: {app: {source: "${source}"}}}`],
    ['a document marker', `---\n${image(`source: ${source}`)}...\n`],
  ])('may have %s', (_, text) => {
    expect(parseImages(text, 'images.yaml')).toMatchObject([{ name: 'app', tag: '3.98.0', digest }])
  })
})

describe('parseImages reports with line and column', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', '1:1: the file is empty; expected'],
    ['a file of comments', '# later\n', '1:1: the file is empty; expected'],
    ['a file with a document marker only', '---\n', '1:1: the file is empty; expected'],
    ['a list', '- app\n', '1:1: the file is not a mapping; expected'],
    ['plain text', 'hello\n', '1:1: the file is not a mapping; expected'],
    ['no images', 'images:\n', "1:1: 'images' must map names to images:"],
    ['an empty map of images', 'images: {}\n', "1:1: 'images' must map names to images:"],
    ['a list of images', 'images:\n  - app\n', "1:1: 'images' must map names to images:"],
    [
      'an image without anything',
      'images:\n  app:\n',
      "2:3: 'app' must have a source, as in source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…",
    ],
    ['an image that is a string', `images:\n  app: ${source}\n`, "2:3: 'app' must have a source, as in"],
    ['an image without source', image("follow: '3'"), "2:3: 'app' has no source"],
    ['a source key without a value', 'images:\n  app: {source}\n', "2:3: 'app' has no source"],
    ['an empty source', image('source:'), "'app' has no source"],
    [
      'an unknown key of an image',
      image(`source: ${source}`, 'folow: 3'),
      "4:5: unknown key 'folow' in image 'app'; supported keys: source, follow, platform, min-age, ignore, labels",
    ],
    [
      'an unknown key of the file',
      `registry: x\n${image(`source: ${source}`)}`,
      "1:1: unknown key 'registry'; expected 'images'",
    ],
    [
      'a duplicate key',
      image(`source: ${source}`, `source: ${source}`),
      "4:5: duplicate key 'source' in image 'app'",
    ],
    [
      'a duplicate images key',
      `${image(`source: ${source}`)}images:\n  other:\n    source: ${source}\n`,
      "4:1: duplicate key 'images'",
    ],
    [
      'two images with the same name',
      `${image(`source: ${source}`)}  app:\n    source: ${source}\n`,
      "4:3: duplicate image 'app'; each image becomes one repository",
    ],
    [
      'an invalid repository name',
      `images:\n  Web App:\n    source: ${source}\n`,
      "2:3: 'Web App' is not a repository name: expected lower-case letters, digits, '.', '_' and '-'",
    ],
    ['an invalid reference', image('source: GHCR.io/X:1'), "3:13: 'X' is not a repository name"],
    ['an invalid host', image(`source: ghcr..io/x:1@${digest}`), "3:13: 'ghcr..io' is not a registry host"],
    [
      'an invalid port',
      image(`source: ghcr.io:99999/x:1@${digest}`),
      "3:13: 'ghcr.io:99999' is not a registry host",
    ],
    ['a truncated digest', image('source: ghcr.io/x:1@sha256:a1a1'), "3:13: 'sha256:a1a1' is not a digest"],
    [
      'no digest',
      image('source: ghcr.io/x:1'),
      "3:13: 'ghcr.io/x:1' has no digest; write name:tag@sha256:…, because a tag can move to another image",
    ],
    [
      'a sha512 digest',
      image(`source: ghcr.io/x:1@sha512:${'a1'.repeat(64)}`),
      'has a sha512 digest; registries store images by sha256, so pin the sha256 digest',
    ],
    [
      'no tag',
      image(`source: ghcr.io/x@${digest}`),
      `3:13: 'ghcr.io/x@${digest}' has no tag; write name:tag@digest to show the version`,
    ],
    [
      'a number, which YAML would shorten',
      image(`source: ${source}`, 'follow: 25.10'),
      "4:13: follow must be a string; quote it: follow: '25.10'",
    ],
    [
      'a boolean instead of a platform',
      image(`source: ${source}`, 'platform: yes'),
      "4:15: 'yes' is not a platform",
    ],
    [
      'a source that is a number',
      image('source: 16'),
      "3:13: source must be a string; quote it: source: '16'",
    ],
    ['a source that is a map', image('source: {name: x}'), '3:13: source must be a string'],
    [
      'a platform of one part',
      image(`source: ${source}`, 'platform: arm64'),
      "4:15: 'arm64' is not a platform; expected os/architecture, as in linux/arm64",
    ],
    [
      'a platform of four parts',
      image(`source: ${source}`, 'platform: a/b/c/d'),
      "4:15: 'a/b/c/d' is not a platform",
    ],
    [
      'a platform in upper case',
      image(`source: ${source}`, 'platform: Linux/arm64'),
      "4:15: 'Linux/arm64' is not a platform",
    ],
    ['tabs', 'images:\n\tapp:\n', '2:1: Tabs are not allowed as indentation'],
    [
      'an unclosed bracket',
      'images: [a, b\n',
      '2:1: Flow sequence in block collection must be sufficiently indented',
    ],
    ['an unclosed quote', image('source: "ghcr.io'), 'Missing closing "quote'],
    [
      'two documents',
      `${image(`source: ${source}`)}---\nimages: {}\n`,
      '4:1: Source contains multiple documents',
    ],
    ['an unknown alias', image('source: *nowhere'), '3:13: '],
    ['an HTML page', '<!DOCTYPE html>\n<html></html>\n', '1:1: the file is not a mapping'],
  ])('%s', (_, text, problem) => {
    const [first = '', ...more] = problemsOf(text)
    expect(first).toContain(problem)
    expect(more).toEqual([])
  })

  test('problems in a file with CRLF line ends', () => {
    const text = image(`source: ${source}`, 'folow: 3', 'follow: 3').replaceAll('\n', '\r\n')
    expect(problemsOf(text)).toEqual([
      "4:5: unknown key 'folow' in image 'app'; supported keys: source, follow, platform, min-age, ignore, labels",
      "5:13: follow must be a string; quote it: follow: '3'",
    ])
  })

  test('all problems at once, in file order', () => {
    const text = `version: 1
images:
  web:
    source: ghcr.io/x
    follow: 3
  web:
    image: ghcr.io/x
  Worker:
    source: ghcr.io/x:1@sha256:1
    platform: arm64
`
    expect(problemsOf(text)).toEqual([
      "1:1: unknown key 'version'; expected 'images'",
      "4:13: 'ghcr.io/x' has no tag; write name:tag@digest to show the version",
      "4:13: 'ghcr.io/x' has no digest; write name:tag@sha256:…, because a tag can move to another image",
      "5:13: follow must be a string; quote it: follow: '3'",
      "6:3: duplicate image 'web'; each image becomes one repository",
      "6:3: 'web' has no source",
      "7:5: unknown key 'image' in image 'web'; supported keys: source, follow, platform, min-age, ignore, labels",
      "8:3: 'Worker' is not a repository name: expected lower-case letters, digits, '.', '_' and '-'",
      "9:13: 'sha256:1' is not a digest: expected sha256: and 64 lower-case hexadecimal digits",
      "10:15: 'arm64' is not a platform; expected os/architecture, as in linux/arm64",
    ])
  })

  test('problems after the file name, in one message', () => {
    expect(() => parseImages(image('source: a', 'b: c'), 'deploy/images.yaml')).toThrow(
      /^deploy\/images\.yaml has 3 problems:\ndeploy\/images\.yaml:3:13: .*\ndeploy\/images\.yaml:3:13: .*\ndeploy\/images\.yaml:4:5: /,
    )
    expect(() => parseImages('', 'x.yaml')).toThrow(/^x\.yaml:1:1: the file is empty; expected\nimages:\n/)
  })

  test('problems once each, and the first twenty', () => {
    const images = Array.from({ length: 30 }, (_, at) => `  Image${at}: {source: x}\n`)
    const parse = (): unknown => parseImages(`images:\n${images.join('')}`, 'f')
    expect(parse).toThrow(/^f has 90 problems:\nf:2:3: [^]*\nand 70 more$/)
    // The parser repeats itself for each bracket.
    expect(() => parseImages(`images: ${'['.repeat(300)}`, 'f')).toThrow(/^f(?: has \d problems)?:/)
  })

  test('problems in one line each, whatever the file contains', () => {
    const [problem = ''] = problemsOf(image('"a\\n::error::b": c', `source: ${source}`))
    expect(problem).toBe(
      "3:5: unknown key 'a ::error::b' in image 'app'; supported keys: source, follow, platform, min-age, ignore, labels",
    )
  })

  test('no problem for an image name that is a number, and keeps it as written', () => {
    const names = parseImages(`images:\n  1.10:\n    source: ${source}\n`, 'f').map(({ name }) => name)
    expect(names).toEqual(['1.10'])
  })
})

test.each<[string, string, string]>([
  ['source', `images:\n  a:\n    source: &s ${source}\n  b:\n    source: *s\n`, '5:13'],
  ['image', `images:\n  a: &a\n    source: ${source}\n  b: *a\n`, '4:'],
])('an alias instead of a %s is rejected', (_, text, position) => {
  const [problem = ''] = problemsOf(text)
  expect(problem.startsWith(position)).toBe(true)
  expect(problem).toMatch(/alias/)
})
