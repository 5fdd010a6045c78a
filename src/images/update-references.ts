import { type Fault, InvalidImages, parseImages, type PinnedImage } from './images-yaml'

/** What an image is to be from now on. */
export interface ReferenceUpdate {
  readonly image: PinnedImage
  readonly tag: string
  readonly digest: string
}

/**
 * The same file with other versions in it: nothing but tag and digest of these images changes.
 *
 * @param images of the file, as it was parsed
 * @throws InvalidImages where the file writes a reference in a way that cannot be replaced in place
 */
export function updateReferences(text: string, path: string, repins: readonly ReferenceUpdate[]): string {
  const faults: Fault[] = []
  // From the end on, so that the places of the others stay what they are.
  const lastFirst = [...repins].sort((a, b) => offsetOf(text, b.image) - offsetOf(text, a.image))
  const changed = lastFirst.reduce((whole, { image, tag, digest }) => {
    const old = `${image.tag}@${image.digest}`
    const from = offsetOf(text, image)
    const at = text.indexOf(old, from)
    const isOnLine = at >= 0 && !text.slice(from, at).includes('\n')
    if (isOnLine) return `${whole.slice(0, at)}${tag}@${digest}${whole.slice(at + old.length)}`
    const message = `${image.name}: write the source on one line, as in source: ${image.registry}/${image.repository}:${old}`
    faults.push({ ...image.position, message })
    return whole
  }, text)
  if (faults.length > 0) throw new InvalidImages(path, faults)
  check(changed, { text, path, repins })
  return changed
}

function offsetOf(text: string, { position: { line, column } }: PinnedImage): number {
  let start = 0
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

/** Read again, the file says what it is to say: two images may share a text by an anchor, say. */
function check(
  changed: string,
  {
    text,
    path,
    repins,
  }: { readonly text: string; readonly path: string; readonly repins: readonly ReferenceUpdate[] },
): void {
  const wanted = parseImages(text, path).map((image) => {
    const { tag, digest } = repins.find(({ image: { name } }) => name === image.name) ?? image
    return { ...image, tag, digest }
  })
  const faults = parseImages(changed, path).flatMap((image, index): Fault[] => {
    const { tag, digest, position } = wanted[index] ?? image
    const message = `${image.name} cannot be changed by itself; write its source out`
    return image.tag === tag && image.digest === digest ? [] : [{ ...position, message }]
  })
  if (faults.length > 0) throw new InvalidImages(path, faults)
}
