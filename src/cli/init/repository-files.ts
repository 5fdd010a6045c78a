import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readOptional } from './settings'
import type { Change } from './steps'

/** Contents by path relative to the repository. */
export type Files = Readonly<Record<string, string>>

/** Plans the files that do not exist. Existing files stay as they are: they may have been edited. */
export async function planFiles(directory: string, files: Files): Promise<Change[]> {
  const changes = await Promise.all(
    Object.entries(files).map(async ([path, content]): Promise<Change[]> => {
      const target = join(directory, path)
      if ((await readOptional(target)) !== undefined) return []
      const apply = async (): Promise<void> => {
        await mkdir(dirname(target), { recursive: true })
        // A later run would take half a file for a whole one.
        const partial = `${target}.part`
        await writeFile(partial, content)
        await rename(partial, target)
      }
      return [{ summary: `write ${path}`, details: content.trimEnd().split('\n'), apply }]
    }),
  )
  return changes.flat()
}
