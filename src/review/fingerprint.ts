import { createHash } from 'node:crypto'
import { planContent, type SealedPlan } from './plan-content'
import type { PlanTarget } from './plan-target'
import { canonicalJson } from '../plan/json'

/** Context that distinguishes plans with the same changes. */
export interface PlanIdentity extends PlanTarget {
  readonly terraformVersion: string
  readonly stack: string
}

/**
 * Computes SHA-256 over a plan, including sensitive values. Publish only its {@link hmac}: the hash permits guessing
 * short secrets.
 */
export function fingerprint(sealed: SealedPlan, identity: PlanIdentity): string {
  const { terraformVersion, stack, workspace, account, region, state } = identity
  const { errored } = sealed.plan
  const hash = createHash('sha256')
  hash.update(
    canonicalJson({ version: 2, terraformVersion, stack, workspace, account, region, state, errored }),
  )
  // Terraform walks its graph in parallel, so the order has no meaning.
  for (const line of planContent(sealed)
    .map(({ content }) => content)
    .sort())
    hash.update(`\n\n${line}`)
  return hash.digest('hex')
}
