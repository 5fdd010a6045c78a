import type { ToxicOptions } from '../../testkit/network/toxic-proxy'
import type { Shape } from '../shapes'
import { ServerProcess } from './server-process'

export interface RegistryServer {
  readonly host: string
  /** Restores the initial content. */
  readonly empty: () => Promise<void>
  /** Requests since the last call; undefined if the registry does not count them. */
  readonly requests: () => Promise<number | undefined>
  readonly stop: () => Promise<void>
}

export interface RegistryContent {
  readonly images: readonly { readonly repository: string; readonly shape: Shape }[]
}

/** A registry that generates layers on the fly, and hashes and discards uploads. */
export async function fakeRegistry(options: RegistryContent): Promise<RegistryServer> {
  const { server, ready } = await ServerProcess.start(
    new URL('registry-process.ts', import.meta.url),
    options,
  )
  return {
    host: String(ready),
    empty: async () => {
      await server.request('empty')
    },
    requests: async () => Number(await server.request('requests')),
    stop: () => server.stop(),
  }
}

export type NetworkLimits = Omit<ToxicOptions, 'target'>

/** Puts a proxy with limited bandwidth or added latency in front of a registry. */
export async function withNetworkLimits(
  registry: RegistryServer,
  limits: NetworkLimits,
): Promise<RegistryServer> {
  const port = Number(registry.host.split(':')[1])
  const options: ToxicOptions = { ...limits, target: { port } }
  const { server, ready } = await ServerProcess.start(new URL('proxy-process.ts', import.meta.url), options)
  return {
    ...registry,
    host: String(ready),
    stop: async () => {
      await server.stop()
      await registry.stop()
    },
  }
}
