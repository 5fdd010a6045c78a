import { GitHubError } from './error'
import type { GitHub } from './octokit'
import type { SourceRepository } from './releases'
import { itemsOf, valueAt } from '../text/json'

/** Also for a token that may not read attestations, which no publisher can cause. */
const ABSENT = [401, 403, 404]

/**
 * Reads the Sigstore bundles of the attestations that a repository published for a digest.
 *
 * @returns empty without attestations, and without the permission to read them
 * @throws GitHubError
 */
export async function readAttestations(
  github: GitHub,
  source: SourceRepository,
  digest: string,
): Promise<readonly unknown[]> {
  try {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/attestations/{subject_digest}', {
      ...source,
      subject_digest: digest,
      per_page: 100,
    })
    return itemsOf(valueAt(data, 'attestations')).map((one) => valueAt(one, 'bundle'))
  } catch (error) {
    if (error instanceof GitHubError && ABSENT.includes(error.status ?? 0)) return []
    throw error
  }
}
