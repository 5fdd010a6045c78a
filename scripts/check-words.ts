// Lists words and phrases that the project does not use, with the words to use instead (scripts/words.json).
// Usage: tsx scripts/check-words.ts [PATH...]; without a path it reads every file of the repository.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

interface Rule {
  readonly pattern: RegExp
  readonly use: string
  /** Beginnings of the paths that the rule is for; undefined for all. */
  readonly paths: readonly string[] | undefined
}

// Built, generated or copied text, and the list itself.
const IGNORED =
  /^(dist\/|LICENSE$|.*package-lock\.json$|scripts\/words\.json$|eslint\.config\.js$|test\/scripts\/check-words\.test\.ts$)|\.(png|gz|hcl|pem|graphql)$/

function readRules(): Rule[] {
  const text = readFileSync(join(import.meta.dirname, 'words.json'), 'utf8')
  const rules = JSON.parse(text) as { pattern: string; use: string; paths?: string[] }[]
  return rules.map(({ pattern, use, paths }) => ({ pattern: new RegExp(pattern, 'i'), use, paths }))
}

/** Returns one line for each forbidden word of a file: `path:line: 'words': use replacement`. */
export function findWords(path: string, text: string, rules = readRules()): string[] {
  const applicable = rules.filter(
    ({ paths }) => paths === undefined || paths.some((start) => path.startsWith(start)),
  )
  return text.split('\n').flatMap((line, index) =>
    applicable.flatMap(({ pattern, use }) => {
      const found = pattern.exec(line)?.[0]
      return found === undefined ? [] : [`${path}:${index + 1}: '${found.trim()}': use ${use}`]
    }),
  )
}

function main(paths: readonly string[]): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...paths], {
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((path) => path !== '' && !IGNORED.test(path) && existsSync(path))
  const rules = readRules()
  const hits = files.flatMap((path) => findWords(path, readFileSync(path, 'utf8'), rules))
  for (const hit of hits) process.stdout.write(`${hit}\n`)
  process.stdout.write(`${hits.length} forbidden words in ${files.length} files\n`)
  if (hits.length > 0) process.exitCode = 1
}

if (realpathSync(process.argv[1] ?? '') === import.meta.filename) main(process.argv.slice(2))
