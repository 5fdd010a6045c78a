import { isHtml } from '../http/html'
import { type ApiResponse, describeResponse, type Langfuse, responseMessage } from './client'
import { VerificationFailed } from './error'
import { type PollResult, type PollOptions, poll } from './poll'
import { causesOf } from './likely-causes'
import { nonEmptyTextAt, parseObject } from '../text/json'

const HEALTH_PATH = '/api/public/health'
const READY_PATH = '/api/public/ready'

export interface HealthResult {
  readonly version: string
  readonly ms: number
}

/**
 * Waits until Langfuse is healthy, ready, and has the expected version. Old tasks respond during a rolling update.
 *
 * @param expected `3.225.11` or `3`; undefined allows any version
 * @throws VerificationFailed, VerificationCancelled
 */
export async function waitUntilHealthy(
  langfuse: Langfuse,
  expected: string | undefined,
  pollOptions: PollOptions,
): Promise<HealthResult> {
  let other: string | undefined
  const result = await poll(
    async () => {
      const health = await checkHealth(langfuse)
      other = undefined
      if (!('value' in health) || expected === undefined || matchesVersion(health.value, expected))
        return health
      other = health.value
      return { reason: `Langfuse answers as ${health.value}, not yet as ${expected}`, likelyCauses: ['web'] }
    },
    pollOptions,
    ['address', 'web'],
  )
  if ('value' in result) return { version: result.value, ms: result.ms }
  const { address } = langfuse
  const seconds = Math.round(pollOptions.limitMs / 1000)
  if (other !== undefined) {
    const message = `Langfuse at ${address} still answers as ${other} after ${seconds} s; the pinned version is ${expected ?? ''}`
    throw new VerificationFailed('version', ['web'], message)
  }
  const message = `Langfuse at ${address} was not ready within ${seconds} s: ${result.reason}`
  throw new VerificationFailed('health', result.likelyCauses, message)
}

async function checkHealth(langfuse: Langfuse): Promise<PollResult<string>> {
  const health = await langfuse.request('GET', `${HEALTH_PATH}?failIfDatabaseUnavailable=true`)
  rejectRedirect(health, langfuse)
  const version = nonEmptyTextAt(parseObject(health.body), 'version')
  if (health.status !== 200 || isHtml(health.contentType, health.body) || version === undefined)
    return unhealthy(HEALTH_PATH, health)
  const ready = await langfuse.request('GET', READY_PATH)
  if (ready.status !== 200 || isHtml(ready.contentType, ready.body)) return unhealthy(READY_PATH, ready)
  return { value: version }
}

function unhealthy(path: string, response: ApiResponse): PollResult<never> {
  const reason = `${path} ${describeResponse(response)}`
  if (isHtml(response.contentType, response.body)) return { reason, likelyCauses: ['address', 'web'] }
  if (response.status === 200 || response.status === 404) return { reason, likelyCauses: ['address'] }
  return { reason, likelyCauses: causesOf(responseMessage(response), ['web']) }
}

/** API keys must not be sent to another address. */
function rejectRedirect({ status, location }: ApiResponse, { address }: Langfuse): void {
  if (location === undefined || status < 300 || status >= 400) return
  const target = URL.canParse(location, address) ? new URL(location, address) : undefined
  const path = target?.pathname.endsWith(HEALTH_PATH)
    ? target.pathname.slice(0, -HEALTH_PATH.length)
    : undefined
  const advice =
    target === undefined || path === undefined
      ? 'Check for a proxy or login page in front of Langfuse'
      : `Set the input url to ${target.origin}${path}`
  const destination = target === undefined ? 'an invalid address' : target.origin + target.pathname
  throw new VerificationFailed(
    'health',
    ['address'],
    `${address}${HEALTH_PATH} answered ${status}, a redirect to ${destination}. ${advice}`,
  )
}

/** `3.225.11` matches `3.225` and `v3`. */
export function matchesVersion(version: string, expected: string): boolean {
  const [actual = '', prefix = ''] = [version, expected].map((text) => text.replace(/^v/, ''))
  return actual === prefix || actual.startsWith(`${prefix}.`)
}

/** Whether an image tag is a version or its prefix, unlike `latest`. */
export const isVersionTag = (tag: string): boolean => /^v?\d+(?:\.\d+)*(?:-[\w.-]+)?$/.test(tag)
