import type { FailureReason } from '../../text/failure-reason'

/** A version in HashiCorp's notation. */
interface Version {
  readonly segments: readonly [major: number, minor: number, patch: number]
  /** `~> 1.2` and `~> 1.2.0` differ. */
  readonly segmentCount: number
  /** Empty for a release. */
  readonly prerelease: readonly string[]
}

const OPERATORS = ['<=', '>=', '!=', '~>', '<', '>', '='] as const
type Operator = (typeof OPERATORS)[number]

interface Clause {
  readonly operator: Operator
  readonly version: Version
}

/** An invalid version constraint. */
export class InvalidConstraint extends Error {
  override readonly name = 'InvalidConstraint'
  readonly reason: FailureReason = 'invalid-input'
}

const VERSION = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/

function parseVersion(text: string): Version | undefined {
  const [, numbers, prerelease] = VERSION.exec(text.trim()) ?? []
  if (numbers === undefined) return undefined
  const [major = 0, minor = 0, patch = 0] = numbers.split('.').map(Number)
  if (![major, minor, patch].every(Number.isSafeInteger)) return undefined
  const segmentCount = numbers.split('.').length
  return { segments: [major, minor, patch], segmentCount, prerelease: prerelease?.split('.') ?? [] }
}

/**
 * Whether a version satisfies a constraint
 * (https://developer.hashicorp.com/terraform/language/expressions/version-constraints).
 * A pre-release must be named by a clause.
 *
 * @param constraint empty allows any release
 * @throws InvalidConstraint
 */
export function satisfies(version: string, constraint: string): boolean {
  const clauses = parseConstraint(constraint)
  const candidate = parseVersion(version)
  return candidate !== undefined && satisfiesAll(candidate, clauses)
}

/**
 * Returns the newest version that satisfies a constraint.
 *
 * @throws InvalidConstraint
 */
export function pickVersion(constraint: string, available: readonly string[]): string | undefined {
  const clauses = parseConstraint(constraint)
  const matching = available.flatMap((text) => {
    const version = parseVersion(text)
    return version !== undefined && satisfiesAll(version, clauses) ? [{ text, version }] : []
  })
  return matching.sort((a, b) => compare(b.version, a.version))[0]?.text
}

/**
 * Returns the version of an `=` constraint; otherwise undefined.
 *
 * @throws InvalidConstraint
 */
export function exactVersion(constraint: string): string | undefined {
  const [clause, ...others] = parseConstraint(constraint)
  if (clause === undefined || others.length > 0 || clause.operator !== '=') return undefined
  const { segments, prerelease } = clause.version
  return segments.join('.') + (prerelease.length === 0 ? '' : `-${prerelease.join('.')}`)
}

/** Returns a negative number if `a` is older. Invalid versions are the oldest. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [parseVersion(a), parseVersion(b)]
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined)
  return compare(one, other)
}

function parseConstraint(constraint: string): Clause[] {
  if (constraint.trim() === '') return []
  return constraint.split(',').map((part) => {
    const text = part.trim()
    const operator = OPERATORS.find((one) => text.startsWith(one))
    const version = parseVersion(text.slice(operator?.length ?? 0))
    if (version !== undefined) return { operator: operator ?? '=', version }
    throw new InvalidConstraint(
      `'${constraint}' is not a version constraint: '${text}' must be one of ${OPERATORS.join(' ')} ` +
        `and a version, such as ~> 1.11 or >= 1.11.0, < 2.0.0`,
    )
  })
}

function satisfiesAll(version: Version, clauses: readonly Clause[]): boolean {
  const isNamed = clauses.some(
    (clause) =>
      clause.operator !== '!=' &&
      clause.version.prerelease.length > 0 &&
      hasSameSegments(version, clause.version),
  )
  if (version.prerelease.length > 0 && !isNamed) return false
  return clauses.every((clause) => satisfiesClause(version, clause))
}

function satisfiesClause(version: Version, { operator, version: limit }: Clause): boolean {
  const order = compare(version, limit)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return isComparable(version, limit) && order > 0
    case '>=':
      return isComparable(version, limit) && order >= 0
    case '<':
      return isComparable(version, limit) && order < 0
    case '<=':
      return isComparable(version, limit) && order <= 0
    case '~>':
      return isComparable(version, limit) && order >= 0 && isPessimistic(version, limit)
  }
}

/** Pre-releases compare only with equal segments. */
function isComparable(version: Version, limit: Version): boolean {
  if (version.prerelease.length === 0) return true
  return limit.prerelease.length > 0 && hasSameSegments(version, limit)
}

/** `~>` allows only the last written segment to increase. */
function isPessimistic(version: Version, limit: Version): boolean {
  if (limit.prerelease.length > 0 && version.prerelease.length === 0) return false
  return limit.segments
    .slice(0, limit.segmentCount - 1)
    .every((number, at) => number === version.segments[at])
}

const hasSameSegments = (a: Version, b: Version): boolean =>
  a.segments.every((number, at) => number === b.segments[at])

/** Semantic Versioning 2.0.0, section 11. */
function compare(a: Version, b: Version): number {
  for (const [at, number] of a.segments.entries()) {
    const difference = number - (b.segments[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length
  for (let at = 0; at < Math.max(a.prerelease.length, b.prerelease.length); at++) {
    const difference = compareIdentifiers(a.prerelease[at], b.prerelease[at])
    if (difference !== 0) return difference
  }
  return 0
}

function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber && isOtherNumber) return Number(a) - Number(b)
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
