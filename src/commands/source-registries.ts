import { Registry } from '../registry/client'
import { apiOrigin } from '../text/image-reference'
import type { RegistryLogins } from './registry-logins'
import type { Runtime } from './runtime'

/** Clients of the registries that images are read from. */
export class SourceRegistries {
  private readonly registries = new Map<string, Registry>()

  constructor(
    private readonly logins: RegistryLogins,
    private readonly runtime: Runtime,
  ) {}

  open(name: string): Registry {
    const known = this.registries.get(name)
    if (known !== undefined) return known
    const login = this.logins.forHost(name)
    const registry = new Registry({ name, origin: apiOrigin(name), login }, this.runtime)
    this.registries.set(name, registry)
    return registry
  }
}
