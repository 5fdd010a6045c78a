import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createStepDirectory, stepDirectory } from '../../src/github/step-directory'
import { readStepState, saveStepState } from '../../src/github/step-state'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('a value is saved for the post step', () => {
  const GITHUB_STATE = join(folder, 'state')
  saveStepState({ GITHUB_STATE }, 'started', 'true')
  expect(readFileSync(GITHUB_STATE, 'utf8')).toBe('started=true\n')
  expect(readStepState({ STATE_started: 'true' }, 'started')).toBe('true')
})

test("the step's directory is made in RUNNER_TEMP, and saved", async () => {
  const GITHUB_STATE = join(folder, 'directory')
  const made = await createStepDirectory({ GITHUB_STATE, RUNNER_TEMP: folder })
  expect(made.startsWith(join(folder, 'langfuse-deploy-'))).toBe(true)
  expect(stepDirectory({ STATE_directory: made })).toBe(made)
})

test("the step's directory is saved before it is made, so that a step that is killed leaves none behind", async () => {
  const GITHUB_STATE = join(folder, 'unmade')
  await expect(createStepDirectory({ GITHUB_STATE, RUNNER_TEMP: '/nowhere' })).rejects.toThrow('RUNNER_TEMP')
  expect(readFileSync(GITHUB_STATE, 'utf8')).toMatch(/^directory=\/nowhere\/langfuse-deploy-/)
})

test.each([
  ['GITHUB_STATE', { GITHUB_STATE: '/nowhere/state' }, "'/nowhere/state' does not exist"],
  ['GITHUB_STATE', { GITHUB_STATE: '/dev/full' }, "'/dev/full' is on a full disk. Free space on the runner"],
  ['RUNNER_TEMP', { RUNNER_TEMP: '/nowhere' }, "'/nowhere' does not exist. The runner creates it"],
  ['RUNNER_TEMP', { RUNNER_TEMP: '/dev/null' }, "'/dev/null' is not a directory"],
])('%s that cannot be used is invalid input: %j', async (name, env, says) => {
  const used = (async () => {
    saveStepState(env, 'started', 'true')
    await createStepDirectory(env)
  })()
  await expect(used).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining(`${name}: ${says}`) as unknown,
  })
})
