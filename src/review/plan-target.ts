/** State and account that an apply changes. Undefined: unknown, or not used. */
export interface PlanTarget {
  /** Selected workspace, whichever way it was selected. */
  readonly workspace: string
  /** AWS account ID. */
  readonly account: string | undefined
  /** AWS region of the step. */
  readonly region: string | undefined
  /** `s3://bucket/key`, or type and address of another backend. */
  readonly state: string
}

/** Part of the target that differs between two plans. */
export interface TargetDifference {
  readonly name: string
  readonly reviewed: string
  readonly fresh: string
}

const NAMES: Readonly<Record<keyof PlanTarget, string>> = {
  workspace: 'workspace',
  account: 'AWS account',
  region: 'AWS region',
  state: 'state',
}

/** Compares the targets of the reviewed and the fresh plan. */
export function compareTargets(reviewed: PlanTarget, fresh: PlanTarget): TargetDifference[] {
  const fields = ['workspace', 'account', 'region', 'state'] as const
  return fields
    .filter((field) => reviewed[field] !== fresh[field])
    .map((field) => ({
      name: NAMES[field],
      reviewed: reviewed[field] ?? 'unknown',
      fresh: fresh[field] ?? 'unknown',
    }))
}
