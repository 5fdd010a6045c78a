import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MirrorInputs } from '../../inputs/inputs'
import { Registries } from '../registries'
import type { Outcome, Runtime } from '../runtime'

/** Copies the images of images.yaml into the target registry and tells what came of each. */
export async function mirror(inputs: MirrorInputs, runtime: Runtime): Promise<Outcome> {
  const warnings: string[] = []
  const registries = new Registries(inputs, runtime, (text) => warnings.push(text))
  const target = registries.target()
  // Whoever awaits it is told of a failure; until then, nobody is listening.
  target.catch(() => undefined)
  // The connection is made in one turn and the greeting sent in the next; loading what follows would hold both up.
  await nextTurn()
  await nextTurn()
  // The parser, the copier and all else load while the target says how to log in.
  const { mirrorImages } = await import('./mirror-images')
  return mirrorImages(inputs, { registries, target, warnings }, runtime)
}
