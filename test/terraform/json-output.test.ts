import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  parseOutputs,
  parseValidation,
  parseVersionReport,
  readOutputFile,
  readStateVersion,
} from '../../src/terraform/json-output'

let directory: string
let path: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'json-output-'))
  path = join(directory, 'stdout')
})
afterEach(() => rm(directory, { recursive: true }))

describe('an output file', () => {
  test('is read up to the maximum size', async () => {
    await writeFile(path, 'x'.repeat(1000))
    expect(await readOutputFile(path, 1000)).toHaveLength(1000)
  })

  test('is rejected with its size above the maximum', async () => {
    await writeFile(path, 'x'.repeat(3_000_001))
    await expect(readOutputFile(path, 2_000_000)).rejects.toThrow(
      'the plan or state as JSON is too large: 3 MB, the maximum is 2 MB. Split the stack',
    )
  })
})

describe('the version of a state', () => {
  test('is read from the beginning of the file', async () => {
    const resources = 'x'.repeat(100_000)
    await writeFile(path, `{"version":4,"serial": 7,\n"lineage": "a-b",\n"resources":"${resources}"}`)
    expect(await readStateVersion(path)).toEqual({ serial: 7, lineage: 'a-b' })
  })

  test('is undefined for an empty file', async () => {
    await writeFile(path, '')
    expect(await readStateVersion(path)).toBeUndefined()
  })
})

test('an output without a sensitive flag counts as sensitive', () => {
  const outputs = parseOutputs('{"a":{"value":1,"sensitive":false},"b":{"value":2},"c":3}')
  expect(outputs).toEqual(
    new Map([
      ['a', { value: 1, sensitive: false }],
      ['b', { value: 2, sensitive: true }],
    ]),
  )
})

test.each([
  ['{"terraform_version":"1.11.4"}', '1.11.4'],
  ['Terraform v1.11.4', undefined],
  ['{}', undefined],
])('the version in %j is %s', (text, version) => {
  expect(parseVersionReport(text)).toBe(version)
})

test.each([
  ['{"error_count":1,"diagnostics":[{"summary":"S"},7]}', [{ summary: 'S' }]],
  ['{"error_count":0}', []],
  ['{"diagnostics":[]}', undefined],
  ['panic', undefined],
])('the diagnostics in %j are %j', (text, diagnostics) => {
  expect(parseValidation(text)).toEqual(diagnostics)
})
