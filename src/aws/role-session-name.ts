export interface WorkflowRun {
  /** `GITHUB_REPOSITORY`. */
  readonly repository: string
  /** `GITHUB_RUN_ID`. */
  readonly runId: string
  /** `GITHUB_RUN_ATTEMPT`. */
  readonly runAttempt: string
}

/** AssumeRoleWithWebIdentity: 2 to 64 characters of [\w+=,.@-]. */
const MAX_NAME_LENGTH = 64

/** Returns `owner-name-<run id>-<attempt>`; only the repository is truncated. */
export function sessionName({ repository, runId, runAttempt }: WorkflowRun): string {
  const run = replaceInvalid(`${runId}-${runAttempt}`).slice(-MAX_NAME_LENGTH)
  const room = Math.max(0, MAX_NAME_LENGTH - run.length - 1)
  const prefix = replaceInvalid(repository).slice(0, room)
  return prefix === '' ? run : `${prefix}-${run}`
}

function replaceInvalid(text: string): string {
  return text.replace(/[^\w+=,.@-]+/g, '-')
}
