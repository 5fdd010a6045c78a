import { AwsError, type AwsFacts, factsOf, isDenied, missingPermission } from './error'

export interface ObjectName {
  readonly bucket: string
  readonly key: string
}

/** What the SDK threw, with the object's name and a next step that fits a bucket. */
export function notDone(error: unknown, action: string, object: ObjectName): AwsError {
  if (error instanceof AwsError) return error
  const facts = factsOf(error, action)
  const words = `${facts.words.replace(/\.$/, '')}: s3://${object.bucket}/${object.key}`
  return new AwsError({ ...facts, words }, { cause: error, advice: advise(facts, object) })
}

export function tooLarge(object: ObjectName, bytes: number, maxBytes: number): AwsError {
  const facts: AwsFacts = {
    action: 's3:GetObject',
    code: 'TooLarge',
    status: 200,
    words: `s3://${object.bucket}/${object.key} has ${bytes} bytes, and at most ${maxBytes} are read`,
  }
  return new AwsError(facts, {
    advice: 'Something else than this action wrote it; look at it and delete it.',
  })
}

function advise(facts: AwsFacts, { bucket, key }: ObjectName): string | undefined {
  if (facts.code === 'NoSuchBucket') {
    return (
      `There is no bucket ${bucket} (terraform/bootstrap makes one for the state): ` +
      "correct plan-records or the backend's bucket, and check that the role is in the bucket's account."
    )
  }
  if (!isDenied(facts)) return undefined
  const permission = missingPermission(facts)
  if (permission.startsWith('kms:')) {
    return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key's.`
  }
  if (permission === 's3:ListBucket') return `Allow s3:ListBucket on bucket ${bucket}. ${WITHOUT_LIST}`
  const folder = key.slice(0, key.indexOf('/') + 1)
  const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and look for a Deny in the bucket's.`
  return permission === 's3:GetObject'
    ? `${allow} Allow s3:ListBucket on the bucket too. ${WITHOUT_LIST}`
    : allow
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const WITHOUT_LIST = 'Without it, S3 denies access to an object that is merely not there.'
