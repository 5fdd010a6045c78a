import type { Release } from '../init/package'

const WORKFLOW =
  /(?<=uses:[ \t]+['"]?)([\w-]+\/[\w.-]+)(\/\.github\/workflows\/(?:plan|deploy|refresh|drift)(?:-settings)?\.ya?ml)@([^\s'"]+)(['"]?)(?:[ \t]+#[ \t]*(v[\w.-]+))?/g
const MODULE =
  /(?<=git::https:\/\/github\.com\/)([\w-]+\/[\w.-]+?)(\.git\/\/terraform\/modules\/\S+?\?ref=)([\w.-]+)/g

/** A version in `settings_workflows` of bootstrap. */
const TRUSTED = /(?<=")([\w-]+\/[\w.-]+)@(?:[0-9a-f]{40}|refs\/tags\/v[\w.-]+)(?=")/g

/** Returns the content with all references to the project moved to a release. */
export function movePins(text: string, { source, tag, commit }: Release): string {
  return text
    .replace(WORKFLOW, (...[whole = '', repository = '', path = '', , quote = '']: string[]) =>
      isSame(repository, source) ? `${source}${path}@${commit}${quote} # ${tag}` : whole,
    )
    .replace(TRUSTED, (...[whole = '', repository = '']: string[]) =>
      isSame(repository, source) ? `${source}@${commit}` : whole,
    )
    .replace(MODULE, (...[whole = '', repository = '', path = '']: string[]) =>
      isSame(repository, source) ? `${source}${path}${tag}` : whole,
    )
}

/** Returns the tags that a file refers to. A commit without a tag in a comment is none. */
export function pinnedTags(text: string, source: string): string[] {
  const workflows = [...text.matchAll(WORKFLOW)].flatMap(([, repository = '', , ref = '', , comment]) =>
    isSame(repository, source) ? [comment ?? ref] : [],
  )
  const modules = [...text.matchAll(MODULE)].flatMap(([, repository = '', , ref = '']) =>
    isSame(repository, source) ? [ref] : [],
  )
  return [...workflows, ...modules].filter((tag) => tag.startsWith('v'))
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
