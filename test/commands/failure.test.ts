import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { failedOutcome, REASONS } from '../../src/commands/failure'
import { SRC } from '../imports'

const errorClasses = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(/class (\w+) extends \w*Error\b/g)].flatMap(
      ([, name = '']) => name,
    ),
  )

test('every error class of src has a failure reason, and every row belongs to one class', () => {
  expect(errorClasses.toSorted()).toEqual(Object.keys(REASONS).toSorted())
})

test('an error that a command did not report does not claim that nothing was done', () => {
  const { summary, failure } = failedOutcome(new Error('boom'))
  expect(summary).toBe('## ❌ Failed before completion\n\n- `boom`')
  expect(failure?.reason).toBe('unexpected')
})
