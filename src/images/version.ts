import type { FailureReason } from '../text/failure-reason'

/** Tag that is a version: `3.225.11`, `v12.4.5`, `25.12.11.4-alpine`, `12.4.5-security-01`. */
export interface ImageVersion {
  readonly tag: string
  readonly prefix: string
  readonly numbers: readonly number[]
  /** Suffix with its dash: `-alpine`, `-rc.1`. */
  readonly suffix: string
}

/** Parsed `follow`: a version range or a moving tag. */
export type Follow =
  | { readonly kind: 'range'; readonly numbers: readonly number[] }
  | { readonly kind: 'tag'; readonly tag: string }

/** Thrown for an invalid `follow`. */
export class InvalidFollow extends Error {
  override readonly name = 'InvalidFollow'
  readonly reason: FailureReason = 'invalid-images'
}

const VERSION_TAG = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/
const MOVING_TAG = /^\w[\w.-]{0,127}$/
const PRE_RELEASE =
  /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i

/** Grafana publishes security fixes between two patches as `12.4.5-security-01`. */
const SECURITY = /^[-_]security-?(\d{1,4})(?=$|[-_])/i

const numbersOf = (text: string): number[] => text.split('.').map(Number)

/** Parses a tag as a version. */
export function parseImageVersion(tag: string): ImageVersion | undefined {
  const [, prefix = '', numbers = '', suffix = ''] = VERSION_TAG.exec(tag) ?? []
  return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix }
}

/**
 * Parses `follow` of an image.
 *
 * @throws InvalidFollow
 */
export function parseFollow(text: string): Follow {
  const range = RANGE.exec(text)?.[1]
  if (range !== undefined) return { kind: 'range', numbers: numbersOf(range) }
  if (MOVING_TAG.test(text)) return { kind: 'tag', tag: text }
  throw new InvalidFollow(
    `follow: '${text}' is neither a version prefix, as in '3' or '25.12', nor a tag, as in 'latest'`,
  )
}

/** Compares two versions. A pre-release is older than its release, and a security release is newer. */
export function compareImageVersions(a: ImageVersion, b: ImageVersion): number {
  return (
    compareNumbers(a.numbers, b.numbers) ||
    Number(isPreRelease(b)) - Number(isPreRelease(a)) ||
    securityNumber(a) - securityNumber(b)
  )
}

/** Compares number by number; missing ones are 0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Reports whether a version precedes its release: `-rc.1`, `-beta`. */
export const isPreRelease = ({ suffix }: ImageVersion): boolean => PRE_RELEASE.test(suffix)

/** Returns the number of a security release: 1 of `12.4.5-security-01`, and 0 of `12.4.5`. */
export const securityNumber = ({ suffix }: ImageVersion): number => Number(SECURITY.exec(suffix)?.[1] ?? 0)

/** Returns the suffix without the security release: `-ubuntu` of `12.4.5-security-01-ubuntu`. */
export const variantOf = ({ suffix }: ImageVersion): string => suffix.replace(SECURITY, '')

/** Reports whether a version begins with the numbers of `follow`. */
export const isInRange = (numbers: readonly number[], range: readonly number[]): boolean =>
  numbers.length >= range.length && range.every((number, index) => numbers[index] === number)

/**
 * Returns newer tags in range, newest first, and the pinned tag. If the pinned tag is out of range or unavailable, older
 * tags qualify too.
 *
 * A shorter tag, such as `3.225`, moves, and other suffixes are pre-releases or builds, so neither qualifies. Security
 * releases qualify.
 */
export function candidateVersions(
  tags: readonly string[],
  { pinned, range }: { readonly pinned: string; readonly range: readonly number[] },
): string[] {
  const current = parseImageVersion(pinned)
  const inRange = tags
    .flatMap((tag) => parseImageVersion(tag) ?? [])
    .filter((one) => isInRange(one.numbers, range))
  const variant = current === undefined || isPreRelease(current) ? '' : variantOf(current)
  const sameKind = inRange.filter(
    (one) => variantOf(one) === variant && (current === undefined || one.prefix === current.prefix),
  )
  const ofLength = selectByLength(sameKind, current?.numbers.length)
  const newestFirst = ofLength.sort((a, b) => compareImageVersions(b, a))
  const isAvailable = inRange.some(({ tag }) => tag === pinned)
  const candidates =
    isAvailable && current !== undefined
      ? newestFirst.filter((one) => compareImageVersions(one, current) > 0)
      : newestFirst
  return [...candidates.map(({ tag }) => tag), ...(isAvailable ? [pinned] : [])]
}

/** Returns the versions of this length, or the longest ones. */
function selectByLength(versions: readonly ImageVersion[], length: number | undefined): ImageVersion[] {
  const ofLength = versions.filter(({ numbers }) => numbers.length === length)
  if (ofLength.length > 0) return ofLength
  const longest = Math.max(0, ...versions.map(({ numbers }) => numbers.length))
  return versions.filter(({ numbers }) => numbers.length === longest)
}

/** Reports whether both tags are versions and `to` is older. */
export function isDowngrade(from: string, to: string): boolean {
  const [older, newer] = [parseImageVersion(to), parseImageVersion(from)]
  return older !== undefined && newer !== undefined && compareImageVersions(older, newer) < 0
}
