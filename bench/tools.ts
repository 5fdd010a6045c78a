import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Command } from './measure'

/** Images to copy between registries, all with the tag `1.0`. */
export interface Job {
  readonly source: string
  readonly target: string
  readonly images: readonly { readonly name: string; readonly digest: string }[]
  /** File with the authority of TLS servers. */
  readonly ca?: string
}

export interface Tool {
  readonly name: string
  readonly commands: (job: Job) => Promise<readonly Command[]>
}

export const TAG = '1.0'
export const sourceRepository = (name: string): string => `upstream/${name}`
export const PREFIX = 'mirror'

/** The bundle with the environment of GitHub's runner. */
export function action(name: string, options: { node: string; bundle: string; folder: string }): Tool {
  const { node, bundle, folder } = options
  return {
    name,
    commands: async ({ source, target, images, ca }) => {
      const entries = images.map(
        (image) =>
          `  ${image.name}:\n    source: ${source}/${sourceRepository(image.name)}:${TAG}@${image.digest}\n`,
      )
      const files = { images: 'images.yaml', output: 'output', summary: 'summary.md' }
      await writeFile(join(folder, files.images), `images:\n${entries.join('')}`)
      await writeFile(join(folder, files.output), '')
      await writeFile(join(folder, files.summary), '')
      const env = {
        PATH: process.env['PATH'],
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: join(folder, files.output),
        GITHUB_STEP_SUMMARY: join(folder, files.summary),
        ...(ca !== undefined && { NODE_EXTRA_CA_CERTS: ca }),
        INPUT_COMMAND: 'mirror',
        INPUT_IMAGES: join(folder, files.images),
        INPUT_REGISTRY: target,
        INPUT_PREFIX: PREFIX,
      }
      return [{ program: node, args: [bundle], env }]
    },
  }
}

/** Installed tools to compare with. */
export function otherTools(folder: string): Tool[] {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    DOCKER_CONFIG: folder,
    REGISTRY_AUTH_FILE: join(folder, 'no-such-auth.json'),
  }
  const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false']
  const copyBy = (program: string, argsOf: (from: string, to: string) => string[]): Tool => ({
    name: program,
    commands: ({ source, target, images }) =>
      Promise.resolve(
        images.map(({ name }) => {
          const from = `${source}/${sourceRepository(name)}:${TAG}`
          return { program, args: argsOf(from, `${target}/${PREFIX}/${name}:${TAG}`), env }
        }),
      ),
  })
  const all = [
    copyBy('skopeo', (from, to) => [
      '--insecure-policy',
      'copy',
      '--all',
      ...insecure,
      `docker://${from}`,
      `docker://${to}`,
    ]),
    copyBy('crane', (from, to) => ['copy', '--insecure', from, to]),
  ]
  return all.filter(({ name }) => pathOf(name) !== undefined)
}

export function pathOf(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}

export function versions(tools: readonly Tool[]): string[] {
  return tools.map(({ name }) => {
    // Debian's crane does not print its version.
    const version = name === 'skopeo' ? execFileSync(name, ['--version'], { encoding: 'utf8' }) : name
    return version.trim()
  })
}
