import { formatDiagnostic, type Diagnostic, isIntroduction } from './diagnostic'
import { type Configuration, mayQuoteUnknownSecret } from './configuration'
import type { OutputStream } from './process'
import { maskInstanceKeys } from '../plan/instance-key'
import { redactDeep } from '../text/redact'
import { type ActionStep, parseEvent, type TerraformEvent } from './events'

const MAX_TEXT_LINES = 40
/** `TF_LOG=trace` prints millions of lines. */
const MAX_DEFERRED_LINES = 20_000

const SECRETS_UNKNOWN = '(withheld: the text may contain secrets, and the secret values could not be read)'
const UNKNOWN_SECRETS =
  '(withheld: the error may contain an ephemeral or write-only value, which this action cannot know; run the command locally to see it)'
const TEXT_WITHHELD =
  '(withheld: lines that are not JSON, because they may contain ephemeral or write-only values, which this action cannot know)'
const PROVISIONER_WITHHELD =
  "(withheld: the provisioner's configuration contains a sensitive value; run its command locally to see the output)"

export interface OutputListener {
  /** Receives each line, without secrets. */
  readonly onEvent: (event: TerraformEvent) => void
  /** Removes the secrets known so far. */
  readonly redact: (text: string) => string
}

/**
 * `deferred`: events that may contain secrets are emitted when the secrets are known. `deferred-keys`: also those with
 * instance keys, which a plan may read from secrets.
 */
export type EmitMode = 'immediate' | 'deferred' | 'deferred-keys'

/** Collects and emits the output of a command. */
export class OutputCollector {
  readonly diagnostics: Diagnostic[] = []
  readonly text: string[] = []
  private deferred: (readonly [line: string, stream: OutputStream])[] = []
  private dropped = 0
  /** Addresses. */
  private readonly suppressed = new Set<string>()
  /** Masked addresses. */
  private readonly masked = new Map<string, string>()
  private isTextWithheld = false
  /** Terraform has read or changed a resource. */
  hasReadResources = false

  /** @param configuration without it, no secret stays unknown */
  constructor(
    private readonly listener: OutputListener,
    private readonly mode: EmitMode,
    private readonly configuration: Pick<Configuration, 'unknownSecrets'> = { unknownSecrets: new Set() },
  ) {}

  addLine(line: string, stream: OutputStream): void {
    const event = this.parse(line, stream)
    if (event.kind === 'provision' && event.isSuppressed) this.suppressed.add(event.address)
    this.hasReadResources ||= isAboutResource(event)
    if (!this.isDeferred(event)) {
      this.emit(event)
      return
    }
    this.deferred.push([line, stream])
    if (this.deferred.length < 2 * MAX_DEFERRED_LINES) return
    this.deferred = this.deferred.slice(MAX_DEFERRED_LINES)
    this.dropped += MAX_DEFERRED_LINES
  }

  private isDeferred({ kind, message }: TerraformEvent): boolean {
    if (this.mode === 'immediate') return false
    if (MAY_CONTAIN_SECRETS.has(kind)) return true
    return this.mode === 'deferred-keys' && maskInstanceKeys(message) !== message
  }

  get hasDeferredLines(): boolean {
    return this.deferred.length > 0
  }

  readonly emitDeferred = (): void => {
    if (this.dropped > 0) this.emit({ kind: 'text', message: `(${this.dropped} earlier lines omitted)` })
    for (const [line, stream] of this.deferred.splice(0)) this.emit(this.parse(line, stream))
  }

  /** Emits the deferred diagnostics without their details. */
  readonly withholdDeferred = (): void => {
    for (const [line, stream] of this.deferred.splice(0)) {
      const event = this.parse(line, stream)
      if (event.kind === 'action') this.emit(withoutMessage(event))
      if (!MAY_CONTAIN_SECRETS.has(event.kind))
        this.emit({ ...event, message: maskInstanceKeys(event.message) })
      if (event.kind !== 'diagnostic') continue
      // Diagnostics without a location concern the backend or its lock.
      const { address, range } = event.diagnostic
      const isBackendError = address === undefined && range === undefined
      this.emit(isBackendError ? event : withheld(event.diagnostic, SECRETS_UNKNOWN))
    }
  }

  private emit(event: TerraformEvent): void {
    const emitted = this.withoutUnknownSecrets(event)
    if (emitted === undefined) return
    if (emitted.kind === 'diagnostic' && !isIntroduction(emitted.diagnostic))
      this.diagnostics.push(emitted.diagnostic)
    if (emitted.kind === 'text') {
      this.text.push(emitted.message)
      if (this.text.length > MAX_TEXT_LINES) this.text.shift()
    }
    this.listener.onEvent(emitted)
  }

  /** Returns undefined for text after the first notice. */
  private withoutUnknownSecrets(event: TerraformEvent): TerraformEvent | undefined {
    if (event.kind === 'diagnostic') {
      const reason = this.withholdingReason(event.diagnostic)
      return reason === undefined ? event : withheld(event.diagnostic, reason)
    }
    if (event.kind === 'action')
      return mayQuoteUnknownSecret(this.configuration, event.address) ? withoutMessage(event) : event
    if (event.kind !== 'text' || !mayQuoteUnknownSecret(this.configuration, undefined)) return event
    if (this.isTextWithheld) return undefined
    this.isTextWithheld = true
    return { kind: 'text', message: TEXT_WITHHELD }
  }

  private withholdingReason({ summary, address }: Diagnostic): string | undefined {
    const isOfSuppressed = address === undefined ? this.suppressed.size > 0 : this.suppressed.has(address)
    if (isOfSuppressed && / provisioner error$/.test(summary)) return PROVISIONER_WITHHELD
    if (address === undefined) return undefined
    return mayQuoteUnknownSecret(this.configuration, address) ? UNKNOWN_SECRETS : undefined
  }

  /** Numbers the masks, because a report has one entry for each address. */
  private maskAddress(address: string): string {
    const clean = this.listener.redact(address)
    if (clean === address) return address
    const known = this.masked.get(address)
    if (known !== undefined) return known
    const count = [...this.masked.values()].filter((one) => one.replace(/\*{3} \d+/, '***') === clean).length
    const masked = count === 0 ? clean : clean.replace('***', `*** ${count + 1}`)
    this.masked.set(address, masked)
    return masked
  }

  private parse(line: string, stream: OutputStream): TerraformEvent {
    const clean = (value: unknown): unknown =>
      redactDeep(value, (text, at) =>
        at === 'addr' || at === 'address' ? this.maskAddress(text) : this.listener.redact(text),
      )
    return parseEvent(stream === 'stderr' ? stripTerminalFrame(line) : line, clean)
  }
}

const MAY_CONTAIN_SECRETS: ReadonlySet<TerraformEvent['kind']> = new Set([
  'diagnostic',
  'text',
  // Providers write the messages of actions.
  'action',
])

const isAboutResource = (event: TerraformEvent): boolean =>
  event.kind === 'apply' ||
  event.kind === 'action' ||
  event.kind === 'planned-change' ||
  event.kind === 'drift' ||
  (event.kind === 'other' && /^(?:refresh|ephemeral_op)_/.test(event.type))

/** Summaries of Terraform itself; those of providers may quote values. */
const FIXED_SUMMARY =
  /^(?:[\w-]{1,40} provisioner error|Resource (?:pre|post)condition failed|Check block assertion failed|Invalid value for (?:input )?variable|Unsupported argument|Missing required argument)$/

const withoutMessage = (event: ActionStep): TerraformEvent => ({
  ...event,
  error: event.error === '' ? '' : UNKNOWN_SECRETS,
  message: `${event.address}: ${event.step}`,
})

function withheld(diagnostic: Diagnostic, detail: string): TerraformEvent {
  const { severity } = diagnostic
  const summary = FIXED_SUMMARY.test(diagnostic.summary) ? diagnostic.summary : `Provider ${severity}`
  const changed = { ...diagnostic, summary, detail }
  return { kind: 'diagnostic', diagnostic: changed, message: formatDiagnostic(changed) }
}

/** Removes colors and box-drawing characters. */
const stripTerminalFrame = (line: string): string =>
  line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '')
