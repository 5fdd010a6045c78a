import { describeResponse, type Langfuse, responseMessage } from './client'
import { type Component, VerificationFailed } from './error'
import { causesOf } from './likely-causes'
import { type PollOptions, poll } from './poll'
import { nonEmptyTextAt, parseObject, recordsIn } from '../text/json'

export interface Project {
  readonly name: string
  readonly url: string
}

const ERROR_CAUSES: readonly Component[] = ['PostgreSQL', 'Redis', 'web']
/** Without Redis, Langfuse is healthy and ready, and answers no request that has API keys. */
const TIMEOUT_CAUSES: readonly Component[] = ['Redis', 'PostgreSQL', 'web']

/**
 * Returns the project of the API keys. Langfuse must be ready: it caches unknown keys for five minutes.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
export async function findProject(langfuse: Langfuse, pollOptions: PollOptions): Promise<Project> {
  const result = await poll(
    async () => {
      const response = await langfuse.request('GET', '/api/public/projects')
      if (response.status === 401 || response.status === 403) {
        throw new VerificationFailed(
          'keys',
          ['keys'],
          `Langfuse rejected the API keys: ${responseMessage(response)}`,
        )
      }
      const [project] = recordsIn(parseObject(response.body)?.['data'])
      const id = nonEmptyTextAt(project, 'id')
      if (response.status === 200 && id !== undefined)
        return { value: { id, name: nonEmptyTextAt(project, 'name') ?? id } }
      const reason = `/api/public/projects ${describeResponse(response)}`
      return { reason, likelyCauses: causesOf(responseMessage(response), ERROR_CAUSES) }
    },
    pollOptions,
    TIMEOUT_CAUSES,
  )
  if ('value' in result) {
    const { id, name } = result.value
    return { name, url: `${langfuse.address}/project/${encodeURIComponent(id)}` }
  }
  throw new VerificationFailed(
    'keys',
    result.likelyCauses,
    `The API keys could not be checked: ${result.reason}`,
  )
}
