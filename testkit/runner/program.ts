import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Returns the reason to skip a test if a program is not on PATH.
 *
 * @throws Error in CI
 */
export function programIsMissing(program: string, howToGet: string): string | undefined {
  const found = (process.env['PATH'] ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (found) return undefined
  const sentence = `${program} is not on PATH; get it with ${howToGet}`
  if (process.env['CI'] === 'true') throw new Error(sentence)
  return sentence
}
