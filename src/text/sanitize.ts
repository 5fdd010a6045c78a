/**
 * Invisible characters except tab and line feed: controls, line separators, bidirectional controls, zero-width
 * characters, soft hyphen, variation selectors, tags, lone surrogates.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu

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
