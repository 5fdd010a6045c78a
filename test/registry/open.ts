import { type RegistryCall, Registry, type RegistryAddress } from '../../src/registry/client'
import type { RegistryCredentials } from '../../src/registry/docker-config'
import type { HttpOptions } from '../../src/http/client'
import type { Image } from '../../testkit/registry/image'
import { type ObservedRuntime, observedRuntime, type RuntimeChanges } from '../../testkit/runner/runtime'

export interface Opened {
  readonly registry: Registry
  readonly runtime: ObservedRuntime
  close(): Promise<void>
}

export type OpenOptions = Partial<RegistryAddress> & {
  readonly credentials?: () => Promise<RegistryCredentials | undefined>
  readonly changes?: RuntimeChanges
}

/** Opens a registry client, anonymous by default. */
export function openClient(
  { host, origin }: { readonly host: string; readonly origin: string },
  { credentials = () => Promise.resolve(undefined), changes, ...address }: OpenOptions = {},
): Opened {
  const runtime = observedRuntime(changes)
  const login = { credentials, mask: runtime.log.mask }
  const registry = new Registry({ name: host, origin: new URL(origin), login, ...address }, runtime)
  return { registry, runtime, close: () => runtime.http.close() }
}

/** Resolves every host name to 127.0.0.1. */
export const lookup: NonNullable<HttpOptions['lookup']> = (_, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(null, '127.0.0.1', 4)
}

export const password = (username: string, secret: string) => (): Promise<RegistryCredentials> =>
  Promise.resolve({ username, password: secret })

export const getManifest = (image: Image, repository = 'a'): RegistryCall => ({
  method: 'GET',
  path: `${repository}/manifests/${image.descriptor.digest}`,
  scopes: [`repository:${repository}:pull`],
  headers: { accept: image.descriptor.mediaType },
})

/** Closes servers and clients after each test. */
export class Closing {
  private readonly open: { stop?(): Promise<unknown>; close?(): Promise<unknown> }[] = []

  add<T extends { stop?(): Promise<unknown>; close?(): Promise<unknown> }>(one: T): T {
    this.open.push(one)
    return one
  }

  async all(): Promise<void> {
    for (const one of this.open.splice(0).reverse()) {
      await one.close?.()
      await one.stop?.()
    }
  }
}
