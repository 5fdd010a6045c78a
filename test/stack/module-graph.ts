import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TerraformRoot } from '../../testkit/terraform/root'

/** The dependency graph of terraform/modules/langfuse. */
export interface ModuleGraph {
  /** Addresses of all managed resources, without instance keys. */
  readonly resources: readonly string[]
  /** Returns everything that a resource depends on, directly or indirectly. */
  readonly dependenciesOf: (address: string) => ReadonlySet<string>
}

/** Reads the graph that `terraform graph` prints in DOT. */
export async function readModuleGraph(): Promise<ModuleGraph> {
  const directory = await mkdtemp(join(tmpdir(), 'graph-'))
  try {
    await cp('terraform/modules/langfuse', directory, {
      recursive: true,
      filter: (source) => !source.includes('.terraform/'),
    })
    const terraform = TerraformRoot.open(directory)
    await terraform.succeed(['init'], {})
    const dot = await terraform.succeed(['graph'], {})
    const edges = parseEdges(dot)
    const resources = [...dot.matchAll(/^\s*"([^"]+)" \[label=/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !/(^|\.)data\./.test(name))
    return { resources, dependenciesOf: (address) => reachable(address, edges) }
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** Reads the edges of a DOT graph: targets by source. */
function parseEdges(dot: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [, from = '', to = ''] of dot.matchAll(/^\s*"([^"]+)" -> "([^"]+)";$/gm)) {
    found.set(from, [...(found.get(from) ?? []), to])
  }
  return found
}

function reachable(
  from: string,
  graph: ReadonlyMap<string, readonly string[]>,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const to of graph.get(from) ?? []) reachable(to, graph, seen)
  return seen
}
