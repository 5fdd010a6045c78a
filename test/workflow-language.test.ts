import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@actions/languageservice/validate'
import { describe, expect, test } from '@jest/globals'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'

/** Name of this repository in the documents. */
const COPY = { owner: 'acme', name: 'langfuse-deploy' }

const ROOT = join(import.meta.dirname, '..')
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  readonly name: string
  readonly description: string
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>
}

let count = 0

/** Lists what GitHub's language service, which editors use, reports about a workflow. */
async function problemsOf(text: string): Promise<string[]> {
  // The service keeps the content of an address.
  const document = TextDocument.create(`file:///.github/workflows/${count++}.yml`, 'yaml', 1, text)
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: ({ owner, name }) =>
        Promise.resolve(owner === COPY.owner && name === COPY.name ? action : undefined),
    },
  })
  return found
    .map(({ range, message }) => `line ${range.start.line + 1}: ${JSON.stringify(message)}`)
    .filter((problem) => !UNKNOWN.test(problem))
}

/** The inputs of other actions, and the output of refresh.yml, which other repositories call, are on GitHub only. */
const UNKNOWN = /: "(?:Unable to resolve action|Context access might be invalid: pull-requests"$)/

interface Sample {
  readonly name: string
  readonly text: string
}

/** Completes a list of steps or a part of a workflow. */
function asWorkflow(block: string): string {
  if (/^jobs:/m.test(block)) return block
  const steps = block.replace(/^(?=.)/gm, '      ')
  return `on: push\njobs:\n  sample:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}

/** The workflows and steps in the YAML blocks of a document. */
function samplesIn(path: string): Sample[] {
  const blocks = [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^( *)```yaml\n(.*?)^ *```/gms)]
  return blocks
    .map(([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
    .filter((block) => /^\s*(?:- )?(?:id|uses|run|jobs):/m.test(block))
    .map((block, index) => ({ name: `${path}, block ${index + 1}`, text: asWorkflow(block) }))
}

/** Paths below a folder of the repository with the given ending. */
const filesIn = (folder: string, end: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end) && !/(?:^|\/)(?:node_modules|\.terraform)\//.test(name))
    .map((name) => join(folder, name))

const files = [
  '.github/workflows',
  'examples/workflows',
  'examples/settings',
  'examples/environments',
].flatMap((folder) => filesIn(folder, '.yml'))
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'examples', 'terraform'].flatMap((folder) => filesIn(folder, '.md')),
]

describe('the language service of GitHub finds nothing', () => {
  const workflows = files.map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))
  const samples = documents.flatMap(samplesIn)

  test.each([...workflows, ...samples])('in $name', async ({ text }) => {
    expect(await problemsOf(text)).toEqual([])
  })

  test('and sees the samples of README and of the documents', () => {
    const seen = new Set(samples.map(({ name }) => name.split(',')[0]))
    expect([...seen]).toEqual(expect.arrayContaining(['README.md', 'docs/workflows.md']))
  })
})

const JOB = 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }'

// Without these, a service that reports nothing at all would pass.
test.each([
  ['an event without a colon in a flow mapping', `on: { push: , workflow_dispatch }\n${JOB}`],
  ['an unknown queue', `on: push\nconcurrency: { group: a, queue: most }\n${JOB}`],
  [
    'a queue whose runs are cancelled',
    `on: push\nconcurrency: { group: a, queue: max, cancel-in-progress: true }\n${JOB}`,
  ],
  ['an unknown permission', `on: push\npermissions: { content: read }\n${JOB}`],
  ['an unknown context', `on: push\n${JOB.replace('echo', "'${{ secret.X }}'")}`],
  [
    'an unknown input of this action',
    asWorkflow('- uses: acme/langfuse-deploy@v1\n  with:\n    command: plan\n    comand: plan\n'),
  ],
  ['a missing input of this action', asWorkflow('- uses: acme/langfuse-deploy@v1\n  with:\n    images: a\n')],
])('it reports %s', async (_, text) => {
  expect(await problemsOf(text)).not.toEqual([])
})
