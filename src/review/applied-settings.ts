import type { Setting } from '../plan/setting'
import { settingContent } from './plan-content'
import { hmac, type PlanDifference } from './plan-digest'

/** Settings of the last successful apply, as recorded. */
export interface AppliedSettings {
  readonly salt: string
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Removes differences in settings that are as at the last apply: another pull request has changed them since the plan
 * was reviewed, and its apply has succeeded.
 */
export function withoutApplied(
  differences: readonly PlanDifference[],
  settings: readonly Setting[],
  applied: AppliedSettings | undefined,
): PlanDifference[] {
  if (applied === undefined) return [...differences]
  const current = new Map(settingContent(settings).map(({ name, content }) => [name, content]))
  return differences.filter(({ address, reviewedKind, freshKind }) => {
    if ((reviewedKind ?? freshKind) !== 'setting') return true
    const content = current.get(address)
    const hash = content === undefined ? undefined : hmac(content, applied.salt)
    return hash !== applied.settings[address]
  })
}
