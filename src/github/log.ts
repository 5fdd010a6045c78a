import { EOL } from 'node:os'
import type { Writable } from 'node:stream'
import { escapeWorkflowCommands } from '../text/sanitize'

/** The lines of a step, as a person follows them. */
export interface Log {
  readonly info: (line: string) => void
  /** Keeps a secret out of all that is logged from here on. */
  readonly mask: (secret: string) => void
  /** Folds the lines up to the end of the group; one group cannot hold another. */
  readonly group: (title: string) => void
  readonly endGroup: () => void
}

/**
 * The log without `@actions/core`, which takes longer to load than the first request to a registry.
 * Nothing that is written can start a workflow command
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
export function openLog(output: Writable): Log {
  return {
    info: (line) => output.write(escapeWorkflowCommands(line) + EOL),
    mask: (secret) => {
      // A line end in the value would end the command; the runner masks each line of a value by itself.
      for (const line of secret.split(/\r?\n/))
        if (line !== '') output.write(`::add-mask::${escapeData(line)}${EOL}`)
    },
    group: (title) =>
      output.write(`::group::${escapeData(escapeWorkflowCommands(title).replace(/\s+/g, ' '))}${EOL}`),
    endGroup: () => output.write(`::endgroup::${EOL}`),
  }
}

const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
