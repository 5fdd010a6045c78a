import { startMirror } from './commands/mirror/start'
import type { Outcome } from './commands/outcome'
import { openRuntime, type Runtime } from './commands/runtime'
import { type Log, openLog } from './github/log'
import { publish } from './github/publish'
import { readStepState, saveStepState } from './github/step-state'
import { tryToWriteOutput } from './github/runner-file'
import { type Inputs, readInputs } from './inputs/inputs'

const STARTED = 'started'

async function run(inputs: Inputs, runtime: Runtime): Promise<Outcome> {
  switch (inputs.command) {
    case 'mirror':
      return startMirror(inputs, runtime)
    case 'plan':
      return (await import('./commands/plan/plan')).plan(inputs, runtime)
    case 'apply':
      return (await import('./commands/apply/apply')).apply(inputs, runtime)
    case 'verify':
      return (await import('./commands/verify/verify')).verify(inputs, runtime)
    case 'refresh':
      return (await import('./commands/refresh/refresh')).refresh(inputs, runtime)
    case 'drift':
      return (await import('./commands/drift/drift')).drift(inputs, runtime)
  }
}

/** Returns a signal that aborts when the runner cancels the run. Terraform is then interrupted once and awaited. */
function cancellation(inputs: Inputs, log: Log): AbortSignal {
  const cancelled = new AbortController()
  if (inputs.command === 'mirror' || inputs.command === 'refresh') return cancelled.signal
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (cancelled.signal.aborted) return
      const isVerify = inputs.command === 'verify'
      log.info(
        `The run is cancelled${isVerify ? '' : ': a running plan or apply is asked to stop, and to save the state'}`,
      )
      cancelled.abort()
      // Set now, because the runner may end this process before Terraform has ended.
      tryToWriteOutput(process.env, 'failure-reason', 'cancelled')
    })
  }
  return cancelled.signal
}

/** Works without loading a file, for which a step without free file descriptors has none left. */
async function describeFailure(error: unknown): Promise<Outcome> {
  try {
    return (await import('./commands/failure')).failedOutcome(error)
  } catch {
    const message = error instanceof Error ? error.message : String(error)
    return { ...NO_RESULT, failure: { reason: 'internal-error', message } }
  }
}

const NO_RESULT = { outputs: {}, summary: '## ❌ Failed before completion', warnings: [], annotations: [] }

async function runStep(env: NodeJS.ProcessEnv): Promise<void> {
  const log = openLog(process.stdout)
  let runtime: ReturnType<typeof openRuntime> | undefined
  try {
    saveStepState(env, STARTED, 'true')
    const inputs = readInputs(env)
    const cancelled = cancellation(inputs, log)
    runtime = openRuntime(env, log, cancelled)
    const outcome = await run(inputs, runtime)
    const { withoutCancellation } = await import('./commands/failure')
    publish(withoutCancellation(outcome, cancelled), env)
  } catch (error) {
    publish(await describeFailure(error), env)
    if (runtime === undefined)
      await import('./post').then((post) => post.commentInvalidInputs(error, env)).catch(() => undefined)
  } finally {
    await runtime?.close()
  }
}

// One bundle serves `main` and `post` of action.yml; only a `post` step has the state that its step saved.
if (readStepState(process.env, STARTED) === undefined) await runStep(process.env)
else await (await import('./post')).runPostStep(process.env)
