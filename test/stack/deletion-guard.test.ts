import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../testkit/terraform/terraform'
import { TerraformRoot } from '../../testkit/terraform/root'

const GUARD = 'terraform_data.deletion_guard'

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

describeWithTerraform('deletion guard', () => {
  test('depends on every resource of the stack, so a destroy fails before it deletes anything', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'guard-'))
    try {
      const root = join(directory, 'terraform', 'langfuse')
      await cp('terraform/langfuse', root, {
        recursive: true,
        filter: (source) => !source.includes('.terraform/'),
      })
      await cp('images.yaml', join(directory, 'images.yaml'))
      const terraform = TerraformRoot.open(root)
      // The S3 backend would need credentials.
      await writeFile(join(root, 'backend_override.tf'), 'terraform {\n  backend "local" {}\n}\n')
      await terraform.succeed(['init'], {})
      const dot = await terraform.succeed(['graph'], {})

      const resources = [...dot.matchAll(/^\s*"([^"]+)" \[label=/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !/(^|\.)data\./.test(name))
      const guarded = reachable(GUARD, parseEdges(dot))

      expect(resources.length).toBeGreaterThan(100)
      expect(resources.filter((name) => !guarded.has(name))).toEqual([])
    } finally {
      await rm(directory, { recursive: true })
    }
  }, 120_000)
})
