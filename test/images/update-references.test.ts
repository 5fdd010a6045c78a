import { describe, expect, test } from '@jest/globals'
import { InvalidImages, parseImages } from '../../src/images/images-yaml'
import { updateReferences } from '../../src/images/update-references'

const digest = (seed: string): string => `sha256:${seed.repeat(64)}`
const OLD = digest('a')
const NEW = digest('b')

function change(text: string, changes: Readonly<Record<string, string>>): string {
  const repins = parseImages(text, 'images.yaml')
    .filter(({ name }) => changes[name] !== undefined)
    .map((image) => ({ image, tag: changes[image.name] ?? '', digest: NEW }))
  return updateReferences(text, 'images.yaml', repins)
}

const FILE = `# What runs.   \t
images:

  web:   # the one that people see
    follow:   '3'
    source: docker.io/langfuse/langfuse:3.9.0@${OLD}   # pinned
  worker:
    source: "docker.io/langfuse/langfuse-worker:3.9.0@${OLD}"
    follow: "3"
  clickhouse: {source: 'clickhouse/clickhouse-server:25.12.9.61@${OLD}', follow: '25.12'}
  # 3.9.0@${OLD} is not this one
  grafana: &g
    "source":
      docker.io/grafana/grafana:12.4.5@${OLD}
# The end.`

describe('an image in images.yaml', () => {
  test.each([
    ['web', '3.10.0', `langfuse:3.9.0@${OLD}`, `langfuse:3.10.0@${NEW}`],
    ['worker', '3.10.0', `langfuse-worker:3.9.0@${OLD}`, `langfuse-worker:3.10.0@${NEW}`],
    ['clickhouse', '25.12.11.4', `25.12.9.61@${OLD}`, `25.12.11.4@${NEW}`],
    ['grafana', '12.5.0', `12.4.5@${OLD}`, `12.5.0@${NEW}`],
  ])('%s is changed, and not one other byte', (name, tag, from, to) => {
    expect(change(FILE, { [name]: tag })).toBe(FILE.replace(from, to))
  })

  test('is changed together with others', () => {
    const all = change(FILE, {
      web: '3.100.0',
      worker: '3.100.0',
      clickhouse: '25.12.11.4',
      grafana: '12.5.0',
    })
    expect(all).toBe(
      FILE.replaceAll(`:3.9.0@${OLD}`, `:3.100.0@${NEW}`)
        .replace(`25.12.9.61@${OLD}`, `25.12.11.4@${NEW}`)
        .replace(`12.4.5@${OLD}`, `12.5.0@${NEW}`),
    )
  })

  test.each([
    ['Windows line ends', FILE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${FILE}`],
    ['no line end at its end', FILE.trimEnd()],
    ['characters beyond the basic plane', FILE.replace('What runs', '🐘 Was läuft')],
  ])('keeps %s', (_, text) => {
    expect(change(text, { web: '3.10.0' })).toBe(text.replace(`3.9.0@${OLD}`, `3.10.0@${NEW}`))
  })

  test('may get a new digest under the same tag', () => {
    expect(change(FILE, { web: '3.9.0' })).toBe(FILE.replace(OLD, NEW))
  })

  test('that nothing is to change stays', () => {
    expect(change(FILE, {})).toBe(FILE)
  })

  test('that is written in escapes is told how to be written', () => {
    const text = `images:\n  web:\n    source: "docker.io/langfuse/langfuse:3\\x2e9.0@${OLD}"\n`
    expect(() => change(text, { web: '3.10.0' })).toThrow(InvalidImages)
    expect(() => change(text, { web: '3.10.0' })).toThrow(
      'images.yaml:3:13: web: write the source on one line',
    )
  })
})
