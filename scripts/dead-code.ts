/** Runs knip, which is installed on demand: files, exports and dependencies that nothing uses. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPart } from '../testkit/npm-part'

const knip = join(installPart('knip'), 'node_modules/knip/bin/knip.js')

for (const options of [[], ['--production', '--config', 'knip.production.json']]) {
  const { status } = spawnSync(process.execPath, [knip, '--no-progress', ...options], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
