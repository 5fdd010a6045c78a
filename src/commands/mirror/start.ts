import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MirrorInputs } from '../../inputs/inputs'
import type { Outcome } from '../outcome'
import { RegistryLogins } from '../registry-logins'
import type { Runtime } from '../runtime'
import { SourceRegistries } from '../source-registries'
import { openTarget } from './target-registry'

/**
 * Connects to the target while the code of {@link mirror} loads.
 *
 * A module load blocks the event loop. The first turn opens the connection, the second sends the login request, and
 * the load takes place during the round trip.
 */
export async function startMirror(inputs: MirrorInputs, runtime: Runtime): Promise<Outcome> {
  const warnings: string[] = []
  const logins = new RegistryLogins(inputs.aws, runtime)
  const target = openTarget(inputs, { logins, runtime, warn: (message) => warnings.push(message) })
  // `mirror` reports the error; until then it must not be an unhandled rejection.
  target.catch(() => undefined)
  await nextTurn()
  await nextTurn()
  const { mirror } = await import('./mirror')
  return mirror(inputs, { sources: new SourceRegistries(logins, runtime), target, warnings }, runtime)
}
