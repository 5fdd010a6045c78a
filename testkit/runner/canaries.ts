import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const [START, END] = ['canary-', '-9x7q2w']

/** Returns a secret that a leak can be traced back to. */
export const canary = (kind: string): string => `${START}${kind}${END}`

const PLAIN = new RegExp(`${START}([a-z_]+)${END}`, 'gi')
const BASE64_RUN = /[\w+/-]{16,}/g

/** Returns the kinds of the canaries in a text: plain in any case, in Base64 (also compressed), or reversed. */
export function canariesIn(text: string): string[] {
  const decoded = [...text.matchAll(BASE64_RUN)].flatMap(([run]) => [
    ...[0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64').toString('latin1')),
    inflated(run),
  ])
  const reversed = Buffer.from(text).reverse().toString()
  const found = [text, ...decoded, reversed].flatMap((one) =>
    [...one.matchAll(PLAIN)].map(([, kind = '']) => kind.toLowerCase()),
  )
  return [...new Set(found)].sort()
}

function inflated(text: string): string {
  try {
    return inflateRawSync(Buffer.from(text, 'base64')).toString('latin1')
  } catch {
    return ''
  }
}

/** Returns the canaries of each file below a folder, by path. */
export async function canariesBelow(
  folder: string,
  isExpected: (path: string) => boolean,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || isExpected(path)) continue
    const kinds = canariesIn(`${entry.name}\n${await readFile(path, 'latin1')}`)
    if (kinds.length > 0) found[path] = kinds
  }
  return found
}

/**
 * Writes a program that records its arguments and environment, then runs another one. `WHEN_<command>` is a shell
 * command to run afterwards, for example `kill -9 $$`.
 */
export async function writeRecorder(path: string, program: string): Promise<void> {
  const lines = [
    '#!/bin/sh',
    '{ printf "argument %s\\n" "$@"; env; } >>"$RECORD"',
    'eval "after=\\$WHEN_$1"',
    `[ -z "$after" ] && exec ${program} "$@"`,
    `${program} "$@"`,
    'eval "$after"',
  ]
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o755 })
}
