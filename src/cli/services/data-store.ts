import { Cluster } from '../aws/ecs'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'

/** Label of the worker's container: the data stores that run elsewhere, separated by commas. */
const EXTERNAL_LABEL = 'langfuse-deploy.external'

const NAMES = { clickhouse: 'ClickHouse', postgres: 'PostgreSQL', valkey: 'Valkey' } as const

export type DataStore = keyof typeof NAMES

/** Where a data store runs: as a part of the stack, as a container on the instance of the size tiny, or elsewhere. */
export type Placement = 'stack' | 'instance' | 'external'

/** Returns where a data store of a stack runs. @throws CommandFailed if the stack has no worker */
export async function placementOf(
  store: DataStore,
  stack: string,
  { aws }: Pick<CliRuntime, 'aws'>,
): Promise<Placement> {
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, aws)
  const worker = names.service('worker')
  const external = (await cluster.label(worker, EXTERNAL_LABEL))?.split(',') ?? []
  if (external.includes(store)) return 'external'
  const { network } = await cluster.service(worker)
  // Containers on the instance have no network interface of their own.
  return network.awsvpcConfiguration === undefined ? 'instance' : 'stack'
}

/** An error that says whose task it is. @param task what the owner has to do, as a sentence */
export function notOwned(store: DataStore, stack: string, task: string): CommandFailed {
  return new CommandFailed(
    `${NAMES[store]} does not belong to the stack ${stack}, which only connects to it (${store}_external). ${task} Nothing was changed.`,
  )
}
