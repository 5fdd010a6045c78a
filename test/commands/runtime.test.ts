import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openRuntime, stepRuntime } from '../../src/commands/runtime'
import { openLog } from '../../src/github/log'
import { pidFilePath } from '../../src/terraform/runner'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'runtime-'))
  await writeFile(join(base, 'state'), '')
})
afterEach(() => rm(base, { recursive: true, force: true }))

function open(): ReturnType<typeof openRuntime> {
  const env = { RUNNER_TEMP: base, GITHUB_STATE: join(base, 'state') }
  return openRuntime(env, openLog(process.stdout), new AbortController().signal)
}

test('a step has a private directory that the post step can find, and removes it at its end', async () => {
  const runtime = open()
  const directory = await runtime.createDirectory()
  expect((await stat(directory)).mode & 0o777).toBe(0o700)
  expect(await readFile(join(base, 'state'), 'utf8')).toContain(directory)
  await runtime.close()
  expect(existsSync(directory)).toBe(false)
})

test('a step keeps its directory for the post step while Terraform runs', async () => {
  const runtime = open()
  const directory = await runtime.createDirectory()
  await writeFile(pidFilePath(directory), '{}')
  await runtime.close()
  expect(existsSync(directory)).toBe(true)
})

test('the clock of a step has wall-clock and monotonic time', async () => {
  const { clock, hostname: name } = stepRuntime({}, openLog(process.stdout))
  const [monotonicMs, wallMs] = [clock.now(), clock.wallClockMs()]
  await clock.sleep(5)
  expect(clock.now()).toBeGreaterThan(monotonicMs)
  expect(Math.abs(wallMs - Date.now())).toBeLessThan(60_000)
  expect(name).toBe(hostname())
})
