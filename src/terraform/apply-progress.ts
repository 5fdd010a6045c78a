import type { Diagnostic } from './diagnostic'
import type { ApplyStep, ChangeSummary, TerraformEvent } from './events'

export interface AppliedResource {
  readonly address: string
  /** As planned: `create`, `update`, `replace`, `delete`, … */
  readonly action: string
  readonly seconds: number
}

export interface UnfinishedResource extends AppliedResource {
  /** What had been done to it: a replacement may have deleted it and not created it again. */
  readonly done: readonly string[]
}

export interface FailedResource extends UnfinishedResource {
  /** Terraform's words; empty when it had none. */
  readonly message: string
}

/** What became of each change of the plan. */
export interface ApplyReport {
  readonly applied: readonly AppliedResource[]
  readonly failed: readonly FailedResource[]
  /** Begun and not brought to an end: Terraform was stopped, or died. */
  readonly unfinished: readonly UnfinishedResource[]
  readonly notTried: readonly Omit<AppliedResource, 'seconds'>[]
  readonly diagnostics: readonly Diagnostic[]
  /** Terraform's own count, which it prints only when all went well. */
  readonly summary: ChangeSummary | undefined
}

interface Resource {
  action: string
  seconds: number
  readonly done: string[]
  running: boolean
  errored: boolean
}

/** Changes that only the state sees; Terraform reports no steps for them. */
const SILENT: readonly string[] = ['move', 'import', 'remove', 'forget', 'noop']

/** Follows an apply by its events. */
export class ApplyProgress {
  private readonly resources = new Map<string, Resource>()
  private diagnostics: Diagnostic[] = []
  private summary: ChangeSummary | undefined

  take(event: TerraformEvent): void {
    if (event.kind === 'version') this.begin()
    else if (event.kind === 'planned-change') this.resource(event.address, event.action).action = event.action
    else if (event.kind === 'apply') this.step(event)
    else if (event.kind === 'diagnostic') this.diagnostics.push(event.diagnostic)
    else if (event.kind === 'summary' && event.operation !== 'plan') this.summary = event
  }

  report(): ApplyReport {
    const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }))
    const failed = all.filter((one) => one.errored || (this.isBroken(one.address) && !isDone(one)))
    const rest = all.filter((one) => !failed.includes(one))
    const succeeded = this.summary !== undefined
    const applied = rest.filter((one) => isDone(one) || (succeeded && SILENT.includes(one.action)))
    const unfinished = rest.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0))
    const notTried = rest.filter((one) => !applied.includes(one) && !unfinished.includes(one))
    return {
      applied: applied.map(brief),
      failed: failed.map((one) => ({ ...brief(one), message: this.messageOf(one.address), done: one.done })),
      unfinished: unfinished.map((one) => ({ ...brief(one), done: one.done })),
      notTried: notTried.map(({ address, action }) => ({ address, action })),
      diagnostics: this.diagnostics,
      summary: this.summary,
    }
  }

  /** Terraform's first word: what was heard before is of an attempt that came to nothing. */
  private begin(): void {
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

  private isBroken(address: string): boolean {
    return this.diagnostics.some((one) => one.severity === 'error' && one.address === address)
  }

  private messageOf(address: string): string {
    const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address)
    return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n')
  }
}

/** A replacement takes two steps, in either order. */
function isDone({ action, done }: Resource): boolean {
  return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0
}

const brief = ({ address, action, seconds }: AppliedResource): AppliedResource => ({
  address,
  action,
  seconds,
})
