import { type FileProblem, InvalidImages, parseImages, type PinnedImage } from './images-yaml'

/** New tag and digest of an image. */
export interface ReferenceUpdate {
  readonly image: PinnedImage
  readonly tag: string
  readonly digest: string
}

/**
 * Replaces tags and digests in images.yaml without any other change.
 *
 * @throws InvalidImages
 */
export function updateReferences(text: string, path: string, updates: readonly ReferenceUpdate[]): string {
  const problems: FileProblem[] = []
  // Last one first, so that the other offsets stay valid.
  const lastFirst = [...updates].sort(
    (a, b) => referenceOffset(text, b.image) - referenceOffset(text, a.image),
  )
  const changed = lastFirst.reduce((whole, { image, tag, digest }) => {
    const old = `${image.tag}@${image.digest}`
    const from = referenceOffset(text, image)
    const at = text.indexOf(old, from)
    const isOnLine = at >= 0 && !text.slice(from, at).includes('\n')
    if (isOnLine) return `${whole.slice(0, at)}${tag}@${digest}${whole.slice(at + old.length)}`
    const message = `${image.name}: write the source on one line, as in source: ${image.registry}/${image.repository}:${old}`
    problems.push({ ...image.position, message })
    return whole
  }, text)
  if (problems.length > 0) throw new InvalidImages(path, problems)
  verifyUpdate(changed, { text, path, updates })
  return changed
}

function referenceOffset(text: string, { position: { line, column } }: PinnedImage): number {
  let start = 0
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

// Two images may share a reference by an anchor.
function verifyUpdate(
  changed: string,
  {
    text,
    path,
    updates,
  }: { readonly text: string; readonly path: string; readonly updates: readonly ReferenceUpdate[] },
): void {
  const wanted = parseImages(text, path).map((image) => {
    const { tag, digest } = updates.find(({ image: { name } }) => name === image.name) ?? image
    return { ...image, tag, digest }
  })
  const problems = parseImages(changed, path).flatMap((image, index): FileProblem[] => {
    const { tag, digest, position } = wanted[index] ?? image
    const message = `${image.name} shares its source with another image; write it in full`
    return image.tag === tag && image.digest === digest ? [] : [{ ...position, message }]
  })
  if (problems.length > 0) throw new InvalidImages(path, problems)
}
