import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { mirror } from './commands/mirror'
import type { World } from './commands/world'
import { type Log, openLog } from './github/log'
import { publish } from './github/publish'
import { formatSeconds } from './github/units'
import { readInputs } from './inputs'
import { Http } from './registry/http'
import { DEFAULT_RETRY } from './registry/retry'

const READ_IDLE_MS = 30_000
const UPLOAD_IDLE_MS = 300_000

function openWorld(env: NodeJS.ProcessEnv, log: Log): World {
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
    runHelper: async (program, args, input) => {
      const { getExecOutput } = await import('@actions/exec')
      return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true })
    },
    idToken: async (audience) => (await import('@actions/core')).getIDToken(audience),
  }
}

const world = openWorld(process.env, openLog(process.stdout))
try {
  await publish(await mirror(readInputs(world.env), world), world.env)
} catch (error) {
  const { failedOutcome } = await import('./commands/failure')
  await publish(failedOutcome(error), world.env)
} finally {
  await world.http.close()
}
