import { expect, test } from '@jest/globals'
import { applyPlan, type ApplyRun } from '../../../src/commands/apply/apply-plan'
import type { Review } from '../../../src/commands/apply/review'
import type { Outcome } from '../../../src/commands/outcome'
import type { RootPlan } from '../../../src/commands/stack/terraform-root'
import type { Context } from '../../../src/github/context'
import { countChanges } from '../../../src/plan/counts'
import { parsePlan } from '../../../src/plan/plan'
import type { PlanRecord } from '../../../src/review/plan-record'
import { TERRAFORM } from '../../../src/plan/engine'
import type { ApplyResult, Terraform } from '../../../src/terraform/cli'
import { TerraformFailed } from '../../../src/terraform/error'
import { inputsOf, observedRuntime } from '../../../testkit/runner/runtime'

const PLAN_JSON = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  applyable: true,
  complete: true,
  errored: false,
}
const SERVICE = { mode: 'managed', type: 'aws_ecs_service', name: 'web', provider_name: 'aws' }
const PLAN = parsePlan(PLAN_JSON)
const PLANNED: RootPlan = {
  plan: PLAN,
  settings: [],
  runtimeValues: [],
  target: { workspace: 'default', account: undefined, region: undefined, state: 'local' },
  json: '{}',
  planFile: '/nowhere/plan.bin',
  counts: countChanges(PLAN),
  destructiveChanges: [],
  fingerprint: 'f',
  diagnostics: [],
  seconds: 1,
}
const EQUAL: Review = { kind: 'equal', record: {} as PlanRecord }

const FAILURE = new TerraformFailed({
  command: 'apply',
  directory: 'infra',
  exit: { exitCode: 1, signal: undefined },
  diagnostics: [],
  text: ['creating the database failed'],
  interrupted: false,
})

const result = (succeeded: boolean): ApplyResult => ({
  succeeded,
  exit: { exitCode: succeeded ? 0 : 1, signal: undefined },
  interrupted: false,
  report: {
    applied: [{ address: 'aws_vpc.main', action: 'create', seconds: 2 }],
    failed: [],
    unfinished: [],
    notStarted: [],
    actions: [],
    diagnostics: [],
    summary: undefined,
  },
  lock: undefined,
  unsavedState: undefined,
  failure: succeeded ? undefined : FAILURE,
})

interface Defects {
  readonly attempt?: Error
  readonly outputs?: Error
}

/** A run whose steps after the apply throw. */
function runWith(succeeded: boolean, { attempt, outputs }: Defects): ApplyRun {
  const terraform = {
    apply: () => Promise.resolve(result(succeeded)),
    engine: TERRAFORM,
    stateVersion: () => Promise.resolve(undefined),
    output: () => Promise.resolve(new Map([['password', { value: 'hunter2', sensitive: true }]])),
  } as unknown as Terraform
  return {
    inputs: inputsOf('apply', { stack: 'langfuse', 'sensitive-outputs': 'password' }),
    context: { sha: 'c'.repeat(40), runUrl: 'https://github.com/acme/langfuse/actions/runs/1' } as Context,
    root: {
      terraform,
      terraformVersion: '1.11.4',
      secrets: {
        redact: (text: string) => text,
        add: () => {
          if (outputs !== undefined) throw outputs
        },
        values: [],
      } as never,
      stateAccess: () => Promise.resolve(undefined),
      s3Session: () => Promise.reject(new Error('no session')),
    },
    history: {
      journal: () => Promise.resolve(undefined),
      begin: () => Promise.resolve(),
      addNothing: () => Promise.resolve(),
      addFailure: () => (attempt === undefined ? Promise.resolve() : Promise.reject(attempt)),
      addSuccess: () => Promise.resolve(),
    },
    isLastAttempt: true,
    runtime: observedRuntime(),
  }
}

async function report(run: ApplyRun): Promise<Outcome> {
  const outcome = await applyPlan(PLANNED, EQUAL, run)
  if (outcome === 'stale') throw new Error('the plan is not stale')
  return outcome
}

test('a failed apply is reported if its attempt cannot be recorded for an unexpected reason', async () => {
  const run = runWith(false, { attempt: new TypeError('boom') })
  const { summary, failure } = await report(run)
  expect(summary).toContain('`aws_vpc.main` created')
  expect(summary).toContain('The failed apply could not be recorded (boom).')
  expect(failure?.reason).toBe('apply-failed')
  expect(failure?.message).toContain('creating the database failed')
})

test('a failed service of ECS adds its cause after the error of Terraform', async () => {
  const address = 'aws_ecs_service.web'
  const change = { actions: ['update'], before: {}, after: {} }
  const plan = parsePlan({ ...PLAN_JSON, resource_changes: [{ ...SERVICE, address, change }] })
  const message =
    'waiting for ECS Service (arn:aws:ecs:eu-central-1:123456789012:service/langfuse/web): timeout'
  const failed = [{ address, message, action: 'update', seconds: 1200, done: [] }]
  const run = runWith(false, {})
  const apply = () => Promise.resolve({ ...result(false), report: { ...result(false).report, failed } })
  const root = { ...run.root, terraform: Object.assign(run.root.terraform, { apply }) }
  const outcome = await applyPlan({ ...PLANNED, plan }, EQUAL, { ...run, root })
  if (outcome === 'stale') throw new Error('the plan is not stale')
  expect(outcome.failure?.message).toMatch(
    /creating the database failed[^]*ECS service web: ECS's reason could not be read \(no session\)/,
  )
  expect(outcome.summary).toContain('#### Why ECS stopped the tasks')
})

test('a failed apply is reported if the state cannot be checked for an unexpected reason', async () => {
  const applied = {
    ...result(false),
    lock: { kind: 'orphaned', id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' },
  } as unknown as ApplyResult
  const run = runWith(false, {})
  const terraform = {
    output: () => Promise.resolve(new Map()),
    stateVersion: () => Promise.resolve(undefined),
    apply: () => Promise.resolve(applied),
    engine: TERRAFORM,
    forceUnlock: () => {
      throw new TypeError('boom')
    },
  } as unknown as Terraform
  const root = { ...run.root, terraform }
  const { summary, failure } = await report({ ...run, root })
  expect(summary).toContain('`aws_vpc.main` created')
  expect(summary).toContain(
    'The state and its lock could not be checked (boom). Check both before the next apply.',
  )
  expect(failure?.reason).toBe('apply-failed')
})

test('a successful apply is reported if its outputs cannot be read for an unexpected reason', async () => {
  const run = runWith(true, { outputs: new TypeError('boom') })
  const { summary, warnings, outputs, failure } = await report(run)
  expect(failure).toBeUndefined()
  expect(summary).toContain('✅ Applied')
  expect(outputs['terraform-outputs']).toBe('{}')
  expect(warnings).toEqual([
    'sensitive-outputs lists password, which is not an output of the root module. Correct or remove it.',
    "Terraform's outputs could not be read (boom). The output terraform-outputs is empty.",
  ])
})
