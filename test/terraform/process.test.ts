import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readApplyTranscript } from '../../src/terraform/apply-outcome'
import { interruptOnce, isRunning, readPidFile, waitForProcess } from '../../src/terraform/pid-file'
import { type ProcessOptions, runTerraform, startTerraform } from '../../src/terraform/process'
import { pidFilePath } from '../../src/terraform/runner'
import {
  describeWithTerraform,
  openRoot,
  type Root,
  until,
  untilFile,
} from '../../testkit/terraform/terraform'

let folder: string
let lines: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-'))
  lines = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs Node instead of Terraform. */
function options(changes: Partial<ProcessOptions> = {}): ProcessOptions {
  return {
    program: process.execPath,
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdoutFile: join(folder, 'stdout'),
    stderrFile: join(folder, 'stderr'),
    pidFile: join(folder, 'pid'),
    onLine: (line, stream) => lines.push(`${stream}: ${line}`),
    ...changes,
  }
}

describe('a process', () => {
  test('passes on each line, including an unterminated last one', async () => {
    const script = `process.stdout.write('one\\r\\ntwo\\n\\n'); process.stderr.write('ä'); process.stdout.write('three')`
    expect(await runTerraform(['-e', script], options())).toEqual({ exitCode: 0, signal: undefined })
    expect(lines.filter((line) => line.startsWith('stdout'))).toEqual([
      'stdout: one',
      'stdout: two',
      'stdout: ',
      'stdout: three',
    ])
    expect(lines).toContain('stderr: ä')
  })

  test('passes on complete characters, however its output is split', async () => {
    const script = `for (const byte of Buffer.from('a€😀\\n'.repeat(20))) require('fs').writeSync(1, Buffer.of(byte))`
    await runTerraform(['-e', script], options())
    expect(lines).toEqual(Array<string>(20).fill('stdout: a€😀'))
  })

  test('returns its exit code or signal', async () => {
    expect(await runTerraform(['-e', 'process.exit(7)'], options())).toEqual({
      exitCode: 7,
      signal: undefined,
    })
    const kill = `process.kill(process.pid, 'SIGKILL')`
    expect(await runTerraform(['-e', kill], options())).toEqual({ exitCode: undefined, signal: 'SIGKILL' })
  })

  test('leads its own process group, and has a pid file while it runs', async () => {
    const running = await startTerraform(['-e', `setInterval(() => {}, 1000)`], options())
    const record = readPidFile(join(folder, 'pid'))
    expect(record).toMatchObject({ pid: running.pid, command: '-e', directory: folder, interrupted: false })
    if (process.platform === 'linux') {
      const fields = (await readFile(`/proc/${running.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
      expect(fields[2]).toBe(String(running.pid))
    }
    process.kill(running.pid, 'SIGKILL')
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL' })
    expect(existsSync(join(folder, 'pid'))).toBe(false)
  })

  test('receives a single interrupt', async () => {
    const script = `let n = 0; process.on('SIGINT', () => { console.log('interrupt ' + ++n); setTimeout(() => process.exit(1), 300) }); console.log('up'); setInterval(() => {}, 1000)`
    const cancel = new AbortController()
    const running = await startTerraform(['-e', script], options({ interruption: cancel.signal }))
    await until(() => lines.includes('stdout: up'))
    running.interrupt()
    cancel.abort()
    running.interrupt()
    expect(interruptOnce(join(folder, 'pid'))).toBe(false)
    expect(await running.ended).toEqual({ exitCode: 1, signal: undefined })
    running.interrupt()
    expect(lines).toEqual(['stdout: up', 'stdout: interrupt 1'])
  })

  test('is waited for even if its listener throws', async () => {
    const onLine = (): void => {
      throw new Error('broken listener')
    }
    const script = `console.log('x'); setTimeout(() => require('fs').writeFileSync('done', ''), 200)`
    await expect(runTerraform(['-e', script], options({ onLine }))).rejects.toThrow('broken listener')
    expect(existsSync(join(folder, 'done'))).toBe(true)
  })
})

describe('a pid file', () => {
  test.each([
    ['no content', ''],
    ['other content', '[1]'],
    [
      'a process group',
      '{"pid":-1,"command":"a","directory":"b","startedAt":"c","stdoutFile":"d","stderrFile":"e"}',
    ],
  ])('with %s is ignored', async (_, content) => {
    await writeFile(join(folder, 'pid'), content)
    expect(readPidFile(join(folder, 'pid'))).toBeUndefined()
    expect(interruptOnce(join(folder, 'pid'))).toBe(false)
  })

  test('does not match another process with the same pid', () => {
    const record = {
      pid: process.pid,
      program: 'terraform',
      command: 'apply',
      directory: folder,
      startedAt: '',
      stdoutFile: '',
      stderrFile: '',
    }
    expect(isRunning({ ...record, startTime: undefined, interrupted: false })).toBe(true)
    expect(isRunning({ ...record, startTime: '1', interrupted: false })).toBe(false)
  })

  test('limits the wait for its process', async () => {
    let nowMs = 0
    const waitOptions = {
      limitMs: 240_000,
      now: () => nowMs,
      sleep: (ms: number) => {
        nowMs += ms
        return Promise.resolve()
      },
    }
    const self = {
      pid: process.pid,
      program: 'terraform',
      startTime: undefined,
      command: 'apply',
      directory: folder,
      startedAt: '',
      stdoutFile: '',
      stderrFile: '',
      interrupted: true,
    }
    expect(await waitForProcess(self, waitOptions)).toBe(false)
    expect(nowMs).toBeGreaterThanOrEqual(240_000)
  })
})

const slow = (command: string): string => `
resource "terraform_data" "first" {
  input = "kept"
}
resource "terraform_data" "slow" {
  input = terraform_data.first.output
  provisioner "local-exec" {
    command = "touch started; ${command}"
  }
}
resource "terraform_data" "after" {
  input = terraform_data.slow.output
}
`

describeWithTerraform('a slow apply', () => {
  let root: Root
  const cancel = new AbortController()
  const children: ChildProcess[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await root.remove()
  })

  async function planned(command: string): Promise<void> {
    root = await openRoot({ 'main.tf': slow(command) }, { interruption: cancel.signal })
    await root.terraform.init()
    await root.terraform.plan(root.planFile)
  }

  const state = (): Promise<string> => readFile(root.path('terraform.tfstate'), 'utf8')

  test('survives its parent, and is found by its pid file', async () => {
    await planned('until [ -e go ] || [ ! -e started ]; do sleep 0.1; done')
    const script = join(import.meta.dirname, '../../testkit/terraform/parent-process.ts')
    const args = ['--import', 'tsx', script, root.directory, root.runtime.folder, root.planFile]
    const parent = spawn(process.execPath, args, { stdio: 'ignore' })
    children.push(parent)
    await untilFile(root.path('started'))
    const gone = new Promise((resolve) => parent.once('exit', resolve))
    parent.kill('SIGKILL')
    await gone

    const record = readPidFile(pidFilePath(root.runtime.folder))
    if (record === undefined) throw new Error('there is no pid file')
    expect(record).toMatchObject({ command: 'apply', directory: root.directory, interrupted: false })
    expect(isRunning(record)).toBe(true)
    await root.write({ go: '' })
    expect(await waitForProcess(record, { limitMs: 240_000, now: Date.now, sleep })).toBe(true)
    const { report, lock } = await readApplyTranscript(record.stdoutFile, (text) => text)
    expect(report).toMatchObject({ failed: [], notStarted: [], unfinished: [], summary: { add: 3 } })
    expect(lock).toBeUndefined()
    expect(await root.terraform.stateVersion()).toMatchObject({ serial: 4 })
    expect(existsSync(root.path('.terraform.tfstate.lock.info'))).toBe(false)
  })

  test('can be interrupted by its pid file after its parent was killed', async () => {
    await planned('exec sleep 600')
    const script = join(import.meta.dirname, '../../testkit/terraform/parent-process.ts')
    const args = ['--import', 'tsx', script, root.directory, root.runtime.folder, root.planFile]
    const parent = spawn(process.execPath, args, { stdio: 'ignore' })
    children.push(parent)
    await untilFile(root.path('started'))
    const gone = new Promise((resolve) => parent.once('exit', resolve))
    parent.kill('SIGKILL')
    await gone
    const pidFile = pidFilePath(root.runtime.folder)
    const record = readPidFile(pidFile)
    if (record === undefined) throw new Error('there is no pid file')
    expect(interruptOnce(pidFile)).toBe(true)
    expect(interruptOnce(pidFile)).toBe(false)
    expect(await waitForProcess(record, { limitMs: 240_000, now: Date.now, sleep })).toBe(true)
    const { report } = await readApplyTranscript(record.stdoutFile, (text) => text)
    expect(report.applied).toMatchObject([{ address: 'terraform_data.first' }])
    expect(await state()).toContain('kept')
  })

  test('saves the state, releases the lock, and reports the missing changes after an interrupt', async () => {
    await planned('exec sleep 600')
    const applying = root.terraform.apply(root.planFile)
    await untilFile(root.path('started'))
    expect(existsSync(root.path('.terraform.tfstate.lock.info'))).toBe(true)
    cancel.abort()
    const applied = await applying
    expect(applied).toMatchObject({
      succeeded: false,
      exit: { exitCode: 1 },
      interrupted: true,
      unsavedState: undefined,
    })
    expect(applied.report).toMatchObject({
      applied: [{ address: 'terraform_data.first' }],
      failed: [{ address: 'terraform_data.slow' }],
      notStarted: [{ address: 'terraform_data.after' }],
    })
    expect(root.log().match(/Interrupt received/g)).toHaveLength(1)
    expect(applied.failure?.message).toMatch(/after the run was cancelled/)
    expect(await state()).toContain('kept')
    expect(existsSync(root.path('.terraform.tfstate.lock.info'))).toBe(false)
    expect(await root.terraform.stateVersion()).toMatchObject({ serial: expect.any(Number) })
  })
})
