import type { Bucket } from './bucket'

/** Contains the serial, but no resource and so no secret. */
const STATE_HEAD_BYTES = 1024

/** Reads the serial of a state, which grows with every change. @throws AwsError */
export async function readStateSerial(bucket: Bucket, key: string): Promise<number | undefined> {
  const head = await bucket.readHead(key, STATE_HEAD_BYTES)
  const serial = /"serial":\s*(\d+)/.exec(head ?? '')?.[1]
  return serial === undefined ? undefined : Number(serial)
}
