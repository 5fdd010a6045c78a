import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** The notes of a release: its section of CHANGELOG.md, if tag and package.json agree on the version. */
function notesOf(tag, version, changelog) {
  if (tag !== `v${version}`) {
    throw new Error(`the tag is ${tag} and package.json says ${version}; set the version and tag that commit`)
  }
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((text) => text.startsWith(`[${version}]`))
  const [, ...lines] = section?.replace(/^\[[^\]]+\]: .*$/gm, '').split('\n') ?? []
  const notes = lines.join('\n').trim()
  if (notes === '') {
    throw new Error(`CHANGELOG.md says nothing under '## [${version}]'; move there what is unreleased`)
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
