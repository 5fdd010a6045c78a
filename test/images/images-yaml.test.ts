import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { InvalidImages, parseImages } from '../../src/images/images-yaml'

const digest = `sha256:${'a1'.repeat(32)}`
const source = `ghcr.io/langfuse/langfuse:3.98.0@${digest}`

/** `line:column: message` of each fault, in the order told. */
function faultsOf(text: string): string[] {
  try {
    parseImages(text, 'images.yaml')
    return []
  } catch (error) {
    if (!(error instanceof InvalidImages)) throw error
    return error.faults.map(
      ({ line, column, message }) => `${line}:${column}: ${message.split('\n')[0] ?? ''}`,
    )
  }
}

const image = (...lines: string[]): string =>
  `images:\n  app:\n${lines.map((line) => `    ${line}\n`).join('')}`

describe('images.yaml', () => {
  test('names each image with its source, what refresh stays within, and its platform', () => {
    const text = `# What runs.
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

  test('of this repository is good, and every image says what refresh stays within', () => {
    const images = parseImages(readFileSync('images.yaml', 'utf8'), 'images.yaml')
    expect(images.map(({ name }) => name)).toEqual([
      'langfuse-web',
      'langfuse-worker',
      'clickhouse',
      'grafana',
    ])
    expect(images.every(({ tag, follow }) => follow !== undefined && tag.startsWith(follow))).toBe(true)
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

describe('a fault is told with line and column', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', '1:1: the file is empty; it takes'],
    ['a file of comments', '# later\n', '1:1: the file is empty; it takes'],
    ['a file with a document marker only', '---\n', '1:1: the file is empty; it takes'],
    ['a list', '- app\n', '1:1: the file is not a mapping; it takes'],
    ['mere text', 'hello\n', '1:1: the file is not a mapping; it takes'],
    ['no images', 'images:\n', "1:1: 'images' must map names to images:"],
    ['an empty map of images', 'images: {}\n', "1:1: 'images' must map names to images:"],
    ['a list of images', 'images:\n  - app\n', "1:1: 'images' must map names to images:"],
    [
      'an image without anything',
      'images:\n  app:\n',
      "2:3: 'app' must have a source, as in source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…",
    ],
    ['an image that is text', `images:\n  app: ${source}\n`, "2:3: 'app' must have a source, as in"],
    ['an image without source', image("follow: '3'"), "2:3: 'app' has no source"],
    ['a source key without a value', 'images:\n  app: {source}\n', "2:3: 'app' has no source"],
    ['an empty source', image('source:'), "'app' has no source"],
    [
      'an unknown key of an image',
      image(`source: ${source}`, 'folow: 3'),
      "4:5: unknown key 'folow' of image 'app'; an image takes source, follow, platform",
    ],
    [
      'an unknown key of the file',
      `registry: x\n${image(`source: ${source}`)}`,
      "1:1: unknown key 'registry'; the file takes 'images'",
    ],
    [
      'a key given twice',
      image(`source: ${source}`, `source: ${source}`),
      "4:5: 'source' of image 'app' is given twice",
    ],
    [
      'images given twice',
      `${image(`source: ${source}`)}images:\n  other:\n    source: ${source}\n`,
      "4:1: 'images' is given twice",
    ],
    [
      'two images of one name',
      `${image(`source: ${source}`)}  app:\n    source: ${source}\n`,
      "4:3: there are two images named 'app'; names become repositories, so each is taken once",
    ],
    [
      'a name that no repository can have',
      `images:\n  Web App:\n    source: ${source}\n`,
      "2:3: 'Web App' cannot name a repository: lower-case letters, digits, '.', '_' and '-'",
    ],
    ['a reference that is none', image('source: GHCR.io/X:1'), "3:13: 'X' is not a repository name"],
    [
      'a host that is none',
      image(`source: ghcr..io/x:1@${digest}`),
      "3:13: 'ghcr..io' is not a registry host",
    ],
    [
      'a port that is none',
      image(`source: ghcr.io:99999/x:1@${digest}`),
      "3:13: 'ghcr.io:99999' is not a registry host",
    ],
    ['a digest that is cut', image('source: ghcr.io/x:1@sha256:a1a1'), "3:13: 'sha256:a1a1' is not a digest"],
    [
      'no digest',
      image('source: ghcr.io/x:1'),
      "3:13: 'ghcr.io/x:1' has no digest; write name:tag@sha256:…, since a tag can be moved to other content",
    ],
    [
      'no tag',
      image(`source: ghcr.io/x@${digest}`),
      `3:13: 'ghcr.io/x@${digest}' has no tag; write name:tag@digest, so that people see the version`,
    ],
    [
      'a number where text belongs, which YAML would shorten',
      image(`source: ${source}`, 'follow: 25.10'),
      "4:13: follow must be text; put it in quotes: follow: '25.10'",
    ],
    [
      'a truth value where text belongs',
      image(`source: ${source}`, 'platform: yes'),
      "4:15: 'yes' is not a platform",
    ],
    [
      'a source that is a number',
      image('source: 16'),
      "3:13: source must be text; put it in quotes: source: '16'",
    ],
    ['a source that is a map', image('source: {name: x}'), '3:13: source must be text'],
    [
      'a platform of one part',
      image(`source: ${source}`, 'platform: arm64'),
      "4:15: 'arm64' is not a platform; it is os/architecture, as in linux/arm64",
    ],
    [
      'a platform of four parts',
      image(`source: ${source}`, 'platform: a/b/c/d'),
      "4:15: 'a/b/c/d' is not a platform",
    ],
    [
      'a platform in capitals',
      image(`source: ${source}`, 'platform: Linux/arm64'),
      "4:15: 'Linux/arm64' is not a platform",
    ],
    ['tabs', 'images:\n\tapp:\n', '2:1: Tabs are not allowed as indentation'],
    [
      'a bracket left open',
      'images: [a, b\n',
      '2:1: Flow sequence in block collection must be sufficiently indented',
    ],
    ['a quote left open', image('source: "ghcr.io'), 'Missing closing "quote'],
    [
      'two documents',
      `${image(`source: ${source}`)}---\nimages: {}\n`,
      '4:1: Source contains multiple documents',
    ],
    ['an unknown alias', image('source: *nowhere'), '3:13: '],
    ['a page of HTML', '<!DOCTYPE html>\n<html></html>\n', '1:1: the file is not a mapping'],
  ])('%s', (_, text, fault) => {
    const [first = '', ...more] = faultsOf(text)
    expect(first).toContain(fault)
    expect(more).toEqual([])
  })

  test('with line ends of Windows as well', () => {
    const text = image(`source: ${source}`, 'folow: 3', 'follow: 3').replaceAll('\n', '\r\n')
    expect(faultsOf(text)).toEqual([
      "4:5: unknown key 'folow' of image 'app'; an image takes source, follow, platform",
      "5:13: follow must be text; put it in quotes: follow: '3'",
    ])
  })

  test('and all of them at once, in the order of the file', () => {
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
    expect(faultsOf(text)).toEqual([
      "1:1: unknown key 'version'; the file takes 'images'",
      "4:13: 'ghcr.io/x' has no tag; write name:tag@digest, so that people see the version",
      "4:13: 'ghcr.io/x' has no digest; write name:tag@sha256:…, since a tag can be moved to other content",
      "5:13: follow must be text; put it in quotes: follow: '3'",
      "6:3: there are two images named 'web'; names become repositories, so each is taken once",
      "6:3: 'web' has no source",
      "7:5: unknown key 'image' of image 'web'; an image takes source, follow, platform",
      "8:3: 'Worker' cannot name a repository: lower-case letters, digits, '.', '_' and '-'",
      "9:13: 'sha256:1' is not a digest: it takes sha256: and 64 lower-case hexadecimal digits",
      "10:15: 'arm64' is not a platform; it is os/architecture, as in linux/arm64",
    ])
  })

  test('in one text that names the file before each', () => {
    expect(() => parseImages(image('source: a', 'b: c'), 'deploy/images.yaml')).toThrow(
      /^deploy\/images\.yaml has 3 faults:\ndeploy\/images\.yaml:3:13: .*\ndeploy\/images\.yaml:3:13: .*\ndeploy\/images\.yaml:4:5: /,
    )
    expect(() => parseImages('', 'x.yaml')).toThrow(/^x\.yaml:1:1: the file is empty; it takes\nimages:\n/)
  })

  test('and what stands in the file cannot break the line', () => {
    const [fault = ''] = faultsOf(image('"a\\n::error::b": c', `source: ${source}`))
    expect(fault).toBe(
      "3:5: unknown key 'a ::error::b' of image 'app'; an image takes source, follow, platform",
    )
  })

  test('of an image that YAML would rename: a number without quotes keeps what was written', () => {
    const names = parseImages(`images:\n  1.10:\n    source: ${source}\n`, 'f').map(({ name }) => name)
    expect(names).toEqual(['1.10'])
  })
})

test.each<[string, string, string]>([
  ['source', `images:\n  a:\n    source: &s ${source}\n  b:\n    source: *s\n`, '5:13'],
  ['image', `images:\n  a: &a\n    source: ${source}\n  b: *a\n`, '4:'],
])('an alias in place of a %s is refused as such', (_, text, place) => {
  const [fault = ''] = faultsOf(text)
  expect(fault.startsWith(place)).toBe(true)
  expect(fault).toMatch(/alias/)
})
