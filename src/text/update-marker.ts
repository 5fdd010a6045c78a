/** Identifies a proposed version of an image. */
interface ProposedVersion {
  readonly name: string
  readonly to: string
  readonly toDigest: string
}

const MARKER = /\n*<!-- langfuse-deploy:refresh:([^\n]*?) -->/g

const TRAILER = 'Refreshed: '

/** Returns the HTML comment by which a later refresh recognizes the versions in a pull request's description. */
export const markerOf = (updates: readonly ProposedVersion[]): string =>
  `<!-- langfuse-deploy:refresh:${updates.map(nameOf).join(',')} -->`

/** Returns the versions that a pull request's description proposes, as in `web:3.10.0@sha256:…`. */
export const proposedIn = (body: string): string[] =>
  [...body.matchAll(MARKER)].flatMap(([, versions = '']) => versions.split(','))

/** Removes the markers from a pull request's description. */
export const withoutMarker = (body: string): string => body.replaceAll(MARKER, '')

/** Returns the trailer line of a direct commit's message for one version. */
export const trailerOf = (update: ProposedVersion): string => `${TRAILER}${nameOf(update)}`

/** Returns the versions that a direct commit's message names. */
export const refreshedIn = (message: string): string[] =>
  message
    .split('\n')
    .filter((line) => line.startsWith(TRAILER))
    .map((line) => line.slice(TRAILER.length).trim())

const nameOf = ({ name, to, toDigest }: ProposedVersion): string => `${name}:${to}@${toDigest}`
