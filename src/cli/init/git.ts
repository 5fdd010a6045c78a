import { CommandFailed } from '../error'
import { type ProgramResult, runProgram } from './program'

/** The user's Git repository. */
export class Git {
  constructor(
    /** Top level of the work tree. */
    readonly directory: string,
    private readonly env: Readonly<NodeJS.ProcessEnv>,
  ) {}

  /** The same environment in another work tree. */
  at(directory: string): Git {
    return new Git(directory, this.env)
  }

  /** Runs Git without prompts. */
  attempt(...args: readonly string[]): Promise<ProgramResult> {
    const env = { ...this.env, GIT_TERMINAL_PROMPT: this.env['GIT_TERMINAL_PROMPT'] ?? '0', LC_ALL: 'C' }
    return runProgram('git', args, { directory: this.directory, env })
  }

  /** Runs Git. @returns its output without the last line break @throws CommandFailed with the output of a failed command */
  async run(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.attempt(...args)
    if (exitCode === 0) return stdout.trimEnd()
    throw new CommandFailed(`git ${args[0] ?? ''} failed: ${(stderr || stdout).trim()}`)
  }

  /** Returns the output of a command, or undefined if it fails. */
  async ask(...args: readonly string[]): Promise<string | undefined> {
    const { exitCode, stdout } = await this.attempt(...args)
    return exitCode === 0 ? stdout.trimEnd() : undefined
  }
}

/** Opens the repository that contains a directory. @throws CommandFailed if there is none */
export async function openGit(directory: string, env: Readonly<NodeJS.ProcessEnv>): Promise<Git> {
  const top = await new Git(directory, env).ask('rev-parse', '--show-toplevel')
  if (top !== undefined) return new Git(top, env)
  throw new CommandFailed(
    `${directory} is not in a Git repository. Create one and clone it: gh repo create OWNER/NAME --private --clone`,
  )
}

/** HTTPS and SSH, also over port 443 and with the user of an organization. */
const REMOTE =
  /^(?:(?:https?|ssh|git|git\+ssh|ssh\+git):\/\/(?:[^@/]+@)?(?:www\.|ssh\.)?github\.com(?::\d+)?\/|(?:[\w-]+@)?(?:ssh\.)?github\.com:)\/*([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?\/*$/i

/** Returns `owner/name` of a remote URL on github.com. */
export function parseRemote(url: string): string | undefined {
  const [, owner, name] = REMOTE.exec(url) ?? []
  return owner === undefined || name === undefined ? undefined : `${owner}/${name}`
}
