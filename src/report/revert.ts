import { MAX_BODY_BYTES } from '../github/limits'
import { codeSpan, escapeMarkdown, plural } from '../text/markdown'
import { fitSections } from './fit'
import { htmlLink } from './footer'
import { listSection } from './list-section'

export interface RevertReport {
  readonly stack: string | undefined
  /** Deployed commit. */
  readonly commit: string
  /** Commit whose files the revert restores. */
  readonly to: string
  readonly runUrl: string
  /** Message of the failed verification. */
  readonly cause: string
  /** Changed paths. */
  readonly paths: readonly string[]
  /** Changed workflow files, which the revert leaves as they are. */
  readonly workflows: readonly string[]
  readonly images: readonly RevertedImage[]
}

export interface RevertedImage {
  readonly name: string
  readonly deployedTag: string
  readonly earlierTag: string
}

const short = (commit: string): string => commit.slice(0, 7)

export const renderRevertTitle = ({ commit, to }: Pick<RevertReport, 'commit' | 'to'>): string =>
  `Revert the deployment of ${short(commit)} to ${short(to)}`

/** Renders the description of a revert pull request. */
export function renderRevert(report: RevertReport): string {
  const { commit, to, runUrl, cause, stack, paths, workflows } = report
  const subject = stack === undefined ? '' : ` of ${codeSpan(stack)}`
  const list = listSection(
    paths.map((path) => `- ${codeSpan(path)}`),
    { share: 0.3, noun: 'file', before: `#### ${plural(paths.length, 'file')} restored` },
  )
  return fitSections(
    [
      `The verification${subject} failed after the deployment of ${commit} (${htmlLink('run', runUrl)}):`,
      `> ${escapeMarkdown(cause.replace(/\s+/g, ' '))}`,
      `Merging this pull request deploys the files of ${to} again. **Nothing has been reverted yet.** Fix the cause and close this pull request if Langfuse works otherwise, for example if a re-run of the failed job succeeds.`,
      ...imageSection(report),
      '- The comment with the plan lists the changes. A revert can delete resources that the deployment created; `apply` rejects the deletion of resources that hold data.',
      list,
      ...workflowSection(workflows),
    ],
    MAX_BODY_BYTES,
  )
}

function imageSection({ images }: RevertReport): string[] {
  if (images.length === 0) return []
  const rows = images.map(
    ({ name, deployedTag, earlierTag }) =>
      `| ${codeSpan(name)} | ${codeSpan(deployedTag)} | ${codeSpan(earlierTag)} |`,
  )
  return [
    ['| Image | Deployed | After the revert |', '| --- | --- | --- |', ...rows].join('\n'),
    `- **Database migrations are not undone.** ${migrationSentence(images)}`,
  ]
}

/** ClickHouse and Langfuse's next major version write data that the version before cannot read. */
function migrationSentence(images: readonly RevertedImage[]): string {
  const isMajor = images.some(({ deployedTag, earlierTag }) => majorOf(deployedTag) !== majorOf(earlierTag))
  const restore =
    'restore both databases to a time before the deployment (docs/operations.md, section Roll back)'
  return isMajor
    ? `An image returns to another major version, which may not read the data of the newer one: ${restore} if it does not start, or do not merge.`
    : `The older version usually runs on the newer schema; if it does not, ${restore}.`
}

const majorOf = (tag: string): string => tag.replace(/^v/, '').split('.')[0] ?? tag

function workflowSection(workflows: readonly string[]): string[] {
  if (workflows.length === 0) return []
  const names = workflows.map(codeSpan).join(', ')
  return [`- Not restored, because a job's token cannot change workflows: ${names}`]
}
