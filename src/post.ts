import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { stepDirectory } from './github/step-directory'
import { openLog } from './github/log'
import { publish } from './github/publish'
import { type Inputs, readInputs } from './inputs/inputs'

/** The step had them, so they can be read; should they not, what they say of AWS is missing, and no more. */
function inputsOfStep(): Inputs | undefined {
  try {
    return readInputs(process.env)
  } catch {
    return undefined
  }
}

const folder = stepDirectory(process.env)
// A step that ended as it should leaves nothing to wait for.
if (folder !== undefined) {
  const { runPost: finish } = await import('./commands/post/post')
  const { getProxyUrl } = await import('@actions/http-client/lib/proxy')
  const runtime = {
    env: process.env,
    log: openLog(process.stdout),
    clock: { sleep: async (ms: number) => sleep(ms), random: Math.random, now: Date.now },
    readFile: (path: string) => readFile(path, 'utf8'),
    proxyUrl: (url: URL): string | undefined => getProxyUrl(url)?.href,
    idToken: async (audience: string) => (await import('@actions/core')).getIDToken(audience),
  }
  const outcome = await finish(folder, { inputs: inputsOfStep(), runtime })
  if (outcome !== undefined) await publish(outcome, process.env)
}
