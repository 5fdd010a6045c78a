import { type Context, readContext } from '../../github/context'
import { readFileAt } from '../../github/branch'
import type { GitHub } from '../../github/octokit'
import { planRevert, proposeRevert, revertBranch, type RevertChanges } from '../../github/revert'
import { parseImages } from '../../images/images-yaml'
import type { VerifyInputs } from '../../inputs/inputs'
import { renderRevert, renderRevertTitle, type RevertedImage } from '../../report/revert'
import { codeSpan } from '../../text/markdown'
import { messageOf } from '../failure'
import { openGitHubClient } from '../github-client'
import { type Outcome, withOutputs } from '../outcome'
import type { Runtime } from '../runtime'

/**
 * Opens a pull request that restores the commit of the input `revert-to`, and adds it to a failed verification.
 * Its own errors are warnings: the failure of the verification is the result.
 */
export async function addRevert(outcome: Outcome, inputs: VerifyInputs, runtime: Runtime): Promise<Outcome> {
  const { revertTo: to } = inputs
  const cause = outcome.failure?.message.replace(/ The summary lists the next steps\.$/, '')
  if (to === undefined || cause === undefined) return outcome
  try {
    const context = await readContext(runtime.env, runtime.readFile)
    const github = await openGitHubClient(inputs.githubToken, context, runtime)
    const result =
      github === undefined
        ? notOpened('github-token is empty.', { to, commit: context.sha })
        : await openRevert(github, { context, to, cause, inputs })
    return merge(outcome, result)
  } catch (error) {
    return merge(outcome, notOpened(messageOf(error), { to, commit: runtime.env['GITHUB_SHA'] ?? 'HEAD' }))
  }
}

interface RevertResult {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
}

const merge = (outcome: Outcome, { outputs, lines, warnings }: RevertResult): Outcome => ({
  ...withOutputs(outcome, { outputs }),
  summary: [outcome.summary, ...lines].join('\n\n'),
  warnings: [...outcome.warnings, ...warnings],
})

interface RevertSubject {
  readonly context: Context
  readonly to: string
  readonly cause: string
  readonly inputs: VerifyInputs
}

async function openRevert(github: GitHub, subject: RevertSubject): Promise<RevertResult> {
  const { context, to } = subject
  const { sha: commit } = context
  const base = context.ref.replace(/^refs\/heads\//, '')
  const request = { commit, to, base, directory: subject.inputs.directory }
  if (commit === to) return notOpened('The deployed commit is the same.', request)
  const planned = await planRevert(github, request)
  if (planned.kind === 'impossible') return notOpened(planned.reason, request)
  const title = renderRevertTitle(request)
  const body = await describeRevert(github, planned, subject)
  const opened = await proposeRevert(github, { ...planned, ...request, title, body })
  if (opened === undefined) return notOpened(`The branch ${revertBranch(commit)} has other content.`, request)
  const { pull, sha, kind } = opened
  const verb = kind === 'opened' ? 'Opened' : 'Already proposed:'
  return {
    outputs: {
      'pull-request-url': pull.url,
      'pull-request-number': String(pull.number),
      'pull-request-sha': sha ?? '',
    },
    lines: [
      `**Revert:** ${verb} [#${pull.number}](${pull.url}), which deploys ${to.slice(0, 7)} again when it is merged.`,
    ],
    warnings: [],
  }
}

function notOpened(
  reason: string,
  { to, commit }: { readonly to: string; readonly commit: string },
): RevertResult {
  const command = `git revert --no-edit ${to}..${commit}`
  const sentence = `No revert pull request was opened. ${reason.replace(/\.?$/, '.')} To return to the earlier deployment, revert in a pull request: `
  return { outputs: {}, lines: [`${sentence}${codeSpan(command)}`], warnings: [`${sentence}${command}`] }
}

async function describeRevert(
  github: GitHub,
  { changes, workflows }: RevertChanges,
  { context, to, cause, inputs }: RevertSubject,
): Promise<string> {
  const images = changes.has(inputs.images)
    ? await compareImages(github, { path: inputs.images, deployed: context.sha, earlier: to })
    : []
  const { sha: commit, runUrl } = context
  const subject = { stack: inputs.stack, commit, to, runUrl, cause, images, workflows }
  return renderRevert({ ...subject, paths: [...changes.keys()] })
}

async function compareImages(
  github: GitHub,
  { path, deployed, earlier }: { readonly path: string; readonly deployed: string; readonly earlier: string },
): Promise<RevertedImage[]> {
  const [newer, older] = await Promise.all(
    [deployed, earlier].map(async (sha) => readTags(await readFileAt(github, { path, sha }), path)),
  )
  return [...(newer ?? [])].flatMap(([name, deployedTag]) => {
    const earlierTag = older?.get(name)
    return earlierTag === undefined || earlierTag === deployedTag ? [] : [{ name, deployedTag, earlierTag }]
  })
}

/** The description is worth less than the pull request, so an invalid file has no tags. */
function readTags(text: string | undefined, path: string): ReadonlyMap<string, string> {
  try {
    return new Map(text === undefined ? [] : parseImages(text, path).map(({ name, tag }) => [name, tag]))
  } catch {
    return new Map()
  }
}
