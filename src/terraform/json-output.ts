import { open, readFile, stat } from 'node:fs/promises'
import { isRecord, numberAt, parseObject, textAt } from '../text/json'

/** V8 has no longer strings. */
const LONGEST_TEXT_BYTES = 0x1fffffe8

/**
 * A document that Terraform printed, as text.
 * @throws Error when it is too long for any string
 */
export async function readDocument(path: string, longestBytes = LONGEST_TEXT_BYTES): Promise<string> {
  const { size } = await stat(path)
  if (size <= longestBytes) return readFile(path, 'utf8')
  const [megabytes, limit] = [size, longestBytes].map((bytes) => Math.floor(bytes / 1_000_000))
  throw new Error(
    `Terraform's JSON has ${megabytes ?? 0} MB, and this action can read ${limit ?? 0} MB at most; ` +
      'split the stack into several, or plan a part of it with target',
  )
}

/** Which version of the state the backend has. */
export interface StateHead {
  /** Grows with every change. */
  readonly serial: number
  /** The same for all versions of one state. */
  readonly lineage: string
}

const HEAD_BYTES = 4096

/** Reads the beginning of a state, and so none of the secrets in it. @returns undefined when there is no state */
export async function readStateHead(path: string): Promise<StateHead | undefined> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES)
    const head = buffer.toString('utf8', 0, bytesRead)
    const serial = /"serial":\s*(\d+)/.exec(head)?.[1]
    const lineage = /"lineage":\s*"([^"]*)"/.exec(head)?.[1]
    return serial === undefined ? undefined : { serial: Number(serial), lineage: lineage ?? '' }
  } finally {
    await file.close()
  }
}

export interface Output {
  readonly value: unknown
  readonly sensitive: boolean
}

/** Reads `terraform output -json`. */
export function parseOutputs(text: string): Map<string, Output> {
  const outputs = new Map<string, Output>()
  for (const [name, output] of Object.entries(parseObject(text) ?? {})) {
    // Whatever is not plainly harmless is a secret.
    if (isRecord(output))
      outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false })
  }
  return outputs
}

/** Reads `terraform version -json`. @returns undefined when it is something else */
export function parseVersionReport(text: string): string | undefined {
  return textAt(parseObject(text) ?? {}, 'terraform_version')
}

/** Reads `terraform validate -json`. @returns undefined when it is something else */
export function parseValidation(text: string): readonly Record<string, unknown>[] | undefined {
  const report = parseObject(text)
  if (report === undefined || numberAt(report, 'error_count') === undefined) return undefined
  const { diagnostics } = report
  return Array.isArray(diagnostics) ? diagnostics.filter(isRecord) : []
}
