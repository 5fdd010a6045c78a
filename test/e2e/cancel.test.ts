import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readPidFile } from '../../src/terraform/pid-file'
import { pidFileIn } from '../../src/terraform/runner'
import type { Refused } from '../../testkit/aws/fault-proxy'
import { type House, houseIsMissing, Street } from '../../testkit/runner/environment'
import type { RunningStep, StepResult } from '../../testkit/runner/step'
import { until } from '../../testkit/terraform/terraform'

const street = new Street()
afterEach(() => street.tearDown(), 120_000)

const missing = houseIsMissing()
const suite = missing === undefined ? describe : describe.skip
const PATIENT = 300_000

const SLOW = `
resource "terraform_data" "first" {
  input = "kept"
}
resource "terraform_data" "slow" {
  input = terraform_data.first.output
  provisioner "local-exec" {
    command = "touch begun; exec sleep 600"
  }
}
resource "terraform_data" "after" {
  input = terraform_data.slow.output
}
`

/** An apply in the middle of its second resource. */
async function applying(
  refusal?: Parameters<Street['build']>[1],
): Promise<{ house: House; step: RunningStep }> {
  const house = await street.build(SLOW, refusal)
  const step = await house.startApply(house.github.history.merge(house.github.openPull(), 'squash'))
  const over = step.ended.then(() => true)
  while (!existsSync(join(house.root.directory, 'begun')))
    if (await Promise.race([over, sleep(20, false)])) throw new Error(`it ended too early: ${step.log()}`)
  return { house, step }
}

/** What the runner does to a step of a run that is cancelled (ProcessInvoker.cs): it waits 7.5 s, 2.5 s, and kills. */
async function cancel(step: RunningStep): Promise<StepResult> {
  const over = step.ended.then(() => true)
  for (const [signal, patienceMs] of [
    ['SIGINT', 7_500],
    ['SIGTERM', 2_500],
  ] as const) {
    step.send(signal)
    if (await Promise.race([over, sleep(patienceMs, false)])) return step.ended
  }
  step.send('SIGKILL')
  return step.ended
}

async function kill(step: RunningStep): Promise<StepResult> {
  step.send('SIGKILL')
  return step.ended
}

/** The Terraform that a step has left at work. */
async function leftover({ state }: StepResult): Promise<number> {
  const started = readPidFile(pidFileIn(state['folder'] ?? ''))
  if (started === undefined) throw new Error('there is no note of a Terraform')
  return Promise.resolve(started.pid)
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

const DONE = '- 🟢 `terraform_data.first` created'
const NOT_TRIED = '#### Not tried\n- 🟢 `terraform_data.after` was to be created'

suite(missing ?? 'an apply of a run that is cancelled', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s saves its state, gives its lock back, and tells what was done and what was not',
    async (signal) => {
      const { house, step } = await applying()
      expect(await house.keys()).toContain(house.lockKey)
      step.send(signal)
      const ended = await step.ended
      const { serial, addresses } = await house.state()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(addresses).toContain('terraform_data.first')
      expect(addresses).not.toContain('terraform_data.after')
      expect(await house.keys()).not.toContain(house.lockKey)
      expect(ended.summary).toContain('⚠️ Apply cancelled')
      expect(ended.summary).toContain(DONE)
      expect(ended.summary).toContain(NOT_TRIED)
      expect(ended.summary).toContain(`> - The state is saved, with serial ${serial}.`)
      expect(ended.summary).toContain('> - The state is not locked.')
      expect(ended.summary).toContain('> - Run the job again:')
      expect(ended.log.match(/Interrupt received/g)).toHaveLength(1)

      // All is told, and what the step kept for that is gone.
      expect(existsSync(ended.state['folder'] ?? '')).toBe(false)
      const post = await (await house.startPost(ended)).ended
      expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' })
    },
    PATIENT,
  )

  test(
    'whose step is killed is stopped, waited for, and told of by the post step',
    async () => {
      const { house, step } = await applying()
      const killed = await kill(step)
      expect(killed).toMatchObject({ exitCode: null, summary: '' })
      const post = await (await house.startPost(killed)).ended
      const { serial, addresses } = await house.state()
      expect(post).toMatchObject({ exitCode: 0 })
      expect(post.log).toContain('outlived the step; it is asked to stop and waited for')
      expect(addresses).toContain('terraform_data.first')
      expect(await house.keys()).not.toContain(house.lockKey)
      expect(post.summary).toContain('### ⚠️ Apply cancelled · `langfuse`')
      expect(post.summary).toContain(DONE)
      expect(post.summary).toContain(NOT_TRIED)
      expect(post.summary).toContain(`> - The state is saved, with serial ${serial}.`)
      expect(post.summary).toContain('> - The state is not locked.')
      expect(post.log).toContain(`::warning::The state is saved, with serial ${serial}.`)
      expect(existsSync(killed.state['folder'] ?? '')).toBe(false)
    },
    PATIENT,
  )

  test(
    'that takes longer than the runner waits is brought to an end by the post step, with one interrupt in all',
    async () => {
      const { house, step } = await applying()
      const saving = house.door.hold('PUT', house.statePath)
      const killed = await cancel(step)
      expect(killed).toMatchObject({
        exitCode: null,
        outputs: { 'failure-reason': 'cancelled' },
        summary: '',
      })
      const pid = await leftover(killed)
      const post = await house.startPost(killed)
      await until(() => post.log().includes('waited for'))
      expect(isGone(pid)).toBe(false)
      expect(await house.keys()).toContain(house.lockKey)
      expect(saving.count()).toBeGreaterThan(0)
      saving.release()
      const told = await post.ended
      const { serial, addresses } = await house.state()
      expect(addresses).toContain('terraform_data.first')
      expect(await house.keys()).not.toContain(house.lockKey)
      expect(told.summary).toContain(`> - The state is saved, with serial ${serial}.`)
      expect(told.summary).toContain(DONE)
      expect(told.log + told.summary).not.toContain('Two interrupts')
    },
    PATIENT,
  )

  test(
    'that was over when its step was killed, but not told of, is told of by the post step',
    async () => {
      const { house, step } = await applying()
      const looking = house.door.hold('GET', house.statePath)
      step.send('SIGINT')
      await until(() => looking.count() > 0)
      const killed = await kill(step)
      expect(killed.summary).toBe('')
      const post = await house.startPost(killed)
      await until(() => post.log().includes('nothing to save; it is ended'))
      looking.release()
      const told = await post.ended
      expect(told.summary).toContain('### ⚠️ Apply cancelled · `langfuse`')
      expect(told.summary).toContain(DONE)
      expect(told.summary).toContain(`> - The state is saved, with serial ${(await house.state()).serial}.`)
    },
    PATIENT,
  )

  test(
    'and whose Terraform is killed as well is not said to have saved anything, and its lock is named',
    async () => {
      const { house, step } = await applying()
      const killed = await kill(step)
      const pid = await leftover(killed)
      // With its children, or the sleep would outlive the test.
      process.kill(-pid, 'SIGKILL')
      await until(() => isGone(pid))
      const post = await (await house.startPost(killed)).ended
      expect(post.summary).not.toContain('state is saved, with')
      expect(post.summary).toContain('> - Terraform was killed before it said that the state is saved. ')
      const { ID } = JSON.parse((await house.object(house.lockKey)) ?? '{}') as { ID: string }
      expect(post.summary).toContain("> - This run's lock was left behind (held by ")
      expect(post.summary).toContain(`\`terraform force-unlock ${ID}\``)
      expect(post.summary).toContain('`terraform_data.slow` was being created.')
    },
    PATIENT,
  )

  test(
    'that cannot save its state names the file it is in, and does not call the old one saved',
    async () => {
      const denied: Refused = { status: 403, code: 'AccessDenied', message: 'Access Denied' }
      let isShut = false
      const { house, step } = await applying(({ method, url }) =>
        isShut && method === 'PUT' && url?.split('?')[0] === house.statePath ? denied : undefined,
      )
      isShut = true
      step.send('SIGINT')
      const { outputs, summary } = await step.ended
      expect(outputs['failure-reason']).toBe('cancelled')
      expect(summary).toContain(
        '> - The state could not be saved in the backend. It is in terraform/langfuse/errored.tfstate',
      )
      expect(summary).toContain('`terraform state push errored.tfstate`')
      expect(summary).not.toContain('The state is saved')
      expect(existsSync(join(house.root.directory, 'errored.tfstate'))).toBe(true)
    },
    PATIENT,
  )
})

suite(missing ?? 'a plan of a run that is cancelled', () => {
  const DATA = 'resource "terraform_data" "one" {\n  input = 1\n}\n'

  async function planning(): Promise<{ house: House; start: () => Promise<RunningStep> }> {
    const house = await street.build(DATA)
    const pull = house.github.openPull()
    return { house, start: () => house.startPlan(pull) }
  }

  const lock = {
    ID: '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1',
    Operation: 'OperationTypeApply',
    Who: 'runner@elsewhere',
    Version: '1.11.4',
    Created: '2026-01-02T03:04:05Z',
    Path: 'acme-terraform-state/langfuse.tfstate',
    Info: '',
  }

  test(
    'while it waits for the lock of another run ends at once, says nothing on the pull request, and leaves that lock',
    async () => {
      const { house, start } = await planning()
      await house.put(house.lockKey, JSON.stringify(lock))
      const step = await start()
      await until(() => step.log().includes('Acquiring state lock'))
      const ended = await cancel(step)
      expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'cancelled' } })
      expect(ended.summary).toContain('## ⚠️ Cancelled: nothing was changed')
      expect(house.github.comments).toEqual([])
      expect(await house.keys()).toContain(house.lockKey)
    },
    PATIENT,
  )

  /** A plan that has its lock, and waits for a backend that never answers. */
  async function stuckPlan(): Promise<{ house: House; step: RunningStep; release: () => void }> {
    const { house, start } = await planning()
    // init looks at the state too, but takes no lock.
    const locking = house.door.hold('PUT', `/${house.statePath.split('/')[1] ?? ''}/${house.lockKey}`)
    const step = await start()
    await until(() => locking.count() > 0)
    const waiting = house.door.hold('HEAD', house.statePath)
    locking.release()
    await until(() => waiting.count() > 0)
    return { house, step, release: waiting.release }
  }

  test(
    'while the backend never answers is ended before the runner kills the step, and its lock is taken away',
    async () => {
      const { house, step, release } = await stuckPlan()
      const ended = await cancel(step)
      release()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(ended.summary).toContain('The run was cancelled: terraform plan in terraform/langfuse ')
      expect(await house.keys()).not.toContain(house.lockKey)
      expect(house.github.comments).toEqual([])
    },
    PATIENT,
  )

  test(
    'while terraform init waits for an AWS that never answers is ended before the runner kills the step',
    async () => {
      const { house, start } = await planning()
      const waiting = house.door.hold('POST', '/')
      const step = await start()
      await until(() => waiting.count() > 0)
      const ended = await cancel(step)
      waiting.release()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(ended.summary).toContain('The run was cancelled: terraform init in terraform/langfuse ')
      expect(ended.summary).not.toContain('lock')
      expect(house.github.comments).toEqual([])
    },
    PATIENT,
  )

  test(
    'whose step is killed is ended by the post step, which says that nothing was changed',
    async () => {
      const { house, step, release } = await stuckPlan()
      const killed = await kill(step)
      const pid = await leftover(killed)
      const post = await house.startPost(killed)
      await until(() => isGone(pid))
      release()
      const told = await post.ended
      expect(told.exitCode).toBe(0)
      expect(told.summary).toContain('### ⚠️ Cancelled: nothing was applied · `langfuse`')
      expect(told.summary).toContain('terraform plan was stopped. Nothing was changed.')
      const isLocked = (await house.keys()).includes(house.lockKey)
      expect(told.summary).toContain(
        isLocked ? "This run's lock was left behind" : 'The state is not locked.',
      )
      expect(house.github.comments).toEqual([])
    },
    PATIENT,
  )
})
