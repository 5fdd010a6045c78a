import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { parseCommandLine } from '../src/cli/arguments'
import { motoIsMissing } from '../testkit/moto/moto'
import { programIsMissing } from '../testkit/runner/program'
import { LocalEcs } from './cli/local-ecs'

const ROOT = join(import.meta.dirname, '..')
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => join('docs', name))]

interface Block {
  readonly page: string
  readonly text: string
}

/** Blocks for a shell. */
const blocks: readonly Block[] = PAGES.filter((page) => page.endsWith('.md')).flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = '']) => ({
    page,
    text,
  })),
)

/** Arguments of each call of langfuse-deploy, as the shell splits them. */
function callsIn(block: string): string[][] {
  const lines = block.split('\n').filter((line) => line.startsWith('langfuse-deploy '))
  const record = `langfuse-deploy() { printf '%s\\n' "$@"; printf '\\0'; }\n${lines.join('\n')}`
  const output = execFileSync('bash', ['-euc', record], { encoding: 'utf8' })
  return output
    .split('\0')
    .slice(0, -1)
    .map((call) => call.trimEnd().split('\n'))
}

test('each command of langfuse-deploy in a block is valid', () => {
  const calls = blocks.flatMap(({ page, text }) => callsIn(text).map((args) => ({ page, args })))
  expect(calls.length).toBeGreaterThan(15)
  const problems = calls.flatMap(({ page, args }) => {
    try {
      parseCommandLine(args)
      return []
    } catch (error) {
      return [`${page}: ${args.join(' ')}: ${String(error)}`]
    }
  })
  expect(problems).toEqual([])
})

const missing = motoIsMissing() ?? programIsMissing('aws', 'pip install awscli')

/** Programs that moto and this machine cannot serve, and `aws logs tail`, which version 1 of the AWS CLI lacks. */
const OTHERS = /^(?:gh|npm|cd|terraform|migration)\b|run-task|cloudformation/m
const awsBlocks = blocks
  .filter(({ text }) => /^(?:\w+=\S*\$\()?aws /m.test(text) && !OTHERS.test(text))
  .map(({ page, text }) => [page, text.replaceAll(/^aws logs tail .*$/gm, '').trim()] as const)
  .filter(([, text]) => text !== '')

;(missing === undefined ? describe : describe.skip)(`blocks on an account (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs
  beforeAll(async () => {
    ecs = await LocalEcs.start()
    for (const component of ['web', 'worker']) await ecs.createService(component)
    await new S3Client({ ...ecs.settings, forcePathStyle: true }).send(
      new CreateBucketCommand({
        Bucket: 'langfuse-blobs-123456789012-eu-central-1',
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    )
  }, 60_000)
  afterAll(() => ecs.stop())

  test('are found', () => {
    expect(awsBlocks.length).toBeGreaterThanOrEqual(5)
  })

  test.each(awsBlocks)('%s: %s', async (_, text) => {
    const { PATH = '' } = process.env
    const env = {
      PATH,
      AWS_ENDPOINT_URL: ecs.url,
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
      AWS_PAGER: '',
      // Of the reader.
      ...{ USER: 'user', PASSWORD: 'password', KEY: 'key' },
    }
    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', text], { env })
  })
})
