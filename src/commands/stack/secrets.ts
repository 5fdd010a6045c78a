import type { Log } from '../../github/log'
import { compileRedactor } from '../../text/redact'
import { MIN_SECRET_LENGTH } from '../../text/secret-matcher'
import { secretParts } from '../../text/secret-parts'

/** Sensitive values of a Terraform root, masked in the log. */
export class Secrets {
  private readonly known = new Set<string>()
  private redactKnown = compileRedactor([])

  constructor(private readonly log: Pick<Log, 'mask'>) {}

  readonly redact = (text: string): string => this.redactKnown(text)

  readonly add = (values: readonly string[]): void => {
    const added = [...new Set(values.flatMap((value) => [value, ...secretParts(value)]))].filter(
      (value) => value !== '' && !this.known.has(value),
    )
    if (added.length === 0) return
    for (const value of added) {
      this.known.add(value)
      // The runner would mask a shorter value inside unrelated words.
      if (value.length >= MIN_SECRET_LENGTH) this.log.mask(value)
    }
    this.redactKnown = compileRedactor(this.values)
  }

  get values(): readonly string[] {
    return [...this.known]
  }
}
