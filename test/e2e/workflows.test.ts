import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Deployment } from '../../testkit/runner/deployment'
import type { FakeEvent } from '../../testkit/github/event'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { type Run, runWorkflow, type Start } from '../../testkit/runner/workflow-runner'
import { type Job, workflowsIn } from '../workflow-files'

const MINUTE = 60_000
const missing = stackEnvironmentIsMissing()

/** Results by job; a failed job also has the log of its steps. */
const outcomes = (run: Run): Record<string, string> =>
  Object.fromEntries(
    Object.entries(run).map(([name, { result, steps }]) => {
      const failed = steps.filter(({ outcome }) => outcome === 'failure')
      return [name, [result, ...failed.map((step) => `${step.name}: ${step.log}`)].join('\n')]
    }),
  )

/** Returns the step that ran, if one of the name did. */
const stepOf = (run: Run, name: string) => {
  const steps = Object.values(run).flatMap((job) => job.steps.filter((step) => step.name === name))
  return steps.find(({ outcome }) => outcome !== 'skipped') ?? steps[0]
}

/** Root module of a calling repository (examples/workflows/README.md). */
const ROOT_ELSEWHERE = {
  'langfuse/main.tf': readFileSync('terraform/langfuse/main.tf', 'utf8')
    .replace('"../modules/langfuse"', '"../.langfuse-deploy/terraform/modules/langfuse"')
    .replace('/../../images.yaml', '/../images.yaml')
    // The module's check of the default fails, which drift reports.
    .replace('you@example.com', 'admin@acme.test'),
  'langfuse/outputs.tf': readFileSync('terraform/langfuse/outputs.tf', 'utf8'),
}

const REFRESHED = { unset: 'skipped', refresh: 'success', report: 'success' }

const DEPLOYED = {
  unset: 'skipped',
  'other-branch': 'skipped',
  mirror: 'success',
  plan: 'success',
  apply: 'success',
  verify: 'success',
  'plan-revert': 'skipped',
}

// All tests use one repository, each from the state that the previous one left.
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
      '%s reports the missing setup and does nothing',
      async (file) => {
        runtime.push({ 'images.yaml': runtime.images })
        const ran = await run(file, file === 'plan' ? runtime.openPull() : runtime.onMain('push'))
        const { unset, ...others } = ran
        expect(unset).toMatchObject({ result: 'success' })
        expect(unset?.steps[0]?.log).toMatch(/::notice title=.*The repository variables are not set/)
        expect(Object.values(others).map(({ result }) => result)).toEqual(
          Object.keys(others).map(() => 'skipped'),
        )
      },
    )

    test(
      'deploy: the first push after bootstrap copies the images, applies the stack and reads a trace',
      async () => {
        await runtime.bootstrap()
        const ran = await run('deploy', runtime.push({ 'images.yaml': runtime.images }))
        expect(outcomes(ran)).toEqual(DEPLOYED)
        expect(stepOf(ran, 'mirror')?.outputs).toMatchObject({ copied: '4' })
        expect(stepOf(ran, 'verify')?.outputs).toMatchObject({ version: '4.50.0' })
        expect(await runtime.runningVersion()).toBe('4.50.0')
      },
      12 * MINUTE,
    )

    test(
      'deploy: a push without changes of the stack is planned and verified in one job',
      async () => {
        const ran = await run('deploy', runtime.push({ 'notes.txt': 'changes nothing' }))
        expect(outcomes(ran)).toEqual({ ...DEPLOYED, apply: 'skipped', verify: 'skipped' })
        expect(ran['plan']?.steps.map(({ name, outcome }) => [name, outcome]).slice(-2)).toEqual([
          ['plan', 'success'],
          ['verify', 'success'],
        ])
        expect(stepOf(ran, 'verify')?.outputs).toMatchObject({ version: '4.50.0' })
      },
      5 * MINUTE,
    )

    test.each([
      [
        'an environment, which its role does not expect,',
        (job: Job) => ({ ...job, environment: 'production' }),
        'langfuse-mirror does not trust',
      ],
      [
        'no ID token',
        (job: Job) => ({ ...job, permissions: { contents: 'read' } }),
        'mirror has no ID token',
      ],
      [
        'a wrong input name',
        (job: Job) => ({
          ...job,
          steps: job.steps?.map((step) => ({ ...step, with: { ...step.with, rol: 'x' } })),
        }),
        'Unexpected input(s) rol',
      ],
    ])('a job with %s fails', async (_, change, message) => {
      const deploy = workflowsIn('.github/workflows').find(({ file }) => file === 'deploy.yml')
      const mirror = deploy?.workflow.jobs['mirror'] ?? {}
      const jobs = { mirror: change(mirror) as Job }
      const ran = await runWorkflow({ ...deploy?.workflow, jobs }, { event: runtime.onMain('push') }, runtime)
      expect(outcomes(ran)['mirror']).toContain(message)
    })

    test(
      'refresh: newer images are proposed, planned, commented and recorded, and the merge applies the shown plan',
      async () => {
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '4.51.0')
        const ran = await run('refresh', runtime.onMain('schedule'))
        expect(outcomes(ran)).toEqual({ ...REFRESHED, plan: 'success' })
        const { github } = runtime.environment
        const [pull] = [...github.history.pulls.values()].filter(({ title }) => /4\.51\.0/.test(title))
        if (pull === undefined) throw new Error('nothing was proposed')
        const comments = github.comments.filter((comment) => comment.pull === pull.number)
        expect(comments.map(({ body }) => body)).toEqual([
          expect.stringContaining('module.langfuse.terraform_data.migration'),
        ])
        expect(stepOf(ran, 'plan')?.outputs['record']).toMatch(/^s3:\/\/.*\/plans\//)

        // Only recorded changes are applied, also after a failure.
        const push = runtime.merge(pull)
        runtime.environment.moto.denied.add('DescribeTasks')
        const failed = await run('deploy', push)
        runtime.environment.moto.denied.clear()
        expect(failed).toMatchObject({ apply: { result: 'failure' }, verify: { result: 'skipped' } })
        expect(stepOf(failed, 'apply')?.outputs).toMatchObject({ 'failure-reason': 'apply-failed' })

        // A failed verification proposes the commit that was deployed before, with its plan.
        runtime.langfuseFaults = { rejectedSpans: 'no such project' }
        const merged = await run('deploy', push)
        runtime.langfuseFaults = {}
        expect(merged).toMatchObject({ apply: { result: 'success' }, verify: { result: 'failure' } })
        expect(stepOf(merged, 'apply')?.summary).toContain('An earlier apply of the plan reviewed in #')
        expect(stepOf(merged, 'verify')?.outputs).toMatchObject({ version: '4.51.0' })
        expect(await runtime.runningVersion()).toBe('4.51.0')
        expect(outcomes(merged)['plan-revert']).toBe('success')
        const [revert] = [...github.history.pulls.values()].filter(({ title }) => /^Revert/.test(title))
        expect(revert).toMatchObject({ state: 'open', author: { login: 'github-actions[bot]' } })
        expect(revert?.body).toContain('| `langfuse-web` | `4.51.0` | `4.50.0` |')
        const [plan] = github.comments.filter((comment) => comment.pull === revert?.number)
        expect(plan?.body).toContain('module.langfuse.terraform_data.migration')
        if (revert !== undefined) revert.state = 'closed'
      },
      12 * MINUTE,
    )

    test(
      'refresh with a GitHub App: the App opens the pull request, and this run creates no plan',
      async () => {
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '4.52.0')
        const before = runtime.vars
        runtime.vars = { ...before, REFRESH_APP_CLIENT_ID: 'Iv1.fake' }
        runtime.secrets = { REFRESH_APP_PRIVATE_KEY: '-----BEGIN RSA PRIVATE KEY-----' }
        const ran = await run('refresh', runtime.onMain('workflow_dispatch'))
        runtime.vars = before
        expect(outcomes(ran)).toEqual({ ...REFRESHED, plan: 'skipped' })
        const pull = [...runtime.environment.github.history.pulls.values()].at(-1)
        expect(pull?.author.login).toBe('acme-refresh[bot]')
      },
      2 * MINUTE,
    )

    test(
      'refresh with mode: direct: newer images are committed, and a deployment is started',
      async () => {
        for (const name of ['langfuse', 'langfuse-worker']) runtime.publish(`langfuse/${name}`, '4.53.0')
        const ran = await run('refresh', runtime.onMain('schedule'), { inputs: { mode: 'direct' } })
        expect(outcomes(ran)).toEqual({ ...REFRESHED, plan: 'skipped' })
        const { started } = runtime.environment.github.state.workflows
        expect(started).toEqual([{ file: 'deploy.yml', ref: 'main' }])

        const inputs = { 'require-review': 'false' }
        const deployed = await run('deploy', runtime.onMain('workflow_dispatch'), { inputs })
        expect(outcomes(deployed)).toEqual(DEPLOYED)
        expect(stepOf(deployed, 'verify')?.outputs).toMatchObject({ version: '4.53.0' })
      },
      12 * MINUTE,
    )

    test(
      'plan, called by another repository: the plan of an unchanged stack is empty',
      async () => {
        const { github } = runtime.environment
        const sha = github.history.branchHead('main') ?? ''
        runtime.push({ ...github.state.git.filesAt(sha), ...ROOT_ELSEWHERE })
        const ran = await run('plan', runtime.openPull(), { folder: 'examples/workflows' })
        expect(outcomes(ran)).toEqual({ langfuse: 'success' })
        expect(stepOf(ran, 'plan')?.outputs).toMatchObject({ 'has-changes': 'false' })
        expect(stepOf(ran, 'plan')?.outputs['comment-url']).toContain('#issuecomment-')
      },
      3 * MINUTE,
    )

    test(
      'plan of a fork: format and validity are checked without variables, credentials and permissions',
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
      'drift: a change outside of Terraform opens an issue, and its removal closes the issue',
      async () => {
        const retain = async (days: string): Promise<void> => {
          const group = ['--log-group-name', '/langfuse/web']
          await runtime.environment.aws('logs', 'put-retention-policy', ...group, '--retention-in-days', days)
        }
        const query = ['--log-group-name-prefix', '/langfuse/web', '--query', 'logGroups[0].retentionInDays']
        const days = String(await runtime.environment.aws('logs', 'describe-log-groups', ...query))
        await retain('1')
        // The refresh before keeps a dashboard issue of its own.
        const driftIssues = (): readonly { readonly state: string; readonly body: string }[] =>
          runtime.environment.github.issues.filter(({ body }) =>
            body.startsWith('<!-- langfuse-deploy:drift:'),
          )
        const found = await run('drift', runtime.onMain('schedule'))
        expect(outcomes(found)).toEqual({
          unset: 'skipped',
          deployments: 'success',
          drift: 'success',
          report: 'success',
        })
        expect(driftIssues().map(({ state, body }) => [state, body])).toEqual([
          ['open', expect.stringContaining('retention_in_days')],
        ])
        await retain(days)
        expect(outcomes(await run('drift', runtime.onMain('schedule')))).toMatchObject({ drift: 'success' })
        expect(driftIssues().map(({ state }) => state)).toEqual(['closed'])
      },
      5 * MINUTE,
    )

    test(
      'destroy: only the repository name confirms it, and the stack is removed',
      async () => {
        const refused = await run('destroy', runtime.onMain('workflow_dispatch'), {
          inputs: { confirmation: 'yes' },
        })
        expect(refused).toMatchObject({ confirm: { result: 'failure' }, destroy: { result: 'skipped' } })
        expect(await runtime.runningVersion()).toBe('4.53.0')

        const destroy = (): Promise<Run> =>
          run('destroy', runtime.onMain('workflow_dispatch'), { inputs: { confirmation: 'acme/langfuse' } })
        runtime.environment.moto.denied.add('DeleteCluster')
        const failed = await destroy()
        runtime.environment.moto.denied.clear()
        expect(stepOf(failed, 'apply')).toMatchObject({ outcome: 'success' })
        expect(stepOf(failed, 'Destroy')).toMatchObject({ outcome: 'failure' })
        const ran = await destroy()
        expect(outcomes(ran)).toEqual({ confirm: 'success', destroy: 'success' })
        // A retry must not create resources again.
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
