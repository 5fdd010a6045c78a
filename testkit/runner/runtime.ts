import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../../src/github/log'
import type { Runtime } from '../../src/commands/runtime'
import { type Inputs, type MirrorInputs, readInputs } from '../../src/inputs/inputs'
import { HttpClient, type HttpOptions } from '../../src/http/client'
import { HostOutages } from '../../src/http/host-outages'
import type { Clock } from '../../src/http/retry'
import { RETRY } from '../../src/http/retry-policies'

export interface ObservedRuntime extends Runtime {
  readonly lines: string[]
  readonly secrets: string[]
  readonly waits: number[]
}

export interface RuntimeChanges extends Partial<Runtime> {
  readonly images?: string
  readonly httpOptions?: Partial<HttpOptions>
}

export const realClock: Clock = {
  sleep: async (ms) => sleep(ms),
  random: Math.random,
  now: () => performance.now(),
  wallClockMs: Date.now,
}

/** Creates a runtime without real delays that records all log lines. */
export function observedRuntime({ images, httpOptions, ...changes }: RuntimeChanges = {}): ObservedRuntime {
  const lines: string[] = []
  const secrets: string[] = []
  const waits: number[] = []
  let sleptMs = 0
  const log = openLog({
    write(text: string) {
      const mask = /^::add-mask::(.*)/.exec(text)?.[1]
      if (mask === undefined) lines.push(text.trimEnd())
      else secrets.push(decodeURIComponent(mask))
      return true
    },
  } as NodeJS.WritableStream & { writable: boolean } as never)
  const outages = new HostOutages(RETRY.registry.retryLimitMs)
  const clock: Clock = changes.clock ?? {
    sleep: (ms) => {
      waits.push(ms)
      return new Promise((resolve) =>
        setImmediate(() => {
          sleptMs += ms
          resolve()
        }),
      )
    },
    random: () => 0.5,
    now: () => performance.now() + sleptMs,
    wallClockMs: Date.now,
  }
  const waitForTurn = (host: string): Promise<void> => outages.waitForTurn(host, clock)
  return {
    env: { DOCKER_CONFIG: '/nonexistent' },
    hostname: 'runner-1',
    log,
    // Longer than a loaded machine pauses: a request that is sent again changes what a test counts.
    http: new HttpClient({ idleTimeoutMs: 10_000, waitForTurn, ...httpOptions }),
    clock,
    retry: { ...RETRY.registry, outages },
    uploadIdleTimeoutMs: 10_000,
    proxyUrl: () => undefined,
    readFile: () =>
      images === undefined
        ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
        : Promise.resolve(images),
    writeFile: () => Promise.reject(new Error('nothing is written here')),
    runHelper: () => Promise.reject(new Error('no helper here')),
    idToken: () => Promise.reject(new Error('no ID token here')),
    createDirectory: () => mkdtemp(join(tmpdir(), 'step-folder-')),
    interruption: new AbortController().signal,
    ...changes,
    lines,
    secrets,
    waits,
  }
}

export function mirrorInputs(given: Readonly<Record<string, string>>): MirrorInputs {
  return inputsOf('mirror', given)
}

/** Reads inputs of a command as from a workflow, with white space. */
export function inputsOf<C extends Inputs['command']>(
  command: C,
  given: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = {},
): Extract<Inputs, { readonly command: C }> {
  const names = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
  const inputs = readInputs({ ...env, INPUT_COMMAND: command, ...Object.fromEntries(names) })
  if (isOf(inputs, command)) return inputs
  throw new Error(`the inputs of ${command} were read as those of ${inputs.command}`)
}

const isOf = <C extends Inputs['command']>(
  inputs: Inputs,
  command: C,
): inputs is Extract<Inputs, { readonly command: C }> => inputs.command === command
