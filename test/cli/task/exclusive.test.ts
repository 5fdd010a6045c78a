import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { Cluster } from '../../../src/cli/aws/ecs'
import { AwsConnection } from '../../../src/cli/aws/connection'
import { OtherTaskRuns, runExclusive } from '../../../src/cli/task/exclusive'
import { ambientSession } from '../../../src/aws/session'
import { motoIsMissing } from '../../../testkit/moto/moto'
import { compileProgram } from '../../../scripts/programs.js'
import { LocalEcs } from '../local-ecs'

/** Runs until it is stopped. */
const source = 'export const run = () => new Promise((resolve) => setTimeout(resolve, 600_000))'
const missing = motoIsMissing()

;(missing === undefined ? describe : describe.skip)(`an exclusive task (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs
  let cluster: Cluster
  let progress: string[] = []
  const runtime = {
    readProgram: () => Promise.resolve({ start: compileProgram('start'), source }),
    progress: (line: string) => progress.push(line),
  }

  beforeAll(async () => {
    ecs = await LocalEcs.start()
    await ecs.createService('worker')
    const environment = {
      env: { AWS_ENDPOINT_URL: ecs.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      mask: () => undefined,
      proxyUrl: () => undefined,
    }
    Object.assign(process.env, environment.env)
    const session = await ambientSession({ region: 'eu-central-1', allowedAccountIds: [] }, environment)
    cluster = new Cluster('langfuse', new AwsConnection(session, environment))
  }, 60_000)
  afterEach(async () => {
    progress = []
    ecs.answer = () => undefined
    for (const { arn } of await cluster.tasks({ family: 'langfuse-worker' })) await cluster.stopTask(arn)
  })
  afterAll(() => ecs.stop())

  const run = async (backup: string) => {
    const { taskDefinition, network } = await cluster.service('langfuse-worker')
    return runExclusive(
      cluster,
      { name: 'restore-clickhouse', taskDefinition, network, args: { backup } },
      runtime,
    )
  }

  test('starts a task', async () => {
    const started = await run('full/1')
    expect((await cluster.tasks({ family: 'langfuse-worker' })).map(({ arn }) => arn)).toEqual([started.arn])
    expect(progress).toEqual([])
  })

  test('is the running one of the same program and arguments', async () => {
    const first = await run('full/1')
    expect((await run('full/1')).arn).toBe(first.arn)
    expect(progress).toEqual(['Following the task that another run of the command has started'])
  })

  test('does not start while the program runs with other arguments', async () => {
    const first = await run('full/1')
    const error = await run('full/2').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OtherTaskRuns)
    expect(String(error)).toContain(`Another run of langfuse-deploy has started the task ${first.arn}, which`)
    expect(await cluster.tasks({ family: 'langfuse-worker' })).toHaveLength(1)
  })

  test('is one of two that start at the same moment', async () => {
    let asked = 0
    // Neither sees the task of the other before it has started its own.
    ecs.answer = (operation) => {
      if (operation !== 'ListTasks') return undefined
      asked += 1
      return asked > 2
        ? undefined
        : { status: 200, type: 'application/x-amz-json-1.1', body: '{"taskArns":[]}' }
    }
    const [first, second] = await Promise.all([run('full/1'), run('full/1')])
    expect(second.arn).toBe(first.arn)
    expect((await cluster.tasks({ family: 'langfuse-worker' })).map(({ arn }) => arn)).toEqual([first.arn])
  })
})
