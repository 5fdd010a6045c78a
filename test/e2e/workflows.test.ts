import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Deployment } from '../../testkit/runner/deployment'
import type { FakeEvent } from '../../testkit/github/event'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { type Run, runWorkflow, type Start } from '../../testkit/runner/workflow-runner'
import { type Job, workflowsIn } from '../workflow-files'

const MINUTE = 60_000
const missing = stackEnvironmentIsMissing()

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

// One repository from its first day to its last; each test goes on where the one before it ended.
;(missing === undefined ? describe : describe.skip)(
  `the workflows, step by step (${missing ?? 'against local servers'})`,
  () => {
    let runtime: Deployment
    beforeAll(async () => {
      runtime = await Deployment.build()
    }, MINUTE)
    afterAll(() => runtime.tearDown(), MINUTE)

    const run = (
      file: string,
      event: FakeEvent,
      { folder = '.github/workflows', ...start }: Partial<Start> & { readonly folder?: string } = {},
    ): Promise<Run> => {
      const found = workflowsIn(folder).find((one) => one.file === `${file}.yml`)
      if (found === undefined) throw new Error(`there is no ${file}.yml`)
      return runWorkflow(found.workflow, { event, ...start }, runtime)
    }

    test.each(['deploy', 'drift', 'plan', 'refresh'])(
      '%s says that nothing is set up, and does nothing',
      async (file) => {
        runtime.push({ 'images.yaml': runtime.images })
        const ran = await run(file, file === 'plan' ? runtime.openPull() : runtime.onMain('push'))
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
        await runtime.bootstrap()
        const ran = await run('deploy', runtime.push({ 'images.yaml': runtime.images }))
        expect(outcomes(ran)).toEqual(DEPLOYED)
        expect(stepOf(ran, 'mirror')?.outputs).toMatchObject({ copied: '4' })
        expect(stepOf(ran, 'verify')?.outputs).toMatchObject({ version: '3.225.11' })
        expect(await runtime.runningVersion()).toBe('3.225.11')
      },
      12 * MINUTE,
    )

    test.each([
      [
        'an environment',
        (job: Job) => ({ ...job, environment: undefined }),
        'langfuse-deploy does not trust',
      ],
      [
        'the ID token',
        (job: Job) => ({ ...job, permissions: { contents: 'read' } }),
        'mirror has no ID token',
      ],
      [
        'the right name of an input',
        (job: Job) => ({
          ...job,
          steps: job.steps?.map((step) => ({ ...step, with: { ...step.with, rol: 'x' } })),
        }),
        'Unexpected input(s) rol',
      ],
    ])('a job that lacks %s fails', async (_, change, says) => {
      const deploy = workflowsIn('.github/workflows').find(({ file }) => file === 'deploy.yml')
      const mirror = deploy?.workflow.jobs['mirror'] ?? {}
      const jobs = { mirror: change(mirror) as Job }
      const ran = await runWorkflow({ ...deploy?.workflow, jobs }, { event: runtime.onMain('push') }, runtime)
      expect(outcomes(ran)['mirror']).toContain(says)
    })

    test(
      'refresh: what is newer is proposed, planned, commented and recorded; its merge is applied as it was shown',
      async () => {
        runtime.vars = { ...runtime.vars, REQUIRE_REVIEW: 'true' }
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '3.226.0')
        const ran = await run('refresh', runtime.onMain('schedule'))
        expect(outcomes(ran)).toEqual({ unset: 'skipped', refresh: 'success', plan: 'success' })
        const { github } = runtime.environment
        const [pull] = [...github.history.pulls.values()].filter(({ title }) => /3\.226\.0/.test(title))
        if (pull === undefined) throw new Error('nothing was proposed')
        const comments = github.comments.filter((comment) => comment.pull === pull.number)
        expect(comments.map(({ body }) => body)).toEqual([
          expect.stringContaining('terraform_data.migration'),
        ])
        expect(stepOf(ran, 'plan')?.outputs['record']).toMatch(/^s3:\/\/.*\/plans\//)

        // With REQUIRE_REVIEW, nothing is applied that the record does not hold: neither at once, nor after a failure.
        const push = runtime.merge(pull)
        runtime.environment.moto.denied.add('DescribeTasks')
        const failed = await run('deploy', push)
        runtime.environment.moto.denied.clear()
        expect(failed).toMatchObject({ apply: { result: 'failure' }, verify: { result: 'skipped' } })
        expect(stepOf(failed, 'apply')?.outputs).toMatchObject({ 'failure-reason': 'apply-failed' })
        const merged = await run('deploy', push)
        expect(outcomes(merged)).toEqual(DEPLOYED)
        expect(stepOf(merged, 'apply')?.summary).toContain('left of the plan that was reviewed in #')
        expect(stepOf(merged, 'verify')?.outputs).toMatchObject({ version: '3.226.0' })
        expect(await runtime.runningVersion()).toBe('3.226.0')
      },
      12 * MINUTE,
    )

    test(
      'refresh with a GitHub App: the pull request is that of the App, and nothing is planned here',
      async () => {
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '3.227.0')
        const before = runtime.vars
        runtime.vars = { ...before, REFRESH_APP_CLIENT_ID: 'Iv1.fake' }
        runtime.secrets = { REFRESH_APP_PRIVATE_KEY: '-----BEGIN RSA PRIVATE KEY-----' }
        const ran = await run('refresh', runtime.onMain('workflow_dispatch'))
        runtime.vars = before
        expect(outcomes(ran)).toEqual({ unset: 'skipped', refresh: 'success', plan: 'skipped' })
        const pull = [...runtime.environment.github.history.pulls.values()].at(-1)
        expect(pull?.author.login).toBe('acme-refresh[bot]')
      },
      2 * MINUTE,
    )

    test(
      'refresh with REFRESH_MODE = direct: what is newer is committed, and the deployment that it starts takes it in',
      async () => {
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '3.228.0')
        const before = runtime.vars
        runtime.vars = { ...before, REFRESH_MODE: 'direct', REQUIRE_REVIEW: '' }
        const ran = await run('refresh', runtime.onMain('schedule'))
        expect(outcomes(ran)).toEqual({ unset: 'skipped', refresh: 'success', plan: 'skipped' })
        const { started } = runtime.environment.github.state.workflows
        expect(started).toEqual([{ file: 'deploy.yml', ref: 'main' }])

        const deployed = await run('deploy', runtime.onMain('workflow_dispatch'))
        runtime.vars = before
        expect(outcomes(deployed)).toEqual(DEPLOYED)
        expect(stepOf(deployed, 'verify')?.outputs).toMatchObject({ version: '3.228.0' })
      },
      12 * MINUTE,
    )

    test(
      'plan, called by another repository: what is deployed is what it has, so there is nothing to change',
      async () => {
        const { github } = runtime.environment
        const sha = github.history.tipOf('main') ?? ''
        runtime.push({ ...github.state.git.filesAt(sha), 'langfuse.tfvars': '' })
        const ran = await run('plan', runtime.openPull(), { folder: 'examples/workflows' })
        expect(outcomes(ran)).toEqual({ langfuse: 'success' })
        expect(stepOf(ran, 'plan')?.outputs).toMatchObject({ 'has-changes': 'false' })
        expect(stepOf(ran, 'plan')?.outputs['comment-url']).toContain('#issuecomment-')
      },
      3 * MINUTE,
    )

    test(
      'plan of a fork: no variables, no credentials, no rights, and yet its format and validity are checked',
      async () => {
        const { vars } = runtime
        Object.assign(runtime, { vars: {}, isFork: true })
        const ran = await run('plan', runtime.openPull(true))
        Object.assign(runtime, { vars, isFork: false })
        expect(outcomes(ran)).toEqual({ unset: 'skipped', plan: 'success' })
        expect(stepOf(ran, 'plan')?.summary).toMatch(/fork/)
      },
      2 * MINUTE,
    )

    test(
      'drift: an issue is opened on what was changed outside, and closed once it is as it was',
      async () => {
        const retain = async (days: string): Promise<void> => {
          const group = ['--log-group-name', '/langfuse/web']
          await runtime.environment.aws('logs', 'put-retention-policy', ...group, '--retention-in-days', days)
        }
        const query = ['--log-group-name-prefix', '/langfuse/web', '--query', 'logGroups[0].retentionInDays']
        const days = String(await runtime.environment.aws('logs', 'describe-log-groups', ...query))
        await retain('1')
        const found = await run('drift', runtime.onMain('schedule'))
        expect(outcomes(found)).toEqual({ unset: 'skipped', drift: 'success' })
        expect(runtime.environment.github.issues.map(({ state, body }) => [state, body])).toEqual([
          ['open', expect.stringContaining('retention_in_days')],
        ])
        await retain(days)
        expect(outcomes(await run('drift', runtime.onMain('schedule')))).toMatchObject({ drift: 'success' })
        expect(runtime.environment.github.issues.map(({ state }) => state)).toEqual(['closed'])
      },
      5 * MINUTE,
    )

    test(
      'destroy: nothing but the name of the repository confirms it, and then the stack is gone',
      async () => {
        const refused = await run('destroy', runtime.onMain('workflow_dispatch'), {
          inputs: { confirmation: 'yes' },
        })
        expect(refused).toMatchObject({ confirm: { result: 'failure' }, destroy: { result: 'skipped' } })
        expect(await runtime.runningVersion()).toBe('3.228.0')

        const destroy = (): Promise<Run> =>
          run('destroy', runtime.onMain('workflow_dispatch'), { inputs: { confirmation: 'acme/langfuse' } })
        runtime.environment.moto.denied.add('DeleteCluster')
        const failed = await destroy()
        runtime.environment.moto.denied.clear()
        expect(stepOf(failed, 'apply')).toMatchObject({ outcome: 'success' })
        expect(stepOf(failed, 'Destroy')).toMatchObject({ outcome: 'failure' })
        const ran = await destroy()
        expect(outcomes(ran)).toEqual({ confirm: 'success', destroy: 'success' })
        // Nothing is built up again before the rest is destroyed.
        expect(stepOf(ran, 'apply')).toMatchObject({ outcome: 'skipped' })
        expect(ran['destroy']?.steps.at(-1)?.summary).toContain('Destroyed')
        expect(await runtime.environment.aws('ecs', 'list-clusters', '--query', 'clusterArns')).toEqual([])
        expect(await runtime.environment.aws('rds', 'describe-db-clusters', '--query', 'DBClusters')).toEqual(
          [],
        )
      },
      20 * MINUTE,
    )
  },
)
