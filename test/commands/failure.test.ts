import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { failedOutcome, REASONS } from '../../src/commands/failure'
import { SRC } from '../imports'

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))

const allMatches = (pattern: RegExp): string[] =>
  sources.flatMap((source) => [...source.matchAll(pattern)].flatMap(([, name = '']) => name))

const errorClasses = allMatches(/class (\w+) extends \w*Error\b/g)
const errorNames = allMatches(/override readonly name(?:: string)? = '(\w+)'/g)

test('every error class of src has a failure reason, and every row belongs to one class', () => {
  expect(errorClasses.toSorted()).toEqual(Object.keys(REASONS).toSorted())
})

test('the name of each error class is the name that its errors carry', () => {
  expect(errorNames.toSorted()).toEqual(errorClasses.toSorted())
})

test('an error that a command did not report does not claim that nothing was done', () => {
  const { summary, failure } = failedOutcome(new Error('boom'))
  expect(summary).toBe('## ❌ Failed before completion\n\n- `boom`')
  expect(failure?.reason).toBe('unexpected')
})
