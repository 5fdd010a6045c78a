import { type CommandLine, textOption } from './arguments'
import { explainGitHubError } from './github-failure'
import type { InitCommand } from './init/init'
import type { CliEnvironment } from './runtime'

type SetupCommand = 'init' | 'upgrade' | 'uninstall'

/** Runs a command that sets up a repository. */
export async function setUp(
  command: SetupCommand,
  line: CommandLine,
  environment: CliEnvironment,
): Promise<void> {
  try {
    await run(command, line, environment)
  } catch (error) {
    throw explainGitHubError(error)
  }
}

async function run(command: SetupCommand, line: CommandLine, environment: CliEnvironment): Promise<void> {
  const dryRun = line.options['dry-run'] === true
  const release = textOption(line, 'release')
  switch (command) {
    case 'init':
      return (await import('./init/init')).init(initCommand(line), environment)
    case 'upgrade':
      return (await import('./upgrade/upgrade')).upgrade({ release, dryRun }, environment)
    case 'uninstall': {
      const yes = line.options.yes === true
      return (await import('./uninstall/uninstall')).uninstall({ dryRun, yes }, environment)
    }
  }
}

const initCommand = (line: CommandLine): InitCommand => ({
  given: {
    region: line.region,
    stack: textOption(line, 'stack'),
    email: textOption(line, 'email'),
    domain: textOption(line, 'domain-name'),
    zone: textOption(line, 'zone-name'),
    size: textOption(line, 'size'),
    langfuse: textOption(line, 'langfuse'),
    reviewers: textOption(line, 'reviewers'),
  },
  repository: textOption(line, 'repository'),
  release: textOption(line, 'release'),
  settingsOnly: line.options['settings-only'] === true,
  dryRun: line.options['dry-run'] === true,
  yes: line.options.yes === true,
  skipChecks: line.options['skip-checks'] === true,
  noWait: line.options['no-wait'] === true,
})
