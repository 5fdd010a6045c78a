/**
 * Renders the fixtures of the tests as GitHub shows them, and takes screenshots:
 *
 *   npm run pictures -- [--folder .cache/pictures] [--open 'aws_db|note'] [plans/update summaries/failure ...]
 *
 * `--open` is a regular expression: blocks with a matching title are expanded, all of them with `--open .`.
 * `npm run pictures -- --readme` writes the pictures in README.md, in GitHub's light and dark theme. Two of them show the output
 * of `npm run demo`, which has to run before, with the addresses of AWS in place of the local ones.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { type Article, renderPage, type Theme } from './github-page'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'test', 'fixtures')
const CHROMIUM = process.env['CHROMIUM'] ?? 'chromium'

const WIDTHS_PX = { comment: 900, summary: 1100 }
const MAX_HEIGHT_PX = 8_000

interface Picture {
  readonly markdown: string
  /** Titles of the expanded blocks. */
  readonly open: RegExp | undefined
  readonly width: number
  readonly file: string
  readonly theme?: Theme
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
async function takePicture({ markdown, open, width, file, theme = 'light' }: Picture): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  const page = join(folder, 'page.html')
  try {
    await writeFile(page, renderPage([{ markdown: expandBlocks(markdown, open) }], theme))
    const dom = await runChromium(page, `--window-size=${width},600`, '--dump-dom')
    const height = Math.min(Math.ceil(Number(/data-height="([\d.]+)"/.exec(dom)?.[1])), MAX_HEIGHT_PX)
    await mkdir(dirname(file), { recursive: true })
    await runChromium(page, `--window-size=${width},${height}`, `--screenshot=${file}`)
    console.log(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeReadmePictures(): Promise<void> {
  const pictures = [
    {
      name: 'plan-comment',
      markdown: readFixture('plans/stateful'),
      open: /terraform_data/,
      width: WIDTHS_PX.comment,
    },
    { name: 'refresh-pull-request', markdown: readDemo('Pull request'), open: /./, width: WIDTHS_PX.comment },
    {
      name: 'deployment-summary',
      markdown: readDemo('Deployment summary'),
      open: undefined,
      width: WIDTHS_PX.summary,
    },
  ]
  for (const { name, ...picture } of pictures)
    for (const theme of ['light', 'dark'] as const) {
      const file = join(ROOT, 'docs', 'pictures', `${name}${theme === 'dark' ? '-dark' : ''}.png`)
      await takePicture({ ...picture, theme, file })
    }
}

const readFixture = (name: string): string => readFileSync(fixturePath(name), 'utf8')

/** Reads an article of the demo, with the addresses that it would have on AWS. */
function readDemo(title: string): string {
  const file = join(ROOT, '.cache', 'demo.json')
  if (!existsSync(file)) throw new Error('Run `npm run demo` first: two pictures show its output.')
  const articles = JSON.parse(readFileSync(file, 'utf8')) as readonly Article[]
  const found = articles.find((article) => article.title?.startsWith(title))
  if (found === undefined) throw new Error(`The demo did not write '${title}'.`)
  return found.markdown
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://langfuse.example.com')
    .replaceAll(/127\.0\.0\.1:\d+/g, '123456789012.dkr.ecr.eu-central-1.amazonaws.com')
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
  if (values.readme) return takeReadmePictures()
  const open = values.open === undefined ? undefined : new RegExp(values.open)
  for (const name of positionals.length > 0 ? positionals : fixtureNames()) {
    const width = /^plans\/|\/plan-changed/.test(name) ? WIDTHS_PX.comment : WIDTHS_PX.summary
    const file = resolve(values.folder, `${name.replaceAll('/', '-')}.png`)
    await takePicture({ markdown: readFixture(name), open, width, file })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
