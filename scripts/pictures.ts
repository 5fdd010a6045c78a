/**
 * Renders the fixtures of the tests as GitHub shows them, and takes screenshots:
 *
 *   npm run pictures -- [--folder .cache/pictures] [--open 'aws_db|note'] [plans/update summaries/failure ...]
 *
 * `--open` is a regular expression: blocks with a matching title are expanded, all of them with `--open .`.
 * `npm run pictures -- --readme` writes the picture in README.md.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { renderPage } from './github-page'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'test', 'fixtures')
const CHROMIUM = process.env['CHROMIUM'] ?? 'chromium'

const WIDTHS_PX = { comment: 900, summary: 1100 }
const MAX_HEIGHT_PX = 8_000

interface Picture {
  /** Fixture: `plans/update`. */
  readonly name: string
  /** Titles of the expanded blocks. */
  readonly open: RegExp | undefined
  readonly file: string
}

const README_PICTURE: Picture = {
  name: 'plans/stateful',
  open: /terraform_data/,
  file: join(ROOT, 'docs', 'pictures', 'plan-comment.png'),
}

const fixturePath = (name: string): string =>
  join(FIXTURES, name.startsWith('plans/') ? `${name}/comment.md` : `${name}.md`)

function fixtureNames(): string[] {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.md')).map((file) => file.replace(/(?:\/comment)?\.md$/, ''))
}

const execute = promisify(execFile)

const MISSING = `${CHROMIUM} is not installed. Run apt-get install chromium fonts-noto-color-emoji, or set CHROMIUM to another browser.`

async function runChromium(page: string, ...options: readonly string[]): Promise<string> {
  const args = [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'],
    ...['--disable-background-networking', `--user-data-dir=${join(dirname(page), 'profile')}`],
    ...options,
    pathToFileURL(page).href,
  ]
  try {
    return (await execute(CHROMIUM, args, { maxBuffer: 1 << 26, timeout: 60_000 })).stdout
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new Error(MISSING) : error
  }
}

/** A screenshot shows the window, so the page's height is read first. */
async function takePicture({ name, open, file }: Picture): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  const page = join(folder, 'page.html')
  const width = /^plans\/|\/plan-changed/.test(name) ? WIDTHS_PX.comment : WIDTHS_PX.summary
  try {
    await writeFile(
      page,
      renderPage([{ markdown: expandBlocks(readFileSync(fixturePath(name), 'utf8'), open) }]),
    )
    const dom = await runChromium(page, `--window-size=${width},600`, '--dump-dom')
    const height = Math.min(Math.ceil(Number(/data-height="([\d.]+)"/.exec(dom)?.[1])), MAX_HEIGHT_PX)
    await mkdir(dirname(file), { recursive: true })
    await runChromium(page, `--window-size=${width},${height}`, `--screenshot=${file}`)
    console.log(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const expandBlocks = (markdown: string, open: RegExp | undefined): string =>
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
  if (values.readme) return takePicture(README_PICTURE)
  const open = values.open === undefined ? undefined : new RegExp(values.open)
  for (const name of positionals.length > 0 ? positionals : fixtureNames()) {
    await takePicture({ name, open, file: resolve(values.folder, `${name.replaceAll('/', '-')}.png`) })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
