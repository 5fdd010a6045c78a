import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fetchByHttpClient } from './download'
import { HASHICORP_KEY } from './hashicorp-key'
import { type InstallWorld, MIRROR_VARIABLE } from './install'
import { platformOf, Releases, RELEASES_URL } from './releases'
import { openToolCache } from './tool-cache'

/**
 * The world as it is: PATH, the runner's tool cache, and HashiCorp's server or the mirror that the environment names.
 * @param env the process's own
 * @param folder for the download
 */
export function openInstallWorld(env: Readonly<NodeJS.ProcessEnv>, folder: string): InstallWorld {
  const baseUrl = env[MIRROR_VARIABLE] || RELEASES_URL
  return {
    env,
    folder,
    system: process.platform,
    platform: platformOf(process.platform, process.arch),
    cache: openToolCache(env, folder),
    releases: new Releases(
      { baseUrl, key: HASHICORP_KEY },
      { fetch: fetchByHttpClient, sleep: (ms) => sleep(ms), random: Math.random, now: () => new Date() },
    ),
    run: (program, args) =>
      promisify(execFile)(program, args, { env: { ...env, CHECKPOINT_DISABLE: 'true' } }),
  }
}
