import { errorCode } from '../http/error'
import { InvalidImages, parseImages, type PinnedImage } from '../images/images-yaml'
import { InvalidInput } from '../inputs/inputs'
import type { Runtime } from './runtime'

export interface ImagesFile {
  readonly text: string
  readonly images: readonly PinnedImage[]
}

/**
 * Reads images.yaml.
 *
 * @throws InvalidImages, also for a file that cannot be read
 */
export async function readImages(path: string, runtime: Pick<Runtime, 'readFile'>): Promise<ImagesFile> {
  const text = await runtime.readFile(path).catch((error: unknown) => {
    const message = `the file cannot be read (${errorCode(error)}); check out the repository before this step, or give its path in images`
    throw new InvalidImages(path, [{ line: 1, column: 1, message }])
  })
  return { text, images: parseImages(text, path) }
}

/**
 * @param only image names; empty for all
 * @throws InvalidInput for an unknown name
 */
export function selectImages(
  images: readonly PinnedImage[],
  only: readonly string[],
): readonly PinnedImage[] {
  const unknown = only.filter((name) => images.every((image) => image.name !== name))
  if (unknown.length > 0) {
    const names = images.map(({ name }) => name).join(', ')
    throw new InvalidInput(`only: there is no image '${unknown.join("', '")}'; the file has ${names}`)
  }
  return only.length === 0 ? images : images.filter(({ name }) => only.includes(name))
}
