import { AwsError, type AwsErrorDetails, readErrorDetails, isDenied, missingPermission } from './error'
import { withoutFullStop } from '../text/format'

export interface ObjectName {
  readonly bucket: string
  readonly key: string
}

/** Adds name and next step to an error of the SDK. */
export function objectError(error: unknown, action: string, object: ObjectName): AwsError {
  if (error instanceof AwsError) return error
  const details = readErrorDetails(error, action)
  const message = `${withoutFullStop(details.message)}: s3://${object.bucket}/${object.key}`
  return new AwsError({ ...details, message }, { cause: error, advice: objectAdvice(details, object) })
}

/** Error for an object above the limit of its reader. */
export function tooLargeError(object: ObjectName, bytes: number, maxBytes: number): AwsError {
  const details: AwsErrorDetails = {
    action: 's3:GetObject',
    code: 'TooLarge',
    status: 200,
    message: `s3://${object.bucket}/${object.key} has ${bytes} bytes, more than the limit of ${maxBytes}`,
  }
  return new AwsError(details, {
    advice: 'Another program wrote it: inspect the object and delete it.',
  })
}

function objectAdvice(details: AwsErrorDetails, { bucket, key }: ObjectName): string | undefined {
  if (details.code === 'NoSuchBucket') {
    return (
      `The bucket ${bucket} does not exist (terraform/bootstrap creates the state bucket): ` +
      "correct plan-records or the backend's bucket, and check that the role is in the bucket's account."
    )
  }
  if (!isDenied(details)) return undefined
  const permission = missingPermission(details)
  if (permission.startsWith('kms:')) {
    return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key policy.`
  }
  if (permission === 's3:ListBucket') return `Allow s3:ListBucket on bucket ${bucket}. ${LIST_BUCKET_NOTE}`
  const folder = key.slice(0, key.indexOf('/') + 1)
  const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and check the bucket policy for a Deny.`
  return permission === 's3:GetObject'
    ? `${allow} Allow s3:ListBucket on the bucket too. ${LIST_BUCKET_NOTE}`
    : allow
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const LIST_BUCKET_NOTE = 'Without it, S3 answers AccessDenied for missing objects.'
