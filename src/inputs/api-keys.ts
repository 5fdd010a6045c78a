import type { InputReader } from './reader'

/** Langfuse API keys of one project. */
export interface ApiKeys {
  readonly publicKey: string
  readonly secretKey: string
}

/** Reads both keys, which are given together or not at all. */
export function readApiKeys(reader: InputReader): ApiKeys | undefined {
  const publicKey = reader.text('public-key')
  const secretKey = reader.text('secret-key')
  if (publicKey !== undefined && secretKey !== undefined) return { publicKey, secretKey }
  if (publicKey !== undefined) reader.problems.push('secret-key: is required with public-key')
  if (secretKey !== undefined) reader.problems.push('public-key: is required with secret-key')
  return undefined
}
