import type { Context } from '../../github/context'
import { InvalidInput } from '../../inputs/inputs'

interface DeployBranch {
  readonly command: 'apply' | 'drift'
  /** Undefined: the repository's default branch. */
  readonly deployBranch: string | undefined
}

const REASONS = {
  apply: 'deploys a merged commit, after the push to its branch',
  drift: 'compares the deployed resources with the deployed code',
} as const

const VERBS = { apply: 'deploy', drift: 'check' } as const

/**
 * Rejects a run for anything but the deployed branch.
 *
 * @throws InvalidInput
 */
export function requireDeployBranch(context: Context, { command, deployBranch }: DeployBranch): void {
  if (context.event === 'pull_request')
    throw new InvalidInput(`command: ${command} ${REASONS[command]}. On a pull request, use plan.`)
  const { ref, defaultBranch } = context
  const branch = deployBranch ?? defaultBranch
  const isBranch = ref.startsWith('refs/heads/') && !ref.startsWith('refs/heads/gh-readonly-queue/')
  if (isBranch && (branch === undefined || ref === `refs/heads/${branch}`)) return
  const expected = branch === undefined ? 'a branch' : `the branch ${branch}`
  throw new InvalidInput(
    `command: ${command} runs for ${expected} only, and this run is for ${ref || 'no branch'}. To ${VERBS[command]} another branch, name it in the input deploy-branch.`,
  )
}
