import type { Diagnostic } from './diagnostic'
import type { ActionStep, ApplyStep, ChangeSummary, TerraformEvent } from './events'

export interface AppliedResource {
  readonly address: string
  readonly action: string
  readonly seconds: number
}

export interface UnfinishedResource extends AppliedResource {
  /** Completed steps, such as `delete` without `create`. */
  readonly done: readonly string[]
  /** A step had started and its result is unknown. */
  readonly isRunning: boolean
}

export interface FailedResource extends Omit<UnfinishedResource, 'isRunning'> {
  readonly message: string
  /** Provider action that failed after the resource was changed. */
  readonly failedAction?: string | undefined
}

/** Run of a provider action. */
export interface ActionRun extends Pick<ActionStep, 'address' | 'triggeredBy' | 'event' | 'error'> {
  /** `running`: Terraform was stopped before the result. */
  readonly status: 'completed' | 'failed' | 'running'
}

export interface ApplyReport {
  readonly applied: readonly AppliedResource[]
  readonly failed: readonly FailedResource[]
  /** Terraform was stopped while it changed them, or between the two steps of a replacement. */
  readonly unfinished: readonly UnfinishedResource[]
  readonly notStarted: readonly Omit<AppliedResource, 'seconds'>[]
  /** In the order in which they began. */
  readonly actions: readonly ActionRun[]
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
  private readonly actions = new Map<string, ActionRun>()
  private diagnostics: Diagnostic[] = []
  private summary: ChangeSummary | undefined

  add(event: TerraformEvent): void {
    if (event.kind === 'version') this.reset()
    else if (event.kind === 'planned-change') this.resource(event.address, event.action).action = event.action
    else if (event.kind === 'apply') this.step(event)
    else if (event.kind === 'action') this.addAction(event)
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
        failedAction: this.failedActionAfter(one.address),
      })),
      unfinished: unfinished.map((one) => ({
        ...toAppliedResource(one),
        done: one.done,
        isRunning: one.running,
      })),
      actions: [...this.actions.values()],
      notStarted: notStarted.map(({ address, action }) => ({ address, action })),
      diagnostics: this.diagnostics,
      summary: this.summary,
    }
  }

  /** An earlier attempt did not get the lock. */
  private reset(): void {
    this.resources.clear()
    this.actions.clear()
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

  private addAction({ step, address, triggeredBy, event, error }: ActionStep): void {
    const status = step === 'complete' ? 'completed' : step === 'errored' ? 'failed' : 'running'
    const key = JSON.stringify([address, triggeredBy, event])
    this.actions.set(key, { address, triggeredBy, event, error, status })
  }

  /** Terraform 1.16 marks a resource as tainted if its action says `on_failure = taint`. */
  private failedActionAfter(address: string): string | undefined {
    return [...this.actions.values()].find(
      ({ status, triggeredBy, event }) =>
        status === 'failed' && triggeredBy === address && event?.startsWith('After') === true,
    )?.address
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
