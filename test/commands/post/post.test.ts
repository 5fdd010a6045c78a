import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { runPost, type PostRuntime } from '../../../src/commands/post/post'
import type { Outcome } from '../../../src/commands/runtime'
import { readInputs } from '../../../src/inputs/inputs'
import { type Started, writePidFile } from '../../../src/terraform/pid-file'
import { appliedFileIn, pidFileIn } from '../../../src/terraform/runner'
import { FakeS3 } from '../../../testkit/aws/s3'
import { fixture } from '../../fixtures/fixture'

const STARTED_AT = '2026-01-02T03:04:05.000Z'
const NOW_MS = Date.parse(STARTED_AT) + 214_000
const LOCK_ID = '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1'

let s3: FakeS3
let base: string
let folder: string
let lines: string[]
beforeAll(async () => {
  s3 = await FakeS3.start()
})
afterAll(() => s3.stop())
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'finish-'))
  folder = join(base, 'folder')
  await mkdir(folder)
  await mkdir(join(base, '.terraform'))
  s3.objects.clear()
  lines = []
})
afterEach(() => rm(base, { recursive: true, force: true }))

type Line = Readonly<Record<string, unknown>>
const address = (addr: string): Line => ({ resource: { addr } })
const planned = (addr: string): Line => ({
  type: 'planned_change',
  change: { ...address(addr), action: 'create' },
})
const step = (type: string, addr: string): Line => ({
  type,
  hook: { ...address(addr), action: 'create', elapsed_seconds: 2 },
})
const complaint = (summary: string, addr?: string): Line => ({
  type: 'diagnostic',
  diagnostic: { severity: 'error', summary, detail: 'password hunter2-hunter2', address: addr },
})

const BEGUN: readonly Line[] = [
  { type: 'version', terraform: '1.11.4' },
  ...['aws_vpc.main', 'aws_db_instance.main', 'aws_ecs_service.web'].map(planned),
  step('apply_start', 'aws_vpc.main'),
  step('apply_complete', 'aws_vpc.main'),
  step('apply_start', 'aws_db_instance.main'),
]
const STOPPED: readonly Line[] = [
  ...BEGUN,
  step('apply_errored', 'aws_db_instance.main'),
  complaint('creating RDS DB Instance', 'aws_db_instance.main'),
  complaint('execution halted'),
]
const DONE: readonly Line[] = [
  ...BEGUN,
  step('apply_complete', 'aws_db_instance.main'),
  step('apply_start', 'aws_ecs_service.web'),
  step('apply_complete', 'aws_ecs_service.web'),
  { type: 'change_summary', changes: { add: 3, operation: 'apply' } },
]

interface Case {
  readonly said: readonly Line[]
  readonly command?: string
  /** Who runs still; an ended process if absent. */
  readonly pid?: number
  readonly serial?: number
  readonly lock?: 'of this run' | 'of another'
  readonly backend?: 's3' | 'elsewhere' | 'unreachable'
  readonly hasUnsavedState?: true
  /** The step was killed between the end of its apply and its report. */
  readonly noted?: 'as ended'
}

const CASES: Readonly<Record<string, Case>> = {
  'post-saved': { said: STOPPED, serial: 42 },
  'post-done': { said: DONE, serial: 43, noted: 'as ended' },
  'post-killed': { said: BEGUN, serial: 41, lock: 'of this run' },
  'post-killed-unread': { said: BEGUN, backend: 'elsewhere' },
  'post-saved-unread': { said: STOPPED, backend: 'unreachable' },
  'post-unsaved': {
    said: [...STOPPED, complaint('Failed to save state'), complaint('Failed to persist state to backend')],
    serial: 41,
    hasUnsavedState: true,
  },
  'post-locked-by-another': { said: STOPPED, serial: 42, lock: 'of another' },
  'post-still-running': { said: BEGUN, pid: process.pid, serial: 41, lock: 'of this run' },
  'post-plan': { said: [{ type: 'version', terraform: '1.11.4' }], command: 'plan', lock: 'of this run' },
}

const NO_PROCESS = 2 ** 22 + 1

async function finished(name: string): Promise<Outcome | undefined> {
  const { said, command = 'apply', pid = NO_PROCESS, ...rest } = CASES[name] ?? { said: [] }
  const { serial, lock, backend = 's3', hasUnsavedState, noted } = rest
  const started: Started = {
    pid,
    birth: undefined,
    command,
    directory: base,
    startedAt: STARTED_AT,
    stdoutFile: join(folder, 'out'),
    stderrFile: join(folder, 'err'),
    // A process of this test that is not to be interrupted by it.
    interrupted: true,
  }
  await writeFile(started.stdoutFile, said.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writePidFile(noted === undefined ? pidFileIn(folder) : appliedFileIn(folder), started)
  if (hasUnsavedState) await writeFile(join(base, 'errored.tfstate'), '{}')
  const config = { bucket: 'b', key: 'langfuse.tfstate', region: 'eu-central-1', use_lockfile: true }
  const settings = { backend: { type: backend === 'elsewhere' ? 'http' : 's3', config } }
  await writeFile(join(base, '.terraform/terraform.tfstate'), JSON.stringify(settings))
  if (serial !== undefined)
    s3.objects.set('b/langfuse.tfstate', Buffer.from(`{\n  "version": 4,\n  "serial": ${serial}\n}\n`))
  if (lock !== undefined)
    s3.objects.set('b/langfuse.tfstate.tflock', Buffer.from(JSON.stringify(lockOf(lock))))
  return runPost(folder, { inputs: inputsOf(), runtime: worldOf(backend) })
}

const lockOf = (whose: 'of this run' | 'of another'): Line => ({
  ID: LOCK_ID,
  Operation: 'OperationTypeApply',
  Who: whose === 'of this run' ? `runner@${hostname()}` : 'ci@elsewhere',
  Version: '1.11.4',
  Created: '2026-01-02T03:04:06Z',
  Path: 'b/langfuse.tfstate',
})

const inputsOf = () =>
  readInputs({ INPUT_COMMAND: 'apply', INPUT_STACK: 'langfuse', 'INPUT_AWS-REGION': 'eu-central-1' })

function worldOf(backend: Case['backend']): PostRuntime {
  let nowMs = NOW_MS
  return {
    env: {
      AWS_ENDPOINT_URL: backend === 'unreachable' ? 'http://127.0.0.1:1' : s3.url,
      AWS_MAX_ATTEMPTS: '1',
    },
    log: {
      info: (line) => lines.push(line),
      mask: () => undefined,
      group: () => undefined,
      endGroup: () => undefined,
    },
    clock: {
      sleep: (ms) => {
        nowMs += ms
        return Promise.resolve()
      },
      random: () => 0.5,
      now: () => nowMs,
    },
    readFile: (path) => readFile(path, 'utf8'),
    proxyUrl: () => undefined,
    idToken: () => Promise.reject(new Error('no ID token')),
  }
}

/** Less what is another on each machine. */
const general = (text: string): string =>
  text
    .replaceAll(`${base}/`, '')
    .replaceAll(base, 'terraform/langfuse')
    .replaceAll(`runner@<!-- -->${hostname()}`, 'runner@<!-- -->fv-az1')
    .replaceAll(`runner@${hostname()}`, 'runner@fv-az1')
    .replaceAll(`process ${process.pid}`, 'process 4711')

describe('what the post step tells of a step that was killed', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'seed', AWS_SECRET_ACCESS_KEY: 'seed' }
  beforeEach(() => {
    Object.assign(process.env, keys)
  })
  afterEach(() => {
    for (const key of Object.keys(keys)) Reflect.deleteProperty(process.env, key)
  })

  test.each(Object.keys(CASES))('%s reads as its fixture', async (name) => {
    const outcome = await finished(name)
    const rendered = `${general(outcome?.summary ?? '').trimEnd()}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
    expect(rendered).not.toContain('hunter2')
    expect(outcome?.warnings.length).toBeGreaterThan(0)
    expect(existsSync(folder)).toBe(false)
  })

  test('is nothing where Terraform was not at work', async () => {
    expect(await runPost(folder, { inputs: inputsOf(), runtime: worldOf('s3') })).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
    expect(lines).toEqual([])
  })
})
