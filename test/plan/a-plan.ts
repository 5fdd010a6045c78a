import type { Plan } from '../../src/plan/plan'
import { parsePlan } from '../../src/plan/plan'

type Fields = Readonly<Record<string, unknown>>

/** A resource change as `terraform show -json` has it: a bucket that is created, but for what is given. */
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

/** A plan's JSON around these changes. */
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

export const planOf = (resources: readonly Fields[], given: Fields = {}): Plan =>
  parsePlan(planJson(resources, given))
