import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked } from 'marked'

export type Theme = 'light' | 'dark'

/** Colors of a page around GitHub's own style sheet. */
const COLORS: Readonly<
  Record<Theme, { readonly page: string; readonly text: string; readonly border: string }>
> = {
  light: { page: '#fff', text: '#1f2328', border: '#d1d9e0' },
  dark: { page: '#0d1117', text: '#f0f6fc', border: '#3d444d' },
}

const styleOf = (theme: Theme): string =>
  readFileSync(
    join(import.meta.dirname, `../node_modules/github-markdown-css/github-markdown-${theme}.css`),
    'utf8',
  )

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** GitHub's CSS classes for diff lines, by first character. */
const DIFF_CLASSES: Readonly<Record<string, string>> = {
  '+': 'pl-mi1',
  '-': 'pl-md',
  '!': 'pl-mc',
  '#': 'pl-c',
}

function renderDiffLine(line: string): string {
  const className = DIFF_CLASSES[line.charAt(0)]
  return className === undefined ? escapeHtml(line) : `<span class="${className}">${escapeHtml(line)}</span>`
}

/** https://primer.style/octicons */
const ICONS: Readonly<Record<string, string>> = {
  note: 'M0 8a8 8 0 1 1 16 0A8 8 0 0 1 0 8Zm8-6.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6.5 7.75A.75.75 0 0 1 7.25 7h1a.75.75 0 0 1 .75.75v2.75h.25a.75.75 0 0 1 0 1.5h-2a.75.75 0 0 1 0-1.5h.25v-2h-.25a.75.75 0 0 1-.75-.75ZM8 6a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
  warning:
    'M6.457 1.047c.659-1.234 2.427-1.234 3.086 0l6.082 11.378A1.75 1.75 0 0 1 14.082 15H1.918a1.75 1.75 0 0 1-1.543-2.575Zm1.763.707a.25.25 0 0 0-.44 0L1.698 13.132a.25.25 0 0 0 .22.368h12.164a.25.25 0 0 0 .22-.368Zm.53 3.996v2.5a.75.75 0 0 1-1.5 0v-2.5a.75.75 0 0 1 1.5 0ZM9 11a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z',
  caution:
    'M4.47.22A.749.749 0 0 1 5 0h6c.199 0 .389.079.53.22l4.25 4.25c.141.14.22.331.22.53v6a.749.749 0 0 1-.22.53l-4.25 4.25A.749.749 0 0 1 11 16H5a.749.749 0 0 1-.53-.22L.22 11.53A.749.749 0 0 1 0 11V5c0-.199.079-.389.22-.53Zm.84 1.28L1.5 5.31v5.38l3.81 3.81h5.38l3.81-3.81V5.31L10.69 1.5ZM8 4a.75.75 0 0 1 .75.75v3.5a.75.75 0 0 1-1.5 0v-3.5A.75.75 0 0 1 8 4Zm0 8a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
}

/** GitHub's extensions of Markdown: line breaks in comments, alerts and diff colors. */
const github = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    code({ text, lang }) {
      const body = lang === 'diff' ? text.split('\n').map(renderDiffLine).join('\n') : escapeHtml(text)
      return `<div class="highlight"><pre>${body}</pre></div>`
    },
    blockquote({ tokens }) {
      const body = this.parser.parse(tokens)
      const [marker, kind = ''] = /^<p>\[!([A-Z]+)\](?:<br>)?/.exec(body) ?? []
      if (marker === undefined) return `<blockquote>${body}</blockquote>`
      const name = kind.toLowerCase()
      const icon = `<svg class="octicon mr-2" viewBox="0 0 16 16" width="16" height="16"><path d="${ICONS[name] ?? ''}"/></svg>`
      const title = `${icon}${name.charAt(0).toUpperCase()}${name.slice(1)}`
      return `<div class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">${title}</p><p>${body.slice(marker.length)}</div>`
    },
  },
})

export interface Article {
  /** Shown above the text. */
  readonly title?: string
  readonly markdown: string
}

/** Renders a page that runs only its own script, which stores the page's height in `data-height`. */
export function renderPage(articles: readonly Article[], theme: Theme = 'light'): string {
  const { page, text, border } = COLORS[theme]
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-height'"
  const body = articles.map(
    ({ title, markdown }) =>
      `${title === undefined ? '' : `<h3>${escapeHtml(title)}</h3>\n`}<article class="markdown-body">${github.parse(markdown, { async: false })}</article>`,
  )
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>${styleOf(theme)}
body { margin: 0 auto; max-width: 1100px; padding: 16px; background: ${page}; color: ${text}; font-family: -apple-system, "Segoe UI", "Noto Sans", sans-serif }
.markdown-body { border: 1px solid ${border}; border-radius: 6px; padding: 16px; font-size: 14px }
.octicon { fill: currentColor; margin-right: 8px }</style>
${body.join('\n')}
<script nonce="height">document.documentElement.dataset.height = document.documentElement.getBoundingClientRect().height</script>`
}
