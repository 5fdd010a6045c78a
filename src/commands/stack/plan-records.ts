import { S3Connection } from '../../aws/bucket'
import { PlanRecordStore } from '../../aws/plan-record-store'
import type { Context, PullRequestEvent } from '../../github/context'
import { planEntries } from '../../review/plan-digest'
import type { PlanRecord } from '../../review/plan-record'
import type { Runtime } from '../runtime'
import { awsRuntime } from './state-access'
import type { RootPlan, TerraformRoot } from './terraform-root'

/**
 * @param url default: `plans/` in the state's bucket
 * @returns undefined without a URL and a state in S3
 * @throws InvalidRecordsUrl, AwsError
 */
export async function openPlanRecords(
  root: Pick<TerraformRoot, 'stateAccess' | 's3Session'>,
  url: string | undefined,
  runtime: Runtime,
): Promise<PlanRecordStore | undefined> {
  const access = await root.stateAccess()
  const folder = url ?? (access && `s3://${access.backend.bucket}/plans/`)
  if (folder === undefined) return undefined
  const s3 = access?.s3 ?? new S3Connection(await root.s3Session(), awsRuntime(runtime))
  return new PlanRecordStore(folder, s3)
}

export interface RecordSubject {
  readonly context: Context & PullRequestEvent
  readonly root: Pick<TerraformRoot, 'inputs' | 'terraformVersion'>
  /** Prevents that short secrets are guessed from their hashes. */
  readonly salt: string
  readonly createdAt: Date
}

export function planRecord(
  { counts, fingerprint, target, ...sealed }: RootPlan,
  { context, root, salt, createdAt }: RecordSubject,
): PlanRecord {
  return {
    repositoryId: Number(context.repository.id),
    pullNumber: context.number,
    headSha: context.headSha,
    stack: root.inputs.stack,
    runId: Number(context.runId),
    runAttempt: Number(context.runAttempt),
    terraformVersion: root.terraformVersion,
    target,
    fingerprint,
    salt,
    entries: planEntries(sealed, salt),
    counts: Object.fromEntries(Object.entries(counts).filter(isNumber)),
    createdAt,
  }
}

const isNumber = (entry: [string, number | boolean]): entry is [string, number] =>
  typeof entry[1] === 'number'
