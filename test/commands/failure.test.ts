import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { AwsError } from '../../src/aws/error'
import { failedOutcome, reasonOf, withoutCancellation } from '../../src/commands/failure'
import { readContext } from '../../src/github/context'
import { TerraformFailed } from '../../src/terraform/error'
import { FAILURE_REASONS } from '../../src/text/failure-reason'
import { SRC } from '../imports'

interface ErrorClass {
  readonly file: string
  readonly name: string
  /** Text of the properties, as in `readonly reason: FailureReason = 'cancelled'`. */
  readonly properties: readonly string[]
}

const errorClasses = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => classesIn(file, readFileSync(join(SRC, file), 'utf8')))

function classesIn(file: string, text: string): ErrorClass[] {
  const found: ErrorClass[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && /^extends \w*Error\b/.test(node.heritageClauses?.[0]?.getText() ?? ''))
      found.push({
        file,
        name: node.name?.text ?? '',
        properties: node.members.filter(ts.isPropertyDeclaration).map((property) => property.getText()),
      })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

describe('every error class of src', () => {
  test('is found by this test', () => {
    expect(errorClasses.map(({ name }) => name)).toEqual(expect.arrayContaining(['AwsError', 'InvalidInput']))
    expect(errorClasses.length).toBeGreaterThan(30)
  })

  test.each(errorClasses)('$name declares its failure reason', ({ properties }) => {
    expect(properties).toContainEqual(expect.stringMatching(/^readonly reason: FailureReason( = '[\w-]+')?$/))
  })

  test.each(errorClasses)('$name carries its own name', ({ name, properties }) => {
    expect(properties).toContainEqual(
      expect.stringMatching(`^override readonly name(: string)? = '${name}'$`),
    )
  })
})

const awsError = (code: string): AwsError =>
  new AwsError({ action: 'ecr:BatchGetImage', code, status: 400, message: 'no' })

function terraformFailed(
  interrupted: boolean,
  detail = '',
  summary = 'Error acquiring the state lock',
): TerraformFailed {
  const diagnostic = {
    severity: 'error',
    summary,
    detail,
    range: undefined,
  }
  return new TerraformFailed({
    command: 'plan',
    directory: 'infra',
    exit: { exitCode: 1, signal: undefined },
    diagnostics: [{ ...diagnostic, severity: 'error', address: undefined }],
    text: [],
    interrupted,
  })
}
const LOCK =
  'Lock Info:\n  ID:        5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1\n  Path:      b/k\n  Operation: OperationTypePlan\n  Who:       ci@host\n  Version:   1.11.4\n  Created:   2026-01-02 03:04:05 +0000 UTC\n  Info:      \n'

test.each([
  ['a denied call to AWS', awsError('AccessDenied'), 'aws-denied'],
  ['another failed call to AWS', awsError('ValidationError'), 'aws-error'],
  ['a failed Terraform', terraformFailed(false), 'terraform-failed'],
  ['a locked state', terraformFailed(false, LOCK), 'state-locked'],
  ['an interrupted Terraform, whatever it reported', terraformFailed(true, LOCK), 'cancelled'],
  ['an error of Node', Object.assign(new Error('boom'), { reason: 'because' }), 'internal-error'],
  ['anything that is not an error', 'boom', 'internal-error'],
])('the reason of %s', (_, error, reason) => {
  expect(reasonOf(error)).toBe(reason)
  expect(FAILURE_REASONS).toContain(reason)
})

test.each([
  ['no event file', {}, 'GITHUB_EVENT_PATH is not set'],
  ['an event file that is not there', { GITHUB_EVENT_PATH: '/nonexistent' }, 'cannot be read'],
])('a step with %s has an invalid input', async (_, env, message) => {
  const error = await readContext(env, () => Promise.reject(new Error('ENOENT'))).catch(
    (thrown: unknown) => thrown,
  )
  const { failure } = failedOutcome(error)
  expect(failure?.reason).toBe('invalid-input')
  expect(failure?.message).toContain(message)
})

test('an error that a command did not report does not claim that nothing was done', () => {
  const { summary, failure } = failedOutcome(new Error('boom'))
  expect(summary).toBe('## ❌ Failed before completion\n\n`boom`')
  expect(failure?.reason).toBe('internal-error')
})

test('a cancelled plan of a role that may not write the state has changed nothing', () => {
  const { summary } = failedOutcome(terraformFailed(true, 'AccessDenied', 'Error saving current state'))
  expect(summary).toContain(
    '- Terraform could not save a state, which a plan does not need. No resource was changed.',
  )
  expect(failedOutcome(terraformFailed(true)).summary).not.toContain('could not save')
})

describe('the output failure-reason of a cancelled run', () => {
  const done = {
    outputs: { applied: 'true' },
    summary: '',
    warnings: [],
    annotations: [],
    failure: undefined,
  }

  test('is cleared if the command completed its work', () => {
    const { outputs } = withoutCancellation(done, AbortSignal.abort())
    expect(outputs).toEqual({ applied: 'true', 'failure-reason': '' })
  })

  test('stays if the command failed, and is not set without a cancellation', () => {
    const failed = { ...done, failure: { reason: 'cancelled', message: 'stopped' } as const }
    expect(withoutCancellation(failed, AbortSignal.abort())).toBe(failed)
    expect(withoutCancellation(done, new AbortController().signal)).toBe(done)
  })
})
