import type { Plan } from '../../src/plan/plan'
import { parsePlan } from '../../src/plan/plan'
import type { Setting } from '../../src/plan/setting'
import type { SealedPlan } from '../../src/review/plan-content'

type Fields = Readonly<Record<string, unknown>>

/** Returns a resource change as in `terraform show -json`. Default: the creation of a bucket. */
export function resource(given: Fields = {}, change: Fields = {}): Fields {
  return {
    address: 'aws_s3_bucket.main',
    mode: 'managed',
    type: 'aws_s3_bucket',
    name: 'main',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    ...given,
    change: {
      actions: ['create'],
      before: null,
      after: { bucket: 'one' },
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: {},
      ...change,
    },
  }
}

/** Returns the JSON of a plan with these changes. */
export function planJson(resources: readonly Fields[], given: Fields = {}): Fields {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {},
    resource_changes: resources,
    applyable: true,
    complete: true,
    errored: false,
    ...given,
  }
}

/** Parses a plan with these changes. */
export const planOf = (resources: readonly Fields[], given: Fields = {}): Plan =>
  parsePlan(planJson(resources, given))

/** Adds settings to a plan. */
export const sealed = (plan: Plan, settings: readonly Setting[] = []): SealedPlan => ({ plan, settings })
