import { describe, type Diagnostic } from './diagnostic'
import type { Source } from './process'
import { redactDeep } from '../text/redact'
import { parseLine, type TerraformEvent } from './events'

/** Lines kept of what is not JSON, for the error of a command that failed. */
const KEPT_LINES = 40
/** Lines held back at most; `TF_LOG=trace` prints millions. */
const HELD_LINES = 20_000

const UNREADABLE = '(withheld: it may hold secrets, and which values are secret could not be read)'
const OF_PROVISIONER =
  "(withheld: the provisioner's configuration holds a sensitive value, and this is its command and output; run it where only you can see it)"

export interface Listener {
  /** Hears every line that Terraform prints, clean of secrets. */
  readonly onEvent: (event: TerraformEvent) => void
  /** Takes secrets out of a text; called for each text anew, so that what it knows can grow. */
  readonly redact: (text: string) => string
}

/** Whether what may hold a secret is told line by line, or once the command has ended and its secrets are known. */
export type EmitMode = 'at once' | 'at the end'

/** What a command said. */
export class OutputCollector {
  readonly diagnostics: Diagnostic[] = []
  readonly text: string[] = []
  private held: (readonly [line: string, source: Source])[] = []
  private dropped = 0
  /** Resources whose provisioners have sensitive values. */
  private readonly hushed = new Set<string>()

  constructor(
    private readonly listener: Listener,
    private readonly telling: EmitMode,
  ) {}

  line(line: string, source: Source): void {
    const event = this.read(line, source)
    if (event.kind === 'provision' && event.isSuppressed) this.hushed.add(event.address)
    if (this.telling === 'at once' || !MAY_TELL_SECRETS.has(event.kind)) {
      this.tell(event)
      return
    }
    this.held.push([line, source])
    if (this.held.length < 2 * HELD_LINES) return
    this.held = this.held.slice(HELD_LINES)
    this.dropped += HELD_LINES
  }

  get holdsBack(): boolean {
    return this.held.length > 0
  }

  /** Tells what was held back, now that its secrets are known. */
  readonly release = (): void => {
    if (this.dropped > 0) this.tell({ kind: 'text', message: `(${this.dropped} lines before are left out)` })
    for (const [line, source] of this.held.splice(0)) this.tell(this.read(line, source))
  }

  /** Tells of what was held back only what can hold no secret. */
  readonly withhold = (): void => {
    for (const [line, source] of this.held.splice(0)) {
      const event = this.read(line, source)
      if (event.kind !== 'diagnostic') continue
      // What is about no place of the configuration is about the backend or its lock.
      const { address, range } = event.diagnostic
      const isOfBackend = address === undefined && range === undefined
      this.tell(isOfBackend ? event : withDetail(event.diagnostic, UNREADABLE))
    }
  }

  private tell(event: TerraformEvent): void {
    const told = this.isOfHushedProvisioner(event) ? withDetail(event.diagnostic, OF_PROVISIONER) : event
    if (told.kind === 'diagnostic') this.diagnostics.push(told.diagnostic)
    if (told.kind === 'text') {
      this.text.push(told.message)
      if (this.text.length > KEPT_LINES) this.text.shift()
    }
    this.listener.onEvent(told)
  }

  private isOfHushedProvisioner(
    event: TerraformEvent,
  ): event is TerraformEvent & { readonly kind: 'diagnostic' } {
    if (event.kind !== 'diagnostic' || this.hushed.size === 0) return false
    const { summary, address } = event.diagnostic
    return / provisioner error$/.test(summary) && (address === undefined || this.hushed.has(address))
  }

  private read(line: string, source: Source): TerraformEvent {
    const clean = (value: unknown): unknown => redactDeep(value, this.listener.redact)
    return parseLine(source === 'stderr' ? plain(line) : line, clean)
  }
}

const MAY_TELL_SECRETS: ReadonlySet<TerraformEvent['kind']> = new Set(['diagnostic', 'text'])

function withDetail(diagnostic: Diagnostic, detail: string): TerraformEvent {
  const changed = { ...diagnostic, detail }
  return { kind: 'diagnostic', diagnostic: changed, message: describe(changed) }
}

/** A line without the frame and the colours that Terraform gives to what is meant for a terminal. */
const plain = (line: string): string => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '')
