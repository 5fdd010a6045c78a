import type { Diagnostic } from './diagnostic'
import type { ApplyStep, ChangeSummary, TerraformEvent } from './events'

export interface AppliedResource {
  readonly address: string
  readonly action: string
  readonly seconds: number
}

export interface UnfinishedResource extends AppliedResource {
  /** Completed steps, such as `delete` without `create`. */
  readonly done: readonly string[]
}

export interface FailedResource extends UnfinishedResource {
  readonly message: string
}

export interface ApplyReport {
  readonly applied: readonly AppliedResource[]
  readonly failed: readonly FailedResource[]
  /** Terraform was stopped before the result. */
  readonly unfinished: readonly UnfinishedResource[]
  readonly notStarted: readonly Omit<AppliedResource, 'seconds'>[]
  readonly diagnostics: readonly Diagnostic[]
  /** Printed only by a successful apply. */
  readonly summary: ChangeSummary | undefined
}

interface Resource {
  action: string
  seconds: number
  readonly done: string[]
  running: boolean
  errored: boolean
}

/** Terraform reports no steps for these. */
const STATE_ONLY_ACTIONS: readonly string[] = ['move', 'import', 'remove', 'forget', 'noop']

/** Tracks an apply. */
export class ApplyProgress {
  private readonly resources = new Map<string, Resource>()
  private diagnostics: Diagnostic[] = []
  private summary: ChangeSummary | undefined

  add(event: TerraformEvent): void {
    if (event.kind === 'version') this.reset()
    else if (event.kind === 'planned-change') this.resource(event.address, event.action).action = event.action
    else if (event.kind === 'apply') this.step(event)
    else if (event.kind === 'diagnostic') this.diagnostics.push(event.diagnostic)
    else if (event.kind === 'summary' && event.operation !== 'plan') this.summary = event
  }

  report(): ApplyReport {
    const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }))
    const failed = all.filter((one) => one.errored || (this.hasError(one.address) && !isDone(one)))
    const others = all.filter((one) => !failed.includes(one))
    const succeeded = this.summary !== undefined
    const applied = others.filter(
      (one) => isDone(one) || (succeeded && STATE_ONLY_ACTIONS.includes(one.action)),
    )
    const unfinished = others.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0))
    const notStarted = others.filter((one) => !applied.includes(one) && !unfinished.includes(one))
    return {
      applied: applied.map(toAppliedResource),
      failed: failed.map((one) => ({
        ...toAppliedResource(one),
        message: this.messageOf(one.address),
        done: one.done,
      })),
      unfinished: unfinished.map((one) => ({ ...toAppliedResource(one), done: one.done })),
      notStarted: notStarted.map(({ address, action }) => ({ address, action })),
      diagnostics: this.diagnostics,
      summary: this.summary,
    }
  }

  /** An earlier attempt did not get the lock. */
  private reset(): void {
    this.resources.clear()
    this.diagnostics = []
    this.summary = undefined
  }

  private step({ step, address, action, elapsedSeconds }: ApplyStep): void {
    const resource = this.resource(address, action)
    resource.running = step === 'start' || step === 'progress'
    if (step === 'errored') resource.errored = true
    if (step === 'complete') resource.done.push(action)
    if (!resource.running) resource.seconds += elapsedSeconds
  }

  private resource(address: string, action: string): Resource {
    const known = this.resources.get(address)
    if (known !== undefined) return known
    const resource = { action, seconds: 0, done: [], running: false, errored: false }
    this.resources.set(address, resource)
    return resource
  }

  private hasError(address: string): boolean {
    return this.diagnostics.some((one) => one.severity === 'error' && one.address === address)
  }

  private messageOf(address: string): string {
    const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address)
    return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n')
  }
}

/** A replacement has two steps, in either order. */
function isDone({ action, done }: Resource): boolean {
  return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0
}

const toAppliedResource = ({ address, action, seconds }: AppliedResource): AppliedResource => ({
  address,
  action,
  seconds,
})
