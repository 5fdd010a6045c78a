import { isLockId } from '../../terraform/error'
import type { Runtime } from '../runtime'
import type { StateAccess } from './state-access'
import { isLockOfHost, readRemoteState } from './state-status'

/** The runner kills a cancelled step within seconds. */
const MAX_RELEASE_MS = 2_500

export interface LockRelease {
  readonly openAccess: () => Promise<StateAccess | undefined>
  readonly forceUnlock: (id: string) => Promise<unknown>
  /** Wall-clock time. */
  readonly startedMs: number
  /** Then only seconds remain. */
  readonly isCancelled: boolean
}

/**
 * Releases the lock of a killed plan, if this run took it.
 *
 * @returns a sentence on the lock; empty if there is nothing to say
 */
export async function releasePlanLock(release: LockRelease, runtime: Runtime): Promise<string> {
  if (!release.isCancelled) return releaseOwnLock(release, runtime)
  const unknown = runtime.clock.sleep(MAX_RELEASE_MS).then(() => UNKNOWN)
  return Promise.race([releaseOwnLock(release, runtime), unknown])
}

const UNKNOWN = 'The state may still be locked; the next run then reports the lock.'

async function releaseOwnLock(
  { openAccess, forceUnlock, startedMs }: LockRelease,
  { hostname, log }: Runtime,
): Promise<string> {
  const remote = await readRemoteState(openAccess)
  if ('reason' in remote || remote.lock === undefined) return UNKNOWN
  const { lock } = remote
  if (lock === 'none') return 'The state is not locked.'
  const isOfThisRun = lock.created !== undefined && lock.created.getTime() >= startedMs
  const isOwn = lock.operation === 'OperationTypePlan' && isOfThisRun && isLockOfHost(lock, hostname)
  if (!isOwn || !isLockId(lock.id)) return ''
  return forceUnlock(lock.id).then(
    () => {
      log.info(`Released this run's state lock (${lock.id})`)
      return "This run's state lock was released."
    },
    () => UNKNOWN,
  )
}
