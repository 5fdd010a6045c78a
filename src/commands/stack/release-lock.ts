import type { AwsSession } from '../../aws/credentials'
import { isOfThisMachine, readRemoteState } from './state-status'
import type { Runtime } from '../runtime'

/** The runner ends a cancelled step soon, and why it ended is still to be told. */
const PATIENCE_MS = 2_500

/** The parts of a stack that releasing its lock needs. */
interface LockedStack {
  readonly session: AwsSession | undefined
  readonly inputs: { readonly directory: string }
  readonly terraform: { forceUnlock(id: string): Promise<unknown> }
}

/** Takes away the lock of a plan that had to be killed. Only this very run could have given it back. */
export async function releasePlanLock(
  stack: LockedStack,
  startedMs: number,
  runtime: Runtime,
): Promise<void> {
  await Promise.race([release(stack, startedMs, runtime), runtime.clock.sleep(PATIENCE_MS)])
}

async function release(stack: LockedStack, startedMs: number, runtime: Runtime): Promise<void> {
  const { session, inputs, terraform } = stack
  const kept = await readRemoteState(inputs.directory, runtime, session && (() => Promise.resolve(session)))
  const lock = 'reason' in kept ? undefined : kept.lock
  if (lock === undefined || lock === 'none') return
  const isSince = lock.created !== undefined && lock.created.getTime() >= startedMs
  if (lock.operation !== 'OperationTypePlan' || !isSince || !isOfThisMachine(lock)) return
  await terraform.forceUnlock(lock.id).then(
    () => {
      runtime.log.info(`This run's lock (${lock.id}) had been left behind and was removed.`)
    },
    () => undefined,
  )
}
