import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTagCommit } from '../../github/releases'
import type { GitHub } from '../../github/octokit'
import { parseObject, textAt } from '../../text/json'
import { CommandFailed, InvalidArgument } from '../error'

/** A release of this project, which workflows and module are used from. */
export interface Release {
  /** `owner/name` on github.com. */
  readonly source: string
  /** `v1.2.3`. */
  readonly tag: string
  readonly commit: string
}

/** The files that come with the command line: the package, or a clone of the repository. */
export class Package {
  constructor(readonly directory: string) {}

  /** @param path relative to the package @throws CommandFailed */
  async read(path: string): Promise<string> {
    try {
      return await readFile(join(this.directory, path), 'utf8')
    } catch (error) {
      throw new CommandFailed(
        `${join(this.directory, path)} cannot be read: install langfuse-deploy again.`,
        {
          cause: error,
        },
      )
    }
  }

  /**
   * Returns the release that the package belongs to, or the given one.
   *
   * @param given `OWNER/NAME@vX.Y.Z`
   * @throws InvalidArgument, CommandFailed
   */
  async release(given: string | undefined, github: GitHub): Promise<Release> {
    const { source, tag } = given === undefined ? await this.ownRelease() : parseRelease(given)
    const [owner = '', repo = ''] = source.split('/')
    const commit = await readTagCommit(github, { owner, repo }, tag)
    if (commit !== undefined) return { source, tag, commit }
    throw new CommandFailed(
      `${source} has no tag ${tag}, or is private. Give a release of a public repository: --release OWNER/NAME@vX.Y.Z`,
    )
  }

  /** Version of the package, without `v`. @throws CommandFailed */
  async version(): Promise<string> {
    return textAt(parseObject(await this.read('package.json')), 'version') ?? ''
  }

  private async ownRelease(): Promise<Omit<Release, 'commit'>> {
    const manifest = parseObject(await this.read('package.json'))
    const url = textAt(manifest, 'repository', 'url') ?? ''
    const [, source] = /github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? []
    if (source !== undefined) return { source, tag: `v${textAt(manifest, 'version') ?? ''}` }
    throw new InvalidArgument(
      'This copy of langfuse-deploy is no release, so the workflows cannot refer to one. Give one: --release OWNER/NAME@vX.Y.Z',
    )
  }
}

function parseRelease(text: string): Omit<Release, 'commit'> {
  const [, source, tag] = /^([\w-]{1,39}\/[\w.-]{1,100})@(v\d+\.\d+\.\d+(?:-[\w.-]+)?)$/.exec(text) ?? []
  if (source !== undefined && tag !== undefined) return { source, tag }
  throw new InvalidArgument(`--release: '${text}' is not a release, for example acme/langfuse-deploy@v1.2.3.`)
}
