import type { Bucket } from './bucket'
import { isRecord, parseObject } from '../text/json'

/** The last apply of a stack that failed or was cancelled. */
export interface ApplyAttempt {
  readonly commit: string
  /** Of the reviewed plan, with the target. */
  readonly fingerprint: string
  /** Of the plan's inputs that are not in the commit. */
  readonly planInputsHash: string
  /** Of the state after the apply. */
  readonly serial: number
}

/** The last apply of a stack that succeeded. */
export interface AppliedCommit {
  readonly commit: string
  /** ISO 8601. */
  readonly at: string
  readonly salt: string
  /** HMAC of each setting of the plan. */
  readonly settings: Readonly<Record<string, string>>
}

/** The last applies to one state. */
export interface ApplyRecord {
  readonly applied: AppliedCommit | undefined
  /** Since then. */
  readonly attempt: ApplyAttempt | undefined
  /** An apply that has not reported its end: its serial is that before the apply. */
  readonly started?: ApplyAttempt | undefined
}

/** The state that the applies change. */
export interface ApplySubject {
  readonly repositoryId: string
  readonly stack: string
  readonly workspace: string
  /** Address of the state. */
  readonly state: string
}

const MAX_RECORD_BYTES = 4 * 1024 * 1024
const NONE: ApplyRecord = { applied: undefined, attempt: undefined }

/**
 * Objects `applies/<repository>/<stack>.json` in the state bucket, or `<stack>/<workspace>.json`. Only the deploy role
 * writes them.
 */
export class ApplyRecordStore {
  constructor(
    private readonly bucket: Bucket,
    private readonly subject: ApplySubject,
  ) {}

  /** @throws AwsError */
  async write(record: ApplyRecord): Promise<void> {
    await this.bucket.write(this.key, JSON.stringify({ ...record, state: this.subject.state }))
  }

  /** Missing fields get values that match nothing. @throws AwsError */
  async read(): Promise<ApplyRecord> {
    const found = parseObject((await this.bucket.read(this.key, MAX_RECORD_BYTES)) ?? '')
    if (found === undefined || found['state'] !== this.subject.state) return NONE
    return {
      applied: parseApplied(found['applied']),
      attempt: parseAttempt(found['attempt']),
      started: parseAttempt(found['started']),
    }
  }

  private get key(): string {
    const { repositoryId, stack, workspace } = this.subject
    const name = workspace === 'default' ? [stack] : [stack, workspace]
    return `applies/${repositoryId}/${name.map(encodeURIComponent).join('/')}.json`
  }
}

function parseAttempt(value: unknown): ApplyAttempt | undefined {
  if (!isRecord(value)) return undefined
  const { serial } = value
  return {
    commit: text(value, 'commit'),
    fingerprint: text(value, 'fingerprint'),
    planInputsHash: text(value, 'planInputsHash'),
    serial: typeof serial === 'number' ? serial : -1,
  }
}

function parseApplied(value: unknown): AppliedCommit | undefined {
  if (!isRecord(value)) return undefined
  const settings = isRecord(value['settings']) ? value['settings'] : {}
  const hashes = Object.entries(settings).filter((one): one is [string, string] => typeof one[1] === 'string')
  return {
    commit: text(value, 'commit'),
    at: text(value, 'at'),
    salt: text(value, 'salt'),
    settings: Object.fromEntries(hashes),
  }
}

const text = (value: Readonly<Record<string, unknown>>, name: string): string =>
  typeof value[name] === 'string' ? value[name] : ''
