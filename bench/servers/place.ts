import type { ToxicOptions } from '../../testkit/network/toxic-proxy'
import type { Shape } from '../shapes'
import { Helper } from './reporting'

/** A registry somewhere. */
export interface Place {
  /** `127.0.0.1:PORT` */
  readonly host: string
  /** Makes it as it was at its start. */
  readonly empty: () => Promise<void>
  /** Requests since it was asked last; undefined where nobody counts. */
  readonly requests: () => Promise<number | undefined>
  readonly stop: () => Promise<void>
}

export interface FakeOptions {
  readonly holds: readonly { readonly repository: string; readonly shape: Shape }[]
}

/** A registry whose layers are made on the fly and whose uploads are hashed and dropped. */
export async function fakeRegistry(options: FakeOptions): Promise<Place> {
  const { helper, ready } = await Helper.start(new URL('fake-process.ts', import.meta.url), options)
  return {
    host: String(ready),
    empty: async () => {
      await helper.ask('empty')
    },
    requests: async () => Number(await helper.ask('requests')),
    stop: () => helper.stop(),
  }
}

export type Distance = Omit<ToxicOptions, 'target'>

/** The same registry, far away. */
export async function farAway(place: Place, distance: Distance): Promise<Place> {
  const port = Number(place.host.split(':')[1])
  const options: ToxicOptions = { ...distance, target: { port } }
  const { helper, ready } = await Helper.start(new URL('toxic-process.ts', import.meta.url), options)
  return {
    ...place,
    host: String(ready),
    stop: async () => {
      await helper.stop()
      await place.stop()
    },
  }
}
