/** A tag that is a version: `3.225.11`, `v12.4.5`, `25.12.11.4-alpine`. */
export interface Version {
  readonly tag: string
  readonly prefix: string
  /** As many as the tag has, four with ClickHouse. */
  readonly numbers: readonly number[]
  /** Empty for most, with its dash: `-alpine`, `-rc.1`. */
  readonly suffix: string
}

/** What an image stays within. */
export type Follow =
  | { readonly kind: 'range'; readonly numbers: readonly number[] }
  /** One that moves, such as `latest`. */
  | { readonly kind: 'tag'; readonly tag: string }

export class InvalidFollow extends Error {
  override readonly name = 'InvalidFollow'
}

const VERSION = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/
const TAG = /^\w[\w.-]{0,127}$/
const PRE_RELEASE =
  /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i

const numbersOf = (text: string): number[] => text.split('.').map(Number)

export function parseVersion(tag: string): Version | undefined {
  const [, prefix = '', numbers = '', suffix = ''] = VERSION.exec(tag) ?? []
  return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix }
}

/** @throws InvalidFollow that says what to write instead */
export function parseFollow(text: string): Follow {
  const range = RANGE.exec(text)?.[1]
  if (range !== undefined) return { kind: 'range', numbers: numbersOf(range) }
  if (TAG.test(text)) return { kind: 'tag', tag: text }
  throw new InvalidFollow(
    `follow: '${text}' is neither the beginning of a version, as in '3' or '25.12', nor a tag, as in 'latest'`,
  )
}

/** Below zero when `a` is older. A pre-release is older than its release. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.numbers.length, b.numbers.length)
  for (let index = 0; index < length; index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(isPreRelease(b)) - Number(isPreRelease(a))
}

const isPreRelease = ({ suffix }: Version): boolean => PRE_RELEASE.test(suffix)

const isWithin = (numbers: readonly number[], range: readonly number[]): boolean =>
  numbers.length >= range.length && range.every((number, index) => numbers[index] === number)

/**
 * Tags that an image may move to, newest first, the one that it has last. One that is out of range or gone from the
 * registry may move to any, older ones included.
 *
 * Compared are tags of one kind: with the prefix, the suffix and as many numbers as the pinned one has. A shorter one,
 * as in `3.225`, moves, and other suffixes are pre-releases or other builds.
 */
export function versionsToTry(
  tags: readonly string[],
  { pinned, range }: { readonly pinned: string; readonly range: readonly number[] },
): string[] {
  const current = parseVersion(pinned)
  const inRange = tags.flatMap((tag) => parseVersion(tag) ?? []).filter((one) => isWithin(one.numbers, range))
  const suffix = current === undefined || isPreRelease(current) ? '' : current.suffix
  const alike = inRange.filter(
    (one) => one.suffix === suffix && (current === undefined || one.prefix === current.prefix),
  )
  const ofLength = ofOneLength(alike, current?.numbers.length)
  const newestFirst = ofLength.sort((a, b) => compareVersions(b, a))
  const isThere = inRange.some(({ tag }) => tag === pinned)
  const wanted =
    isThere && current !== undefined
      ? newestFirst.filter((one) => compareVersions(one, current) > 0)
      : newestFirst
  return [...wanted.map(({ tag }) => tag), ...(isThere ? [pinned] : [])]
}

/** Those with this many numbers, or if there are none, with the most that any has. */
function ofOneLength(versions: readonly Version[], length: number | undefined): Version[] {
  const alike = versions.filter(({ numbers }) => numbers.length === length)
  if (alike.length > 0) return alike
  const most = Math.max(0, ...versions.map(({ numbers }) => numbers.length))
  return versions.filter(({ numbers }) => numbers.length === most)
}

/** Whether the second is older, as far as both are versions. */
export function isDowngrade(from: string, to: string): boolean {
  const [older, newer] = [parseVersion(to), parseVersion(from)]
  return older !== undefined && newer !== undefined && compareVersions(older, newer) < 0
}
