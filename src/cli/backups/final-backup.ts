import { CommandFailed } from '../error'
import type { CliRuntime } from '../runtime'
import { placementOf } from '../services/data-store'
import { Services } from '../services/services'
import { createBackup } from './backups'

/**
 * Backs up both databases of the size tiny while web and worker are stopped, and leaves them stopped, so that nothing is written
 * before the stack grows.
 *
 * @throws CommandFailed for a stack of another size, before anything stops
 */
export async function createFinalBackup(stack: string, runtime: CliRuntime): Promise<void> {
  for (const store of ['postgres', 'clickhouse'] as const)
    if ((await placementOf(store, stack, runtime)) !== 'instance')
      throw new CommandFailed(
        `--stop is for a stack of size tiny that grows, and ${stack} is none. Run the command without --stop. Nothing was changed.`,
      )
  const services = new Services(stack, runtime)
  const release = runtime.onInterrupt(() =>
    ['Interrupted. Web and worker may be stopped.', ...nextLines(stack)].join('\n'),
  )
  try {
    await services.stop(['web', 'worker'])
    await createBackup(stack, runtime)
  } catch (error) {
    runtime.progress('The backup failed')
    await services.startAfterFailure(['worker', 'web'])
    throw error
  } finally {
    release()
  }
  runtime.print(
    'Web and worker are stopped. Merge the pull request that sets size = "small" now: its apply starts them.',
  )
  for (const line of nextLines(stack)) runtime.print(line)
}

const nextLines = (stack: string): string[] => [
  'To stay with size tiny, start them again:',
  ...['worker', 'web'].map(
    (component) =>
      `  aws ecs update-service --cluster ${stack} --service ${stack}-${component} --desired-count 1`,
  ),
]
