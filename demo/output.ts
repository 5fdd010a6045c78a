import { findNode24 } from '../testkit/node24/node24'

export const ROLE = 'arn:aws:iam::123456789012:role/langfuse-deploy'

/** Node 24, as on GitHub's runners, if it is installed; otherwise the current Node. */
export const NODE = findNode24() ?? process.execPath

export const printHeading = (text: string): void => {
  console.log(`\n\u001b[1m${text}\u001b[0m\n`)
}

/** Prints a step's log without workflow commands, which the runner does not show. */
export function printLog(text: string): void {
  process.stdout.write(text.replace(/^::(?:add-mask|debug|group|endgroup)::.*\n/gm, ''))
}

/** @throws Error with the message if the condition is false */
export function check(condition: boolean, message: string): void {
  if (!condition) throw new Error(`demo: ${message}`)
}
