import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Returns a release's section of CHANGELOG.md.
 *
 * @throws Error if tag and package.json have different versions, or if the section is empty
 */
function notesOf(tag, version, changelog) {
  if (tag !== `v${version}`) {
    throw new Error(
      `The tag is ${tag}, but package.json has version ${version}. Set the version and tag that commit.`,
    )
  }
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((text) => text.startsWith(`[${version}]`))
  const [, ...lines] = section?.replace(/^\[[^\]]+\]: .*$/gm, '').split('\n') ?? []
  const notes = lines.join('\n').trim()
  if (notes === '') {
    throw new Error(`CHANGELOG.md has no text under '## [${version}]'. Move the unreleased changes there.`)
  }
  return notes
}

const root = process.argv[3] ?? join(import.meta.dirname, '..')
const read = (file) => readFileSync(join(root, file), 'utf8')
try {
  const { version } = JSON.parse(read('package.json'))
  process.stdout.write(`${notesOf(process.argv[2], version, read('CHANGELOG.md'))}\n`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
