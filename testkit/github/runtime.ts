import { type GitHub, type GitHubRuntime, openGitHub } from '../../src/github/octokit'
import type { FakeGitHub } from './server'

export interface ObservedGitHub extends GitHub {
  readonly waits: number[]
  readonly lines: string[]
}

/**
 * Opens the server as the action does, without real delays.
 *
 * @param token default: `GITHUB_TOKEN`
 */
export async function openFake(
  fake: FakeGitHub,
  token = fake.token,
  limits: Pick<GitHubRuntime, 'responseTimeoutMs'> = {},
): Promise<ObservedGitHub> {
  const waits: number[] = []
  const lines: string[] = []
  const clock = {
    sleep: (ms: number) => {
      waits.push(ms)
      return Promise.resolve()
    },
    random: () => 1,
  }
  const repository = { owner: fake.state.owner, name: fake.state.repo }
  const log = { info: (line: string) => void lines.push(line) }
  const access = { token, apiUrl: fake.url, repository }
  const github = await openGitHub(access, { clock, log, ...limits })
  return { ...github, waits, lines }
}
