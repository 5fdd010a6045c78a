import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Engine, TERRAFORM } from '../../plan/engine'

export interface VersionFile {
  readonly version: string
  /** Path of the file. */
  readonly from: string
}

const MAX_LENGTH = 64 * 1024
const EXACT = /^v?(\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\da-z.-]{1,40})?)$/i

/**
 * Finds the version in `.terraform-version` or `.opentofu-version` (tfenv, tenv), or `.tool-versions` (asdf, mise), in a directory or above.
 * Words such as `latest` are left to `required_version`.
 *
 * @param top directory to stop at
 */
export async function readVersionFile(
  directory: string,
  top: string,
  { name: engine }: Engine = TERRAFORM,
): Promise<VersionFile | undefined> {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    for (const [name, parse] of FILES[engine]) {
      const path = join(folder, name)
      const text = await readFile(path, 'utf8').catch(() => undefined)
      const [, version] = EXACT.exec(parse(text?.slice(0, MAX_LENGTH) ?? '')) ?? []
      if (version !== undefined) return { version, from: path }
    }
    if (folder === resolve(top) || folder === dirname(folder)) return undefined
  }
}

const fieldsOf = (text: string): string[][] =>
  text.split('\n').map((line) => (line.split('#', 1)[0] ?? '').trim().split(/\s+/))

type VersionParser = (text: string) => string

const firstWord: VersionParser = (text) => fieldsOf(text).find(([first]) => first !== '')?.[0] ?? ''
const versionOf =
  (...tools: readonly string[]): VersionParser =>
  (text) =>
    fieldsOf(text).find(([tool = '']) => tools.includes(tool))?.[1] ?? ''

const FILES: Readonly<Record<Engine['name'], readonly (readonly [name: string, parse: VersionParser])[]>> = {
  terraform: [
    ['.terraform-version', firstWord],
    ['.tool-versions', versionOf('terraform')],
  ],
  opentofu: [
    ['.opentofu-version', firstWord],
    ['.tool-versions', versionOf('opentofu', 'tofu')],
  ],
}
