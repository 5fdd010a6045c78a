/**
 * Characters that a reader cannot see: controls, line separators, and marks that reorder or hide text
 * (Unicode bidirectional controls, zero-width characters, soft hyphen, variation selectors, tags, lone surrogates).
 * Tab and line feed are not among them.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu

/** Escape sequences of a terminal (ECMA-48, CSI). */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]*[a-zA-Z]/g

const MAX_LINE_LENGTH = 400

/** Converts untrusted text to one printable line of at most 400 characters, for errors, logs and summaries. */
export function toPrintableLine(text: string): string {
  const line = text
    .replace(INVISIBLE, ' ')
    .replace(/[\t\n ]+/g, ' ')
    .trim()
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line
}

/** Removes terminal sequences and invisible characters; line feeds and tabs stay. */
export const removeInvisible = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(TERMINAL_SEQUENCE, '').replace(INVISIBLE, '')

/**
 * Writes invisible characters as `\u202e`. Line feeds and tabs stay.
 * Splits `##[`, which the runner reads as a command anywhere in a line.
 */
export const escapeInvisible = (text: string): string =>
  text
    .replaceAll('##[', '## [')
    .replace(INVISIBLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)

/** Converts untrusted text to one line with invisible characters written out. */
export const escapeToLine = (text: string): string => escapeInvisible(text.replace(/\s+/g, ' ').trim())

/**
 * Prevents text from being read as a workflow command: `::` at the start of a line, `##[` anywhere
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
export const escapeWorkflowCommands = (text: string): string =>
  removeInvisible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/gm, '$1: ')

/** Returns the message of anything thrown, as one printable line. */
export function errorMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return toPrintableLine(typeof message === 'string' && message !== '' ? message : String(error))
}
