import { ApplyAttempts } from '../../aws/apply-attempt-store'
import type { PlanRecord } from '../../review/plan-record'
import { PlanRecords } from '../../aws/plan-record-store'
import { ambientSession } from '../../aws/session'
import { readSerial } from '../../aws/state-serial'
import type { Context, PullRequestEvent } from '../../github/context'
import type { StackInputs } from '../../inputs/inputs'
import type { PlanEntries } from '../../review/plan-digest'
import type { PlannedStack, Stack } from './stack'
import type { Runtime } from '../runtime'

/** Where the records of reviewed plans are: `plan-records`, or `plans/` beside the state; undefined when nowhere. */
export async function openRecords(stack: Stack, runtime: Runtime): Promise<PlanRecords | undefined> {
  const backend = await stack.backend()
  const url = stack.inputs.planRecords ?? (backend && `s3://${backend.bucket}/plans/`)
  if (url === undefined) return undefined
  const access = await accessFor(stack, runtime)
  return new PlanRecords(url, access.session, access.runtime)
}

/** Where an apply that fails is noted, `applies/` beside the state; undefined when that is not in S3. */
export async function openAttempts(
  stack: Stack,
  { repository }: Context,
  runtime: Runtime,
): Promise<
  { readonly attempts: ApplyAttempts; readonly serial: () => Promise<number | undefined> } | undefined
> {
  const backend = await stack.backend()
  if (backend === undefined) return undefined
  const access = await accessFor(stack, runtime)
  const of = { repositoryId: repository.id, stack: stack.inputs.stack }
  return {
    attempts: new ApplyAttempts(backend.bucket, of, access),
    serial: () => readSerial(backend, access.session, access.runtime),
  }
}

async function accessFor(stack: Stack, runtime: Runtime) {
  const { aws } = stack.inputs
  const region = (await stack.backend())?.region ?? aws.region ?? 'us-east-1'
  const awsWorld = { env: runtime.env, mask: runtime.log.mask, proxyUrl: runtime.proxyUrl }
  const session =
    stack.session ?? (await ambientSession({ region, allowedAccountIds: aws.allowedAccountIds }, awsWorld))
  return { session: { ...session, region }, runtime: awsWorld }
}

/** What is kept of a plan that people have seen. */
export function recordOf(
  planned: PlannedStack,
  given: {
    readonly context: Context & PullRequestEvent
    readonly inputs: StackInputs
    readonly salt: string
    readonly entries: PlanEntries
    readonly version: string
  },
): PlanRecord {
  const { context, inputs, salt, entries, version } = given
  return {
    repositoryId: Number(context.repository.id),
    pullNumber: context.number,
    headSha: context.headSha,
    stack: inputs.stack,
    runId: Number(context.runId),
    runAttempt: Number(context.runAttempt),
    terraformVersion: version,
    workspace: inputs.workspace ?? 'default',
    fingerprint: planned.fingerprint,
    salt,
    entries,
    counts: Object.fromEntries(Object.entries(planned.counts).filter(isNumber)),
    createdAt: new Date(),
  }
}

const isNumber = (entry: [string, number | boolean]): entry is [string, number] =>
  typeof entry[1] === 'number'
