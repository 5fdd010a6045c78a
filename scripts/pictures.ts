/**
 * Pictures of what the action writes, as GitHub shows it, of the fixtures that the tests compare with:
 *
 *   npm run pictures -- [--folder .cache/pictures] [--open 'aws_db|note'] [plans/update summaries/failure …]
 *
 * `--open` is a regular expression: blocks whose title fits are shown open, all of them with `--open .`.
 * The picture in README.md is made by `npm run pictures -- --readme`.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { pageOf } from './github-page'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'test', 'fixtures')
const CHROMIUM = process.env['CHROMIUM'] ?? 'chromium'

/** A comment is narrower than a job summary. */
const WIDTHS = { comment: 900, summary: 1100 }
const MOST_HEIGHT = 8_000

interface Picture {
  /** Of the fixture: `plans/update`. */
  readonly name: string
  readonly open: RegExp | undefined
  readonly file: string
}

const README: Picture = {
  name: 'plans/stateful',
  open: /terraform_data/,
  file: join(ROOT, 'docs', 'pictures', 'plan-comment.png'),
}

const pathOf = (name: string): string =>
  join(FIXTURES, name.startsWith('plans/') ? `${name}/comment.md` : `${name}.md`)

function allNames(): string[] {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.md')).map((file) => file.replace(/(?:\/comment)?\.md$/, ''))
}

const execute = promisify(execFile)

const MISSING = `${CHROMIUM} is not there: apt-get install chromium fonts-noto-color-emoji, or name another in CHROMIUM`

async function chromium(page: string, ...options: readonly string[]): Promise<string> {
  const given = [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'],
    ...['--disable-background-networking', `--user-data-dir=${join(dirname(page), 'profile')}`],
    ...options,
    pathToFileURL(page).href,
  ]
  try {
    return (await execute(CHROMIUM, given, { maxBuffer: 1 << 26, timeout: 60_000 })).stdout
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new Error(MISSING) : error
  }
}

/** Chromium takes pictures of a window, so it is first asked how high the page is. */
async function take({ name, open, file }: Picture): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  const page = join(folder, 'page.html')
  const width = /^plans\/|\/plan-changed/.test(name) ? WIDTHS.comment : WIDTHS.summary
  try {
    await writeFile(page, pageOf([{ markdown: opened(readFileSync(pathOf(name), 'utf8'), open) }]))
    const dom = await chromium(page, `--window-size=${width},600`, '--dump-dom')
    const height = Math.min(Math.ceil(Number(/data-height="([\d.]+)"/.exec(dom)?.[1])), MOST_HEIGHT)
    await mkdir(dirname(file), { recursive: true })
    await chromium(page, `--window-size=${width},${height}`, `--screenshot=${file}`)
    console.log(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const opened = (markdown: string, open: RegExp | undefined): string =>
  markdown.replace(/<details>(?=<summary>(.*)<\/summary>)/g, (tag, title: string) =>
    open?.test(title) === true ? '<details open>' : tag,
  )

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: join(ROOT, '.cache', 'pictures') },
      open: { type: 'string' },
      readme: { type: 'boolean', default: false },
    },
  })
  if (values.readme) return take(README)
  const open = values.open === undefined ? undefined : new RegExp(values.open)
  for (const name of positionals.length > 0 ? positionals : allNames()) {
    await take({ name, open, file: resolve(values.folder, `${name.replaceAll('/', '-')}.png`) })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
