import { EOL } from 'node:os'
import type { Writable } from 'node:stream'
import { escapeWorkflowCommands } from '../text/sanitize'

export interface Log {
  readonly info: (line: string) => void
  /** Makes the runner replace a secret in all later lines. */
  readonly mask: (secret: string) => void
  /** Groups cannot be nested. */
  readonly group: (title: string) => void
  readonly endGroup: () => void
}

/** Of a secret with several lines. */
const MIN_LINE_LENGTH = 4

/**
 * Opens a log in which no line can start a workflow command
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 * Does not load `@actions/core`, which is slow.
 */
export function openLog(output: Writable): Log {
  return {
    info: (line) => output.write(escapeWorkflowCommands(line) + EOL),
    mask: (secret) => {
      // A newline would end the command; the runner masks each line separately.
      const lines = secret.split(/\r?\n/)
      // Brackets of a JSON document would be masked in the whole log.
      const isMasked = (line: string): boolean =>
        line.trim().length >= (lines.length === 1 ? 1 : MIN_LINE_LENGTH)
      for (const line of lines.filter(isMasked)) output.write(`::add-mask::${escapeData(line)}${EOL}`)
    },
    group: (title) =>
      output.write(`::group::${escapeData(escapeWorkflowCommands(title).replace(/\s+/g, ' '))}${EOL}`),
    endGroup: () => output.write(`::endgroup::${EOL}`),
  }
}

/** https://docs.github.com/actions/reference/workflow-commands#about-workflow-commands */
export const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
