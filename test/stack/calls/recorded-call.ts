import { readFile } from 'node:fs/promises'

/** A call that testkit/moto/moto_shims/recorder.py wrote. */
export interface RecordedCall {
  /** Name in the request's signature, for example `monitoring`. */
  readonly service: string
  /** Operation of the API; for S3, method, scope and subresource. */
  readonly operation: string
  readonly region: string
  /** ARN of the calling role. Empty for a user. */
  readonly role: string
  readonly params: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  /** Tags before the call, by EC2 id or ARN. */
  readonly tags: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Reads the record of a run. @throws Error for a call that could not be recorded */
export async function readRecord(path: string): Promise<RecordedCall[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  const calls = lines.map((line) => JSON.parse(line) as RecordedCall & { error?: string })
  const failed = calls.find(({ error }) => error !== undefined)
  if (failed !== undefined) throw new Error(`A call was not recorded: ${JSON.stringify(failed)}`)
  return calls
}

/** Returns a text parameter, or the first text of a list. */
export function text({ params }: RecordedCall, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = params[name]
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string' && first !== '') return first
  }
  return undefined
}
