/** `ratelimit-remaining: 76;w=21600` (https://docs.docker.com/docker-hub/usage/pulls/). */
export interface PullsLeft {
  readonly count: number
  readonly windowSeconds: number | undefined
}

/** Docker Hub will not give as many manifests as are wanted. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited'
}

export function parsePullsLeft(header: string | string[] | undefined): PullsLeft | undefined {
  const match = /^(\d+)(?:;w=(\d+))?/.exec(String(header ?? ''))
  if (match === null) return undefined
  return { count: Number(match[1]), windowSeconds: match[2] === undefined ? undefined : Number(match[2]) }
}

/** @returns what to tell the user when the budget does not suffice */
export function shortage(
  { name, pullsLeft }: { readonly name: string; readonly pullsLeft: PullsLeft | undefined },
  needed: number,
): RateLimited | undefined {
  if (pullsLeft === undefined || pullsLeft.count >= needed) return undefined
  const window = pullsLeft.windowSeconds === undefined ? '' : ` in ${pullsLeft.windowSeconds / 3600} hours`
  return new RateLimited(
    `${name} allows ${pullsLeft.count} more pulls${window} and ${needed} are needed; nothing was copied from it. ` +
      'Log in to Docker Hub before this step (docker/login-action), or wait',
  )
}
