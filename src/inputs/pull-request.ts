import type { InputReader } from './reader'

/** The pull request that a plan is of, where the event of the run does not tell. */
export interface PullRequestInput {
  readonly number: number
  readonly headSha: string
}

/** SHA-1, or SHA-256 where a repository has it. */
const isCommit = (text: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)
const isNumber = (text: string): boolean => /^[1-9]\d*$/.test(text)

export function readPullRequest(reader: InputReader): PullRequestInput | undefined {
  const number = reader.match('pull-request-number', isNumber, 'the number of a pull request')
  const headSha = reader.match('pull-request-sha', isCommit, 'the full id of a commit')
  if (number !== undefined && headSha !== undefined) return { number: Number(number), headSha }
  if (number !== undefined) reader.faults.push('pull-request-sha: is required with pull-request-number')
  if (headSha !== undefined) reader.faults.push('pull-request-number: is required with pull-request-sha')
  return undefined
}
