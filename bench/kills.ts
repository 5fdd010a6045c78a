import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPidFile } from '../src/terraform/pid-file'
import { pidFilePath } from '../src/terraform/runner'
import { Environment, environmentIsMissing } from '../testkit/runner/environment'
import type { RunningStep, StepResult } from '../testkit/runner/step'

/**
 * Ends applies at random moments, as the runner does, and re-runs their job. Counts how the re-runs end.
 *
 *   npx tsx bench/kills.ts --rounds 50 --seed 1 --within 9
 *
 * `within` is the last moment in seconds; an apply of an idle machine takes about 6.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    within: { type: 'string', default: '6' },
  },
})

/** How an apply ends: a cancellation, a killed step, or a lost runner, whose post step does not run. */
const ENDS = ['cancelled', 'killed', 'lost'] as const
type End = (typeof ENDS)[number]

const RESOURCES = 6

/** A chain, so that each moment has another number of completed resources. */
const configuration = (round: number): string =>
  Array.from({ length: RESOURCES }, (_, index) => {
    const before = index === 0 ? `"${round}"` : `"\${terraform_data.step${index - 1}.id}"`
    return `
resource "terraform_data" "step${index}" {
  triggers_replace = ["${round}"]
  input            = ${before}
  provisioner "local-exec" {
    command = "sleep 0.4"
  }
}`
  }).join('\n')

/** mulberry32, so that a seed repeats the moments. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** ProcessInvoker.cs of the runner: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more. */
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

function killLeftover({ state }: StepResult): void {
  const started = readPidFile(pidFilePath(state['directory'] ?? ''))
  if (started === undefined) return
  try {
    process.kill(started.pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

async function endApply(environment: Environment, sha: string, end: End, afterMs: number): Promise<string> {
  const step = await environment.startApply(sha, { 'require-review': 'true' })
  const isOver = await Promise.race([step.ended.then(() => true), sleep(afterMs, false)])
  if (isOver) return (await step.ended).outputs['failure-reason'] ?? 'not in time'
  if (end === 'cancelled') {
    const ended = await cancel(step)
    await (
      await environment.startPost(ended, sha)
    ).ended
    return 'cancelled'
  }
  step.send('SIGKILL')
  const ended = await step.ended
  if (end === 'killed') await (await environment.startPost(ended, sha)).ended
  else killLeftover(ended)
  return end
}

/** Another job starts with a fresh checkout. */
const checkOutAgain = (environment: Environment): Promise<void> =>
  rm(join(environment.root.directory, '.terraform'), { recursive: true, force: true })

async function main(): Promise<void> {
  const missing = environmentIsMissing()
  if (missing !== undefined) throw new Error(missing)
  const random = randomNumbers(Number(values.seed))
  const counts = new Map<string, number>()
  const environment = await Environment.build(configuration(0))
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      await environment.write(configuration(round))
      const pull = environment.github.openPull()
      const planned = await environment.plan(pull)
      if (planned.exitCode !== 0) throw new Error(planned.log)
      const sha = environment.github.history.merge(pull, 'squash')
      await checkOutAgain(environment)
      const end = ENDS[Math.floor(random() * ENDS.length)] ?? 'killed'
      const afterMs = Math.round(random() * Number(values.within) * 1000)
      const first = await endApply(environment, sha, end, afterMs)
      await checkOutAgain(environment)
      const again = await environment.apply(sha, { 'require-review': 'true' })
      const result = again.exitCode === 0 ? 'success' : (again.outputs['failure-reason'] ?? 'no reason')
      const key = `${first} -> ${result}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      process.stdout.write(`round ${round + 1}: ${end} after ${afterMs} ms: ${key}\n`)
      if (again.exitCode === 0) continue
      process.stdout.write(
        again.log
          .split('\n')
          .filter((line) => line.includes('::error'))
          .join('\n') + '\n',
      )
      // The documented way out of a lock is force-unlock. The next round starts from a known state.
      if (result === 'state-locked') await environment.remove(environment.lockKey)
      const unlocked = await environment.apply(sha, { 'require-review': 'true' })
      process.stdout.write(
        `  then: ${unlocked.exitCode === 0 ? 'success' : String(unlocked.outputs['failure-reason'])}\n`,
      )
      if (unlocked.exitCode !== 0) await environment.apply(sha, { 'require-review': 'false' })
    }
  } finally {
    await environment.tearDown()
  }
  process.stdout.write(`\n${[...counts].map(([key, count]) => `${count} x ${key}`).join('\n')}\n`)
}

await main()
