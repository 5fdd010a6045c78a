import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandFailed } from '../error'
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

/** Rejects a workflow of the user with one of the names, because `drift` finds deployments by the name. @throws CommandFailed */
export async function checkWorkflowNames(directory: string, workflows: Files): Promise<void> {
  for (const path of Object.keys(workflows)) {
    const text = await readOptional(join(directory, path))
    const name = path.slice(path.lastIndexOf('/')).replace('.yml', '')
    const called = [`${name}.yml@`, `${name}-settings.yml@`]
    if (text === undefined || called.some((end) => text.includes(`/.github/workflows${end}`))) continue
    throw new CommandFailed(
      `${path} exists and does not call a workflow of langfuse-deploy, which needs this file name. Rename it, or use another repository.`,
    )
  }
}
