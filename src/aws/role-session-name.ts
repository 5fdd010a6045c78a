export interface Run {
  /** `GITHUB_REPOSITORY`, as `owner/name`. */
  readonly repository: string
  /** `GITHUB_RUN_ID`. */
  readonly runId: string
  /** `GITHUB_RUN_ATTEMPT`. */
  readonly runAttempt: string
}

// RoleSessionName of AssumeRoleWithWebIdentity: 2 to 64 characters of [\w+=,.@-].
const LONGEST = 64

/**
 * The name under which CloudTrail files what this run does: `owner-name-<run id>-<attempt>`.
 * A long repository is cut, the run id and the attempt never are: they lead back to the run.
 */
export function sessionName({ repository, runId, runAttempt }: Run): string {
  const run = sanitise(`${runId}-${runAttempt}`).slice(-LONGEST)
  const room = Math.max(0, LONGEST - run.length - 1)
  const prefix = sanitise(repository).slice(0, room)
  return prefix === '' ? run : `${prefix}-${run}`
}

function sanitise(text: string): string {
  return text.replace(/[^\w+=,.@-]+/g, '-')
}
