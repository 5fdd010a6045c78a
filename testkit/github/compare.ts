import { type GitHubAnswer, gitHubError } from './faults'
import type { FakeGit } from './git'
import type { History } from './history'
import type { Call, GitHubState } from './routes'

/** Compares the merge base of two commits with the second one. */
export function compare({ history, git }: GitHubState, { params }: Call): GitHubAnswer {
  const [base = '', head = ''] = (params['basehead'] ?? '')
    .split('...')
    .map((name) => history.branchHead(name) ?? name)
  if (!history.has(base) || !history.has(head)) return gitHubError(404, 'Not Found')
  const ahead = history.missing(base, head)
  const behind = history.missing(head, base)
  const status = [
    [ahead.length > 0 && behind.length > 0, 'diverged'],
    [ahead.length > 0, 'ahead'],
    [behind.length > 0, 'behind'],
    [true, 'identical'],
  ].find(([holds]) => holds)?.[1]
  const commits = ahead.map((sha) => {
    const author = git.author(sha)
    const verified = git.isSigned(sha)
    return {
      sha,
      parents: history.parentsOf(sha).map((one) => ({ sha: one })),
      commit: { verification: { verified } },
      ...(author && { author, committer: verified ? WEB_FLOW : author }),
    }
  })
  const files = changedFiles(git.filesAt(mergeBase(history, base, head)), git.filesAt(head))
  return { status: 200, body: { status, ahead_by: ahead.length, behind_by: behind.length, commits, files } }
}

const WEB_FLOW = { login: 'web-flow', id: 19_864_447, type: 'User' } as const

/** The newest common commit; histories of tests have one. */
function mergeBase(history: History, base: string, head: string): string {
  const foreign = new Set(history.missing(base, head))
  const open = [head]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (!foreign.has(next)) return next
    open.push(...history.parentsOf(next))
  }
  return ''
}

type Files = ReturnType<FakeGit['filesAt']>

function changedFiles(before: Files, after: Files): { filename: string; status: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => before[name] !== after[name])
  return changed.map((filename) => ({
    filename,
    status: before[filename] === undefined ? 'added' : after[filename] === undefined ? 'removed' : 'modified',
  }))
}

/** Lists the files that a commit changes since its merge base with another one. */
export const changedFilesBetween = (
  { history, git }: Pick<GitHubState, 'history' | 'git'>,
  base: string,
  head: string,
): string[] =>
  changedFiles(git.filesAt(mergeBase(history, base, head)), git.filesAt(head)).map(({ filename }) => filename)
