import type { GitHub } from '../../github/octokit'
import { numberAt, parseObject, recordsIn, textAt, valueAt } from '../../text/json'
import { HOUR_MS } from '../../text/format'
import type { AwsConnection } from '../aws/connection'
import { CommandFailed } from '../error'
import type { CliEnvironment } from '../runtime'
import { readObject } from './bootstrap-state'

export interface DeploymentWatch {
  readonly github: GitHub
  readonly branch: string
  /** Commit that is deployed; undefined for the newest run. */
  readonly sha: string | undefined
}

const POLL_MS = 15_000
/** GitHub starts a run within seconds after the push. */
const START_LIMIT_MS = 180_000
/** A first deployment takes half an hour. An approval may take longer: a later run of init continues to watch. */
const END_LIMIT_MS = 2 * HOUR_MS

interface WorkflowRun {
  readonly id: number
  readonly url: string
  readonly status: string
  readonly conclusion: string | undefined
}

/** Waits for the end of the deployment. @throws CommandFailed if it fails or does not start */
export async function watchDeployment(
  watch: DeploymentWatch,
  { clock, print }: Pick<CliEnvironment, 'clock' | 'print'>,
): Promise<void> {
  const startMs = clock.now()
  let shown = ''
  for (;;) {
    const run = await findRun(watch)
    const elapsedMs = clock.now() - startMs
    if (run === undefined && elapsedMs > START_LIMIT_MS)
      throw new CommandFailed(
        'No run of deploy.yml has started. Check on the Actions page of the repository that GitHub Actions is enabled, and run the same command again.',
      )
    const state =
      run === undefined ? 'waits for GitHub to start deploy.yml' : await describeRun(watch.github, run)
    if (state !== shown) print(`      ${state}`)
    shown = state
    if (run?.status === 'completed') {
      requireSuccess(run)
      return
    }
    if (elapsedMs > END_LIMIT_MS)
      throw new CommandFailed(
        `The deployment is not complete after two hours: ${run?.url ?? ''}. Run the same command again to continue to wait.`,
      )
    await clock.sleep(POLL_MS)
  }
}

/** @throws CommandFailed */
function requireSuccess({ conclusion, url }: WorkflowRun): void {
  if (conclusion === 'success') return
  throw new CommandFailed(
    `The deployment ended with '${conclusion ?? 'no conclusion'}': ${url}. Its summary has the cause and the next step. Fix it, choose "Re-run failed jobs", and run the same command again.`,
  )
}

async function findRun({ github, branch, sha }: DeploymentWatch): Promise<WorkflowRun | undefined> {
  const { data } = await github.octokit.request(
    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    {
      ...github.repo,
      workflow_id: 'deploy.yml',
      branch,
      per_page: 1,
      ...(sha !== undefined && { head_sha: sha }),
    },
  )
  const [run] = recordsIn(valueAt(data, 'workflow_runs'))
  const id = numberAt(run, 'id')
  if (id === undefined) return undefined
  return {
    id,
    url: textAt(run, 'html_url') ?? '',
    status: textAt(run, 'status') ?? '',
    conclusion: textAt(run, 'conclusion'),
  }
}

async function describeRun(github: GitHub, { id, status, url }: WorkflowRun): Promise<string> {
  if (status === 'waiting') return `waits for an approval: ${url}`
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
    ...github.repo,
    run_id: id,
    per_page: 100,
  })
  const jobs = recordsIn(valueAt(data, 'jobs')).filter((job) => textAt(job, 'conclusion') !== 'skipped')
  const states = jobs.map(
    (job) => `${textAt(job, 'name') ?? ''} ${textAt(job, 'conclusion') ?? textAt(job, 'status') ?? ''}`,
  )
  return states.length === 0 ? `run ${id} is ${status}: ${url}` : states.join(', ')
}

/** Prints the address and how to log in. */
export async function printLogin(
  aws: AwsConnection,
  { bucket, stack, region }: { readonly bucket: string; readonly stack: string; readonly region: string },
  print: (line: string) => void,
): Promise<void> {
  const state = await readObject(aws, { bucket, key: `${stack}/terraform.tfstate` })
  const outputs = valueAt(parseObject(state ?? ''), 'outputs')
  const [url, secret] = [textAt(outputs, 'url', 'value'), textAt(outputs, 'first_user_secret_arn', 'value')]
  if (url === undefined || secret === undefined)
    throw new CommandFailed(
      `The state of ${stack} has no address. See the summary of the deployment on GitHub.`,
    )
  print('')
  print(`Langfuse runs at ${url}`)
  print('Email address and password of the first user:')
  print(
    `  aws secretsmanager get-secret-value --region ${region} --secret-id '${secret}' --query SecretString --output text`,
  )
}
