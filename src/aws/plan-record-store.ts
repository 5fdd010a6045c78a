import type { AwsSession } from './credentials'
import { Bucket } from './bucket'
import type { AwsRuntime } from './client'
import {
  InvalidPlanRecord,
  type PlanRecord,
  type PlanSubject,
  checkPlanSubject,
  differences,
  parsePlanRecord,
  renderPlanRecord,
} from '../review/plan-record'

/** A place for records that cannot be meant. */
export class InvalidRecordsUrl extends Error {
  override readonly name = 'InvalidRecordsUrl'
}

// A plan that changes 5,000 resources comes to about eight.
const MOST_BYTES = 32 * 1024 * 1024
const DISTRUST = ' Run plan on the pull request again; if this stays, see who else writes to that folder.'

/**
 * The records of reviewed plans, each an object `<repository>/<pull request>/<commit>/<stack>.json` below an S3 URL.
 *
 * Who may write there decides what may be applied: the plan role and nobody else.
 * Of two records of one plan the later stays, as of two runs the later comment is what people read;
 * a record lets nothing through but what a fresh plan comes to as well, and the bucket's versions keep the earlier one.
 */
export class PlanRecords {
  private readonly prefix: string
  private readonly bucket: Bucket

  /**
   * @param url `s3://bucket/prefix/`, as the input `plan-records` has it
   * @throws InvalidRecordsUrl
   */
  constructor(url: string, session: AwsSession, runtime: AwsRuntime) {
    const { bucket, prefix } = parseRecordsUrl(url)
    this.prefix = prefix
    this.bucket = new Bucket(bucket, session, runtime)
  }

  /**
   * @returns the URL of the record
   * @throws InvalidPlanRecord for one that could not be read back; AwsError
   */
  async write(record: PlanRecord): Promise<string> {
    const key = this.keyOf(record)
    const url = `s3://${this.bucket.name}/${key}`
    // By way of what can be read, so that nothing else comes along.
    const body = named(`${url} was not written`, '', () =>
      renderPlanRecord(parsePlanRecord(renderPlanRecord(record))),
    )
    const bytes = Buffer.byteLength(body)
    if (bytes > MOST_BYTES) {
      throw new InvalidPlanRecord(
        `The record of this plan has ${bytes} bytes, and at most ${MOST_BYTES} are read: split the stack ${record.stack}.`,
      )
    }
    await this.bucket.write(key, body)
    return url
  }

  /**
   * @returns undefined when nobody recorded a plan of this stack at this commit
   * @throws InvalidPlanRecord for one that is not readable or is of another plan; AwsError
   */
  async read(wanted: PlanSubject): Promise<PlanRecord | undefined> {
    const key = this.keyOf(wanted)
    const body = await this.bucket.read(key, MOST_BYTES)
    if (body === undefined) return undefined
    return named(`s3://${this.bucket.name}/${key} is not to be trusted`, DISTRUST, () => {
      const record = parsePlanRecord(body)
      const wrong = differences(record, wanted)
      if (wrong.length > 0) throw new InvalidPlanRecord(`it is a record of ${wrong.join(', ')}`)
      return record
    })
  }

  private keyOf(subject: PlanSubject): string {
    const { repositoryId, pullNumber, headSha, stack } = named('The record of a plan has no place', '', () =>
      checkPlanSubject(subject),
    )
    return `${this.prefix}${repositoryId}/${pullNumber}/${headSha}/${encodeURIComponent(stack)}.json`
  }
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const URL_FORM = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/

function parseRecordsUrl(url: string): { bucket: string; prefix: string } {
  const [, bucket, prefix = ''] = URL_FORM.exec(url) ?? []
  if (bucket === undefined || /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) {
    throw new InvalidRecordsUrl(
      `plan-records: '${url}' is not the URL of a folder in S3; it looks like s3://acme-terraform-state/plans/`,
    )
  }
  return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` }
}

/** Adds to a refusal what it means and what to do. */
function named<T>(meaning: string, advice: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof InvalidPlanRecord)) throw error
    throw new InvalidPlanRecord(`${meaning}: ${error.message}.${advice}`, { cause: error })
  }
}
