import { dirname } from 'node:path'
import type { Context } from '../../github/context'
import type { ApplyInputs } from '../../inputs/inputs'
import { parseEngineVersion } from '../../plan/engine'
import { isReadOnly } from '../../plan/plan'
import { actionAdvice, endedActionsAdvice } from '../../report/action-advice'
import { type PlannedEffects, renderApply } from '../../report/apply'
import type { DestructiveChange } from '../../review/destroy-guard'
import { stateOutcomeOf } from '../../terraform/apply-outcome'
import type { ApplyReport } from '../../terraform/apply-progress'
import type { ApplyResult } from '../../terraform/cli'
import { codeSpan } from '../../text/markdown'
import { messageOf, reasonOf } from '../failure'
import type { Failure, Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { writeJournal } from '../stack/apply-journal'
import { explainFailedServices, type FailedService, serviceSentences } from '../stack/failed-services'
import { writeMaskedAddresses } from '../stack/masked-addresses'
import { countOutputs } from '../stack/plan-outcome'
import { recoverApply, type Recovery } from '../stack/recovery'
import { readOutputs } from '../stack/stack-outputs'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'
import { inputWarnings } from '../stack/input-warnings'
import type { ApplyHistory } from './apply-history'
import { describeRemaining, type Review } from './review'

export interface ApplyRun {
  readonly inputs: ApplyInputs
  readonly context: Context
  readonly root: Pick<
    TerraformRoot,
    'terraform' | 'terraformVersion' | 'secrets' | 'stateAccess' | 's3Session'
  >
  readonly history: Pick<ApplyHistory, 'journal' | 'begin' | 'addFailure' | 'addNothing' | 'addSuccess'>
  /** Whether a stale plan is a failure. */
  readonly isLastAttempt: boolean
  readonly runtime: Runtime
}

type ApplyOutcome = 'applied' | 'failed' | 'cancelled'

/**
 * Applies a plan. After the apply nothing throws, because the report must list the changed resources.
 *
 * @returns `stale` if the state has changed since the plan and nothing was applied
 * @throws TerraformCancelled, TerraformNotStarted before the apply
 */
export async function applyPlan(
  planned: RootPlan,
  review: Review,
  run: ApplyRun,
): Promise<Outcome | 'stale'> {
  const { inputs, context, root, runtime } = run
  const startedMs = runtime.clock.now()
  await beginRecord(planned, review, run)
  const ended = await runApply(planned, run)
  const outcome = ended.interrupted ? 'cancelled' : ended.succeeded ? 'applied' : 'failed'
  if (outcome === 'failed' && isStale(ended) && !run.isLastAttempt) return 'stale'
  const { applied, sentences: recovery } = await recover(planned, { applied: ended, outcome }, run)
  recovery.push(...(await recordResult(planned, { review, applied, outcome }, run)))
  const services = await explainServices(planned, { applied, outcome }, run)
  const outputs = await readOutputs(root, inputs.sensitiveOutputs).catch((error: unknown) => {
    recovery.push(
      `${parseEngineVersion(root.terraformVersion).engine.title}'s outputs could not be read (${messageOf(error)}). The output terraform-outputs is empty.`,
    )
    return { json: '{}', warnings: [] }
  })
  const summary = renderApply(withExplanation(applied), {
    ...{ stack: inputs.stack, terraformVersion: root.terraformVersion, outcome, recovery },
    ...{ runUrl: context.runUrl, commit: context.sha, redact: root.secrets.redact },
    seconds: (runtime.clock.now() - startedMs) / 1000,
    ...{ planned: plannedEffects(planned), services },
    nextStep: outcome === 'failed' && applied.lock === undefined ? applied.failure?.advice : undefined,
  })
  return {
    outputs: { ...countOutputs(planned.counts), 'terraform-outputs': outputs.json },
    summary: [summary, ...permissions(planned, review).map(root.secrets.redact)].join('\n\n'),
    warnings: [
      ...inputWarnings(planned, inputs),
      ...outputs.warnings,
      ...(review.kind === 'none' ? [`Applied without a reviewed plan. ${review.reason}`] : []),
      ...(outcome === 'applied' ? recovery.map(root.secrets.redact) : []),
    ],
    annotations: [],
    failure: applyFailure(applied, outcome, { recovery, services, redact: root.secrets.redact }),
  }
}

/** A run that is killed or lost leaves what a re-run needs. */
async function beginRecord(
  planned: RootPlan,
  review: Review,
  { root, history, runtime }: ApplyRun,
): Promise<void> {
  await writeMaskedAddresses(dirname(planned.planFile), planned.plan, root.secrets.redact)
  if (review.kind !== 'equal' && review.kind !== 'remaining') return
  try {
    const journal = await history.journal(planned, review.record, new Date(runtime.clock.wallClockMs()))
    if (journal === undefined) return
    await writeJournal(dirname(planned.planFile), journal)
    await history.begin(journal)
  } catch (error) {
    runtime.log.info(
      `The beginning of the apply could not be recorded (${messageOf(error)}). If this run is lost, a re-run cannot complete it.`,
    )
  }
}

async function runApply({ planFile }: RootPlan, { inputs, root, runtime }: ApplyRun): Promise<ApplyResult> {
  const { parallelism, lockTimeout, varFiles, variables } = inputs
  runtime.log.group(`${parseEngineVersion(root.terraformVersion).engine.command} apply`)
  try {
    return await root.terraform.apply(planFile, { parallelism, lockTimeout, varFiles, variables })
  } finally {
    runtime.log.endGroup()
  }
}

function explainServices(
  { plan }: RootPlan,
  { applied: { report }, outcome }: Pick<ApplyEnd, 'applied' | 'outcome'>,
  { root, runtime }: ApplyRun,
): Promise<readonly FailedService[]> {
  if (outcome !== 'failed') return Promise.resolve([])
  const query = { plan, openSession: () => root.s3Session(), redact: root.secrets.redact }
  return explainFailedServices(report, query, runtime)
}

async function recover(
  planned: RootPlan,
  { applied, outcome }: Pick<ApplyEnd, 'applied' | 'outcome'>,
  { root, runtime }: ApplyRun,
): Promise<Recovery> {
  const { engine } = parseEngineVersion(root.terraformVersion)
  const { actionInvocations } = planned.plan
  const advice = actionAdvice({ planned: actionInvocations, report: applied.report, outcome, engine })
  if (outcome === 'applied') return { applied, sentences: advice }
  const recovery = await recoverApply(applied, root, runtime).catch((error: unknown) => ({
    applied,
    sentences: [
      `The state and its lock could not be checked (${messageOf(error)}). Check both before the next apply.`,
    ],
  }))
  return { ...recovery, sentences: [...recovery.sentences, ...advice] }
}

/** Terraform reports no error when it crashes or is killed. */
const withExplanation = ({ report, failure }: ApplyResult): ApplyReport => ({
  ...report,
  diagnostics: failure?.diagnostics ?? report.diagnostics,
})

const plannedEffects = ({ plan, counts }: RootPlan): PlannedEffects => ({
  moved: counts.move,
  imported: counts.import,
  changedOutputs: plan.outputs.filter(({ kind }) => !isReadOnly(kind)).map(({ name }) => name),
  actions: plan.actionInvocations,
})

/** Terraform compares lineage and serial before it changes anything. */
const isStale = ({ failure }: ApplyResult): boolean =>
  failure?.diagnostics.some(({ summary }) => /Saved plan is stale/i.test(summary)) === true

interface ApplyEnd {
  readonly review: Review
  readonly applied: ApplyResult
  readonly outcome: ApplyOutcome
}

/** Returns sentences about what could not be recorded. */
async function recordResult(
  planned: RootPlan,
  { review, applied, outcome }: ApplyEnd,
  { history, runtime }: ApplyRun,
): Promise<string[]> {
  try {
    if (outcome === 'applied') await history.addSuccess(planned, new Date(runtime.clock.wallClockMs()))
    else if (review.kind === 'equal' || review.kind === 'remaining') {
      // An apply that changed nothing leaves nothing to complete.
      if (hasChangedState(applied)) await history.addFailure(planned, review.record)
      else await history.addNothing()
    }
    return []
  } catch (error) {
    return [
      outcome === 'applied'
        ? `The apply could not be recorded (${messageOf(error)}). Later runs cannot tell that older commits are superseded.`
        : `The failed apply could not be recorded (${messageOf(error)}). A re-run cannot complete it. Open a new pull request for the remaining changes; an empty commit is enough.`,
    ]
  }
}

const hasChangedState = ({ report }: ApplyResult): boolean => stateOutcomeOf(report) !== 'unchanged'

function applyFailure(
  { failure }: ApplyResult,
  outcome: ApplyOutcome,
  details: {
    readonly recovery: readonly string[]
    readonly services: readonly FailedService[]
    readonly redact: (text: string) => string
  },
): Failure | undefined {
  if (outcome === 'applied') return undefined
  const { recovery, services, redact } = details
  const sentences = [...serviceSentences(services), ...recovery]
  const message = redact([failure?.message ?? '', ...sentences].join('\n').trim())
  if (outcome === 'cancelled') return { reason: 'cancelled', message }
  const reason = reasonOf(failure)
  return { reason: reason === 'terraform-failed' ? 'apply-failed' : reason, message }
}

const permissions = ({ destructiveChanges }: RootPlan, review: Review): string[] => [
  ...allowedSentence(destructiveChanges),
  ...reviewSentence(review),
]

function allowedSentence(changes: readonly DestructiveChange[]): string[] {
  const allowed = changes.filter(({ verdict }) => verdict === 'allowed')
  if (allowed.length === 0) return []
  return [`Permitted by \`allow-destroy\`: ${allowed.map(({ address }) => codeSpan(address)).join(', ')}.`]
}

function reviewSentence(review: Review): string[] {
  if (review.kind === 'batch') return [batchSentence(review)]
  if (review.kind === 'remaining')
    return [describeRemaining(review), ...endedActionsAdvice(review.endedActions)]
  return review.kind === 'unchanged'
    ? [
        `All changes reviewed in #${review.pull} are already applied.`,
        ...endedActionsAdvice(review.endedActions),
      ]
    : []
}

function batchSentence({ sources }: Extract<Review, { kind: 'batch' }>): string {
  const byPull = new Map<number, string[]>()
  for (const { address, pull } of sources) byPull.set(pull, [...(byPull.get(pull) ?? []), codeSpan(address)])
  const lines = [...byPull].map(([pull, addresses]) => `- #${pull}: ${addresses.join(', ')}`)
  return ['Changes of several pull requests were applied together:', '', ...lines].join('\n')
}
