import { Bucket, type S3Connection } from './bucket'
import {
  InvalidPlanRecord,
  type PlanRecord,
  type PlanSubject,
  checkPlanSubject,
  subjectMismatches,
  parsePlanRecord,
  renderPlanRecord,
} from '../review/plan-record'
import type { FailureReason } from '../text/failure-reason'

/** The input `plan-records` is wrong. */
export class InvalidRecordsUrl extends Error {
  override readonly name = 'InvalidRecordsUrl'
  readonly reason: FailureReason = 'invalid-input'
}

/** A plan with 5,000 changes takes about 8 MiB. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024
const RECORD_ADVICE =
  ' Run plan on the pull request again. If the error remains, check which other programs write to the folder.'

/**
 * Objects `<repository>/<pull request>/<commit>/<stack>.json` below an S3 URL. Only the plan role may write them:
 * a record decides what may be applied. A later run replaces the record of an earlier one.
 */
export class PlanRecordStore {
  private readonly prefix: string
  private readonly bucket: Bucket

  /** @param url `s3://bucket/prefix/` @throws InvalidRecordsUrl */
  constructor(url: string, s3: S3Connection) {
    const { bucket, prefix } = parseRecordsUrl(url)
    this.prefix = prefix
    this.bucket = new Bucket(bucket, s3)
  }

  /** @returns the URL of the record @throws InvalidPlanRecord, AwsError */
  async write(record: PlanRecord): Promise<string> {
    const key = this.keyOf(record)
    const url = `s3://${this.bucket.name}/${key}`
    // Parsing drops other fields.
    const body = addContext(`${url} was not written`, '', () =>
      renderPlanRecord(parsePlanRecord(renderPlanRecord(record))),
    )
    const bytes = Buffer.byteLength(body)
    if (bytes > MAX_RECORD_BYTES) {
      throw new InvalidPlanRecord(
        `The record of this plan has ${bytes} bytes, more than the limit of ${MAX_RECORD_BYTES}: split the stack ${record.stack}.`,
      )
    }
    await this.bucket.write(key, body)
    return url
  }

  /** @throws InvalidPlanRecord, also for the record of another plan; AwsError */
  async read(wanted: PlanSubject): Promise<PlanRecord | undefined> {
    const key = this.keyOf(wanted)
    const body = await this.bucket.read(key, MAX_RECORD_BYTES)
    if (body === undefined) return undefined
    return addContext(
      `s3://${this.bucket.name}/${key} is not a valid record of this plan`,
      RECORD_ADVICE,
      () => {
        const record = parsePlanRecord(body)
        const wrong = subjectMismatches(record, wanted)
        if (wrong.length > 0) throw new InvalidPlanRecord(`it is a record of ${wrong.join(', ')}`)
        return record
      },
    )
  }

  private keyOf(subject: PlanSubject): string {
    const { repositoryId, pullNumber, headSha, stack } = addContext(
      'A plan record cannot be stored',
      '',
      () => checkPlanSubject(subject),
    )
    return `${this.prefix}${repositoryId}/${pullNumber}/${headSha}/${encodeURIComponent(stack)}.json`
  }
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const RECORDS_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/

function parseRecordsUrl(url: string): { bucket: string; prefix: string } {
  const [, bucket, prefix = ''] = RECORDS_URL.exec(url) ?? []
  if (bucket === undefined || /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) {
    throw new InvalidRecordsUrl(
      `plan-records: '${url}' is not the URL of a folder in S3; expected, for example, s3://acme-terraform-state/plans/`,
    )
  }
  return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` }
}

function addContext<T>(meaning: string, advice: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof InvalidPlanRecord)) throw error
    throw new InvalidPlanRecord(`${meaning}: ${error.message}.${advice}`, { cause: error })
  }
}
