import { GitHubError, isRateLimited } from '../../github/error'
import { missingPermission } from '../github-failure'
import type { GitHub } from '../../github/octokit'
import type { Change } from './steps'

export interface SettingRequest {
  readonly summary: string
  readonly method: 'DELETE' | 'PATCH' | 'POST' | 'PUT'
  /** Below `/repos/OWNER/NAME`. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Consequence of a rejection by GitHub; undefined if nothing works without the setting. */
  readonly consequence?: string
}

/** Reads a setting; undefined if GitHub answers 404, as for a setting that the plan lacks. @throws GitHubError */
export async function readSetting({ octokit, repo }: GitHub, path: string): Promise<unknown> {
  try {
    return (await octokit.request(`GET /repos/${repo.owner}/${repo.repo}${path}`)).data
  } catch (error) {
    if (!(error instanceof GitHubError) || isRateLimited(error.details)) throw error
    if (error.status === 403 || error.status === 404) return undefined
    throw error
  }
}

/** Returns a change that sends the request. A rejection that leaves something working is reported with the manual way. */
export function settingChange(github: GitHub, request: SettingRequest, warn: (text: string) => void): Change {
  const { summary, method, body, consequence } = request
  const path = `/repos/${github.repo.owner}/${github.repo.repo}${request.path}`
  return {
    summary,
    details: [manualCommand(method, path, body)],
    apply: async () => {
      try {
        await github.octokit.request(`${method} ${path}`, { ...body })
      } catch (error) {
        if (consequence === undefined || !(error instanceof GitHubError) || !isRefusal(error)) throw error
        warn(
          `GitHub rejected it: ${error.serverMessage.replace(/\.$/, '')}. ${explain(error)}${consequence} By hand: ${manualCommand(method, path, body)}`,
        )
      }
    },
  }
}

const isRefusal = ({ status, details }: GitHubError): boolean =>
  status !== undefined && [403, 404, 409, 422].includes(status) && !isRateLimited(details)

function explain({ status, serverMessage, details }: GitHubError): string {
  if (/upgrade|billing plan|plan supports|make this repository public/i.test(serverMessage) || status === 404)
    return 'The GitHub plan of this private repository lacks the setting. '
  if (/already exists/i.test(serverMessage)) return ''
  if (status === 409) return 'The organization or enterprise forbids it: ask its owner. '
  if (status === 403) return `The token lacks ${missingPermission(details)}. `
  return ''
}

/** Command of the GitHub CLI that sends the same request. */
function manualCommand(method: SettingRequest['method'], path: string, body: SettingRequest['body']): string {
  const command = `gh api -X ${method} '${path.slice(1)}'`
  return body === undefined
    ? command
    : `${command} --input - <<< '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`
}
