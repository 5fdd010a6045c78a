import type { Case } from '../case'
import { compare } from '../compare'
import { measureAll } from '../measure'
import { certificateFile, startRegistry } from '../servers/registry-server'
import { makeShape, type Shape } from '../shapes'
import { type Job, PREFIX, sourceRepository } from '../tools'
import { compareWithTools } from '../verdict'

const NAMES = ['web', 'worker', 'database', 'dashboard']
const MAX_REQUESTS = 2
const NETWORK = { roundTripMs: 30 }

/** Four images that the target already contains. */
export const warm: Case = async ({ ours, tools, runs }) => {
  const images = NAMES.map((name): { name: string; shape: Shape } => ({
    name,
    shape: { kind: 'multi-platform', seed: name },
  }))
  const source = await startRegistry({
    images: images.map(({ name, shape }) => ({ repository: sourceRepository(name), shape })),
    scheme: 'https',
    network: NETWORK,
  })
  const target = await startRegistry({
    images: images.map(({ name, shape }) => ({ repository: `${PREFIX}/${name}`, shape })),
    scheme: 'https',
    network: NETWORK,
  })
  try {
    const job: Job = {
      source: source.host,
      target: target.host,
      images: images.map(({ name, shape }) => ({ name, digest: makeShape(shape).descriptor.digest })),
      ca: certificateFile(),
    }
    const what = 'four images already copied, 30 ms round trip, TLS'
    const series = await compare(tools, job, { runs: runs * 3, before: () => Promise.resolve() })
    await target.requests()
    await source.requests()
    await measureAll(await ours.commands(job))
    const asked = Number(await target.requests()) / NAMES.length
    const pulled = Number(await source.requests())
    return {
      groups: [{ title: what, series }],
      verdicts: [
        ...compareWithTools(series, what, { skopeo: 0.5, crane: 0.5 }),
        {
          target: `${what}: at most ${MAX_REQUESTS} requests per image to the target, none to the source`,
          measured: `${asked} and ${pulled}`,
          isMet: asked <= MAX_REQUESTS && pulled === 0,
        },
      ],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}
