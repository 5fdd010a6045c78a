import { NoResponse } from './client'
import type { Component } from './error'

/** Words that name a component in Langfuse's error messages. The first match wins. */
const NAMED: readonly (readonly [RegExp, Component])[] = [
  [/\bOOM command|maxmemory|redis|valkey|WRONGPASS|NOAUTH|MaxRetriesPerRequest/i, 'Redis'],
  [/clickhouse|:8123\b|DB::Exception|user_script|NOT_ENOUGH_SPACE|MEMORY_LIMIT_EXCEEDED/i, 'ClickHouse'],
  [/\bS3\b|NoSuchBucket|bucket|PermanentRedirect/i, 'S3'],
  [/prisma|postgres|database/i, 'PostgreSQL'],
]

/**
 * Returns the likely causes of an error message: only the component that it names, if it names one.
 *
 * @param defaults causes of a message without a known component, most likely first
 */
export function causesOf(message: string, defaults: readonly Component[]): readonly Component[] {
  const component = NAMED.find(([words]) => words.test(message))?.[1]
  return component === undefined ? defaults : [component]
}

/**
 * Returns the likely causes of a request without a response.
 *
 * @param ofTimeout causes of a server that accepts the request and does not answer, most likely first
 */
export function causesOfNoResponse(
  { kind }: NoResponse,
  ofTimeout: readonly Component[],
): readonly Component[] {
  switch (kind) {
    case 'timeout':
      return ofTimeout
    case 'connection':
      return ['address', 'web']
    case 'address':
      return ['address']
  }
}
