import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import { numberAt, recordsIn, textAt, valueAt, itemsOf } from '../../text/json'
import { CommandFailed } from '../error'
import { readSetting, type SettingRequest } from './github-request'

/** Reads the variables that `repository_variables` of bootstrap sets. */
export function parseVariableCommands(commands: string): Record<string, string> {
  const found = commands.matchAll(/^gh variable set (\w+) --repo \S+ --body '([^']*)'$/gm)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}

/** @throws GitHubError */
export async function variableRequests(
  github: GitHub,
  wanted: Readonly<Record<string, string>>,
): Promise<SettingRequest[]> {
  const requests = await Promise.all(
    Object.entries(wanted).map(async ([name, value]): Promise<SettingRequest[]> => {
      const current = await readSetting(github, `/actions/variables/${name}`)
      if (textAt(current, 'value') === value) return []
      const setting = {
        summary: `set the variable ${name} to ${value}`,
        body: { name, value },
        consequence: 'The workflows fail until it is set; the job `unset` names what is missing.',
      }
      return [
        current === undefined
          ? { ...setting, method: 'POST', path: '/actions/variables' }
          : { ...setting, method: 'PATCH', path: `/actions/variables/${name}` },
      ]
    }),
  )
  return requests.flat()
}

export interface Reviewer {
  readonly type: 'Team' | 'User'
  readonly id: number
}

/** Resolves GitHub users and teams (`organization/team`). @throws CommandFailed for an unknown name */
export function findReviewers({ octokit }: GitHub, names: readonly string[]): Promise<Reviewer[]> {
  return Promise.all(
    names.map(async (name) => {
      const [org = '', team] = name.split('/')
      try {
        const { data } = await (team === undefined
          ? octokit.request('GET /users/{username}', { username: name })
          : octokit.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team }))
        return { type: team === undefined ? 'User' : 'Team', id: numberAt(data, 'id') ?? 0 } as const
      } catch (error) {
        if (!(error instanceof GitHubError) || error.status !== 404) throw error
        const kind = team === undefined ? 'user' : 'team'
        throw new CommandFailed(`--reviewers: GitHub knows no ${kind} '${name}'.`, { cause: error })
      }
    }),
  )
}

export interface EnvironmentGoal {
  readonly name: string
  readonly branch: string
  /** Undefined leaves the reviewers as they are. */
  readonly reviewers: readonly Reviewer[] | undefined
}

const BRANCH_POLICY = { protected_branches: false, custom_branch_policies: true }

/** @throws GitHubError */
export async function environmentRequests(
  github: GitHub,
  { name, branch, reviewers }: EnvironmentGoal,
): Promise<SettingRequest[]> {
  const path = `/environments/${encodeURIComponent(name)}`
  const current = await readSetting(github, path)
  const requests: SettingRequest[] = []
  if (valueAt(current, 'deployment_branch_policy', 'custom_branch_policies') !== true)
    requests.push({
      summary: `create the environment ${name}, for selected branches only`,
      method: 'PUT',
      path,
      body: { deployment_branch_policy: BRANCH_POLICY, ...keptReviewers(current) },
      consequence: `Deployments work, because the deploy role trusts the branch ${branch} only, but need no approval.`,
    })
  const policies = recordsIn(
    valueAt(await readSetting(github, `${path}/deployment-branch-policies`), 'branch_policies'),
  )
  if (!policies.some((policy) => textAt(policy, 'name') === branch))
    requests.push({
      summary: `allow deployments to ${name} from ${branch}`,
      method: 'POST',
      path: `${path}/deployment-branch-policies`,
      body: { name: branch, type: 'branch' },
      consequence: `Without a rule for ${branch}, GitHub rejects all deployments of an environment for selected branches.`,
    })
  if (reviewers !== undefined && !hasReviewers(current, reviewers))
    requests.push({
      summary: `require the approval of ${reviewers.length === 1 ? 'the reviewer' : `one of ${reviewers.length} reviewers`} for ${name}`,
      method: 'PUT',
      path,
      body: { deployment_branch_policy: BRANCH_POLICY, reviewers },
      consequence:
        'Deployments start without an approval: the review of the pull request is the only control.',
    })
  return requests
}

const reviewersOf = (environment: unknown): Reviewer[] =>
  recordsIn(valueAt(environment, 'protection_rules'))
    .flatMap((rule) => itemsOf(valueAt(rule, 'reviewers')))
    .flatMap((reviewer) => {
      const id = numberAt(reviewer, 'reviewer', 'id')
      return id === undefined
        ? []
        : [{ type: textAt(reviewer, 'type') === 'Team' ? ('Team' as const) : ('User' as const), id }]
    })

const hasReviewers = (environment: unknown, wanted: readonly Reviewer[]): boolean => {
  const key = ({ type, id }: Reviewer): string => `${type} ${id}`
  const current = reviewersOf(environment).map(key)
  return current.length === wanted.length && wanted.every((one) => current.includes(key(one)))
}

/** PUT replaces the environment, so the reviewers are sent again. */
const keptReviewers = (environment: unknown): { reviewers?: Reviewer[] } => {
  const reviewers = reviewersOf(environment)
  return reviewers.length === 0 ? {} : { reviewers }
}

/** GitHub Actions must be enabled, and able to create pull requests for `refresh`. @throws GitHubError */
export async function actionsRequests(github: GitHub): Promise<SettingRequest[]> {
  const [actions, workflows] = [
    await readSetting(github, '/actions/permissions'),
    await readSetting(github, '/actions/permissions/workflow'),
  ]
  const requests: SettingRequest[] = []
  if (valueAt(actions, 'enabled') === false)
    requests.push({
      summary: 'enable GitHub Actions',
      method: 'PUT',
      path: '/actions/permissions',
      body: { enabled: true, allowed_actions: 'all' },
    })
  if (valueAt(workflows, 'can_approve_pull_request_reviews') !== true)
    requests.push({
      summary: 'allow GitHub Actions to create pull requests',
      method: 'PUT',
      path: '/actions/permissions/workflow',
      body: {
        default_workflow_permissions: textAt(workflows, 'default_workflow_permissions') ?? 'read',
        can_approve_pull_request_reviews: true,
      },
      consequence: 'The workflow refresh cannot propose newer images; deployments work.',
    })
  return requests
}

export const RULESET = 'langfuse'

export interface RulesetGoal {
  readonly branch: string
  readonly hasReviewers: boolean
}

/** Creates the rules of the branch, unless there are rules of that name, which may have been edited. @throws GitHubError */
export async function rulesetRequests(
  github: GitHub,
  { branch, hasReviewers: isReviewed }: RulesetGoal,
): Promise<SettingRequest[]> {
  const rulesets = recordsIn(await readSetting(github, '/rulesets?includes_parents=false&per_page=100'))
  if (rulesets.some((ruleset) => textAt(ruleset, 'name') === RULESET)) return []
  const review = {
    required_approving_review_count: isReviewed ? 1 : 0,
    require_code_owner_review: isReviewed,
    dismiss_stale_reviews_on_push: true,
    require_last_push_approval: isReviewed,
    required_review_thread_resolution: false,
  }
  const checks = {
    required_status_checks: [{ context: 'langfuse / plan' }],
    strict_required_status_checks_policy: false,
  }
  return [
    {
      summary: `require a pull request${isReviewed ? ', a review of code owners' : ''} and the check 'langfuse / plan' on ${branch}`,
      method: 'POST',
      path: '/rulesets',
      body: {
        name: RULESET,
        target: 'branch',
        enforcement: 'active',
        conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
        rules: [
          { type: 'deletion' },
          { type: 'non_fast_forward' },
          { type: 'pull_request', parameters: review },
          { type: 'required_status_checks', parameters: checks },
        ],
      },
      consequence: `Everyone with write access can push to ${branch} without a review, and thereby deploy.`,
    },
  ]
}
