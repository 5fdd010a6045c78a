/** A proposed version of an image. */
interface ProposedVersion {
  readonly name: string
  readonly to: string
  readonly toDigest: string
}

const MARKER = /\n*<!-- langfuse-deploy:refresh:([^\n]*?) -->/g

const TRAILER = 'Refreshed: '

/** Renders proposed versions as an HTML comment for a pull request description. */
export const renderUpdateMarker = (updates: readonly ProposedVersion[]): string =>
  `<!-- langfuse-deploy:refresh:${updates.map(formatVersion).join(',')} -->`

/** Reads the proposed versions from a pull request description, as in `web:3.10.0@sha256:…`. */
export const readProposedVersions = (body: string): string[] =>
  [...body.matchAll(MARKER)].flatMap(([, versions = '']) => versions.split(','))

const SEEN = /<!-- langfuse-deploy:refresh-seen:([^\n]*?) -->/

/** Renders when each version was first proposed. An image's own date proves nothing. */
export function renderFirstSeen(
  updates: readonly (ProposedVersion & { readonly firstSeenMs?: number | undefined })[],
): string {
  const seen = updates.flatMap((update) =>
    update.firstSeenMs === undefined
      ? []
      : [`${formatVersion(update)}=${new Date(update.firstSeenMs).toISOString()}`],
  )
  return seen.length === 0 ? '' : `<!-- langfuse-deploy:refresh-seen:${seen.join(',')} -->`
}

/** Reads when each version was first proposed, by `web:3.10.0@sha256:…`. */
export function readFirstSeen(body: string): ReadonlyMap<string, number> {
  const entries = SEEN.exec(body)?.[1]?.split(',') ?? []
  return new Map(
    entries.flatMap((entry) => {
      const at = entry.lastIndexOf('=')
      const ms = Date.parse(entry.slice(at + 1))
      return at < 0 || Number.isNaN(ms) ? [] : [[entry.slice(0, at), ms] as const]
    }),
  )
}

/** Removes the markers from a pull request description. */
export const removeUpdateMarkers = (body: string): string => body.replaceAll(MARKER, '')

/** Renders a version as a Git trailer of a direct commit. */
export const renderCommitTrailer = (update: ProposedVersion): string => `${TRAILER}${formatVersion(update)}`

/** Reads the versions from a commit message. */
export const readCommitTrailers = (message: string): string[] =>
  message
    .split('\n')
    .filter((line) => line.startsWith(TRAILER))
    .map((line) => line.slice(TRAILER.length).trim())

const formatVersion = ({ name, to, toDigest }: ProposedVersion): string => `${name}:${to}@${toDigest}`
