import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { runPost } from '../../../src/commands/post/post'
import { writeMaskedAddresses } from '../../../src/commands/stack/masked-addresses'
import type { StepRuntime } from '../../../src/commands/runtime'
import { writeJournal } from '../../../src/commands/stack/apply-journal'
import type { Outcome } from '../../../src/commands/outcome'
import { readInputs } from '../../../src/inputs/inputs'
import { type ProcessRecord, writePidFile } from '../../../src/terraform/pid-file'
import { appliedFilePath, pidFilePath } from '../../../src/terraform/runner'
import { FakeS3 } from '../../../testkit/aws/s3'
import { realClock } from '../../../testkit/runner/runtime'
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
  base = await mkdtemp(join(tmpdir(), 'post-'))
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
const errorEvent = (summary: string, addr?: string): Line => ({
  type: 'diagnostic',
  diagnostic: { severity: 'error', summary, detail: 'password hunter2-hunter2', address: addr },
})

const STARTED: readonly Line[] = [
  { type: 'version', terraform: '1.11.4' },
  ...['aws_vpc.main', 'aws_db_instance.main', 'aws_ecs_service.web'].map(planned),
  step('apply_start', 'aws_vpc.main'),
  step('apply_complete', 'aws_vpc.main'),
  step('apply_start', 'aws_db_instance.main'),
]
const INTERRUPTED: readonly Line[] = [
  ...STARTED,
  step('apply_errored', 'aws_db_instance.main'),
  errorEvent('creating RDS DB Instance', 'aws_db_instance.main'),
  errorEvent('execution halted'),
]
const COMPLETED: readonly Line[] = [
  ...STARTED,
  step('apply_complete', 'aws_db_instance.main'),
  step('apply_start', 'aws_ecs_service.web'),
  step('apply_complete', 'aws_ecs_service.web'),
  { type: 'change_summary', changes: { add: 3, operation: 'apply' } },
]

interface Case {
  readonly events: readonly Line[]
  readonly command?: string
  /** The process that Terraform's record names. Default: one that has ended. */
  readonly pid?: number
  readonly serial?: number
  readonly lock?: 'of this run' | 'of another'
  readonly backend?: 's3' | 'elsewhere' | 'unreachable'
  readonly hasUnsavedState?: true
  /** The step was killed after the end of its apply and before its report. */
  readonly record?: 'ended'
}

const CASES: Readonly<Record<string, Case>> = {
  'post-saved': { events: INTERRUPTED, serial: 42 },
  'post-done': { events: COMPLETED, serial: 43, record: 'ended' },
  'post-killed': { events: STARTED, serial: 41, lock: 'of this run' },
  'post-killed-unread': { events: STARTED, backend: 'elsewhere' },
  'post-saved-unread': { events: INTERRUPTED, backend: 'unreachable' },
  'post-unsaved': {
    events: [
      ...INTERRUPTED,
      errorEvent('Failed to save state'),
      errorEvent('Failed to persist state to backend'),
    ],
    serial: 41,
    hasUnsavedState: true,
  },
  'post-locked-by-another': { events: INTERRUPTED, serial: 42, lock: 'of another' },
  'post-still-running': { events: STARTED, pid: process.pid, serial: 41, lock: 'of this run' },
  'post-plan': { events: [{ type: 'version', terraform: '1.11.4' }], command: 'plan', lock: 'of this run' },
}

const UNUSED_PID = 2 ** 22 + 1

interface Changes {
  readonly program?: string
  readonly clock?: StepRuntime['clock']
}

async function reportOf(
  name: string | Case,
  { program = 'false', clock }: Changes = {},
): Promise<Outcome | undefined> {
  const {
    events,
    command = 'apply',
    pid = UNUSED_PID,
    ...rest
  } = typeof name === 'string' ? (CASES[name] ?? { events: [] }) : name
  const { serial, lock, backend = 's3', hasUnsavedState, record } = rest
  const started: ProcessRecord = {
    pid,
    startTime: undefined,
    program,
    command,
    directory: base,
    startedAt: STARTED_AT,
    stdoutFile: join(folder, 'out'),
    stderrFile: join(folder, 'err'),
    // Otherwise the post step would interrupt the test's own process.
    interrupted: true,
  }
  await writeFile(started.stdoutFile, events.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writePidFile(record === undefined ? pidFilePath(folder) : appliedFilePath(folder), started)
  if (hasUnsavedState) await writeFile(join(base, 'errored.tfstate'), '{}')
  const config = { bucket: 'b', key: 'langfuse.tfstate', region: 'eu-central-1', use_lockfile: true }
  const settings = { backend: { type: backend === 'elsewhere' ? 'http' : 's3', config } }
  await writeFile(join(base, '.terraform/terraform.tfstate'), JSON.stringify(settings))
  if (serial !== undefined)
    s3.objects.set('b/langfuse.tfstate', Buffer.from(`{\n  "version": 4,\n  "serial": ${serial}\n}\n`))
  if (lock !== undefined)
    s3.objects.set('b/langfuse.tfstate.tflock', Buffer.from(JSON.stringify(lockOf(lock))))
  const runtime = runtimeFor(backend)
  return runPost(folder, { inputs: inputsOf(), runtime: { ...runtime, clock: clock ?? runtime.clock } })
}

const JOURNAL = {
  subject: { repositoryId: '7', stack: 'langfuse', workspace: 'default', state: 's3://b/langfuse.tfstate' },
  attempt: { commit: 'c'.repeat(40), fingerprint: 'sha256:f', planInputsHash: 'sha256:i' },
  applied: { commit: 'c'.repeat(40), at: STARTED_AT, salt: 's', settings: { one: 'h' } },
}
const RECORD_KEY = 'b/applies/7/langfuse.json'
const recorded = (): unknown => JSON.parse(s3.objects.get(RECORD_KEY)?.toString() ?? 'null')

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

function runtimeFor(backend: Case['backend']): StepRuntime {
  let nowMs = NOW_MS
  return {
    env: {
      AWS_ENDPOINT_URL: backend === 'unreachable' ? 'http://127.0.0.1:1' : s3.url,
      AWS_MAX_ATTEMPTS: '1',
    },
    hostname: hostname(),
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
      wallClockMs: () => nowMs,
    },
    readFile: (path) => readFile(path, 'utf8'),
    proxyUrl: () => undefined,
    idToken: () => Promise.reject(new Error('no ID token')),
  }
}

/** Replaces the parts that differ between machines. */
const withoutMachine = (text: string): string =>
  text
    .replaceAll(`${base}/`, '')
    .replaceAll(base, 'terraform/langfuse')
    .replaceAll(`runner@<!-- -->${hostname()}`, 'runner@<!-- -->fv-az1')
    .replaceAll(`runner@${hostname()}`, 'runner@fv-az1')
    .replaceAll(`process ${process.pid}`, 'process 4711')

describe('the post step of a killed step', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'seed', AWS_SECRET_ACCESS_KEY: 'seed' }
  beforeEach(() => {
    Object.assign(process.env, keys)
  })
  afterEach(() => {
    for (const key of Object.keys(keys)) Reflect.deleteProperty(process.env, key)
  })

  test.each(Object.keys(CASES))('renders the report %s', async (name) => {
    const outcome = await reportOf(name)
    const rendered = `${withoutMachine(outcome?.summary ?? '').trimEnd()}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
    expect(rendered).not.toContain('hunter2')
    expect(outcome?.warnings.length).toBeGreaterThan(0)
    expect(existsSync(folder)).toBe(false)
  })

  test.each([
    ['that the step knew', true, ['a.b["***"]', 'a.b["web"]']],
    ['if the step left none', false, ['a.b["***"]', 'a.b["***"]']],
  ])('masks the secrets in addresses %s', async (_, hasFile, expected) => {
    const addresses = ['a.b["correct \\"horse\\""]', 'a.b["web"]']
    const redact = (text: string): string => text.replace('correct \\"horse\\"', '***')
    const plan = { resources: addresses.map((address) => ({ address })), actionInvocations: [] }
    if (hasFile) await writeMaskedAddresses(folder, plan as never, redact)
    const events = addresses.map((addr) => ({
      type: 'apply_complete',
      hook: { resource: { addr }, action: 'create', elapsed_seconds: 1 },
    }))
    const outcome = await reportOf({ events, serial: 42 })
    const shown = [...(outcome?.summary ?? '').matchAll(/`(a\.b[^`]*)`/g)].map(([, address]) => address)
    expect(shown).toEqual(expected)
  })

  test('records the apply of a reviewed plan with the serial of the state', async () => {
    const before = { applied: { ...JOURNAL.applied, commit: 'b'.repeat(40) }, state: JOURNAL.subject.state }
    const started = { ...JOURNAL.attempt, serial: 41 }
    s3.objects.set(RECORD_KEY, Buffer.from(JSON.stringify({ ...before, started })))
    await writeJournal(folder, JOURNAL)
    expect((await stat(join(folder, 'apply.json'))).mode & 0o777).toBe(0o600)
    const outcome = await reportOf('post-saved')
    expect(recorded()).toEqual({ ...before, attempt: { ...JOURNAL.attempt, serial: 42 } })
    expect(outcome?.warnings).toContainEqual(expect.stringMatching(/^Re-run the job/))
  })

  test('records an apply that completed', async () => {
    await writeJournal(folder, JOURNAL)
    await reportOf('post-done')
    expect(recorded()).toEqual({ applied: JOURNAL.applied, state: JOURNAL.subject.state })
  })

  test('does not promise a re-run that cannot work', async () => {
    await writeJournal(folder, JOURNAL)
    s3.denied.add(RECORD_KEY)
    const outcome = await reportOf('post-saved')
    s3.denied.clear()
    expect(outcome?.warnings.join()).toContain('A re-run cannot complete it. Open a new pull request')
    expect(outcome?.warnings.join()).not.toContain('Re-run the job')
  })

  test.each([
    [
      'nothing was changed',
      [{ type: 'version', terraform: '1.11.4' }, errorEvent('Saved plan is stale')],
      true,
    ],
    ['no plan was reviewed', INTERRUPTED, false],
  ])('records no attempt if %s', async (_, events, isReviewed) => {
    if (isReviewed) await writeJournal(folder, JOURNAL)
    await reportOf({ events, serial: 42 })
    expect(recorded()).toEqual(isReviewed ? { state: JOURNAL.subject.state } : null)
  })

  test('saves the state that Terraform could not save', async () => {
    const program = join(base, 'terraform.sh')
    const calls = join(base, 'calls')
    // The second attempt succeeds.
    await writeFile(program, `#!/bin/sh\necho "$@" >>'${calls}'\n[ "$(wc -l <'${calls}')" -gt 1 ]\n`)
    await chmod(program, 0o755)
    const clock = { ...realClock, sleep: (ms: number) => realClock.sleep(ms / 10) }
    const outcome = await reportOf('post-unsaved', { program, clock })
    expect((await readFile(calls, 'utf8')).trim().split('\n')).toEqual(
      Array.from({ length: 2 }, () => `state push ${join(base, 'errored.tfstate')}`),
    )
    expect(outcome?.warnings).toContain('The state is saved with serial 41.')
    expect(existsSync(join(base, 'errored.tfstate'))).toBe(false)
  })

  test('reports nothing if Terraform was not running', async () => {
    expect(await runPost(folder, { inputs: inputsOf(), runtime: runtimeFor('s3') })).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
    expect(lines).toEqual([])
  })
})
