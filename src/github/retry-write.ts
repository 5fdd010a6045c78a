import { RETRY } from '../http/retry-policies'
import { retry } from '../http/retry'
import { GitHubError } from './error'
import type { GitHub } from './octokit'

/**
 * Repeats a write whose outcome is unknown, or whose object was deleted meanwhile.
 *
 * @param write reads GitHub's state first, so that what an attempt has done is not done twice
 * @throws GitHubError
 */
export function retryWrite<T>(
  github: GitHub,
  write: () => Promise<T>,
  isRepeatable: (error: GitHubError) => boolean = isRepeatableWrite,
): Promise<T> {
  return retry(write, {
    backoff: RETRY.githubWrite,
    clock: github.clock,
    classify: (error) => (error instanceof GitHubError && isRepeatable(error) ? {} : undefined),
  })
}

/**
 * A POST without a response may have created the object, and another run may have done so at the same time. A PATCH that
 * answers 404 met a deleted one.
 */
function isRepeatableWrite({
  details: { method },
  isUncertain,
  status,
  serverMessage,
}: GitHubError): boolean {
  if (method === 'POST') return isUncertain || /pull request already exists/i.test(serverMessage)
  return method === 'PATCH' && status === 404
}
