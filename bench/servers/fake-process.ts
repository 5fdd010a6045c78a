import { putImage } from '../../testkit/registry/push'
import { FakeRegistry } from '../../testkit/registry/server'
import { TAG } from '../tools'
import { makeShape } from '../shapes'
import type { FakeOptions } from './place'
import { givenOptions, say } from './reporting'

const { holds } = givenOptions() as FakeOptions
let registry = await FakeRegistry.start({ discard: true })
fill()
say(registry.host)

process.on('message', (question: string) => {
  void answer(question).then(say)
})

async function answer(question: string): Promise<unknown> {
  if (question === 'empty') {
    const port = Number(registry.host.split(':')[1])
    await registry.stop()
    registry = await FakeRegistry.start({ discard: true, port })
    fill()
  }
  // Taken out, so that the next one to ask counts from zero.
  return registry.requests.splice(0).length
}

function fill(): void {
  for (const { repository, shape } of holds) putImage(registry, repository, TAG, makeShape(shape))
}
