import type { Log } from '../../github/log'
import { redactor } from '../../text/redact'

/** A shorter value would be masked in words that have nothing to do with it. */
const SHORTEST_MASKED = 8

/** The values that nobody may see; more of them become known as Terraform goes on. */
export class Secrets {
  private readonly known = new Set<string>()
  private redacting = redactor([])

  constructor(private readonly log: Log) {}

  /** The same text without them. */
  readonly redact = (text: string): string => this.redacting(text)

  readonly learn = (values: readonly string[]): void => {
    const fresh = [...new Set(values)].filter((value) => !this.known.has(value))
    if (fresh.length === 0) return
    for (const value of fresh) {
      this.known.add(value)
      if (value.length >= SHORTEST_MASKED) this.log.mask(value)
    }
    this.redacting = redactor(this.values)
  }

  get values(): readonly string[] {
    return [...this.known]
  }
}
