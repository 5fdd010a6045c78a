import { escapeWorkflowCommands } from '../text/sanitize'
import { code, prose } from '../text/markdown'

const LONGEST_LINE = 300
const MOST_LINES = 40
/** More is not read at all. */
const MOST_CHARACTERS = 20_000

/**
 * What someone wrote of a release, as text that does nothing: headings, lists and code are kept; of links, images and
 * HTML only the words. No mention notifies anyone, no number links to an issue of ours.
 */
export function renderNotes(markdown: string): string {
  const text = escapeWorkflowCommands(markdown.slice(0, MOST_CHARACTERS)).replace(
    /<!--[\s\S]*?(?:-->|$)/g,
    '',
  )
  const lines: string[] = []
  let isCode = false
  for (const raw of text.split('\n').map(shorten)) {
    const isFence = /^\s*(?:`{3,}|~{3,})/.test(raw)
    if (isFence) isCode = !isCode
    const line = isFence ? '' : isCode ? code(raw) : renderLine(raw)
    if (line !== '' || (lines.at(-1) ?? '') !== '') lines.push(line)
    if (lines.length >= MOST_LINES) break
  }
  const isCut = lines.length >= MOST_LINES || markdown.length > MOST_CHARACTERS
  const shown = lines.map((line, index) => separate(line, lines[index + 1]))
  return [...shown, ...(isCut ? ['', '…'] : [])].join('\n').trim()
}

function renderLine(raw: string): string {
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(raw)?.[1]
  if (heading !== undefined) return bold(heading)
  const [, indent = '', item] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(raw) ?? []
  if (item === undefined) return renderWords(raw)
  const words = renderWords(item)
  return words === '' ? '' : `${indent.length >= 2 ? '  ' : ''}- ${words}`
}

function bold(heading: string): string {
  const words = prose(plain(heading)).trim()
  return words === '' ? '' : `**${words}**`
}

/** Code within a line stays code. */
function renderWords(text: string): string {
  const pieces = text.split(/(`[^`]+`)/)
  const rendered = pieces.map((piece) =>
    /^`[^`]+`$/.test(piece) ? code(piece.slice(1, -1)) : prose(plain(piece)),
  )
  return rendered.join('').trim()
}

/** Without HTML, emphasis and addresses: `[words](address)` are words, a pull request is its number. */
function plain(text: string): string {
  return (
    text
      .replace(/<\/?[a-z][^>]*>/gi, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/https?:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/(\d+)\S*/g, '#$1')
      .replace(/\*\*|__|~~/g, '')
      // GitHub takes GH-1 for an issue of ours; with this dash it is only text.
      .replace(/\bGH-(?=\d)/gi, 'GH\u2011')
  )
}

function shorten(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '')}…` : line
}

/** A line that the next would run into ends for itself. */
function separate(line: string, next: string | undefined): string {
  const isText = (one: string): boolean => one !== '' && !/^\s*- /.test(one)
  return next !== undefined && isText(line) && isText(next) ? `${line}  ` : line
}
