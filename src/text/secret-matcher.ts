/** Shorter values match too much other text: `true`, `eu-west`, a port. */
export const MIN_SECRET_LENGTH = 8

const PROBE_CHARACTERS = 4
const PROBE_SLOTS = 1 << 16

/**
 * Replaces thousands of secrets in a text. A regular expression, which tries each secret at each character, would take
 * seconds.
 */
export class SecretMatcher {
  /** Forms by their first characters, longest first. */
  private readonly forms = new Map<string, string[]>()
  /** Hashes of the first characters of all forms. */
  private readonly probe = new Uint8Array(PROBE_SLOTS)

  /** @param forms texts to replace; those shorter than {@link MIN_SECRET_LENGTH} are ignored */
  constructor(forms: Iterable<string>) {
    const usable = [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH)
    for (const form of usable.sort((a, b) => b.length - a.length)) {
      const head = form.slice(0, MIN_SECRET_LENGTH)
      const known = this.forms.get(head)
      if (known === undefined) this.forms.set(head, [form])
      else known.push(form)
      this.probe[hashProbe(form, 0)] = 1
    }
  }

  replace(text: string, mask: string): string {
    if (this.forms.size === 0) return text
    const pieces: string[] = []
    let copied = 0
    for (let at = 0; at <= text.length - MIN_SECRET_LENGTH; at++) {
      const found = this.probe[hashProbe(text, at)] === 1 ? this.findFormAt(text, at) : undefined
      if (found === undefined) continue
      pieces.push(text.slice(copied, at), mask)
      copied = at + found.length
      at = copied - 1
    }
    return copied === 0 ? text : pieces.join('') + text.slice(copied)
  }

  private findFormAt(text: string, at: number): string | undefined {
    return this.forms.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at))
  }
}

function hashProbe(text: string, at: number): number {
  let slot = 0
  for (let index = at; index < at + PROBE_CHARACTERS; index++)
    slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS
  return slot
}
