import type { PinnedImage } from './images-yaml'
import {
  compareImageVersions,
  compareNumbers,
  type Follow,
  type ImageVersion,
  isInRange,
  isPreRelease,
  parseImageVersion,
  variantOf,
} from './version'

/** A tag that is newer than the pinned one and is never proposed. */
export interface NewerLine {
  readonly tag: string
  readonly reason: 'outside-follow' | 'other-name'
}

/**
 * Finds the newest tag outside of `follow`, and the newest one whose name differs too much to be a candidate: another
 * suffix number (`-alpine3.21`), prefix or count of numbers, and dates.
 *
 * @param candidates newest first
 */
export function findNewerLines(
  tags: readonly string[],
  {
    image,
    follow,
    candidates,
  }: {
    readonly image: Pick<PinnedImage, 'tag'>
    readonly follow: Follow
    readonly candidates: readonly string[]
  },
): NewerLine[] {
  const newest = candidates[0] ?? image.tag
  const current = parseImageVersion(newest)
  const versions = tags.flatMap((tag) => parseImageVersion(tag) ?? [])
  const range = follow.kind === 'range' ? follow.numbers : undefined
  const outside = range && current && newestOutside(versions, { range, current })
  const other =
    newestOfShape(tags, newest) ?? (range && current && newestOfOtherName(versions, { range, current }))
  return [
    ...(outside === undefined ? [] : [{ tag: outside, reason: 'outside-follow' } as const]),
    ...(other === undefined || other === outside ? [] : [{ tag: other, reason: 'other-name' } as const]),
  ]
}

interface Line {
  readonly range: readonly number[]
  readonly current: ImageVersion
}

function newestOutside(versions: readonly ImageVersion[], { range, current }: Line): string | undefined {
  const newer = versions.filter(
    (one) =>
      one.prefix === current.prefix &&
      one.numbers.length === current.numbers.length &&
      variantOf(one) === variantOf(current) &&
      !isInRange(one.numbers, range) &&
      compareNumbers(one.numbers, range) > 0 &&
      // A tag that is a date or a build number is no version of the same kind.
      isSimilarSize(one.numbers[0], current.numbers[0]),
  )
  return newestOf(newer)?.tag
}

const isSimilarSize = (one = 0, other = 0): boolean => String(one).length <= String(other).length + 1

/** The same suffix behind another prefix, or with fewer or more numbers. */
function newestOfOtherName(versions: readonly ImageVersion[], { range, current }: Line): string | undefined {
  const newer = versions.filter(
    (one) =>
      !isPreRelease(one) &&
      variantOf(one) === variantOf(current) &&
      isInRange(one.numbers, range) &&
      one.numbers.length > range.length &&
      compareNumbers(one.numbers, current.numbers) > 0,
  )
  return newestOf(newer)?.tag
}

const newestOf = (versions: readonly ImageVersion[]): ImageVersion | undefined =>
  versions.reduce<ImageVersion | undefined>(
    (best, one) => (best === undefined || compareImageVersions(one, best) > 0 ? one : best),
    undefined,
  )

const shapeOf = (tag: string): string => tag.replace(/\d+/g, '#')
const numbersIn = (tag: string): number[] => (tag.match(/\d+/g) ?? []).map(Number)

/** Tags that differ in numbers only: `2025-01-30`, `1.27.5-alpine3.21`, `4.0.0-rc.2`. */
function newestOfShape(tags: readonly string[], newest: string): string | undefined {
  const shape = shapeOf(newest)
  // The numbers of plain versions are compared as versions.
  if (!/#[^#]*[A-Za-z-][^#]*#/.test(shape)) return undefined
  const current = numbersIn(newest)
  return tags
    .filter((tag) => shapeOf(tag) === shape && compareNumbers(numbersIn(tag), current) > 0)
    .sort((a, b) => compareNumbers(numbersIn(b), numbersIn(a)))[0]
}
