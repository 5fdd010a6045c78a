import { describe, type Langfuse, wordsOf } from './client'
import { type Part, VerificationFailed } from './error'
import { type PollOptions, waitFor } from './poll'
import { nonEmptyTextAt, parseObject, recordsIn } from '../text/json'

export interface Project {
  readonly name: string
  /** Of its page in the user interface. */
  readonly url: string
}

const SERVER_PARTS: readonly Part[] = ['PostgreSQL', 'Redis', 'web']

/**
 * The project that the keys are of. Only to be asked of a Langfuse that is ready: keys that it does not know it
 * remembers as wrong for five minutes.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
export async function findProject(langfuse: Langfuse, patience: PollOptions): Promise<Project> {
  const waited = await waitFor(async () => {
    const answer = await langfuse.ask('GET', '/api/public/projects')
    if (answer.status === 401 || answer.status === 403) {
      throw new VerificationFailed('keys', ['keys'], `Langfuse refused the API keys: ${wordsOf(answer)}`)
    }
    const [project] = recordsIn(parseObject(answer.body)?.['data'])
    const id = nonEmptyTextAt(project, 'id')
    if (answer.status === 200 && id !== undefined)
      return { value: { id, name: nonEmptyTextAt(project, 'name') ?? id } }
    return { why: `/api/public/projects ${describe(answer)}`, suspects: SERVER_PARTS }
  }, patience)
  if ('value' in waited) {
    const { id, name } = waited.value
    return { name, url: `${langfuse.address}/project/${encodeURIComponent(id)}` }
  }
  throw new VerificationFailed('keys', waited.suspects, `The API keys could not be checked: ${waited.why}`)
}
