import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pythonOfMoto } from '../moto/moto'

/** A call with its parameters and a JMESPath query of its answer; the operation is named as in the AWS CLI. */
export type AwsCall = readonly [service: string, operation: string, query: string, parameters?: object]

/**
 * Makes many calls in one process, which takes a tenth of the time of as many AWS CLI processes.
 *
 * @returns the result of each query
 */
export async function awsCalls(
  calls: readonly AwsCall[],
  env: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(pythonOfMoto(), [join(import.meta.dirname, 'calls.py')], {
    env: { PATH, HOME, AWS_DEFAULT_REGION: env['AWS_REGION'], ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = calls.map(([service, operation, query, parameters = {}]) => [
    ...[service, operation.replaceAll('-', '_'), parameters, query],
  ])
  child.stdin.end(JSON.stringify(lines))
  return JSON.parse(await text(child.stdout)) as readonly unknown[]
}
