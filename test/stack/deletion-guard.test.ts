import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { describeWithTerraform } from '../fakes/terraform'
import { TerraformRoot } from '../fakes/terraform-root'

const GUARD = 'terraform_data.deletion_guard'

/** What the edges of a graph in DOT lead to, by where they begin. */
function edges(dot: string): ReadonlyMap<string, readonly string[]> {
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

describeWithTerraform('the guard against destruction', () => {
  test('depends on every resource of the stack, so that a refused destroy has destroyed nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guard-'))
    try {
      const root = join(folder, 'terraform', 'langfuse')
      await cp('terraform/langfuse', root, {
        recursive: true,
        filter: (source) => !source.includes('.terraform/'),
      })
      await cp('images.yaml', join(folder, 'images.yaml'))
      const terraform = TerraformRoot.open(root)
      // A graph needs a backend, and the one of the stack an account.
      await writeFile(join(root, 'backend_override.tf'), 'terraform {\n  backend "local" {}\n}\n')
      await terraform.succeed(['init'], {})
      const dot = await terraform.succeed(['graph'], {})

      const resources = [...dot.matchAll(/^\s*"([^"]+)" \[label=/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !/(^|\.)data\./.test(name))
      const guarded = reachable(GUARD, edges(dot))

      expect(resources.length).toBeGreaterThan(100)
      expect(resources.filter((name) => !guarded.has(name))).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 120_000)
})
