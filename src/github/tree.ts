import { itemsOf, textAt, valueAt } from '../text/json'
import type { GitHub } from './octokit'

/** File, executable file, symbolic link. */
const FILE_MODES = ['100644', '100755', '120000'] as const
type FileMode = (typeof FILE_MODES)[number]

export interface TreeFile {
  readonly mode: FileMode
  /** SHA of the blob. */
  readonly sha: string
}

/** Files by path. Undefined deletes a file of the base. */
export type TreeChanges = ReadonlyMap<string, TreeFile | undefined>

/**
 * Reads the files of a commit.
 *
 * @returns undefined for a tree that GitHub truncates (100,000 entries, 7 MB)
 * @throws GitHubError
 * @see https://docs.github.com/rest/git/trees#get-a-tree
 */
export async function readTree(
  github: GitHub,
  commit: string,
): Promise<ReadonlyMap<string, TreeFile> | undefined> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    ...github.repo,
    tree_sha: commit,
    recursive: '1',
  })
  if (data.truncated) return undefined
  return new Map(itemsOf(valueAt(data, 'tree')).flatMap(parseFile))
}

/** Directories and submodules have entries of their own, which are no files. */
function parseFile(entry: unknown): (readonly [string, TreeFile])[] {
  const [path, sha] = [textAt(entry, 'path'), textAt(entry, 'sha')]
  const mode = FILE_MODES.find((one) => one === textAt(entry, 'mode'))
  return path === undefined || sha === undefined || mode === undefined ? [] : [[path, { mode, sha }]]
}

/** Creates the tree of a commit with changed files. */
export async function createTree(
  github: GitHub,
  { parent, changes }: { readonly parent: string; readonly changes: TreeChanges },
): Promise<string> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/git/trees', {
    ...github.repo,
    base_tree: await treeOf(github, parent),
    tree: [...changes].map(([path, file]) => ({
      path,
      mode: file?.mode ?? '100644',
      sha: file?.sha ?? null,
    })),
  })
  return data.sha
}

/** Returns the SHA of a commit's tree. */
export async function treeOf(github: GitHub, commit: string): Promise<string> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...github.repo,
    commit_sha: commit,
  })
  return data.tree.sha
}

/** Creates a commit without a branch. GitHub signs commits of apps that set no author. */
export async function commitTree(
  github: GitHub,
  { parent, tree, message }: { readonly parent: string; readonly tree: string; readonly message: string },
): Promise<string> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
    ...github.repo,
    message,
    tree,
    parents: [parent],
  })
  return data.sha
}
