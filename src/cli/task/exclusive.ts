import type { FailureReason } from '../../text/failure-reason'
import type { Cluster, RunningTask, TaskRequest } from '../aws/ecs'
import type { CliRuntime, ProgramName } from '../runtime'

interface ExclusiveTask extends Omit<TaskRequest, 'program'> {
  readonly name: ProgramName
}

/** The same program runs already, for another run of the command. */
export class OtherTaskRuns extends Error {
  override readonly name = 'OtherTaskRuns'
  readonly reason: FailureReason = 'aws-error'

  constructor({ arn, calls }: RunningTask) {
    super(
      `Another run of langfuse-deploy has started the task ${arn}, which is still running. This run has not started its own. Wait until it has ended, then run the command again. Its log: ${calls.logCommand}`,
    )
  }
}

/**
 * Starts a program of which one task may run at a time. Returns the running task if an earlier run of the same command started it.
 *
 * @throws OtherTaskRuns while the program runs with other arguments
 */
export async function runExclusive(
  cluster: Cluster,
  { name, ...request }: ExclusiveTask,
  runtime: Pick<CliRuntime, 'readProgram' | 'progress'>,
): Promise<RunningTask> {
  const program = await runtime.readProgram(name)
  const startedBy = `langfuse-deploy/${name}`
  const wanted = cluster.programOf({ ...request, program })
  const adopt = (running: RunningTask): RunningTask => {
    if (running.program !== wanted) throw new OtherTaskRuns(running)
    runtime.progress('Following the task that another run of the command has started')
    return running
  }
  const [running] = await cluster.tasks({ startedBy })
  if (running !== undefined) return adopt(running)
  const own = await cluster.run({ ...request, program, startedBy })
  // Of two that start at the same moment, the older one stays.
  const [oldest = own] = await cluster.tasks({ startedBy })
  if (oldest.arn === own.arn) return own
  await cluster.stopTask(own.arn)
  return adopt(oldest)
}
