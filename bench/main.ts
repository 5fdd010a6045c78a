import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { cold, large, largePlain, roundTrips, streams } from './cases/copies'
import { memory } from './cases/memory'
import { plan } from './cases/plan'
import { render } from './cases/render'
import { start } from './cases/start'
import { warm } from './cases/warm'
import type { Bench, Case, CaseResult } from './case'
import { renderTable, renderVerdicts } from './report'
import { action, otherTools, versions } from './tools'
import { findNode24, installNode24 } from '../testkit/node24/node24'

const CASES: Readonly<Record<string, Case>> = {
  start,
  large,
  'large-plain': largePlain,
  streams,
  'round-trips': roundTrips,
  warm,
  cold,
  memory,
  plan,
  render,
}
const ROOT = join(import.meta.dirname, '..')

const USAGE = `npm run bench -- [case …] [options]

Cases: ${Object.keys(CASES).join(', ')}. Default: all.
  --runs N         rounds per case; each tool runs once per round (default 5)
  --node24         run the bundle on Node 24, as the runner does
  --bundle FILE    measure this bundle instead of dist/index.js
  --against FILE   also compare with this bundle
  --alone          without skopeo and crane
Registries store their files in TMPDIR.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    node24: { type: 'boolean', default: false },
    bundle: { type: 'string', default: join(ROOT, 'dist/index.js') },
    against: { type: 'string' },
    alone: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const unknown = positionals.find((name) => !(name in CASES))
  if (values.help || unknown !== undefined) {
    console.log(unknown === undefined ? USAGE : `Unknown case '${unknown}'.\n\n${USAGE}`)
    return
  }
  const node = values.node24 ? installNode24() : process.execPath
  for (const file of [node, values.bundle]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: npm ci && npm run build`)
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    await run(folder, node)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function run(folder: string, node: string): Promise<void> {
  const ours = action('ours', { node, bundle: values.bundle, folder })
  const others =
    values.against === undefined ? [] : [action('other', { node, bundle: values.against, folder })]
  const installed = values.alone ? [] : otherTools(folder)
  const bench: Bench = {
    ours,
    tools: [ours, ...others, ...installed],
    runs: Number(values.runs),
    nodes: nodes(node),
    node,
    bundle: values.bundle,
  }
  const results: CaseResult[] = []
  for (const name of positionals.length > 0 ? positionals : Object.keys(CASES)) {
    process.stderr.write(`${name}\n`)
    const result = await CASES[name]?.(bench)
    if (result !== undefined) results.push(result)
  }
  const head = [`Node ${versionOf(node)}`, ...versions(installed)].join(', ')
  console.log(`\n${head}; medians of ${bench.runs} rounds\n`)
  console.log(renderTable(results.flatMap(({ groups }) => groups)))
  console.log(`\n${renderVerdicts(results.flatMap(({ verdicts }) => verdicts))}`)
}

/** Node binaries by version: the requested one, the one on PATH and Node 24. */
function nodes(node: string): Map<string, string> {
  // npm puts node_modules/.bin first on PATH.
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
  const own = folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path))
  const found = [node, own, findNode24()].filter(
    (path): path is string => path !== undefined && existsSync(path),
  )
  return new Map(found.map((path) => [versionOf(path), path]))
}

const versionOf = (node: string): string =>
  execFileSync(node, ['-p', 'process.versions.node']).toString().trim()

await main()
