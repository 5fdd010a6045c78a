import { parseAgeMs } from '../text/age'
import type { AwsInputs } from './aws'
import type { InputReader } from './reader'

/** Inputs of `refresh`. */
export interface RefreshInputs {
  readonly command: 'refresh'
  readonly aws: AwsInputs
  readonly githubToken: string | undefined
  readonly images: string
  /** Empty: all images. */
  readonly only: readonly string[]
  readonly dryRun: boolean
  /** `direct` commits to the branch of the run. */
  readonly mode: 'pull-request' | 'direct'
  /** Workflow file to start after a direct commit. */
  readonly deployWorkflow: string | undefined
  readonly minAgeMs: number
  readonly branch: string
  /** Prefix of the ECR repositories. */
  readonly prefix: string
  /** Whether to report ECR's scan findings. */
  readonly scanFindings: boolean
  /** Whether to keep an issue with the state of all images. */
  readonly dashboard: boolean
}

const isAge = (text: string): boolean => parseAgeMs(text) !== undefined

/** Stricter than git-check-ref-format: no character that needs quoting. */
const isBranch = (text: string): boolean =>
  /^[A-Za-z0-9][\w./-]{0,200}$/.test(text) &&
  !/\.\.|\/\/|\/\.|\.\/|\.lock(?:\/|$)|[./]$|^(?:refs|heads)\//.test(text)

export const isPrefix = (text: string): boolean => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text)

const isWorkflow = (text: string): boolean => /^[\w.-]+\.ya?ml$/.test(text)

/** Reads the inputs of `refresh`. */
export function readRefresh(aws: AwsInputs, reader: InputReader): RefreshInputs {
  const mode = reader.choice('mode', ['pull-request', 'direct'])
  const deployWorkflow = reader.match('deploy-workflow', isWorkflow, 'a workflow file name, as in deploy.yml')
  if (deployWorkflow !== undefined && mode !== 'direct')
    reader.problems.push('deploy-workflow: is used with mode: direct only; remove it, or set mode: direct')
  return {
    command: 'refresh',
    aws,
    githubToken: reader.text('github-token'),
    images: reader.text('images') ?? '',
    only: reader.list('only'),
    dryRun: reader.boolean('dry-run'),
    mode,
    deployWorkflow,
    minAgeMs: parseAgeMs(reader.match('min-age', isAge, 'an age, as in 3d, 12h or 0') ?? '') ?? 0,
    branch: reader.match('branch', isBranch, 'a branch name, as in langfuse-deploy/refresh') ?? '',
    dashboard: reader.boolean('dashboard'),
    prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
    scanFindings: reader.boolean('scan-findings'),
  }
}
