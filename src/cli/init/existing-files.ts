import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidImages, parseImages } from '../../images/images-yaml'
import { isRecord, textAt } from '../../text/json'
import { CommandFailed } from '../error'
import type { Release } from './package'
import { ROOT } from './root-files'
import { readOptional } from './settings'
import { STACK_FILE } from './settings-only'
import { WORKFLOWS, type WorkflowName } from './workflow-files'

export interface Expected {
  readonly release: Release
  readonly stack: string
  readonly isSettingsOnly: boolean
  /** Whether an earlier run has checked the files. Users may have changed them since. */
  readonly isLaterRun: boolean
}

/** Names that are common in repositories, so that a file of another program may have them. */
const IMAGES_FILE = 'images.yaml'

/**
 * Rejects files of the repository that have the name of a file that `init` writes and another content: they are kept, and the
 * deployment would fail with them.
 *
 * @throws CommandFailed
 */
export async function checkExistingFiles(directory: string, expected: Expected): Promise<void> {
  const read = (path: string): Promise<string | undefined> => readOptional(join(directory, path))
  for (const name of WORKFLOWS) checkWorkflow(name, await read(workflowPath(name)), expected)
  if (expected.isLaterRun) return
  checkImages(await read(IMAGES_FILE))
  if (expected.isSettingsOnly) await checkStackFile(await read(STACK_FILE), expected)
  else if ((await read(`${ROOT}/main.tf`)) !== undefined) checkRoot(await readRoot(join(directory, ROOT)))
}

const workflowPath = (name: WorkflowName): string => `.github/workflows/${name}.yml`

/** `drift` finds deployments by the name of the file. */
function checkWorkflow(name: WorkflowName, text: string | undefined, expected: Expected): void {
  if (text === undefined || callsOf(name, expected).some((call) => text.includes(`${call}@`))) return
  const { release, isLaterRun } = expected
  const [call = ''] = callsOf(name, expected)
  const needed = isLaterRun ? 'a workflow of langfuse-deploy' : call
  throw new CommandFailed(
    `${workflowPath(name)} exists and does not call ${needed}, which needs this file name. Rename it, or use another repository.` +
      (isLaterRun ? '' : ` If it calls a copy of ${release.source}, name that: --release OWNER/NAME@vX.Y.Z`),
  )
}

/** Workflows of which a file must call one. */
function callsOf(name: WorkflowName, { release, isSettingsOnly, isLaterRun }: Expected): string[] {
  const path = (file: string): string => `/.github/workflows/${file}.yml`
  if (isLaterRun) return [path(name), path(`${name}-settings`)]
  const file = isSettingsOnly && name !== 'refresh' ? `${name}-settings` : name
  return [`${release.source}${path(file)}`]
}

function checkImages(text: string | undefined): void {
  if (text === undefined) return
  let names: readonly string[]
  try {
    names = parseImages(text, IMAGES_FILE).map(({ name }) => name)
  } catch (error) {
    if (!(error instanceof InvalidImages)) throw error
    const [{ line, message } = { line: 1, message: '' }] = error.problems
    throw unrelated(IMAGES_FILE, `has no pinned images (line ${line}: ${message.split('\n')[0]})`, {
      cause: error,
    })
  }
  if (!names.includes('langfuse-web')) throw unrelated(IMAGES_FILE, 'has no image langfuse-web')
}

async function checkStackFile(text: string | undefined, { stack }: Expected): Promise<void> {
  if (text === undefined) return
  const content = await parseYaml(text)
  if (!isRecord(content)) throw unrelated(STACK_FILE, 'is not a YAML mapping of settings')
  if (textAt(content, 'langfuse', 'first_user', 'email') === undefined)
    throw unrelated(STACK_FILE, 'has no langfuse.first_user.email')
  const name = textAt(content, 'name') ?? 'langfuse'
  if (name === stack) return
  throw new CommandFailed(
    `${STACK_FILE} has the name ${JSON.stringify(name)}, and the stack to set up is '${stack}'. Set it up with --stack ${name}, or correct the file.`,
  )
}

/** @returns undefined for invalid YAML */
async function parseYaml(text: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    const content: unknown = parse(text)
    return content
  } catch {
    return undefined
  }
}

/** Returns the configuration files of a folder, one after another. */
async function readRoot(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tf'))
  const texts = await Promise.all(names.map((name) => readOptional(join(folder, name))))
  return texts.join('\n')
}

function checkRoot(text: string): void {
  const path = `${ROOT}/main.tf`
  if (!/^\s*source\s*=\s*"[^"]*langfuse[^"]*"/m.test(text))
    throw unrelated(path, 'and the files next to it call no module of Langfuse')
  if (!/^\s*backend\s+"s3"\s*\{/m.test(text))
    throw unrelated(
      path,
      'and the files next to it have no backend "s3", whose settings the workflows supply',
    )
}

const unrelated = (path: string, problem: string, options?: ErrorOptions): CommandFailed =>
  new CommandFailed(
    `${path} exists and ${problem}, so it is not a file for langfuse-deploy, which needs this file name. Rename or correct it, or use another repository.`,
    options,
  )
