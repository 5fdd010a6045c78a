/** One change that a step makes. */
export interface Change {
  readonly summary: string
  /** Lines that a dry run shows. */
  readonly details?: readonly string[]
  readonly apply: () => Promise<void>
}

export interface Step {
  readonly title: string
  /** Compares the goal with the current state. Changes nothing. */
  readonly plan: () => Promise<readonly Change[]>
}

export interface StepOptions {
  readonly dryRun: boolean
  readonly print: (line: string) => void
}

/**
 * Runs the steps in order. Each step plans after the previous one is done, so that a later run continues where an earlier one ended.
 *
 * @returns the number of changes
 */
export async function runSteps(steps: readonly Step[], { dryRun, print }: StepOptions): Promise<number> {
  let count = 0
  for (const [index, { title, plan }] of steps.entries()) {
    print(`[${index + 1}/${steps.length}] ${title}`)
    const changes = await plan()
    if (changes.length === 0) print('      nothing to change')
    for (const change of changes) {
      print(`   ${dryRun ? 'would' : '    +'} ${change.summary}`)
      if (dryRun)
        change.details?.forEach((line) => {
          print(`            ${line}`)
        })
      else await change.apply()
    }
    count += changes.length
  }
  return count
}
