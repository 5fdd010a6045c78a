export interface Token {
  readonly kind: 'word' | 'string' | 'template' | 'open' | 'close' | 'other'
  /** The value of a string; otherwise the source without its quotes. */
  readonly text: string
  /** Positions in the source. */
  readonly start: number
  readonly end: number
  readonly startsLine: boolean
}

type Scanned = Pick<Token, 'kind' | 'text' | 'end'>

/** Whitespace and comments. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy

/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  let startsLine = true
  while (at < text.length) {
    const [skipped] = match(SKIPPED) ?? []
    if (skipped !== undefined) {
      at += skipped.length
      startsLine ||= skipped.includes('\n')
      continue
    }
    const scanned = tokenAt(text, at, match)
    tokens.push({ ...scanned, start: at, startsLine })
    startsLine = false
    at = scanned.end
  }
  return tokens
}

function tokenAt(text: string, at: number, match: (pattern: RegExp) => RegExpExecArray | null): Scanned {
  const [word] = match(WORD) ?? []
  if (word !== undefined) return { kind: 'word', text: word, end: at + word.length }
  const heredoc = match(HEREDOC)
  if (heredoc !== null) return heredocAt(text, at, heredoc)
  const character = text[at] ?? ''
  if (character === '"') return stringAt(text, at)
  const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other'
  return { kind, text: character, end: at + 1 }
}

/** Ends with the delimiter line. `<<-` removes the common indentation. */
function heredocAt(text: string, at: number, [opening = '', flag, delimiter = '']: RegExpExecArray): Scanned {
  const start = at + opening.length
  let end = start
  const lines: string[] = []
  while (end < text.length) {
    const next = text.indexOf('\n', end)
    const line = text.slice(end, next < 0 ? text.length : next)
    end += line.length
    if (line.trim() === delimiter) break
    lines.push(line)
    end += 1
  }
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const indent = flag === '-' ? indents.reduce((least, one) => Math.min(least, one), Infinity) : 0
  const body = lines.map((line) => `${line.slice(Math.min(indent, line.length))}\n`).join('')
  return { kind: 'template', text: body.replace(/([$%])\1\{/g, '$1{'), end: Math.min(end, text.length) }
}

/** Deeper templates are read as one text. */
const MAX_DEPTH = 100

function stringAt(text: string, start: number, depth = 0): Scanned {
  let at = start + 1
  let isPlain = true
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    if (text[at] === '\\') at += 2
    else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3))) at += 3
    else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
      isPlain = false
      at = depth < MAX_DEPTH ? endOfTemplate(text, at + 2, depth) : at + 2
    } else at += 1
  }
  const content = text.slice(start + 1, at)
  return { kind: isPlain ? 'string' : 'template', text: unescape(content), end: at + 1 }
}

/** Returns the position after an interpolation. */
function endOfTemplate(text: string, start: number, depth: number): number {
  let at = start
  for (let braces = 1; at < text.length && braces > 0;) {
    if (text[at] === '"') {
      at = stringAt(text, at, depth + 1).end
      continue
    }
    if (text[at] === '{') braces += 1
    if (text[at] === '}') braces -= 1
    at += 1
  }
  return at
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const ESCAPE = /\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}|\\.|\$\$\{|%%\{/gs

const unescape = (content: string): string =>
  content.replace(ESCAPE, (escape) => {
    const [first = '', second = ''] = escape
    if (first !== '\\') return `${first}{`
    if (escape.length > 2) return fromCodePoint(parseInt(escape.slice(2), 16), escape)
    return ESCAPES[second] ?? second
  })

const fromCodePoint = (code: number, otherwise: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
