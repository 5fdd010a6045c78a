import type { PlanRecord } from '../aws/plan-record'
import type { Context } from '../github/context'
import { findMergedPullRequest, type MergedPullRequest } from '../github/pull-request'
import type { StackInputs } from '../inputs'
import { comparePlans, type PlanDifference, planEntries } from '../terraform/entries'
import { isRest } from '../terraform/rest'
import { gitHubOf } from './plan-report'
import { openRecords } from './records'
import type { PlannedStack, Stack } from './stack'
import type { World } from './world'

/** How a fresh plan stands to the one that people saw. */
export type Review =
  | { readonly kind: 'equal'; readonly pull: number }
  /** A part of it is left: an apply has done the other. */
  | { readonly kind: 'rest'; readonly pull: number; readonly left: number; readonly of: number }
  | {
      readonly kind: 'changed'
      readonly pull: number
      readonly differences: readonly PlanDifference[]
      readonly reviewedVersion: string
    }
  /** There is none to compare with; a sentence says why. */
  | { readonly kind: 'none'; readonly reason: string }

interface Place {
  readonly inputs: StackInputs
  readonly context: Context
  readonly stack: Stack
  readonly world: World
}

/** Finds the pull request that the commit came by, and what was recorded of its plan. */
export async function reviewOf(planned: PlannedStack, place: Place): Promise<Review> {
  const { inputs, context, stack, world } = place
  const github = await gitHubOf(inputs, context, world)
  if (github === undefined)
    return { kind: 'none', reason: 'github-token is empty, so no pull request can be looked up.' }
  const baseRef = /^refs\/heads\/(.+)$/.exec(context.ref)?.[1]
  if (baseRef === undefined)
    return { kind: 'none', reason: `The run is for ${context.ref}, which is not a branch.` }
  const origin = await findMergedPullRequest(github, { sha: context.sha, baseRef })
  if (origin.kind !== 'found') return { kind: 'none', reason: origin.reason }
  const records = await openRecords(stack, world)
  const { pull } = origin
  if (records === undefined)
    return {
      kind: 'none',
      reason: 'Plans are not recorded: the state is not in S3 and plan-records is not given.',
    }
  const { number: pullNumber, headSha } = pull
  const repositoryId = Number(context.repository.id)
  const record = await records.read({ repositoryId, pullNumber, headSha, stack: inputs.stack })
  if (record === undefined) return { kind: 'none', reason: unrecorded(pull, inputs.stack) }
  world.log.info(`The plan reviewed in #${pullNumber} (${headSha}) is compared with the fresh one`)
  return compare(planned, record, { stack, world })
}

function compare(
  { plan, fingerprint }: PlannedStack,
  record: PlanRecord,
  { stack, world }: Pick<Place, 'stack' | 'world'>,
): Review {
  const { pullNumber: pull, entries, salt, terraformVersion: reviewedVersion, workspace } = record
  if (record.fingerprint === fingerprint) return { kind: 'equal', pull }
  const fresh = planEntries(plan, salt)
  const isSamePlace =
    reviewedVersion === stack.terraformVersion && workspace === (stack.inputs.workspace ?? 'default')
  if (isSamePlace && isRest(plan, entries, salt)) {
    world.log.info(restSentence({ pull, left: fresh.size, of: entries.size }))
    return { kind: 'rest', pull, left: fresh.size, of: entries.size }
  }
  return { kind: 'changed', pull, differences: comparePlans(entries, fresh), reviewedVersion }
}

/** Why less is applied than was reviewed. */
export function restSentence({ pull, left, of }: { pull: number; left: number; of: number }): string {
  if (left === 0) return `All that was reviewed in #${pull} is done already.`
  return `What was left of the plan that was reviewed in #${pull}: ${left} of ${of} changes. The others are done already.`
}

function unrecorded({ number, headSha }: MergedPullRequest, stack: string): string {
  return `No plan of ${stack} was recorded for #${number} at ${headSha}: plan did not run there, or failed.`
}
