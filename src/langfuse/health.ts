import { type Answer, describe, isPage, type Langfuse, wordsOf } from './client'
import { VerificationFailed } from './error'
import { type Look, type PollOptions, waitFor } from './poll'
import { nonEmptyTextAt, parseObject } from '../text/json'

const HEALTH = '/api/public/health'
const READY = '/api/public/ready'

export interface Healthy {
  readonly version: string
  readonly ms: number
}

/**
 * Waits until Langfuse is healthy, ready to take requests, and of the version that is expected:
 * while a service is rolled over, tasks of the old version answer as well.
 *
 * @param expected version or a part of it, `3.225.11` or `3`; undefined means any
 * @throws VerificationFailed, VerificationCancelled
 */
export async function waitUntilHealthy(
  langfuse: Langfuse,
  expected: string | undefined,
  patience: PollOptions,
): Promise<Healthy> {
  let other: string | undefined
  const waited = await waitFor(async () => {
    const seen = await look(langfuse)
    other = undefined
    if (!('value' in seen) || expected === undefined || isOfVersion(seen.value, expected)) return seen
    other = seen.value
    return { why: `Langfuse answers as ${seen.value}, not yet as ${expected}`, suspects: ['web'] }
  }, patience)
  if ('value' in waited) return { version: waited.value, ms: waited.ms }
  const seconds = Math.round(patience.limitMs / 1000)
  if (other !== undefined) {
    throw new VerificationFailed(
      'version',
      ['web'],
      `Langfuse at ${langfuse.address} answers as ${other}, and ${expected ?? ''} is what is pinned: ` +
        `after ${seconds} s no task of that version had taken over`,
    )
  }
  throw new VerificationFailed(
    'health',
    waited.suspects,
    `Langfuse at ${langfuse.address} was not ready within ${seconds} s: ${waited.why}`,
  )
}

async function look(langfuse: Langfuse): Promise<Look<string>> {
  const health = await langfuse.ask('GET', HEALTH)
  refuseRedirect(health, langfuse)
  const version = nonEmptyTextAt(parseObject(health.body), 'version')
  if (health.status !== 200 || isPage(health) || version === undefined) return unhealthy(HEALTH, health)
  const ready = await langfuse.ask('GET', READY)
  if (ready.status !== 200 || isPage(ready)) return unhealthy(READY, ready)
  return { value: version }
}

function unhealthy(path: string, answer: Answer): Look<never> {
  const why = `${path} ${describe(answer)}`
  if (isPage(answer)) return { why, suspects: ['address', 'web'] }
  if (/database/i.test(wordsOf(answer))) return { why, suspects: ['PostgreSQL', 'web'] }
  return { why, suspects: answer.status === 200 || answer.status === 404 ? ['address'] : ['web'] }
}

/** An address that leads elsewhere does so for good, and keys do not go along. */
function refuseRedirect({ status, location }: Answer, { address }: Langfuse): void {
  if (location === undefined || status < 300 || status >= 400) return
  const target = URL.canParse(location, address) ? new URL(location, address) : undefined
  const path = target?.pathname.endsWith(HEALTH) ? target.pathname.slice(0, -HEALTH.length) : undefined
  const advice =
    target === undefined || path === undefined
      ? 'something in front of it wants a log-in or belongs to somebody else'
      : `give ${target.origin}${path} as url`
  throw new VerificationFailed(
    'health',
    ['address'],
    `${address}${HEALTH} answered ${status}, a redirect to ${target === undefined ? 'nowhere' : target.origin + target.pathname}: ${advice}`,
  )
}

/** `3.225.11` is of 3.225.11, of 3.225 and of 3; a `v` before either is no matter. */
export function isOfVersion(version: string, expected: string): boolean {
  const [have, want] = [version, expected].map((text) => text.replace(/^v/, ''))
  return have === want || (have ?? '').startsWith(`${want ?? ''}.`)
}

/** Whether a tag of an image tells a version, or a part of one; `latest` does not. */
export const tellsVersion = (tag: string): boolean => /^v?\d+(?:\.\d+)*(?:-[\w.-]+)?$/.test(tag)
