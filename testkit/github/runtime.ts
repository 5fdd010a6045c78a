import { type GitHub, openGitHub } from '../../src/github/octokit'
import type { FakeGitHub } from './server'

export interface ObservedGitHub extends GitHub {
  /** Waits that the program asked for, in milliseconds; none was waited. */
  readonly waits: number[]
  readonly lines: string[]
}

/** The fake as the program sees it, where time costs nothing. @param token of `GITHUB_TOKEN` if absent */
export async function openFake(fake: FakeGitHub, token = fake.token): Promise<ObservedGitHub> {
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
  const github = await openGitHub({ token, apiUrl: fake.url, repository }, { clock, log })
  return { ...github, waits, lines }
}
