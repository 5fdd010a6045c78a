import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { test } from '@jest/globals'

const run = promisify(execFile)

export const SKOPEO = '/usr/bin/skopeo'

/** A test that needs a program; skipped if it is not installed, a failure in CI. */
export function testWith(program: string, howToGet: string, name: string, body: () => Promise<void>): void {
  if (existsSync(program)) test(name, body)
  else if (process.env['CI'] === 'true') {
    test(name, () => {
      throw new Error(`${program} is missing: ${howToGet}`)
    })
  } else test.skip(`${name} (skipped: ${program} is missing; ${howToGet})`, body)
}

export const testWithSkopeo = (name: string, body: () => Promise<void>): void => {
  testWith(SKOPEO, 'apt-get install skopeo', name, body)
}

/** Runs `skopeo copy --all` over HTTP, without the user's configuration. */
export async function skopeoCopy(from: string, to: string, options: readonly string[] = []): Promise<void> {
  const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false']
  const args = [
    '--insecure-policy',
    'copy',
    '--all',
    ...insecure,
    ...options,
    `docker://${from}`,
    `docker://${to}`,
  ]
  await run(SKOPEO, args, {
    env: { ...process.env, REGISTRY_AUTH_FILE: '/nonexistent/auth.json', HOME: '/nonexistent' },
  })
}
