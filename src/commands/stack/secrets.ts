import type { Log } from '../../github/log'
import { createRedactor, type Redactor } from '../../text/redact'
import { MIN_SECRET_LENGTH } from '../../text/secret-matcher'
import { secretParts } from '../../text/secret-parts'

/** Sensitive values of a Terraform root, masked in the log. */
export class Secrets implements Redactor {
  private readonly known = new Set<string>()
  private redactor = createRedactor([])

  constructor(private readonly log: Pick<Log, 'mask'>) {}

  readonly redact = (text: string): string => this.redactor.redact(text)

  readonly isSecret = (value: unknown): boolean => this.redactor.isSecret(value)

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
    this.redactor = createRedactor(this.values)
  }

  get values(): readonly string[] {
    return [...this.known]
  }
}
