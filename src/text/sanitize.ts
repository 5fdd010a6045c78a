/**
 * Characters without a glyph, except tab and line feed: controls, separators, lone surrogates, and all that Unicode
 * ignores by default (UAX #44 Default_Ignorable_Code_Point). A variation selector after a pictograph stays, as in ⚠️.
 */
const INVISIBLE =
  /(?![\t\n -~])(?:(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}\ufff9-\ufffb]|\p{Cc})/gu

/** Terminal control sequences (ECMA-48, CSI). */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]*[a-zA-Z]/g

const MAX_PRINTABLE_LENGTH = 400

/** Converts untrusted text to one printable line of at most 400 characters. */
export function toPrintableLine(text: string): string {
  const line = text
    .replace(INVISIBLE, ' ')
    .replace(/[\t\n ]+/g, ' ')
    .trim()
  return line.length > MAX_PRINTABLE_LENGTH ? `${line.slice(0, MAX_PRINTABLE_LENGTH)}…` : line
}

/** Removes terminal sequences and invisible characters. */
export const removeInvisible = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(TERMINAL_SEQUENCE, '').replace(INVISIBLE, '')

/** Replaces invisible characters with escapes such as `\u202e`, and splits the runner command `##[`. */
export const escapeInvisible = (text: string): string =>
  text
    .replaceAll('##[', '## [')
    .replace(INVISIBLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)

/** Converts untrusted text to one line with escapes for invisible characters. */
export const escapeToLine = (text: string): string => escapeInvisible(text.replace(/\s+/g, ' ').trim())

/** Escapes workflow commands (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). */
export const escapeWorkflowCommands = (text: string): string =>
  removeInvisible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/gm, '$1: ')

/** Returns the message of a thrown value as one printable line. */
export function errorMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return toPrintableLine(typeof message === 'string' && message !== '' ? message : String(error))
}
