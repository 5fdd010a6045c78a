import { InvalidArgument, positionalArgument } from './arguments'
import type { CommandResult, TerraformCommand } from './runner'

interface WorkspaceOptions {
  /** Whether a workspace that does not exist is created. */
  readonly missing: 'create' | 'fail'
  /** Value of TF_WORKSPACE. */
  readonly forced: string | undefined
  readonly run: (command: TerraformCommand) => Promise<CommandResult>
}

/** @throws InvalidArgument, TerraformFailed */
export async function selectWorkspace(
  name: string,
  { missing, forced, run }: WorkspaceOptions,
): Promise<void> {
  const workspace = positionalArgument('workspace', name)
  // Terraform refuses to select or create a workspace then.
  if (forced === workspace) return
  if (forced !== undefined)
    throw new InvalidArgument(
      `workspace: '${workspace}' differs from TF_WORKSPACE, which is '${forced}'. Remove one of them.`,
    )
  const command = (verb: string): TerraformCommand => ({
    args: ['workspace', verb, '-no-color', workspace],
    output: 'events',
  })
  const result = await run({ ...command('select'), expectedExitCodes: missing === 'create' ? [0, 1] : [0] })
  if (result.exit.exitCode !== 0) await run(command('new'))
}
