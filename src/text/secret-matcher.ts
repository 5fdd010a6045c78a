/** Shorter values match too much other text: `true`, `eu-west`, a port. */
export const MIN_SECRET_LENGTH = 8

const PROBE_CHARACTERS = 4
const PROBE_SLOTS = 1 << 16

type Range = readonly [start: number, end: number]

/** Whitespace, escaped line breaks and the frames in which Terraform and editors put lines. */
const BREAK = /\s+|\\[nrt]|[│|>]\s/g
const LINE_BREAK = /[\r\n]|\\[nr]/

/**
 * Replaces thousands of secrets in a text, also those that are wrapped or indented. A regular expression, which tries
 * each secret at each character, would take seconds.
 */
export class SecretMatcher {
  private readonly whole: FormIndex
  private unbroken: FormIndex | undefined

  /** @param forms texts to replace; those shorter than {@link MIN_SECRET_LENGTH} are ignored */
  constructor(private readonly forms: readonly string[]) {
    this.whole = new FormIndex(forms)
  }

  replace(text: string, mask: string): string {
    if (this.forms.length === 0) return text
    const ranges = this.whole.find(text)
    if (LINE_BREAK.test(text)) ranges.push(...this.findBroken(text))
    return ranges.length === 0 ? text : replaceRanges(text, ranges, mask)
  }

  /** Compares without breaks. */
  private findBroken(text: string): Range[] {
    this.unbroken ??= new FormIndex(this.forms.map(removeBreaks))
    const pieces: string[] = []
    /** Start of each piece, without and with breaks. */
    const starts: Range[] = []
    let length = 0
    let at = 0
    const add = (end: number): void => {
      if (end === at) return
      starts.push([length, at])
      pieces.push(text.slice(at, end))
      length += end - at
    }
    for (const { index, 0: found } of text.matchAll(BREAK)) {
      add(index)
      at = index + found.length
    }
    add(text.length)
    const ranges = this.unbroken.find(pieces.join(''))
    let piece = 0
    const originOf = (position: number): number => {
      while ((starts[piece + 1]?.[0] ?? Infinity) <= position) piece += 1
      const [unbroken = 0, original = 0] = starts[piece] ?? []
      return original + position - unbroken
    }
    // Ranges are in order, but may overlap.
    return mergeRanges(ranges).map(([start, end]) => [originOf(start), originOf(end - 1) + 1])
  }
}

/** Without its spaces, a short secret can be a word: `pass word`. */
function removeBreaks(form: string): string {
  const unbroken = form.replace(BREAK, '')
  return unbroken === form || unbroken.length >= 2 * MIN_SECRET_LENGTH ? unbroken : form
}

/** Forms by their first characters. */
class FormIndex {
  /** Longest first. */
  private readonly byHead = new Map<string, string[]>()
  /** Hashes of the first characters of all forms. */
  private readonly probe = new Uint8Array(PROBE_SLOTS)

  constructor(forms: readonly string[]) {
    const usable = [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH)
    for (const form of usable.sort((a, b) => b.length - a.length)) {
      const head = form.slice(0, MIN_SECRET_LENGTH)
      const known = this.byHead.get(head)
      if (known === undefined) this.byHead.set(head, [form])
      else known.push(form)
      this.probe[hashProbe(form, 0)] = 1
    }
  }

  /** Returns where a form begins, in order. */
  find(text: string): Range[] {
    const found: Range[] = []
    for (let at = 0; at <= text.length - MIN_SECRET_LENGTH; at++) {
      const form = this.probe[hashProbe(text, at)] === 1 ? this.findAt(text, at) : undefined
      if (form !== undefined) found.push([at, at + form.length])
    }
    return found
  }

  private findAt(text: string, at: number): string | undefined {
    return this.byHead.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at))
  }
}

function replaceRanges(text: string, ranges: readonly Range[], mask: string): string {
  const pieces: string[] = []
  let copied = 0
  for (const [start, end] of mergeRanges(ranges)) {
    pieces.push(text.slice(copied, start), mask)
    copied = end
  }
  return pieces.join('') + text.slice(copied)
}

/** A secret that begins inside of another one extends its range. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last !== undefined && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else merged.push([start, end])
  }
  return merged
}

function hashProbe(text: string, at: number): number {
  let slot = 0
  for (let index = at; index < at + PROBE_CHARACTERS; index++)
    slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS
  return slot
}
