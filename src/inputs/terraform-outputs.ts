import type { InputReader } from './reader'
import { parseObject } from '../text/json'

/** Reads the output `terraform-outputs` of `apply`. */
export function readTerraformOutputs(reader: InputReader): Readonly<Record<string, unknown>> | undefined {
  const text = reader.text('terraform-outputs')
  if (text === undefined) return undefined
  const outputs = parseObject(text)
  if (outputs === undefined)
    reader.problems.push("terraform-outputs: is not a JSON object. Pass apply's output `terraform-outputs`")
  return outputs
}
