import type { FailureReason } from '../text/failure-reason'

/** `ratelimit-remaining: 76;w=21600` of Docker Hub (https://docs.docker.com/docker-hub/usage/pulls/). */
export interface PullsLeft {
  readonly count: number
  readonly windowSeconds: number | undefined
}

interface LimitedSource {
  readonly name: string
  pullsLeft(repository: string): PullsLeft | undefined
}

/** Manifests to fetch from a repository. */
interface NeededPulls {
  readonly source: LimitedSource
  readonly repository: string
  readonly pulls: number
}

/** Docker Hub allows too few pulls. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited'
  readonly reason: FailureReason = 'rate-limited'
}

/** Parses the header; returns undefined for other formats. */
export function parsePullsLeft(header: string | string[] | undefined): PullsLeft | undefined {
  const match = /^(\d+)(?:;w=(\d+))?/.exec(String(header ?? ''))
  if (match === null) return undefined
  return { count: Number(match[1]), windowSeconds: match[2] === undefined ? undefined : Number(match[2]) }
}

/** Only Docker Hub limits pulls and reports the remaining number. */
export const hasPullLimit = ({ name }: Pick<LimitedSource, 'name'>): boolean => name === 'docker.io'

/**
 * Compares needed with remaining pulls. Only repositories with a limit count: pulls of some publishers are free.
 *
 * @returns an error, or undefined, for each item
 */
export function pullLimitErrors(needed: readonly NeededPulls[]): (RateLimited | undefined)[] {
  const errors = new Map<LimitedSource, RateLimited | undefined>()
  for (const source of new Set(needed.map((one) => one.source))) {
    const limited = needed.filter((one) => one.source === source && isLimited(one))
    errors.set(source, pullLimitError(source, limited))
  }
  return needed.map((one) => (isLimited(one) ? errors.get(one.source) : undefined))
}

const isLimited = ({ source, repository }: NeededPulls): boolean =>
  hasPullLimit(source) && source.pullsLeft(repository) !== undefined

/** The limit is shared by all limited repositories. */
function pullLimitError(source: LimitedSource, limited: readonly NeededPulls[]): RateLimited | undefined {
  const needed = limited.reduce((sum, { pulls }) => sum + pulls, 0)
  const budgets = limited.flatMap(({ repository }) => source.pullsLeft(repository) ?? [])
  const [left] = budgets.sort((one, other) => one.count - other.count)
  if (left === undefined || left.count >= needed) return undefined
  const { name } = source
  const window = left.windowSeconds === undefined ? '' : ` in ${left.windowSeconds / 3600} hours`
  const repositories = [...new Set(limited.map(({ repository }) => `${name}/${repository}`))]
  return new RateLimited(
    `Nothing was copied from ${repositories.join(', ')}: ${name} allows ${left.count} more pulls${window} and ${needed} are needed. ` +
      'Log in to Docker Hub before this step (docker/login-action), or wait until the limit resets',
  )
}
