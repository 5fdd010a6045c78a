import { type LockInfo, readLock } from '../aws/state-lock'
import type { Applied } from '../terraform/cli'
import { adviseOnLock } from '../terraform/failed'
import type { Stack } from './stack'
import type { World } from './world'

/** What a failed or cancelled apply left: the lock, the state, and what to do next, a sentence each. */
export async function aftermathOf(applied: Applied, stack: Stack, world: World): Promise<string[]> {
  const sentences: string[] = []
  const { lock, unsavedState } = applied
  if (lock?.kind === 'left') {
    // Only a lock that this very run took is taken away again.
    await stack.terraform.forceUnlock(lock.id).then(
      () => sentences.push(`This run's lock (${lock.id}) had been left behind and was removed.`),
      () => sentences.push(adviseOnLock(lock)),
    )
  } else if (lock !== undefined) sentences.push(adviseOnLock(lock))
  else sentences.push(await lockSentence(stack, world))
  if (unsavedState !== undefined) {
    sentences.push(
      `The state could not be saved in the backend and is in ${unsavedState}: keep that file, and terraform state push it.`,
    )
  }
  const head = await stack.terraform.stateHead().catch(() => undefined)
  if (head !== undefined) sentences.push(`The state is saved, with serial ${head.serial}.`)
  if (!applied.succeeded)
    sentences.push(
      'Mend the cause and run the job again: what is done stays done, the plan will hold the rest.',
    )
  return sentences.filter((sentence) => sentence !== '')
}

async function lockSentence(stack: Stack, world: World): Promise<string> {
  const backend = await stack.backend().catch(() => undefined)
  const { session } = stack
  if (backend?.hasLockFile !== true || session === undefined) return ''
  const aws = { env: world.env, mask: world.log.mask, proxyUrl: world.proxyUrl }
  try {
    const found = await readLock(backend, session, aws)
    return found === undefined ? 'The state is not locked.' : describeLock(found)
  } catch (error) {
    return `Whether the state is locked could not be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

function describeLock({ id, who, operation, created }: LockInfo): string {
  const since = created === undefined ? '' : `, since ${created.toISOString()}`
  return `The state is locked by ${who || 'somebody'}${since} (${operation}): terraform force-unlock ${id} once that run is surely dead.`
}

/** Terraform's outputs as JSON: what is sensitive only where it is asked for by name, and then masked first. */
export async function terraformOutputs(stack: Stack, wanted: readonly string[]): Promise<string> {
  const outputs = await stack.terraform.output().catch(() => new Map<string, never>())
  const shown: Record<string, unknown> = {}
  for (const [name, { value, sensitive }] of outputs) {
    if (sensitive && !wanted.includes(name)) continue
    if (sensitive) stack.keepSecret(textsOf(value))
    shown[name] = value
  }
  return JSON.stringify(shown)
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
