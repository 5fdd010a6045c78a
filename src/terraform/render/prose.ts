import { code, oneLine } from './text'

/** What a reader will want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/

/** A sentence in which something from outside may stand: nothing in it is Markdown, and commands are code. */
export function prose(sentence: string): string {
  return oneLine(sentence)
    .split(COMMAND)
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part)))
    .join('')
}

function escapeMarkdown(text: string): string {
  const escaped = text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
  // GitHub links these after Markdown is done; a comment in between is invisible and keeps them apart.
  return escaped.replace(/[@#]/g, '$&<!-- -->')
}

/** Lines that can be read without scrolling sideways, broken at spaces where that is possible. */
export function wrap(lines: readonly string[], width = 100): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = []
    let rest = line
    while (rest.length > width) {
      const space = rest.slice(0, width + 1).lastIndexOf(' ')
      // A break at the indentation would leave an empty line, and no shorter one.
      const at = space > rest.search(/\S/) ? space : rest.indexOf(' ', width)
      if (at < 0) break
      wrapped.push(rest.slice(0, at))
      rest = rest.slice(at + 1)
    }
    return [...wrapped, rest]
  })
}
