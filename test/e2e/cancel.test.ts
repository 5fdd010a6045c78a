import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readPidFile } from '../../src/terraform/pid-file'
import { pidFileIn } from '../../src/terraform/runner'
import type { Refused } from '../../testkit/aws/fault-proxy'
import { type Environment, environmentIsMissing, Environments } from '../../testkit/runner/environment'
import type { RunningStep, StepResult } from '../../testkit/runner/step'
import { until } from '../../testkit/terraform/terraform'

const street = new Environments()
afterEach(() => street.tearDown(), 120_000)

const missing = environmentIsMissing()
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
  refusal?: Parameters<Environments['build']>[1],
): Promise<{ environment: Environment; step: RunningStep }> {
  const environment = await street.build(SLOW, refusal)
  const step = await environment.startApply(
    environment.github.history.merge(environment.github.openPull(), 'squash'),
  )
  const over = step.ended.then(() => true)
  while (!existsSync(join(environment.root.directory, 'begun')))
    if (await Promise.race([over, sleep(20, false)])) throw new Error(`it ended too early: ${step.log()}`)
  return { environment, step }
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
      const { environment, step } = await applying()
      expect(await environment.keys()).toContain(environment.lockKey)
      step.send(signal)
      const ended = await step.ended
      const { serial, addresses } = await environment.state()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(addresses).toContain('terraform_data.first')
      expect(addresses).not.toContain('terraform_data.after')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(ended.summary).toContain('⚠️ Apply cancelled')
      expect(ended.summary).toContain(DONE)
      expect(ended.summary).toContain(NOT_TRIED)
      expect(ended.summary).toContain(`> - The state is saved, with serial ${serial}.`)
      expect(ended.summary).toContain('> - The state is not locked.')
      expect(ended.summary).toContain('> - Run the job again:')
      expect(ended.log.match(/Interrupt received/g)).toHaveLength(1)

      // All is told, and what the step kept for that is gone.
      expect(existsSync(ended.state['folder'] ?? '')).toBe(false)
      const post = await (await environment.startPost(ended)).ended
      expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' })
    },
    PATIENT,
  )

  test(
    'whose step is killed is stopped, waited for, and told of by the post step',
    async () => {
      const { environment, step } = await applying()
      const killed = await kill(step)
      expect(killed).toMatchObject({ exitCode: null, summary: '' })
      const post = await (await environment.startPost(killed)).ended
      const { serial, addresses } = await environment.state()
      expect(post).toMatchObject({ exitCode: 0 })
      expect(post.log).toContain('outlived the step; it is asked to stop and waited for')
      expect(addresses).toContain('terraform_data.first')
      expect(await environment.keys()).not.toContain(environment.lockKey)
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
      const { environment, step } = await applying()
      const saving = environment.door.hold('PUT', environment.statePath)
      const killed = await cancel(step)
      expect(killed).toMatchObject({
        exitCode: null,
        outputs: { 'failure-reason': 'cancelled' },
        summary: '',
      })
      const pid = await leftover(killed)
      const post = await environment.startPost(killed)
      await until(() => post.log().includes('waited for'))
      expect(isGone(pid)).toBe(false)
      expect(await environment.keys()).toContain(environment.lockKey)
      expect(saving.count()).toBeGreaterThan(0)
      saving.release()
      const told = await post.ended
      const { serial, addresses } = await environment.state()
      expect(addresses).toContain('terraform_data.first')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(told.summary).toContain(`> - The state is saved, with serial ${serial}.`)
      expect(told.summary).toContain(DONE)
      expect(told.log + told.summary).not.toContain('Two interrupts')
    },
    PATIENT,
  )

  test(
    'that was over when its step was killed, but not told of, is told of by the post step',
    async () => {
      const { environment, step } = await applying()
      const looking = environment.door.hold('GET', environment.statePath)
      step.send('SIGINT')
      await until(() => looking.count() > 0)
      const killed = await kill(step)
      expect(killed.summary).toBe('')
      const post = await environment.startPost(killed)
      await until(() => post.log().includes('nothing to save; it is ended'))
      looking.release()
      const told = await post.ended
      expect(told.summary).toContain('### ⚠️ Apply cancelled · `langfuse`')
      expect(told.summary).toContain(DONE)
      expect(told.summary).toContain(
        `> - The state is saved, with serial ${(await environment.state()).serial}.`,
      )
    },
    PATIENT,
  )

  test(
    'and whose Terraform is killed as well is not said to have saved anything, and its lock is named',
    async () => {
      const { environment, step } = await applying()
      const killed = await kill(step)
      const pid = await leftover(killed)
      // With its children, or the sleep would outlive the test.
      process.kill(-pid, 'SIGKILL')
      await until(() => isGone(pid))
      const post = await (await environment.startPost(killed)).ended
      expect(post.summary).not.toContain('state is saved, with')
      expect(post.summary).toContain('> - Terraform was killed before it said that the state is saved. ')
      const { ID } = JSON.parse((await environment.object(environment.lockKey)) ?? '{}') as { ID: string }
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
      const { environment, step } = await applying(({ method, url }) =>
        isShut && method === 'PUT' && url?.split('?')[0] === environment.statePath ? denied : undefined,
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
      expect(existsSync(join(environment.root.directory, 'errored.tfstate'))).toBe(true)
    },
    PATIENT,
  )
})

suite(missing ?? 'a plan of a run that is cancelled', () => {
  const DATA = 'resource "terraform_data" "one" {\n  input = 1\n}\n'

  async function planning(): Promise<{ environment: Environment; start: () => Promise<RunningStep> }> {
    const environment = await street.build(DATA)
    const pull = environment.github.openPull()
    return { environment, start: () => environment.startPlan(pull) }
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
      const { environment, start } = await planning()
      await environment.put(environment.lockKey, JSON.stringify(lock))
      const step = await start()
      await until(() => step.log().includes('Acquiring state lock'))
      const ended = await cancel(step)
      expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'cancelled' } })
      expect(ended.summary).toContain('## ⚠️ Cancelled')
      expect(environment.github.comments).toEqual([])
      expect(await environment.keys()).toContain(environment.lockKey)
    },
    PATIENT,
  )

  /** A plan that has its lock, and waits for a backend that never answers. */
  async function stuckPlan(): Promise<{ environment: Environment; step: RunningStep; release: () => void }> {
    const { environment, start } = await planning()
    // init looks at the state too, but takes no lock.
    const locking = environment.door.hold(
      'PUT',
      `/${environment.statePath.split('/')[1] ?? ''}/${environment.lockKey}`,
    )
    const step = await start()
    await until(() => locking.count() > 0)
    const waiting = environment.door.hold('HEAD', environment.statePath)
    locking.release()
    await until(() => waiting.count() > 0)
    return { environment, step, release: waiting.release }
  }

  test(
    'while the backend never answers is ended before the runner kills the step, and its lock is taken away',
    async () => {
      const { environment, step, release } = await stuckPlan()
      const ended = await cancel(step)
      release()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(ended.summary).toContain('The run was cancelled: terraform plan in terraform/langfuse ')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(environment.github.comments).toEqual([])
    },
    PATIENT,
  )

  test(
    'while terraform init waits for an AWS that never answers is ended before the runner kills the step',
    async () => {
      const { environment, start } = await planning()
      const waiting = environment.door.hold('POST', '/')
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
      expect(environment.github.comments).toEqual([])
    },
    PATIENT,
  )

  test(
    'whose step is killed is ended by the post step, which says that nothing was changed',
    async () => {
      const { environment, step, release } = await stuckPlan()
      const killed = await kill(step)
      const pid = await leftover(killed)
      const post = await environment.startPost(killed)
      await until(() => isGone(pid))
      release()
      const told = await post.ended
      expect(told.exitCode).toBe(0)
      expect(told.summary).toContain('### ⚠️ Cancelled: nothing was applied · `langfuse`')
      expect(told.summary).toContain('terraform plan was stopped. Nothing was changed.')
      const isLocked = (await environment.keys()).includes(environment.lockKey)
      expect(told.summary).toContain(
        isLocked ? "This run's lock was left behind" : 'The state is not locked.',
      )
      expect(environment.github.comments).toEqual([])
    },
    PATIENT,
  )
})
