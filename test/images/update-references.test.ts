import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InvalidImages, parseImages } from '../../src/images/images-yaml'
import { updateReferences } from '../../src/images/update-references'

const digest = (seed: string): string => `sha256:${seed.repeat(64)}`
const OLD = digest('a')
const NEW = digest('b')

function change(text: string, changes: Readonly<Record<string, string>>): string {
  const updates = parseImages(text, 'images.yaml')
    .filter(({ name }) => changes[name] !== undefined)
    .map((image) => ({ image, tag: changes[image.name] ?? '', digest: NEW }))
  return updateReferences(text, 'images.yaml', updates)
}

const FILE = `# The images of the stack.   \t
images:

  web:   # the user interface
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
  ])('%s is updated without a change to any other byte', (name, tag, from, to) => {
    expect(change(FILE, { [name]: tag })).toBe(FILE.replace(from, to))
  })

  test('is updated together with others', () => {
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
    ['characters beyond the basic plane', FILE.replace('The images', '🐘 Die Bilder für')],
  ])('keeps %s', (_, text) => {
    expect(change(text, { web: '3.10.0' })).toBe(text.replace(`3.9.0@${OLD}`, `3.10.0@${NEW}`))
  })

  test('may get a new digest under the same tag', () => {
    expect(change(FILE, { web: '3.9.0' })).toBe(FILE.replace(OLD, NEW))
  })

  test('without an update stays the same', () => {
    expect(change(FILE, {})).toBe(FILE)
  })

  test('with escapes in its source is rejected with the correct form', () => {
    const text = `images:\n  web:\n    source: "docker.io/langfuse/langfuse:3\\x2e9.0@${OLD}"\n`
    expect(() => change(text, { web: '3.10.0' })).toThrow(InvalidImages)
    expect(() => change(text, { web: '3.10.0' })).toThrow(
      'images.yaml:3:13: web: write the source on one line',
    )
  })
})

describe('any images.yaml', () => {
  const tag = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,20}$/)
  const digestOf = fc.stringMatching(/^[a-f0-9]{64}$/).map((hex) => `sha256:${hex}`)
  const comment = fc.stringMatching(/^[ -~]{0,20}$/).map((text) => `# ${text}`)
  const quote = fc.constantFrom('', "'", '"')
  const image = fc.record({
    old: fc.tuple(tag, digestOf),
    update: fc.option(fc.tuple(tag, digestOf)),
    comment,
    quote,
  })
  const file = fc.record({
    images: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), image), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 6,
    }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    startsWith: fc.constantFrom('', '\ufeff'),
  })

  test('has the updated references, and is otherwise unchanged', () => {
    fc.assert(
      fc.property(file, ({ images, lineEnd, startsWith }) => {
        const render = (isUpdated: boolean): string => {
          const entries = images.flatMap(([name, { old, update, comment: note, quote: mark }]) => {
            const reference = `registry.test/a/b:${((isUpdated && update) || old).join('@')}`
            return [note, `  ${name}:`, `    source: ${mark}${reference}${mark} ${note}`, `    follow: '3'`]
          })
          return startsWith + ['images:', ...entries, ''].join(lineEnd)
        }
        const text = render(false)
        const updates = parseImages(text, 'images.yaml').flatMap((pinned) => {
          const update = new Map(images).get(pinned.name)?.update
          return update ? [{ image: pinned, tag: update[0], digest: update[1] }] : []
        })
        const updated = updateReferences(text, 'images.yaml', updates)
        expect(updated).toBe(render(true))
        expect(parseImages(updated, 'images.yaml').map((one) => [one.name, one.tag, one.digest])).toEqual(
          images.map(([name, { old, update }]) => [name, ...(update ?? old)]),
        )
      }),
      { numRuns: 200 },
    )
  })
})
