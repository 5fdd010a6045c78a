import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Article, pageOf } from '../scripts/github-page'
import { otherEvent, pullRequestEvent, pushEvent } from '../testkit/github/event'
import { FakeLangfuse } from '../testkit/langfuse/server'
import { PASSWORD, type Repository } from './repository'
import { check, say } from './stage'

const PAGE = join(import.meta.dirname, '../.cache/demo.html')

export interface Loop {
  readonly repository: Repository
  /** Upstream publishes it; the version of Langfuse. */
  readonly publish: () => string
}

/** A new version upstream, the pull request that proposes it, its plan, the merge, the deployment, and the proof that it works. */
export async function closeLoop({ repository, publish }: Loop): Promise<void> {
  const { github } = repository
  say('What is on main is deployed a first time. `command: apply`, as deploy.yml has it after a push:')
  await repository.step('apply', pushEvent('refs/heads/main', github.history.tipOf('main')))

  const version = publish()
  say(`Upstream publishes Langfuse ${version}. On Monday, \`command: refresh\` looks for newer images.`)
  const event = otherEvent('schedule')
  const sha = github.history.tipOf('main') ?? ''
  await repository.step('refresh', { ...event, env: { ...event.env, GITHUB_SHA: sha } })
  const pull = [...github.history.pulls.values()].at(-1)
  if (pull === undefined) throw new Error('demo: there is no pull request')
  say('The pull request that it opened:')
  const proposal = `# ${pull.title}\n\n${pull.body}`
  console.log(proposal)

  const images = await repository.checkOut(pull)
  check(images.includes(`:${version}@sha256:`), 'images.yaml does not have the new version')
  say('`command: plan` shows on it what would change.')
  const headSha = pull.commits.at(-1) ?? ''
  await repository.step('plan', pullRequestEvent({ number: pull.number, headSha }))
  const comment = github.comments[0]?.body ?? ''
  say('Its comment:')
  console.log(comment)
  check(!comment.includes(PASSWORD), 'a secret is in the comment')

  const summary = await deploy(repository, { version, sha: github.history.merge(pull, 'squash') })
  await write([
    { title: `1. The pull request of refresh: ${pull.title}`, markdown: pull.body },
    { title: '2. The comment of plan on it', markdown: comment },
    { title: '3. The summary of the deployment', markdown: summary },
  ])
}

async function deploy(
  repository: Repository,
  { version, sha }: { readonly version: string; readonly sha: string },
): Promise<string> {
  const push = pushEvent('refs/heads/main', sha)
  say('It is merged. `command: mirror` copies what is new.')
  const mirrored = await repository.step('mirror', push)
  say('`command: apply` plans again, compares, and applies what was reviewed.')
  const applied = await repository.step('apply', push, { 'require-review': 'true' })

  const langfuse = await FakeLangfuse.start({
    version,
    readableAfterMs: 900,
    faults: { startsAfterMs: 1_500 },
  })
  try {
    say('`command: verify` waits for the new version, sends it a trace, reads it back, and deletes it.')
    const { publicKey, secretKey } = langfuse.keys
    const keys = { url: langfuse.url, 'public-key': publicKey, 'secret-key': secretKey }
    const verified = await repository.step('verify', push, keys)
    const summary = [mirrored, applied, verified].map((step) => step.summary.trim()).join('\n\n')
    say('The summary of the run:')
    console.log(summary)
    return summary
  } finally {
    await langfuse.stop()
  }
}

async function write(articles: readonly Article[]): Promise<void> {
  await mkdir(join(PAGE, '..'), { recursive: true })
  await writeFile(PAGE, pageOf(articles))
  say(`The three texts as GitHub shows them: open ${relative(process.cwd(), PAGE)} in a browser.`)
}
