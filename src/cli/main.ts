#!/usr/bin/env node
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { proxyFor } from '../http/proxy'
import { systemClock } from '../http/system-clock'
import { errorMessage } from '../text/sanitize'
import { Cancelled } from './error'
import { runCommandLine } from './run'
import type { CliEnvironment } from './runtime'

/** The build puts the programs into a folder next to the bundle. */
async function readModule(name: string): Promise<string> {
  const bundle = await realpath(process.argv[1] ?? '')
  return readFile(join(dirname(bundle), 'programs', `${name}.js`), 'utf8')
}

const environment: CliEnvironment = {
  env: process.env,
  // Nothing that the CLI prints contains a secret.
  mask: () => undefined,
  proxyUrl: (url) => proxyFor(url, process.env),
  clock: systemClock,
  print: (line) => process.stdout.write(`${line}\n`),
  progress: (line) => process.stderr.write(`${line}\n`),
  readProgram: async (name) => ({ start: await readModule('start'), source: await readModule(name) }),
  onInterrupt: (describe) => {
    const end = (signal: NodeJS.Signals): void => {
      process.stderr.write(`${describe()}\n`)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    const signals = ['SIGINT', 'SIGTERM'] as const
    for (const signal of signals) process.once(signal, end)
    return () => {
      for (const signal of signals) process.off(signal, end)
    }
  },
  directory: process.cwd(),
  packageDirectory: async () => join(dirname(await realpath(process.argv[1] ?? '')), '../..'),
  loadTrust: async () => {
    const { loadPublicTrust } = await import('../github/provenance')
    // A new directory: another user of the machine must not prepare the cache.
    const cache = await mkdtemp(join(tmpdir(), 'langfuse-deploy-'))
    try {
      return await loadPublicTrust(cache)
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  },
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), environment)
} catch (error) {
  const isOurs = error instanceof Error && 'reason' in error
  process.stderr.write(`langfuse-deploy: ${isOurs ? error.message : errorMessage(error)}\n`)
  // As a shell reports a program that SIGINT ended.
  process.exitCode = error instanceof Cancelled ? 130 : 1
}
