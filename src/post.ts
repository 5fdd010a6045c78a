import { setTimeout as sleep } from 'node:timers/promises'
import { folderOfStep } from './github/folder'
import { openLog } from './github/log'
import { publish } from './github/publish'

const folder = folderOfStep(process.env)
// A step that ended as it should leaves nothing to wait for.
if (folder !== undefined) {
  const { finish } = await import('./commands/finish')
  const log = openLog(process.stdout)
  const outcome = await finish(folder, { log, sleep: async (ms) => sleep(ms), now: Date.now })
  if (outcome !== undefined) await publish(outcome, process.env)
}
