import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Deployment } from '../fakes/deployment'
import type { FakeEvent } from '../fakes/github-event'
import { stackHouseIsMissing } from '../fakes/stack-house'
import { type Run, runWorkflow } from '../fakes/workflow-runner'
import { workflowsIn } from '../workflow-files'

const MINUTE = 60_000
const missing = stackHouseIsMissing()

/** What became of each job; of one that failed, what its steps said. */
const outcomes = (run: Run): Record<string, string> =>
  Object.fromEntries(
    Object.entries(run).map(([name, { result, steps }]) => {
      const failed = steps.filter(({ outcome }) => outcome === 'failure')
      return [name, [result, ...failed.map((step) => `${step.name}: ${step.log}`)].join('\n')]
    }),
  )

const stepOf = (run: Run, name: string) =>
  Object.values(run)
    .flatMap(({ steps }) => steps)
    .find((step) => step.name === name)

const DEPLOYED = { unset: 'skipped', mirror: 'success', plan: 'success', apply: 'success', verify: 'success' }

// One repository from its first day on; each test goes on where the one before it ended.
;(missing === undefined ? describe : describe.skip)(
  `the workflows, step by step (${missing ?? 'against local servers'})`,
  () => {
    let world: Deployment
    beforeAll(async () => {
      world = await Deployment.build()
    }, MINUTE)
    afterAll(() => world.tearDown(), MINUTE)

    const run = (file: string, event: FakeEvent): Promise<Run> => {
      const found = workflowsIn('.github/workflows').find((one) => one.file === `${file}.yml`)
      if (found === undefined) throw new Error(`there is no ${file}.yml`)
      return runWorkflow(found.workflow, { event }, world)
    }

    test.each(['deploy', 'drift', 'plan', 'refresh'])(
      '%s says that nothing is set up, and does nothing',
      async (file) => {
        world.push({ 'images.yaml': world.images })
        const ran = await run(file, file === 'plan' ? world.openPull() : world.onMain('push'))
        const { unset, ...others } = ran
        expect(unset).toMatchObject({ result: 'success' })
        expect(unset?.steps[0]?.log).toMatch(/::notice title=.*The variables of this repository are not set/)
        expect(Object.values(others).map(({ result }) => result)).toEqual(
          Object.keys(others).map(() => 'skipped'),
        )
      },
    )

    test(
      'deploy: the first push after bootstrap copies the images, applies the stack and reads a trace back',
      async () => {
        await world.bootstrap()
        const ran = await run('deploy', world.push({ 'images.yaml': world.images }))
        expect(outcomes(ran)).toEqual(DEPLOYED)
        expect(stepOf(ran, 'mirror')?.outputs).toMatchObject({ copied: '4' })
        expect(stepOf(ran, 'verify')?.outputs).toMatchObject({ version: '3.225.11' })
        expect(await world.runningVersion()).toBe('3.225.11')
      },
      12 * MINUTE,
    )

    test('no token was given to two jobs that may do different things', () => {
      expect(new Set(world.tokens.values()).size).toBe(world.tokens.size)
    })
  },
)
