/** All forms are at least as long, so that these many characters of a text tell whether one may begin there. */
export const SHORTEST_FORM = 8

const PROBE_CHARACTERS = 4
const PROBE_SLOTS = 1 << 16

/**
 * Finds many texts in many others. One regular expression of thousands of alternatives tries them all at every
 * character, which takes seconds for a plan with a secret in each of its resources.
 */
export class SecretSearch {
  /** By their first characters, the longest first. */
  private readonly forms = new Map<string, string[]>()
  /** Marks the slots of characters with which a form begins. */
  private readonly probe = new Uint8Array(PROBE_SLOTS)

  /** @param forms those that are shorter than {@link SHORTEST_FORM} are left out */
  constructor(forms: Iterable<string>) {
    const usable = [...new Set(forms)].filter(({ length }) => length >= SHORTEST_FORM)
    // Longest first, else a secret within another would leave the rest of the longer one.
    for (const form of usable.sort((a, b) => b.length - a.length)) {
      const head = form.slice(0, SHORTEST_FORM)
      const known = this.forms.get(head)
      if (known === undefined) this.forms.set(head, [form])
      else known.push(form)
      this.probe[slotOf(form, 0)] = 1
    }
  }

  replace(text: string, mask: string): string {
    if (this.forms.size === 0) return text
    const pieces: string[] = []
    let copied = 0
    for (let at = 0; at <= text.length - SHORTEST_FORM; at++) {
      const found = this.probe[slotOf(text, at)] === 1 ? this.formAt(text, at) : undefined
      if (found === undefined) continue
      pieces.push(text.slice(copied, at), mask)
      copied = at + found.length
      at = copied - 1
    }
    return copied === 0 ? text : pieces.join('') + text.slice(copied)
  }

  private formAt(text: string, at: number): string | undefined {
    return this.forms.get(text.slice(at, at + SHORTEST_FORM))?.find((form) => text.startsWith(form, at))
  }
}

function slotOf(text: string, at: number): number {
  let slot = 0
  for (let index = at; index < at + PROBE_CHARACTERS; index++)
    slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS
  return slot
}
