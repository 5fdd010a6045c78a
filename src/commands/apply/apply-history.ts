import { randomBytes } from 'node:crypto'
import {
  type AppliedCommit,
  type ApplyAttempt,
  type ApplyRecord,
  ApplyRecordStore,
  type ApplySubject,
} from '../../aws/apply-record-store'
import { AwsError } from '../../aws/error'
import { readStateSerial } from '../../aws/state-serial'
import type { Context } from '../../github/context'
import type { PlanScope } from '../../inputs/plan-scope'
import { settingContent } from '../../review/plan-content'
import { hmac } from '../../review/plan-digest'
import type { PlanRecord } from '../../review/plan-record'
import { hashPlanInputs, isRemainderOf } from '../../review/remaining-changes'
import type { ApplyJournal } from '../stack/apply-journal'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'

/** Facts that an apply and the next ones share. */
export interface HistorySubject {
  readonly context: Context
  readonly root: Pick<TerraformRoot, 'inputs' | 'terraformVersion' | 'target' | 'stateAccess'>
  readonly inputs: PlanScope
}

interface OpenStore {
  readonly store: ApplyRecordStore
  readonly subject: ApplySubject
  readonly record: ApplyRecord
  readonly readSerial: () => Promise<number | undefined>
}

const EMPTY: ApplyRecord = { applied: undefined, attempt: undefined }

/** The last applies to a state in S3, recorded next to it. */
export class ApplyHistory {
  private opened: Promise<OpenStore | undefined> | undefined

  constructor(private readonly subject: HistorySubject) {}

  /** @throws AwsError */
  async read(): Promise<ApplyRecord> {
    return (await this.open())?.record ?? EMPTY
  }

  /**
   * Returns whether the plan is the remainder of the last failed apply: same commit, reviewed plan and inputs, and no
   * apply since.
   */
  async isContinuedBy(planned: RootPlan, record: PlanRecord): Promise<boolean> {
    const open = await this.open()
    if (open === undefined) return false
    const { attempt, started } = open.record
    const own = this.attemptOf(planned, record)
    const isOwn = (one: ApplyAttempt | undefined): one is ApplyAttempt =>
      one?.commit === own.commit &&
      one.fingerprint === own.fingerprint &&
      one.planInputsHash === own.planInputsHash
    if (record.terraformVersion !== this.subject.root.terraformVersion) return false
    if (!isOwn(attempt) && !isOwn(started)) return false
    const serial = (await open.readSerial()) ?? -1
    const isSame = isOwn(attempt) && attempt.serial === serial
    // A lost runner could not record the serial afterwards.
    const isStarted = isOwn(started) && started.serial <= serial
    return (isSame || isStarted) && isRemainderOf(planned, record)
  }

  /** Returns what the `post` step needs to record the apply, without the serial of the state. */
  async journal(planned: RootPlan, record: PlanRecord, at: Date): Promise<ApplyJournal | undefined> {
    const open = await this.open()
    if (open === undefined) return undefined
    const attempt = this.attemptOf(planned, record)
    return { subject: open.subject, attempt, applied: this.appliedCommit(planned, at) }
  }

  /**
   * Records that an apply begins, for a run that is lost.
   *
   * @throws AwsError
   */
  async begin({ attempt }: ApplyJournal): Promise<void> {
    const open = await this.open()
    const serial = (await open?.readSerial()) ?? 0
    await open?.store.write({ ...open.record, started: { ...attempt, serial } })
  }

  /**
   * Records that an apply changed nothing.
   *
   * @throws AwsError
   */
  async addNothing(): Promise<void> {
    const open = await this.open()
    await open?.store.write({ ...open.record, started: undefined })
  }

  /**
   * Lets a re-run of the job complete the apply.
   *
   * @throws AwsError
   */
  async addFailure(planned: RootPlan, record: PlanRecord): Promise<void> {
    const open = await this.open()
    const serial = await open?.readSerial()
    if (open === undefined || serial === undefined) return
    const attempt = { ...this.attemptOf(planned, record), serial }
    await open.store.write({ ...open.record, attempt, started: undefined })
  }

  /**
   * Lets later runs refuse the commits before this one.
   *
   * @throws AwsError
   */
  async addSuccess(planned: RootPlan, at: Date): Promise<void> {
    const open = await this.open()
    await open?.store.write({ applied: this.appliedCommit(planned, at), attempt: undefined })
  }

  private attemptOf(planned: RootPlan, record: PlanRecord): ApplyJournal['attempt'] {
    return {
      commit: this.subject.context.sha,
      fingerprint: record.fingerprint,
      planInputsHash: this.hashInputs(planned, record),
    }
  }

  private appliedCommit({ settings }: RootPlan, at: Date): AppliedCommit {
    const salt = randomBytes(32).toString('hex')
    const hashes = settingContent(settings).map(({ name, content }): [string, string] => [
      name,
      hmac(content, salt),
    ])
    const commit = this.subject.context.sha
    return { commit, at: at.toISOString(), salt, settings: Object.fromEntries(hashes) }
  }

  private open(): Promise<OpenStore | undefined> {
    this.opened ??= this.openStore()
    return this.opened
  }

  private async openStore(): Promise<OpenStore | undefined> {
    const { context, root } = this.subject
    const access = await root.stateAccess()
    if (access === undefined) return undefined
    const { backend, bucket } = access
    const { workspace, state } = await root.target()
    const subject = { repositoryId: context.repository.id, stack: root.inputs.stack, workspace, state }
    const store = new ApplyRecordStore(bucket, subject)
    const record = await store.read().catch(noneIfDenied)
    return { store, subject, record, readSerial: () => readStateSerial(bucket, backend.key) }
  }

  private hashInputs({ plan }: RootPlan, { salt }: PlanRecord): string {
    const { targets, replace, invoke } = this.subject.inputs
    return hashPlanInputs(plan, { targets, replace, ...(invoke && { invoke: [invoke] }) }, salt)
  }
}

/** A role that cannot read records of applies has written none. */
function noneIfDenied(error: unknown): ApplyRecord {
  if (error instanceof AwsError && error.reason === 'aws-denied') return EMPTY
  throw error
}
