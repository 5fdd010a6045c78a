import type { InputReader } from './reader'

/** Pull request of the plan, for events other than `pull_request`. */
export interface PullRequestInput {
  readonly number: number
  readonly headSha: string
}

/** SHA-1 or SHA-256. */
export const isCommitSha = (text: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)
const isPullRequestNumber = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text)

/** Reads the pull request inputs, which are given together or not at all. */
export function readPullRequestInput(reader: InputReader): PullRequestInput | undefined {
  const number = reader.match('pull-request-number', isPullRequestNumber, 'a pull request number')
  const headSha = reader.match('pull-request-sha', isCommitSha, 'a full commit SHA')
  if (number !== undefined && headSha !== undefined) return { number: Number(number), headSha }
  if (number !== undefined) reader.problems.push('pull-request-sha: is required with pull-request-number')
  if (headSha !== undefined) reader.problems.push('pull-request-number: is required with pull-request-sha')
  return undefined
}
