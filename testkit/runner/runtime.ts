import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../../src/github/log'
import type { Runtime } from '../../src/commands/runtime'
import { type Inputs, type MirrorInputs, readInputs } from '../../src/inputs/inputs'
import { Http, type HttpOptions } from '../../src/http/client'
import { type Clock, DEFAULT_RETRY } from '../../src/http/retry'

export interface ObservedRuntime extends Runtime {
  /** What the log says, workflow commands left out. */
  readonly lines: string[]
  /** What was masked. */
  readonly secrets: string[]
  /** Waits that the program asked for, in milliseconds; none was waited. */
  readonly waits: number[]
}

export interface RuntimeChanges extends Partial<Runtime> {
  /** Content of images.yaml. */
  readonly images?: string
  readonly httpOptions?: Partial<HttpOptions>
}

export const realClock: Clock = {
  sleep: async (ms) => sleep(ms),
  random: Math.random,
  now: () => performance.now(),
}

/** Runtime without real waiting that records all log lines. */
export function observedRuntime({ images, httpOptions, ...changes }: RuntimeChanges = {}): ObservedRuntime {
  const lines: string[] = []
  const secrets: string[] = []
  const waits: number[] = []
  const log = openLog({
    write(text: string) {
      const mask = /^::add-mask::(.*)/.exec(text)?.[1]
      if (mask === undefined) lines.push(text.trimEnd())
      else secrets.push(decodeURIComponent(mask))
      return true
    },
  } as NodeJS.WritableStream & { writable: boolean } as never)
  return {
    env: { DOCKER_CONFIG: '/nonexistent' },
    log,
    http: new Http({ idleTimeoutMs: 400, ...httpOptions }),
    clock: {
      sleep: (ms) => {
        waits.push(ms)
        return new Promise((resolve) => setImmediate(resolve))
      },
      random: () => 0.5,
      now: () => performance.now(),
    },
    retry: DEFAULT_RETRY,
    uploadIdleTimeoutMs: 10_000,
    proxyUrl: () => undefined,
    readFile: () =>
      images === undefined
        ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
        : Promise.resolve(images),
    writeFile: () => Promise.reject(new Error('nothing is written here')),
    runHelper: () => Promise.reject(new Error('no helper here')),
    idToken: () => Promise.reject(new Error('no ID token here')),
    openFolder: () => mkdtemp(join(tmpdir(), 'step-folder-')),
    interruption: new AbortController().signal,
    ...changes,
    lines,
    secrets,
    waits,
  }
}

/** Inputs of `mirror` as a workflow gives them. */
export function mirrorInputs(given: Readonly<Record<string, string>>): MirrorInputs {
  return inputsOf('mirror', given)
}

/** Inputs of a command as a workflow gives them, white space and all. */
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
