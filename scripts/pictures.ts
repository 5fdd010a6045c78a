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
import { Marked } from 'marked'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'test', 'fixtures')
const CHROMIUM = process.env['CHROMIUM'] ?? 'chromium'
const STYLE = readFileSync(join(ROOT, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8')

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

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** GitHub's classes for the lines of a diff, by their first character. */
const DIFF_CLASSES: Readonly<Record<string, string>> = {
  '+': 'pl-mi1',
  '-': 'pl-md',
  '!': 'pl-mc',
  '#': 'pl-c',
}

function diffLine(line: string): string {
  const name = DIFF_CLASSES[line.charAt(0)]
  return name === undefined ? escapeHtml(line) : `<span class="${name}">${escapeHtml(line)}</span>`
}

/** Octicons: https://primer.style/octicons */
const ICONS: Readonly<Record<string, string>> = {
  note: 'M0 8a8 8 0 1 1 16 0A8 8 0 0 1 0 8Zm8-6.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6.5 7.75A.75.75 0 0 1 7.25 7h1a.75.75 0 0 1 .75.75v2.75h.25a.75.75 0 0 1 0 1.5h-2a.75.75 0 0 1 0-1.5h.25v-2h-.25a.75.75 0 0 1-.75-.75ZM8 6a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
  warning:
    'M6.457 1.047c.659-1.234 2.427-1.234 3.086 0l6.082 11.378A1.75 1.75 0 0 1 14.082 15H1.918a1.75 1.75 0 0 1-1.543-2.575Zm1.763.707a.25.25 0 0 0-.44 0L1.698 13.132a.25.25 0 0 0 .22.368h12.164a.25.25 0 0 0 .22-.368Zm.53 3.996v2.5a.75.75 0 0 1-1.5 0v-2.5a.75.75 0 0 1 1.5 0ZM9 11a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z',
  caution:
    'M4.47.22A.749.749 0 0 1 5 0h6c.199 0 .389.079.53.22l4.25 4.25c.141.14.22.331.22.53v6a.749.749 0 0 1-.22.53l-4.25 4.25A.749.749 0 0 1 11 16H5a.749.749 0 0 1-.53-.22L.22 11.53A.749.749 0 0 1 0 11V5c0-.199.079-.389.22-.53Zm.84 1.28L1.5 5.31v5.38l3.81 3.81h5.38l3.81-3.81V5.31L10.69 1.5ZM8 4a.75.75 0 0 1 .75.75v3.5a.75.75 0 0 1-1.5 0v-3.5A.75.75 0 0 1 8 4Zm0 8a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
}

/** What GitHub adds to Markdown: line breaks of comments, alerts, and the colours of a diff. */
const github = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    code({ text, lang }) {
      const body = lang === 'diff' ? text.split('\n').map(diffLine).join('\n') : escapeHtml(text)
      return `<div class="highlight"><pre>${body}</pre></div>`
    },
    blockquote({ tokens }) {
      const body = this.parser.parse(tokens)
      const [mark, kind = ''] = /^<p>\[!([A-Z]+)\](?:<br>)?/.exec(body) ?? []
      if (mark === undefined) return `<blockquote>${body}</blockquote>`
      const name = kind.toLowerCase()
      const icon = `<svg class="octicon mr-2" viewBox="0 0 16 16" width="16" height="16"><path d="${ICONS[name] ?? ''}"/></svg>`
      const title = `${icon}${name.charAt(0).toUpperCase()}${name.slice(1)}`
      return `<div class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">${title}</p><p>${body.slice(mark.length)}</div>`
    },
  },
})

/** A page that can run no script but its own, which says how high it is. */
function pageOf(markdown: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-height'"
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>${STYLE}
body { margin: 0; padding: 16px; background: #fff }
.markdown-body { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; font-size: 14px }
.octicon { fill: currentColor; margin-right: 8px }</style>
<article class="markdown-body">${github.parse(markdown, { async: false })}</article>
<script nonce="height">document.documentElement.dataset.height = document.documentElement.getBoundingClientRect().height</script>`
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
    await writeFile(page, pageOf(opened(readFileSync(pathOf(name), 'utf8'), open)))
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
