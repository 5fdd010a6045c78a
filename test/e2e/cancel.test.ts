import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readPidFile } from '../../src/terraform/pid-file'
import { pidFilePath } from '../../src/terraform/runner'
import type { RejectedRequest } from '../../testkit/aws/fault-proxy'
import { type Environment, environmentIsMissing, Environments } from '../../testkit/runner/environment'
import type { RunningStep, StepResult } from '../../testkit/runner/step'
import { until } from '../../testkit/terraform/terraform'

const street = new Environments()
afterEach(() => street.tearDown(), 120_000)

const missing = environmentIsMissing()
const suite = missing === undefined ? describe : describe.skip
const TEST_TIMEOUT_MS = 300_000

const SLOW = `
resource "terraform_data" "first" {
  input = "kept"
}
resource "terraform_data" "slow" {
  input = terraform_data.first.output
  provisioner "local-exec" {
    command = "touch started; exec sleep 600"
  }
}
resource "terraform_data" "after" {
  input = terraform_data.slow.output
}
`

/** Starts an apply and waits until it creates its second resource. */
async function applying(
  rejection?: Parameters<Environments['build']>[1],
): Promise<{ environment: Environment; step: RunningStep }> {
  const environment = await street.build(SLOW, rejection)
  const step = await environment.startApply(
    environment.github.history.merge(environment.github.openPull(), 'squash'),
  )
  const over = step.ended.then(() => true)
  while (!existsSync(join(environment.root.directory, 'started')))
    if (await Promise.race([over, sleep(20, false)])) throw new Error(`it ended too early: ${step.log()}`)
  return { environment, step }
}

/** Cancels a step as the runner does (ProcessInvoker.cs): SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more. */
async function cancel(step: RunningStep): Promise<StepResult> {
  const over = step.ended.then(() => true)
  for (const [signal, waitMs] of [
    ['SIGINT', 7_500],
    ['SIGTERM', 2_500],
  ] as const) {
    step.send(signal)
    if (await Promise.race([over, sleep(waitMs, false)])) return step.ended
  }
  step.send('SIGKILL')
  return step.ended
}

async function kill(step: RunningStep): Promise<StepResult> {
  step.send('SIGKILL')
  return step.ended
}

/** Process id of the Terraform process that a step left running. */
async function leftover({ state }: StepResult): Promise<number> {
  const started = readPidFile(pidFilePath(state['directory'] ?? ''))
  if (started === undefined) throw new Error('the pid file is missing')
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
const NOT_TRIED = '#### Not started\n- 🟢 `terraform_data.after` to be created'

suite(missing ?? 'apply of a cancelled run', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'saves the state, releases the lock and reports completed and remaining changes after %s',
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
      expect(ended.summary).toContain(`> - The state is saved with serial ${serial}.`)
      expect(ended.summary).toContain('> - The state is not locked.')
      expect(ended.summary).toContain('> - Re-run the job.')
      expect(ended.log.match(/Interrupt received/g)).toHaveLength(1)

      // The report is complete, and the step's directory is removed.
      expect(existsSync(ended.state['directory'] ?? '')).toBe(false)
      const post = await (await environment.startPost(ended)).ended
      expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' })
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'is stopped and reported by the post step if its step was killed',
    async () => {
      const { environment, step } = await applying()
      const killed = await kill(step)
      expect(killed).toMatchObject({ exitCode: null, summary: '' })
      const post = await (await environment.startPost(killed)).ended
      const { serial, addresses } = await environment.state()
      expect(post).toMatchObject({ exitCode: 0 })
      expect(post.log).toContain('outlived the step: interrupting it and waiting for its end')
      expect(addresses).toContain('terraform_data.first')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(post.summary).toContain('### ⚠️ Apply cancelled · `langfuse`')
      expect(post.summary).toContain(DONE)
      expect(post.summary).toContain(NOT_TRIED)
      expect(post.summary).toContain(`> - The state is saved with serial ${serial}.`)
      expect(post.summary).toContain('> - The state is not locked.')
      expect(post.log).toContain(`::warning::The state is saved with serial ${serial}.`)
      expect(existsSync(killed.state['directory'] ?? '')).toBe(false)
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'is completed by a re-run after its step was killed',
    async () => {
      const environment = await street.build(
        SLOW.replace('touch started; exec sleep 600', 'test -e ready || { touch started; exec sleep 600; }'),
      )
      const pull = environment.github.openPull()
      expect((await environment.plan(pull)).exitCode).toBe(0)
      const sha = environment.github.history.merge(pull, 'squash')
      const step = await environment.startApply(sha, { 'require-review': 'true' })
      await until(() => existsSync(join(environment.root.directory, 'started')))
      const post = await (await environment.startPost(await kill(step), sha)).ended
      expect(post.summary).toContain('> - Re-run the job.')
      await writeFile(join(environment.root.directory, 'ready'), '')
      const again = await environment.apply(sha, { 'require-review': 'true' })
      expect({ ...again, state: {} }).toMatchObject({ exitCode: 0 })
      expect((await environment.state()).addresses).toContain('terraform_data.after')
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'is ended by the post step with a single interrupt if it takes longer than the runner waits',
    async () => {
      const { environment, step } = await applying()
      const saving = environment.awsProxy.hold('PUT', environment.statePath)
      const killed = await cancel(step)
      expect(killed).toMatchObject({
        exitCode: null,
        outputs: { 'failure-reason': 'cancelled' },
        summary: '',
      })
      const pid = await leftover(killed)
      const post = await environment.startPost(killed)
      await until(() => post.log().includes('waiting for its end'))
      expect(isGone(pid)).toBe(false)
      expect(await environment.keys()).toContain(environment.lockKey)
      expect(saving.count()).toBeGreaterThan(0)
      saving.release()
      const reported = await post.ended
      const { serial, addresses } = await environment.state()
      expect(addresses).toContain('terraform_data.first')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(reported.summary).toContain(`> - The state is saved with serial ${serial}.`)
      expect(reported.summary).toContain(DONE)
      expect(reported.log + reported.summary).not.toContain('Two interrupts')
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'is reported by the post step if it ended before its step was killed',
    async () => {
      const { environment, step } = await applying()
      const looking = environment.awsProxy.hold('GET', environment.statePath)
      step.send('SIGINT')
      await until(() => looking.count() > 0)
      const killed = await kill(step)
      expect(killed.summary).toBe('')
      const post = await environment.startPost(killed)
      await until(() => post.log().includes('has nothing to save: killing it'))
      looking.release()
      const reported = await post.ended
      expect(reported.summary).toContain('### ⚠️ Apply cancelled · `langfuse`')
      expect(reported.summary).toContain(DONE)
      expect(reported.summary).toContain(
        `> - The state is saved with serial ${(await environment.state()).serial}.`,
      )
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'reports an unknown state and the lock if Terraform was killed, too',
    async () => {
      const { environment, step } = await applying()
      const killed = await kill(step)
      const pid = await leftover(killed)
      // Kills the process group, because `sleep` would outlive the test.
      process.kill(-pid, 'SIGKILL')
      await until(() => isGone(pid))
      const post = await (await environment.startPost(killed)).ended
      expect(post.summary).not.toContain('state is saved with')
      expect(post.summary).toContain('> - Terraform was killed before it reported that the state is saved. ')
      const { ID } = JSON.parse((await environment.object(environment.lockKey)) ?? '{}') as { ID: string }
      expect(post.summary).toContain("> - This run's lock was not released (held by ")
      expect(post.summary).toContain(`\`terraform force-unlock ${ID}\``)
      expect(post.summary).toContain('`terraform_data.slow` was being created.')
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'names the file with the state if the state could not be saved',
    async () => {
      const denied: RejectedRequest = { status: 403, code: 'AccessDenied', message: 'Access Denied' }
      let isShut = false
      const { environment, step } = await applying(({ method, url }) =>
        isShut && method === 'PUT' && url?.split('?')[0] === environment.statePath ? denied : undefined,
      )
      isShut = true
      step.send('SIGINT')
      const { outputs, summary } = await step.ended
      expect(outputs['failure-reason']).toBe('cancelled')
      expect(summary).toMatch(
        /> - The state could not be saved in the backend\..* The new state is in terraform\/langfuse\/errored\.tfstate/,
      )
      expect(summary).toContain('`terraform state push errored.tfstate`')
      expect(summary).not.toContain('The state is saved')
      expect(existsSync(join(environment.root.directory, 'errored.tfstate'))).toBe(true)
    },
    TEST_TIMEOUT_MS,
  )
})

suite(missing ?? 'plan of a cancelled run', () => {
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
    'ends immediately without a comment and keeps the lock of another run for which it waited',
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
    TEST_TIMEOUT_MS,
  )

  /** A plan that holds its lock and waits for a backend that never answers. */
  async function stuckPlan(): Promise<{ environment: Environment; step: RunningStep; release: () => void }> {
    const { environment, start } = await planning()
    // init also reads the state, but does not lock it.
    const locking = environment.awsProxy.hold(
      'PUT',
      `/${environment.statePath.split('/')[1] ?? ''}/${environment.lockKey}`,
    )
    const step = await start()
    await until(() => locking.count() > 0)
    const waiting = environment.awsProxy.hold('HEAD', environment.statePath)
    locking.release()
    await until(() => waiting.count() > 0)
    return { environment, step, release: waiting.release }
  }

  test(
    'ends before the runner kills the step and releases its lock if the backend does not answer',
    async () => {
      const { environment, step, release } = await stuckPlan()
      const ended = await cancel(step)
      release()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(ended.summary).toContain('The run was cancelled, and `terraform plan` in terraform/langfuse ')
      expect(await environment.keys()).not.toContain(environment.lockKey)
      expect(environment.github.comments).toEqual([])
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'ends before the runner kills the step if terraform init waits for AWS',
    async () => {
      const { environment, start } = await planning()
      const waiting = environment.awsProxy.hold('POST', '/')
      const step = await start()
      await until(() => waiting.count() > 0)
      const ended = await cancel(step)
      waiting.release()
      expect({ ...ended, state: {} }).toMatchObject({
        exitCode: 1,
        outputs: { 'failure-reason': 'cancelled' },
      })
      expect(ended.summary).toContain('The run was cancelled, and `terraform init` in terraform/langfuse ')
      expect(ended.summary).not.toContain('lock')
      expect(environment.github.comments).toEqual([])
    },
    TEST_TIMEOUT_MS,
  )

  test(
    'is ended by the post step, which reports that nothing was changed, if its step was killed',
    async () => {
      const { environment, step, release } = await stuckPlan()
      const killed = await kill(step)
      const pid = await leftover(killed)
      const post = await environment.startPost(killed)
      await until(() => isGone(pid))
      release()
      const reported = await post.ended
      expect(reported.exitCode).toBe(0)
      expect(reported.summary).toContain('### ⚠️ Cancelled: nothing was applied · `langfuse`')
      expect(reported.summary).toContain('`terraform plan` was stopped. No resource was changed.')
      const isLocked = (await environment.keys()).includes(environment.lockKey)
      expect(reported.summary).toContain(
        isLocked ? "This run's lock was not released" : 'The state is not locked.',
      )
      expect(environment.github.comments).toEqual([])
    },
    TEST_TIMEOUT_MS,
  )
})
