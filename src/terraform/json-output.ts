import { open, readFile, stat } from 'node:fs/promises'
import { isRecord, numberAt, parseObject, textAt } from '../text/json'

/** Maximum string length in V8. */
const MAX_TEXT_BYTES = 0x1fffffe8

/**
 * Reads a file of Terraform's standard output.
 *
 * @throws Error if it is longer than a string can be
 */
export async function readOutputFile(path: string, maxBytes = MAX_TEXT_BYTES): Promise<string> {
  const { size } = await stat(path)
  if (size <= maxBytes) return readFile(path, 'utf8')
  const [megabytes, limit] = [size, maxBytes].map((bytes) => Math.floor(bytes / 1_000_000))
  throw new Error(
    `the plan or state as JSON is too large: ${megabytes ?? 0} MB, the maximum is ${limit ?? 0} MB. ` +
      'Split the stack, or plan a part of it with the input target.',
  )
}

export interface StateVersion {
  readonly serial: number
  /** Identical for all versions of a state. */
  readonly lineage: string
}

const HEAD_BYTES = 4096

/** Reads the beginning of a state file, which contains no secrets. */
export async function readStateVersion(path: string): Promise<StateVersion | undefined> {
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
    if (isRecord(output))
      outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false })
  }
  return outputs
}

/** Reads `terraform version -json`; undefined for other text. */
export function parseVersionReport(text: string): string | undefined {
  return textAt(parseObject(text) ?? {}, 'terraform_version')
}

/** Reads `terraform validate -json`; undefined for other text. */
export function parseValidation(text: string): readonly Record<string, unknown>[] | undefined {
  const report = parseObject(text)
  if (report === undefined || numberAt(report, 'error_count') === undefined) return undefined
  const { diagnostics } = report
  return Array.isArray(diagnostics) ? diagnostics.filter(isRecord) : []
}
