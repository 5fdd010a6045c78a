import { escapeWorkflowCommands } from '../text/sanitize'
import { codeSpan, escapeMarkdown } from '../text/markdown'

const MAX_NOTE_LINE_LENGTH = 300
const MAX_NOTE_LINES = 40
const MAX_NOTE_LENGTH = 20_000

/**
 * Renders untrusted release notes: links, images and HTML are reduced to their text, mentions notify no user, and
 * numbers link to no issue.
 */
export function renderReleaseNotes(markdown: string): string {
  const text = escapeWorkflowCommands(markdown.slice(0, MAX_NOTE_LENGTH)).replace(
    /<!--[\s\S]*?(?:-->|$)/g,
    '',
  )
  const lines: string[] = []
  let isCode = false
  for (const raw of text.split('\n').map(truncateLine)) {
    const isFence = /^\s*(?:`{3,}|~{3,})/.test(raw)
    if (isFence) isCode = !isCode
    const line = isFence ? '' : isCode ? codeSpan(raw) : renderNoteLine(raw)
    if (line !== '' || (lines.at(-1) ?? '') !== '') lines.push(line)
    if (lines.length >= MAX_NOTE_LINES) break
  }
  const isCut = lines.length >= MAX_NOTE_LINES || markdown.length > MAX_NOTE_LENGTH
  const rendered = lines.map((line, index) => withLineBreak(line, lines[index + 1]))
  return [...rendered, ...(isCut ? ['', '…'] : [])].join('\n').trim()
}

function renderNoteLine(raw: string): string {
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(raw)?.[1]
  if (heading !== undefined) return renderHeading(heading)
  const [, indent = '', item] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(raw) ?? []
  if (item === undefined) return renderInline(raw)
  const text = renderInline(item)
  return text === '' ? '' : `${indent.length >= 2 ? '  ' : ''}- ${text}`
}

function renderHeading(heading: string): string {
  const text = escapeMarkdown(toPlainText(heading)).trim()
  return text === '' ? '' : `**${text}**`
}

function renderInline(text: string): string {
  const pieces = text.split(/(`[^`]+`)/)
  const rendered = pieces.map((piece) =>
    /^`[^`]+`$/.test(piece) ? codeSpan(piece.slice(1, -1)) : escapeMarkdown(toPlainText(piece)),
  )
  return rendered.join('').trim()
}

function toPlainText(text: string): string {
  return (
    text
      .replace(/<\/?[a-z][^>]*>/gi, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/https?:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/(\d+)\S*/g, '#$1')
      .replace(/\*\*|__|~~/g, '')
      // A non-breaking hyphen: GitHub links GH-1 to an issue.
      .replace(/\bGH-(?=\d)/gi, 'GH\u2011')
  )
}

function truncateLine(line: string): string {
  return line.length > MAX_NOTE_LINE_LENGTH
    ? `${line.slice(0, MAX_NOTE_LINE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`
    : line
}

/** Markdown joins lines of text without a hard line break. */
function withLineBreak(line: string, next: string | undefined): string {
  const isText = (one: string): boolean => one !== '' && !/^\s*- /.test(one)
  return next !== undefined && isText(line) && isText(next) ? `${line}  ` : line
}
