import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FakeEcr } from '../testkit/aws/ecr'
import { installNode24 } from '../testkit/node24/node24'
import { runStep, type StepResult } from '../testkit/runner/step'
import { MirrorDemo } from '../testkit/runner/mirror-demo'

const ROLE = 'arn:aws:iam::123456789012:role/deploy'

const node24 = getNode24()

describe.each([
  ['this Node', process.execPath],
  ...(node24 === undefined || node24 === process.execPath ? [] : [['Node 24, as on the runner', node24]]),
] as [string, string][])('the bundle on %s', (_, node) => {
  let ecr: FakeEcr
  let stage: MirrorDemo

  beforeAll(async () => {
    ecr = await FakeEcr.start()
    stage = await MirrorDemo.create()
  })
  afterAll(() => Promise.all([ecr.stop(), stage.remove()]))

  const step = (inputs: Record<string, string>, files: Record<string, string>): Promise<StepResult> => {
    return runStep({
      node,
      files,
      env: ecr.aws.env,
      inputs: { command: 'mirror', 'aws-region': 'eu-central-1', 'role-to-assume': ROLE, ...inputs },
    })
  }

  test('mirrors, with nothing but what the runner gives it', async () => {
    const { exitCode, outputs, summary, log } = await step({}, { 'images.yaml': stage.file })
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
    expect(outputs).toMatchObject({
      copied: '1',
      images: JSON.stringify({ app: `${ecr.registry.host}/langfuse/app@${stage.digest('app')}` }),
    })
    expect(summary).toContain('## ✅ 1 image mirrored')
    expect(ecr.registry.isComplete('langfuse/app', '1.0')).toBe(true)
    expect(log).toContain(`::add-mask::${ecr.aws.password.replaceAll('%', '%25')}`)
    const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    expect(shown.join('\n')).not.toContain(ecr.aws.password)
    expect(log).not.toMatch(/warning/i)
  })

  test('copies nothing twice', async () => {
    const { exitCode, outputs } = await step({}, { 'images.yaml': stage.file })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ copied: '0', bytes: '0' })
  })

  test('annotates the problems of images.yaml at their lines, and fails once', async () => {
    const { exitCode, outputs, log } = await step({}, { 'images.yaml': 'images:\n  app:\n    sorce: x\n' })
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('invalid-images')
    expect(log).toContain("::error file=images.yaml,line=3,col=5::unknown key 'sorce' in image 'app'")
  })

  test.each([
    ['a missing file', {}, {}, 'the file cannot be read (ENOENT)'],
    ['an empty file', {}, { 'images.yaml': '' }, 'the file is empty'],
    ['a file that is not YAML', {}, { 'images.yaml': 'images: [' }, 'images.yaml:1:'],
    ['tabs', {}, { 'images.yaml': 'images:\n\tapp:\n' }, 'images.yaml:2:1: '],
    ['an unknown command', { command: 'miror' }, {}, "command: 'miror' is not one of mirror"],
    [
      'several wrong inputs',
      { concurrency: '0', 'dry-run': 'yes' },
      {},
      "dry-run: 'yes' is not true or false",
    ],
  ])('says what is wrong with %s', async (_name, inputs, files, words) => {
    const { exitCode, log, summary } = await step(inputs, files)
    expect(exitCode).toBe(1)
    expect(log).toContain(words)
    expect(summary).toContain('❌')
    expect(ecr.registry.openUploads).toBe(0)
  })
})

/** Node 24; without it, the tests run on this Node only, with a sentence that says why. */
function getNode24(): string | undefined {
  try {
    return installNode24()
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    console.warn(`Skipped on Node 24, which could not be installed from npm: ${String(error)}`)
    return undefined
  }
}
