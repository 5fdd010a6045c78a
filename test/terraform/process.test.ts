import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readApplyTranscript } from '../../src/terraform/apply-outcome'
import { interruptStarted, isRunning, readPidFile, waitForStarted } from '../../src/terraform/pid-file'
import { type ProcessOptions, runTerraform, startTerraform } from '../../src/terraform/process'
import { pidFileIn } from '../../src/terraform/runner'
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

/** A program that stands in where only the process matters. */
function options(changes: Partial<ProcessOptions> = {}): ProcessOptions {
  return {
    program: process.execPath,
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdoutFile: join(folder, 'stdout'),
    stderrFile: join(folder, 'stderr'),
    pidFile: join(folder, 'pid'),
    onLine: (line, source) => lines.push(`${source}: ${line}`),
    ...changes,
  }
}

describe('a process', () => {
  test('is heard line by line, the last one too', async () => {
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

  test('is heard whole, however its bytes are cut', async () => {
    const script = `for (const byte of Buffer.from('a€😀\\n'.repeat(20))) require('fs').writeSync(1, Buffer.of(byte))`
    await runTerraform(['-e', script], options())
    expect(lines).toEqual(Array<string>(20).fill('stdout: a€😀'))
  })

  test('ends with its exit code or its signal', async () => {
    expect(await runTerraform(['-e', 'process.exit(7)'], options())).toEqual({
      exitCode: 7,
      signal: undefined,
    })
    const kill = `process.kill(process.pid, 'SIGKILL')`
    expect(await runTerraform(['-e', kill], options())).toEqual({ exitCode: undefined, signal: 'SIGKILL' })
  })

  test('leads a group of its own, and is noted while it runs', async () => {
    const running = await startTerraform(['-e', `setInterval(() => {}, 1000)`], options())
    const started = readPidFile(join(folder, 'pid'))
    expect(started).toMatchObject({ pid: running.pid, command: '-e', directory: folder, interrupted: false })
    if (process.platform === 'linux') {
      const fields = (await readFile(`/proc/${running.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
      expect(fields[2]).toBe(String(running.pid))
    }
    process.kill(running.pid, 'SIGKILL')
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL' })
    expect(existsSync(join(folder, 'pid'))).toBe(false)
  })

  test('gets one interrupt, however often it is asked to stop', async () => {
    const script = `let n = 0; process.on('SIGINT', () => { console.log('interrupt ' + ++n); setTimeout(() => process.exit(1), 300) }); console.log('up'); setInterval(() => {}, 1000)`
    const cancel = new AbortController()
    const running = await startTerraform(['-e', script], options({ interruption: cancel.signal }))
    await until(() => lines.includes('stdout: up'))
    running.interrupt()
    cancel.abort()
    running.interrupt()
    expect(interruptStarted(join(folder, 'pid'))).toBe(false)
    expect(await running.ended).toEqual({ exitCode: 1, signal: undefined })
    running.interrupt()
    expect(lines).toEqual(['stdout: up', 'stdout: interrupt 1'])
  })

  test('is waited for, even when its listener breaks', async () => {
    const onLine = (): void => {
      throw new Error('deaf')
    }
    const script = `console.log('x'); setTimeout(() => require('fs').writeFileSync('done', ''), 200)`
    await expect(runTerraform(['-e', script], options({ onLine }))).rejects.toThrow('deaf')
    expect(existsSync(join(folder, 'done'))).toBe(true)
  })
})

describe('a note of a process', () => {
  test.each([
    ['nothing', ''],
    ['something else', '[1]'],
    [
      'a group of processes',
      '{"pid":-1,"command":"a","directory":"b","startedAt":"c","stdoutFile":"d","stderrFile":"e"}',
    ],
  ])('that is %s leads to none', async (_, content) => {
    await writeFile(join(folder, 'pid'), content)
    expect(readPidFile(join(folder, 'pid'))).toBeUndefined()
    expect(interruptStarted(join(folder, 'pid'))).toBe(false)
  })

  test('does not lead to another process with the same number', () => {
    const started = {
      pid: process.pid,
      command: 'apply',
      directory: folder,
      startedAt: '',
      stdoutFile: '',
      stderrFile: '',
    }
    expect(isRunning({ ...started, birth: undefined, interrupted: false })).toBe(true)
    expect(isRunning({ ...started, birth: '1', interrupted: false })).toBe(false)
  })

  test('is not waited for longer than the limit', async () => {
    let nowMs = 0
    const patience = {
      limitMs: 240_000,
      now: () => nowMs,
      sleep: (ms: number) => {
        nowMs += ms
        return Promise.resolve()
      },
    }
    const self = {
      pid: process.pid,
      birth: undefined,
      command: 'apply',
      directory: folder,
      startedAt: '',
      stdoutFile: '',
      stderrFile: '',
      interrupted: true,
    }
    expect(await waitForStarted(self, patience)).toBe(false)
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
    command = "touch begun; ${command}"
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

  test('whose parent is killed goes on, is found by its note, and ends well', async () => {
    await planned('until [ -e go ] || [ ! -e begun ]; do sleep 0.1; done')
    const script = join(import.meta.dirname, '../../testkit/terraform/parent-process.ts')
    const args = ['--import', 'tsx', script, root.directory, root.runtime.folder, root.planFile]
    const parent = spawn(process.execPath, args, { stdio: 'ignore' })
    children.push(parent)
    await untilFile(root.path('begun'))
    const gone = new Promise((resolve) => parent.once('exit', resolve))
    parent.kill('SIGKILL')
    await gone

    const started = readPidFile(pidFileIn(root.runtime.folder))
    if (started === undefined) throw new Error('there is no note of it')
    expect(started).toMatchObject({ command: 'apply', directory: root.directory, interrupted: false })
    expect(isRunning(started)).toBe(true)
    await root.write({ go: '' })
    const patience = { limitMs: 240_000, now: Date.now, sleep }
    expect(await waitForStarted(started, patience)).toBe(true)
    const { report, lock } = await readApplyTranscript(started.stdoutFile, (text) => text)
    expect(report).toMatchObject({ failed: [], notTried: [], unfinished: [], summary: { add: 3 } })
    expect(lock).toBeUndefined()
    expect(await root.terraform.stateHead()).toMatchObject({ serial: 4 })
    expect(existsSync(root.path('.terraform.tfstate.lock.info'))).toBe(false)
  })

  test('whose parent is killed can be interrupted by its note', async () => {
    await planned('exec sleep 600')
    const script = join(import.meta.dirname, '../../testkit/terraform/parent-process.ts')
    const args = ['--import', 'tsx', script, root.directory, root.runtime.folder, root.planFile]
    const parent = spawn(process.execPath, args, { stdio: 'ignore' })
    children.push(parent)
    await untilFile(root.path('begun'))
    const gone = new Promise((resolve) => parent.once('exit', resolve))
    parent.kill('SIGKILL')
    await gone
    const note = pidFileIn(root.runtime.folder)
    const started = readPidFile(note)
    if (started === undefined) throw new Error('there is no note of it')
    expect(interruptStarted(note)).toBe(true)
    expect(interruptStarted(note)).toBe(false)
    expect(await waitForStarted(started, { limitMs: 240_000, now: Date.now, sleep })).toBe(true)
    const { report } = await readApplyTranscript(started.stdoutFile, (text) => text)
    expect(report.applied).toMatchObject([{ address: 'terraform_data.first' }])
    expect(await state()).toContain('kept')
  })

  test('that is interrupted saves the state, gives the lock back, and says what is missing', async () => {
    await planned('exec sleep 600')
    const applying = root.terraform.apply(root.planFile)
    await untilFile(root.path('begun'))
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
      notTried: [{ address: 'terraform_data.after' }],
    })
    expect(root.log().match(/Interrupt received/g)).toHaveLength(1)
    expect(applied.failure?.message).toMatch(/after the run was cancelled/)
    expect(await state()).toContain('kept')
    expect(existsSync(root.path('.terraform.tfstate.lock.info'))).toBe(false)
    expect(await root.terraform.stateHead()).toMatchObject({ serial: expect.any(Number) })
  })
})
