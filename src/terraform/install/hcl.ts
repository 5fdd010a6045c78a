/** A piece of HCL, as far as blocks and plain strings need telling apart. */
export interface Token {
  readonly kind: 'word' | 'string' | 'template' | 'open' | 'close' | 'other'
  /** Of a string, what is between its quotes. */
  readonly text: string
}

/** Comments and blanks, which mean nothing here. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy

/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  while (at < text.length) {
    const skipped = match(SKIPPED)
    if (skipped !== null) {
      at += skipped[0].length
      continue
    }
    const token = tokenAt(text, at, match)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(
  text: string,
  at: number,
  match: (pattern: RegExp) => RegExpExecArray | null,
): Token & { readonly end: number } {
  const [word] = match(WORD) ?? []
  if (word !== undefined) return { kind: 'word', text: word, end: at + word.length }
  const heredoc = match(HEREDOC)
  if (heredoc !== null) return { kind: 'template', text: '', end: endOfHeredoc(text, at, heredoc) }
  const character = text[at] ?? ''
  if (character === '"') return stringAt(text, at)
  const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other'
  return { kind, text: character, end: at + 1 }
}

/** Ends with the line that holds nothing but its mark. */
function endOfHeredoc(text: string, at: number, [opening = '', , mark = '']: RegExpExecArray): number {
  const pattern = new RegExp(`^[^\\S\\n]*${mark}[^\\S\\n]*$`, 'gm')
  pattern.lastIndex = at + opening.length
  const end = pattern.exec(text)
  return end === null ? text.length : end.index + end[0].length
}

function stringAt(text: string, start: number): Token & { readonly end: number } {
  let at = start + 1
  let isPlain = true
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    if (text[at] === '\\') at += 2
    else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3))) at += 3
    else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
      isPlain = false
      at = endOfTemplate(text, at + 2)
    } else at += 1
  }
  const content = text.slice(start + 1, at)
  return { kind: isPlain ? 'string' : 'template', text: isPlain ? unescape(content) : '', end: at + 1 }
}

/** Behind the brace that closes an interpolation, in which there may be strings with interpolations. */
function endOfTemplate(text: string, start: number): number {
  let at = start
  for (let depth = 1; at < text.length && depth > 0;) {
    if (text[at] === '"') {
      at = stringAt(text, at).end
      continue
    }
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    at += 1
  }
  return at
}

const unescape = (content: string): string => content.replace(/\\(["\\])/g, '$1')
