import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Article, renderPage } from '../scripts/github-page'
import { type FakeEvent, otherEvent, pullRequestEvent, pushEvent } from '../testkit/github/event'
import type { FakePull } from '../testkit/github/history'
import { FakeLangfuse } from '../testkit/langfuse/server'
import type { StepResult } from '../testkit/runner/step'
import { PASSWORD, type Repository } from './repository'
import { check, printHeading } from './output'

const PAGE = join(import.meta.dirname, '../.cache/demo.html')

export interface UpdateCycle {
  readonly repository: Repository
  /** False: the steps `plan` and `apply` are left out. */
  readonly hasTerraform: boolean
  /** Publishes new upstream images and returns the Langfuse version. */
  readonly publish: () => string
}

/** Runs an update from the upstream release to the verified deployment. */
export async function runUpdateCycle({ repository, hasTerraform, publish }: UpdateCycle): Promise<void> {
  const { github } = repository
  if (hasTerraform) await deployFirst(repository)

  const version = publish()
  printHeading(`Langfuse ${version} is published. \`command: refresh\` finds it and opens a pull request.`)
  const event = otherEvent('schedule')
  const sha = github.history.branchHead('main') ?? ''
  await repository.step('refresh', { ...event, env: { ...event.env, GITHUB_SHA: sha } })
  const pull = [...github.history.pulls.values()].at(-1)
  if (pull === undefined) throw new Error('demo: refresh did not open a pull request')
  printHeading('The pull request:')
  const proposal = `# ${pull.title}\n\n${pull.body}`
  console.log(proposal)

  const images = await repository.checkOut(pull)
  check(images.includes(`:${version}@sha256:`), 'images.yaml does not contain the new version')
  const plans = hasTerraform ? [await planPull(repository, pull)] : []
  const summary = await deploy(repository, { version, hasTerraform, sha: repository.merge(pull) })
  await write([
    { title: `Pull request: ${pull.title}`, markdown: pull.body },
    ...plans.map((markdown) => ({ title: 'Plan comment', markdown })),
    { title: 'Deployment summary', markdown: summary },
  ])
}

/** Returns the plan comment of a pull request. */
async function planPull(repository: Repository, pull: FakePull): Promise<string> {
  printHeading('`command: plan` comments on the pull request with the planned changes.')
  const headSha = pull.commits.at(-1) ?? ''
  await repository.step('plan', pullRequestEvent({ number: pull.number, headSha }))
  const comment = repository.github.comments.at(-1)?.body ?? ''
  printHeading('The comment:')
  console.log(comment)
  check(!comment.includes(PASSWORD), 'the comment contains a secret')
  return comment
}

/** Deploys main by a pull request that is planned, merged and applied. */
async function deployFirst(repository: Repository): Promise<void> {
  printHeading(
    'The first deployment is a pull request. `command: plan` comments on it; the merge is applied.',
  )
  const pull = repository.github.openPull({ title: 'Deploy Langfuse', commits: 1 })
  await repository.step('plan', pullRequestEvent({ number: pull.number, headSha: pull.commits[0] ?? '' }))
  const sha = repository.merge(pull)
  await repository.step('apply', pushEvent('refs/heads/main', sha), { 'require-review': 'true' })
}

async function deploy(
  repository: Repository,
  {
    version,
    hasTerraform,
    sha,
  }: { readonly version: string; readonly hasTerraform: boolean; readonly sha: string },
): Promise<string> {
  const push = pushEvent('refs/heads/main', sha)
  printHeading('The pull request is merged. `command: mirror` copies the new images.')
  const mirrored = await repository.step('mirror', push)
  const applied = hasTerraform ? [await apply(repository, push)] : []
  const langfuse = await FakeLangfuse.start({ version, readableAfterMs: 900, project: 'Production' })
  try {
    printHeading('`command: verify` waits for the new version, sends a trace, reads it back and deletes it.')
    const { publicKey, secretKey } = langfuse.keys
    const keys = { url: langfuse.url, 'public-key': publicKey, 'secret-key': secretKey }
    const verified = await repository.step('verify', push, keys)
    const summary = [mirrored, ...applied, verified].map((step) => step.summary.trim()).join('\n\n')
    printHeading('The run summary:')
    console.log(summary)
    return summary
  } finally {
    await langfuse.stop()
  }
}

function apply(repository: Repository, push: FakeEvent): Promise<StepResult> {
  printHeading(
    '`command: apply` creates a new plan, checks that it equals the reviewed plan, and applies it.',
  )
  return repository.step('apply', push, { 'require-review': 'true' })
}

async function write(articles: readonly Article[]): Promise<void> {
  await mkdir(join(PAGE, '..'), { recursive: true })
  await writeFile(PAGE, renderPage(articles))
  await writeFile(PAGE.replace(/html$/, 'json'), JSON.stringify(articles))
  printHeading(`Open ${relative(process.cwd(), PAGE)} in a browser to see these texts as GitHub shows them.`)
}
