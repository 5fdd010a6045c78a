import { type GitHubAnswer, gitHubError } from './faults'
import type { Call, GitHubState, Handler } from './routes'

interface FakeReviewer {
  readonly type: 'Team' | 'User'
  readonly id: number
}

interface FakeEnvironment {
  reviewers: readonly FakeReviewer[]
  hasCustomBranches: boolean
  readonly branches: string[]
}

export interface FakeRun {
  readonly id: number
  readonly file: string
  readonly sha: string
  status: 'in_progress' | 'completed' | 'queued' | 'waiting'
  conclusion: string | null
  jobs: readonly { readonly name: string; readonly status: string; readonly conclusion: string | null }[]
}

/** Settings of the repository, as an administrator sets them. */
export class RepositorySettings {
  isPrivate = true
  /** Plan of the owner. It decides which settings a private repository has. */
  plan: 'free' | 'team' | 'enterprise' = 'enterprise'
  isAdmin = true
  defaultBranch = 'main'
  actionsEnabled = true
  canCreatePulls = false
  /** Whether the organization forbids that GitHub Actions creates pull requests. */
  forbidsActionsPulls = false
  readonly users = new Map<string, number>([['octocat', 583_231]])
  /** By `organization/team`. */
  readonly teams = new Map<string, number>()
  readonly variables = new Map<string, string>()
  readonly environments = new Map<string, FakeEnvironment>()
  readonly rulesets: Readonly<Record<string, unknown>>[] = []
  readonly runs: FakeRun[] = []

  /** Whether a private repository lacks the settings of paid plans. */
  get isLimited(): boolean {
    return this.isPrivate && this.plan === 'free'
  }
}

const NOT_FOUND = gitHubError(404, 'Not Found')
const NO_CONTENT: GitHubAnswer = { status: 204, body: undefined }
const UPGRADE = gitHubError(
  403,
  'Upgrade to GitHub Pro or make this repository public to enable this feature.',
)

/** Operations of an administrator, with path templates as in GitHub's OpenAPI document. */
export const SETTINGS_ROUTES: readonly (readonly [method: string, template: string, handler: Handler])[] = [
  ['GET', '/repos/{owner}/{repo}', readRepository],
  ['GET', '/users/{username}', readUser],
  ['GET', '/orgs/{org}/teams/{team_slug}', readTeam],
  ['POST', '/repos/{owner}/{repo}/actions/variables', createVariable],
  ['GET', '/repos/{owner}/{repo}/actions/variables/{name}', readVariable],
  ['PATCH', '/repos/{owner}/{repo}/actions/variables/{name}', updateVariable],
  ['DELETE', '/repos/{owner}/{repo}/actions/variables/{name}', deleteVariable],
  ['GET', '/repos/{owner}/{repo}/environments/{environment_name}', readEnvironment],
  ['PUT', '/repos/{owner}/{repo}/environments/{environment_name}', putEnvironment],
  ['DELETE', '/repos/{owner}/{repo}/environments/{environment_name}', deleteEnvironment],
  ['GET', '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', listBranches],
  ['POST', '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', addBranch],
  ['GET', '/repos/{owner}/{repo}/actions/permissions', readActions],
  ['PUT', '/repos/{owner}/{repo}/actions/permissions', putActions],
  ['GET', '/repos/{owner}/{repo}/actions/permissions/workflow', readWorkflowPermissions],
  ['PUT', '/repos/{owner}/{repo}/actions/permissions/workflow', putWorkflowPermissions],
  ['GET', '/repos/{owner}/{repo}/rulesets', listRulesets],
  ['POST', '/repos/{owner}/{repo}/rulesets', createRuleset],
  ['DELETE', '/repos/{owner}/{repo}/rulesets/{ruleset_id}', deleteRuleset],
  ['GET', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', listRuns],
  ['GET', '/repos/{owner}/{repo}/actions/runs/{run_id}/jobs', listJobs],
]

function readRepository(state: GitHubState): GitHubAnswer {
  const { owner, repo, repositoryId, settings } = state
  return {
    status: 200,
    body: {
      id: repositoryId,
      full_name: `${owner}/${repo}`,
      owner: { id: 1001, login: owner },
      private: settings.isPrivate,
      default_branch: settings.defaultBranch,
      permissions: { admin: settings.isAdmin, push: true, pull: true },
    },
  }
}

function readUser({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const id = settings.users.get(params['username'] ?? '')
  return id === undefined ? NOT_FOUND : { status: 200, body: { id, login: params['username'] } }
}

function readTeam({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const id = settings.teams.get(`${params['org'] ?? ''}/${params['team_slug'] ?? ''}`)
  return id === undefined ? NOT_FOUND : { status: 200, body: { id, slug: params['team_slug'] } }
}

function createVariable({ settings }: GitHubState, { body }: Call): GitHubAnswer {
  const name = String(body['name'])
  if (settings.variables.has(name)) return gitHubError(409, 'Already exists - Variable already exists')
  settings.variables.set(name, String(body['value']))
  return { status: 201, body: {} }
}

function readVariable({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const name = params['name'] ?? ''
  const value = settings.variables.get(name)
  return value === undefined ? NOT_FOUND : { status: 200, body: { name, value } }
}

function updateVariable({ settings }: GitHubState, { params, body }: Call): GitHubAnswer {
  const name = params['name'] ?? ''
  if (!settings.variables.has(name)) return NOT_FOUND
  settings.variables.set(name, String(body['value']))
  return NO_CONTENT
}

function deleteVariable({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  return settings.variables.delete(params['name'] ?? '') ? NO_CONTENT : NOT_FOUND
}

function readEnvironment({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const name = params['environment_name'] ?? ''
  const environment = settings.environments.get(name)
  return environment === undefined ? NOT_FOUND : { status: 200, body: environmentJson(name, environment) }
}

const environmentJson = (
  name: string,
  { reviewers, hasCustomBranches }: FakeEnvironment,
): Record<string, unknown> => ({
  id: 1,
  name,
  deployment_branch_policy: hasCustomBranches
    ? { protected_branches: false, custom_branch_policies: true }
    : null,
  protection_rules: [
    ...(hasCustomBranches ? [{ id: 1, type: 'branch_policy' }] : []),
    ...(reviewers.length === 0
      ? []
      : [
          {
            id: 2,
            type: 'required_reviewers',
            reviewers: reviewers.map(({ type, id }) => ({ type, reviewer: { id } })),
          },
        ]),
  ],
})

function putEnvironment({ settings }: GitHubState, { params, body }: Call): GitHubAnswer {
  if (settings.isLimited) return NOT_FOUND
  const name = params['environment_name'] ?? ''
  const reviewers = (body['reviewers'] ?? []) as FakeReviewer[]
  if (reviewers.length > 0 && settings.isPrivate && settings.plan !== 'enterprise')
    return gitHubError(
      422,
      'Failed to create the environment protection rule. Please ensure the billing plan supports the required reviewers protection rule.',
    )
  const policy = body['deployment_branch_policy'] as Record<string, unknown> | null | undefined
  const environment = {
    reviewers,
    hasCustomBranches: policy?.['custom_branch_policies'] === true,
    branches: settings.environments.get(name)?.branches ?? [],
  }
  settings.environments.set(name, environment)
  return { status: 200, body: environmentJson(name, environment) }
}

function deleteEnvironment({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  return settings.environments.delete(params['environment_name'] ?? '') ? NO_CONTENT : NOT_FOUND
}

function listBranches({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const environment = settings.environments.get(params['environment_name'] ?? '')
  if (environment === undefined) return NOT_FOUND
  const policies = environment.branches.map((name, index) => ({ id: index + 1, name }))
  return { status: 200, body: { total_count: policies.length, branch_policies: policies } }
}

function addBranch({ settings }: GitHubState, { params, body }: Call): GitHubAnswer {
  const environment = settings.environments.get(params['environment_name'] ?? '')
  if (environment?.hasCustomBranches !== true) return NOT_FOUND
  environment.branches.push(String(body['name']))
  return { status: 200, body: { id: environment.branches.length, name: body['name'] } }
}

function readActions({ settings }: GitHubState): GitHubAnswer {
  return { status: 200, body: { enabled: settings.actionsEnabled, allowed_actions: 'all' } }
}

function putActions({ settings }: GitHubState, { body }: Call): GitHubAnswer {
  settings.actionsEnabled = body['enabled'] === true
  return NO_CONTENT
}

function readWorkflowPermissions({ settings }: GitHubState): GitHubAnswer {
  const body = {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: settings.canCreatePulls,
  }
  return { status: 200, body }
}

function putWorkflowPermissions({ settings }: GitHubState, { body }: Call): GitHubAnswer {
  if (settings.forbidsActionsPulls) return gitHubError(409, 'Conflict')
  settings.canCreatePulls = body['can_approve_pull_request_reviews'] === true
  return NO_CONTENT
}

function listRulesets({ settings }: GitHubState): GitHubAnswer {
  if (settings.isLimited) return UPGRADE
  return { status: 200, body: settings.rulesets.map(rulesetJson) }
}

const rulesetJson = (ruleset: Readonly<Record<string, unknown>>, index: number): unknown => ({
  id: index + 1,
  name: ruleset['name'],
  target: ruleset['target'],
  enforcement: ruleset['enforcement'],
})

function createRuleset({ settings }: GitHubState, { body }: Call): GitHubAnswer {
  if (settings.isLimited) return UPGRADE
  settings.rulesets.push(body)
  return { status: 201, body: rulesetJson(body, settings.rulesets.length - 1) }
}

function deleteRuleset({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const index = Number(params['ruleset_id']) - 1
  if (settings.rulesets[index] === undefined) return NOT_FOUND
  settings.rulesets.splice(index, 1)
  return NO_CONTENT
}

function listRuns(state: GitHubState, { params, query }: Call): GitHubAnswer {
  const sha = query.get('head_sha')
  const runs = state.settings.runs.filter(
    (run) => run.file === params['workflow_id'] && (sha === null || run.sha === sha),
  )
  return {
    status: 200,
    body: { total_count: runs.length, workflow_runs: runs.map(runJson(state)).reverse() },
  }
}

const runJson =
  ({ owner, repo, settings }: GitHubState) =>
  ({ id, sha, status, conclusion }: FakeRun): unknown => ({
    id,
    head_sha: sha,
    head_branch: settings.defaultBranch,
    status,
    conclusion,
    html_url: `https://github.com/${owner}/${repo}/actions/runs/${id}`,
  })

function listJobs({ settings }: GitHubState, { params }: Call): GitHubAnswer {
  const run = settings.runs.find(({ id }) => id === Number(params['run_id']))
  if (run === undefined) return NOT_FOUND
  const jobs = run.jobs.map((job, index) => ({ id: index + 1, run_id: run.id, ...job }))
  return { status: 200, body: { total_count: jobs.length, jobs } }
}
