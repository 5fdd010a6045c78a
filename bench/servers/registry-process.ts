import { putImage } from '../../testkit/registry/push'
import { FakeRegistry } from '../../testkit/registry/server'
import { TAG } from '../tools'
import { makeShape } from '../shapes'
import type { RegistryContent } from './registry-server'
import { processOptions, sendToParent } from './server-process'

const { images: holds } = processOptions() as RegistryContent
let registry = await FakeRegistry.start({ discard: true })
fill()
sendToParent(registry.host)

process.on('message', (command: string) => {
  void run(command).then(sendToParent)
})

async function run(command: string): Promise<unknown> {
  if (command === 'empty') {
    const port = Number(registry.host.split(':')[1])
    await registry.stop()
    registry = await FakeRegistry.start({ discard: true, port })
    fill()
  }
  // Removed, so that the next count starts at zero.
  return registry.requests.splice(0).length
}

function fill(): void {
  for (const { repository, shape } of holds) putImage(registry, repository, TAG, makeShape(shape))
}
