import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export async function aws(args: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> {
  const { PATH = '', HOME = '' } = process.env
  const options = { env: { PATH, HOME, ...env }, maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)('aws', [...args, '--output', 'json'], options)
  return stdout.trim() === '' ? undefined : JSON.parse(stdout)
}
