import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { mirror } from './commands/mirror/mirror'
import type { Outcome, Runtime } from './commands/runtime'
import { type Log, openLog } from './github/log'
import { publish } from './github/publish'
import { formatSeconds } from './text/format'
import { type Inputs, readInputs } from './inputs/inputs'
import { Http } from './http/client'
import { DEFAULT_RETRY } from './http/retry'

const READ_IDLE_MS = 30_000
const UPLOAD_IDLE_MS = 300_000

function openWorld(env: NodeJS.ProcessEnv, log: Log, interruption: AbortSignal): Runtime {
  const proxyUrl = (url: URL): string | undefined => getProxyUrl(url)?.href
  return {
    env,
    log,
    http: new Http({ idleTimeoutMs: READ_IDLE_MS, proxyUrl }),
    clock: { sleep: async (ms) => sleep(ms), random: Math.random, now: Date.now },
    retry: {
      ...DEFAULT_RETRY,
      onWait: (error, waitMs) => {
        log.info(`${error.message}; trying again in ${formatSeconds(waitMs / 1000)}`)
      },
    },
    uploadIdleTimeoutMs: UPLOAD_IDLE_MS,
    proxyUrl,
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, content) => writeFile(path, content),
    runHelper: async (program, args, input) => {
      const { getExecOutput } = await import('@actions/exec')
      return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true })
    },
    idToken: async (audience) => (await import('@actions/core')).getIDToken(audience),
    openFolder: async () =>
      (folder = await (await import('./github/step-directory')).createStepDirectory(env)),
    interruption,
  }
}

async function run(inputs: Inputs, runtime: Runtime): Promise<Outcome> {
  switch (inputs.command) {
    case 'mirror':
      return mirror(inputs, runtime)
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

/** A Terraform at work is interrupted once and waited for; the runner ends this process if that takes too long. */
function cancellation(inputs: Inputs, log: Log): AbortSignal {
  const cancelled = new AbortController()
  if (inputs.command === 'mirror' || inputs.command === 'refresh') return cancelled.signal
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (cancelled.signal.aborted) return
      const isVerify = inputs.command === 'verify'
      log.info(`The run is cancelled${isVerify ? '' : ': Terraform is asked to stop and to save its state'}`)
      cancelled.abort()
      // At once: the runner may end this process before Terraform has ended.
      void import('@actions/core').then(({ setOutput }) => {
        setOutput('failure-reason', 'cancelled')
      })
    })
  }
  return cancelled.signal
}

const log = openLog(process.stdout)
let runtime: Runtime | undefined
/** Of this step. */
let folder: string | undefined
try {
  const inputs = readInputs(process.env)
  runtime = openWorld(process.env, log, cancellation(inputs, log))
  await publish(await run(inputs, runtime), process.env)
} catch (error) {
  const { failedOutcome } = await import('./commands/failure')
  await publish(failedOutcome(error), process.env)
} finally {
  await runtime?.http.close()
  if (folder !== undefined) await (await import('./commands/step-cleanup')).removeStepDirectory(folder)
}
