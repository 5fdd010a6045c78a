import type { ProviderUpdate } from '../plan/setting'
import { codeSpan } from '../text/markdown'

/** Shortens the address of a provider in Terraform's or OpenTofu's registry: `hashicorp/aws`. */
export const shortProvider = (provider: string): string =>
  provider.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '')

/** Renders the provider versions that differ from those of the base branch. */
export function providerLines(updates: readonly ProviderUpdate[]): string[] {
  if (updates.length === 0) return []
  const changes = updates.map(({ provider, from, to }) => {
    const name = codeSpan(shortProvider(provider))
    return from === undefined
      ? `${name} ${codeSpan(to)} is new`
      : `${name} ${codeSpan(from)} → ${codeSpan(to)}`
  })
  return [`**Providers:** ${changes.join(', ')}.`]
}
