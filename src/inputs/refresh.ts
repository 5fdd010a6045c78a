import type { AwsInputs } from './aws'
import type { InputReader } from './reader'

export interface RefreshInputs {
  readonly command: 'refresh'
  readonly aws: AwsInputs
  readonly githubToken: string | undefined
  /** Path of images.yaml. */
  readonly images: string
  /** Names of images; empty means all. */
  readonly only: readonly string[]
  readonly dryRun: boolean
  /** `direct` commits to the branch that the run is for. */
  readonly mode: 'pull-request' | 'direct'
  /** File of the workflow to start after such a commit. */
  readonly deployWorkflow: string | undefined
  /** A younger version waits. */
  readonly minAgeMs: number
  /** Of the pull request. */
  readonly branch: string
}

const UNITS_MS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 }
const AGE = /^(\d{1,4})([dhm])$/

const isAge = (text: string): boolean => text === '0' || AGE.test(text)

/** Less than git takes (git-check-ref-format): nothing that has to be quoted anywhere. */
const isBranch = (text: string): boolean =>
  /^[A-Za-z0-9][\w./-]{0,200}$/.test(text) &&
  !/\.\.|\/\/|\/\.|\.\/|\.lock(?:\/|$)|[./]$|^(?:refs|heads)\//.test(text)

const isWorkflow = (text: string): boolean => /^[\w.-]+\.ya?ml$/.test(text)

export function readRefresh(aws: AwsInputs, reader: InputReader): RefreshInputs {
  const mode = reader.choice('mode', ['pull-request', 'direct'])
  const deployWorkflow = reader.match('deploy-workflow', isWorkflow, 'a file of a workflow, as in deploy.yml')
  if (deployWorkflow !== undefined && mode !== 'direct')
    reader.faults.push(
      'deploy-workflow: is started by mode: direct only; a pull request is deployed by its merge',
    )
  return {
    command: 'refresh',
    aws,
    githubToken: reader.text('github-token'),
    images: reader.text('images') ?? '',
    only: reader.list('only'),
    dryRun: reader.boolean('dry-run'),
    mode,
    deployWorkflow,
    minAgeMs: ageMs(reader.match('min-age', isAge, 'an age, as in 3d, 12h or 0') ?? ''),
    branch: reader.match('branch', isBranch, 'a branch, as in langfuse-deploy/refresh') ?? '',
  }
}

function ageMs(text: string): number {
  const [, number = '0', unit = 'd'] = AGE.exec(text) ?? []
  return Number(number) * (UNITS_MS[unit] ?? 0)
}
