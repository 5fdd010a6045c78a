import { availableParallelism, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../github/log'
import type { LoadTrust } from '../github/provenance'
import { HttpClient } from '../http/client'
import { HostOutages } from '../http/host-outages'
import type { RetryPolicy } from '../http/http-retry'
import { proxyFor } from '../http/proxy'
import { RETRY } from '../http/retry-policies'
import { systemClock } from '../http/system-clock'
import type { RegistryRuntime } from '../registry/client'
import type { RunHelper } from '../registry/docker-config'
import { HashThread } from '../registry/hash-thread'
import { formatSeconds } from '../text/format'

/** The effects of a command. */
export interface Runtime extends RegistryRuntime {
  readonly env: NodeJS.ProcessEnv
  readonly log: Log
  /** As in the `user@host` of a state lock. */
  readonly hostname: string
  readonly readFile: (path: string) => Promise<string>
  readonly writeFile: (path: string, content: string) => Promise<void>
  readonly runHelper: RunHelper
  /** Requests an ID token from GitHub. */
  readonly idToken: (audience: string) => Promise<string>
  readonly proxyUrl: (url: URL) => string | undefined
  /** Loads the certificates and logs that signatures are verified with. */
  readonly loadTrust?: LoadTrust
  /** Makes a private directory that the `post` step finds again. */
  readonly createDirectory: () => Promise<string>
  /** Aborts when the run is cancelled. */
  readonly interruption: AbortSignal
}

/** The effects of the `post` step. */
export type StepRuntime = Pick<
  Runtime,
  'env' | 'log' | 'hostname' | 'clock' | 'readFile' | 'idToken' | 'proxyUrl'
>

const READ_IDLE_TIMEOUT_MS = 30_000
const UPLOAD_IDLE_TIMEOUT_MS = 300_000

export function stepRuntime(env: NodeJS.ProcessEnv, log: Log): StepRuntime {
  return {
    env,
    log,
    hostname: hostname(),
    clock: systemClock,
    readFile: (path) => process.getBuiltinModule('node:fs/promises').readFile(path, 'utf8'),
    idToken: async (audience) => {
      const { requestIdToken } = await import('../github/id-token')
      return requestIdToken(audience, { env, mask: log.mask })
    },
    proxyUrl: (url) => proxyFor(url, env),
  }
}

function openHttpClient({ proxyUrl, clock }: StepRuntime, outages: HostOutages): HttpClient {
  const waitForTurn = (host: string): Promise<void> => outages.waitForTurn(host, clock)
  return new HttpClient({ idleTimeoutMs: READ_IDLE_TIMEOUT_MS, proxyUrl, waitForTurn })
}

function retryPolicy(log: Log, outages: HostOutages): RetryPolicy {
  return {
    ...RETRY.registry,
    outages,
    onWait: (error, waitMs) => {
      log.info(`${error.message}; ${describeWait(waitMs)}`)
    },
  }
}

/** `close` ends the connections and removes the step's directory. */
export function openRuntime(
  env: NodeJS.ProcessEnv,
  log: Log,
  interruption: AbortSignal,
): Runtime & { close(): Promise<void> } {
  const step = stepRuntime(env, log)
  const outages = new HostOutages(RETRY.registry.retryLimitMs)
  const http = openHttpClient(step, outages)
  const hashes = new HashThread(availableParallelism())
  let directory: string | undefined
  return {
    ...step,
    http,
    retry: retryPolicy(log, outages),
    uploadIdleTimeoutMs: UPLOAD_IDLE_TIMEOUT_MS,
    hashes,
    writeFile: (path, content) => process.getBuiltinModule('node:fs/promises').writeFile(path, content),
    runHelper: async (program, args, input) => {
      const { getExecOutput } = await import('@actions/exec')
      return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true })
    },
    loadTrust: async () => {
      const { loadPublicTrust } = await import('../github/provenance')
      return loadPublicTrust(join(env['RUNNER_TEMP'] || tmpdir(), 'langfuse-deploy-sigstore'))
    },
    createDirectory: async () => {
      const { createStepDirectory } = await import('../github/step-directory')
      return (directory = await createStepDirectory(env))
    },
    interruption,
    close: async () => {
      await Promise.all([http.close(), hashes.close()])
      if (directory !== undefined) await (await import('./step-cleanup')).removeStepDirectory(directory)
    },
  }
}

/** Describes a wait. The log has one line per host, so it names the whole time limit too. */
function describeWait(waitMs: number): string {
  const [wait, limit] = [waitMs, RETRY.registry.retryLimitMs].map((ms) => formatSeconds(ms / 1000))
  return `trying again in ${wait ?? ''}, then for up to ${limit ?? ''}`
}
