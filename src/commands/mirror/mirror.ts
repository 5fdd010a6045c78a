import { Progress } from '../../github/progress'
import type { PinnedImage } from '../../images/images-yaml'
import type { MirrorInputs } from '../../inputs/inputs'
import { copyImages } from '../../registry/copy'
import { type CopyPlan, type ImageJob, planCopies } from '../../registry/copy-plan'
import { transferLimiter } from '../../registry/transfer-limit'
import { type MirrorReport, type MirrorRow, mirrorSentence, renderMirror } from '../../report/mirror'
import { findingsText } from '../../report/scan-findings'
import { formatBytes } from '../../text/format'
import { readImages, selectImages } from '../images-file'
import type { Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import type { SourceRegistries } from '../source-registries'
import {
  annotateImages,
  bytesToSend,
  checkReferrers,
  copiedResult,
  dryRunResult,
  failedResult,
  logLine,
  mirrorFailure,
  mirrorOutputs,
  type MirrorResult,
} from './result'
import type { TargetRegistry } from './target-registry'

const PROGRESS_INTERVAL_MS = 3_000

export interface MirrorRegistries {
  readonly sources: SourceRegistries
  readonly target: Promise<TargetRegistry>
  readonly warnings: readonly string[]
}

/**
 * Copies the images that the target does not have.
 *
 * @throws InvalidImages, InvalidInput, AwsError, HttpError before the first copy
 */
export async function mirror(
  inputs: MirrorInputs,
  { sources, target: opening, warnings }: MirrorRegistries,
  runtime: Runtime,
): Promise<Outcome> {
  const startedMs = runtime.clock.now()
  // Errors of the file are reported before errors of the target.
  const images = selectImages((await readImages(inputs.images, runtime)).images, inputs.only)
  const jobs = images.map((image) => copyJob(image, inputs.prefix, sources))
  // Opened while the target answers.
  for (const source of new Set(jobs.map((job) => job.source))) source.prepare({ bulk: 1 })
  const target = await opening
  const plans = await planCopies(jobs, {
    ...target,
    target: target.registry,
    includeReferrers: inputs.includeReferrers,
    isForced: inputs.force,
    concurrency: inputs.concurrency,
  })
  const copied = inputs.dryRun
    ? new Map<CopyPlan, MirrorResult>()
    : await copyMissing(plans, { inputs, target, runtime })
  const results = plans.map((plan) => copied.get(plan) ?? dryRunResult(plan))
  const report: MirrorReport = {
    target: `${target.registry.name}/${inputs.prefix}`,
    rows: await Promise.all(results.map(({ row }) => withFindings(row, { inputs, target }))),
    warnings: [...warnings, ...results.flatMap((result) => result.warnings)],
    seconds: (runtime.clock.now() - startedMs) / 1000,
    dryRun: inputs.dryRun,
  }
  runtime.log.info(mirrorSentence(report))
  return {
    outputs: mirrorOutputs(report),
    summary: renderMirror(report),
    warnings: report.warnings,
    annotations: annotateImages(results, images, inputs.images),
    failure: mirrorFailure(results, report.target),
  }
}

/** Freshly copied images are usually not scanned yet. */
async function withFindings(
  row: MirrorRow,
  { inputs, target }: { readonly inputs: MirrorInputs; readonly target: TargetRegistry },
): Promise<MirrorRow> {
  const isThere = row.status === 'copied' || row.status === 'present'
  const findings = isThere
    ? await target.scanFindings?.(`${inputs.prefix}/${row.name}`, row.digest)
    : undefined
  return findings === undefined ? row : { ...row, findings: findingsText(findings) }
}

function copyJob(image: PinnedImage, prefix: string, sources: SourceRegistries): ImageJob {
  const { name, repository, tag, digest, platform } = image
  const source = sources.open(image.registry)
  return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` }
}

async function copyMissing(
  plans: readonly CopyPlan[],
  { inputs, target, runtime }: { inputs: MirrorInputs; target: TargetRegistry; runtime: Runtime },
): Promise<Map<CopyPlan, MirrorResult>> {
  const missing = plans.filter((plan) => plan.kind === 'missing')
  const totals = new Map(missing.map((plan) => [plan.job.name, bytesToSend(plan)]))
  for (const [name, total] of totals) runtime.log.info(`${name}: ${formatBytes(total)} to copy`)
  const progress = new Progress(totals, { log: runtime.log, now: () => runtime.clock.now() })
  progress.start(PROGRESS_INTERVAL_MS)
  const startedMs = runtime.clock.now()
  const elapsedSeconds = (): number => (runtime.clock.now() - startedMs) / 1000
  const copies = copyImages(missing, {
    target: target.registry,
    limiter: transferLimiter(inputs.concurrency),
    canMountBlobs: missing.length > 1 && (await target.canMountBlobs()),
    onBytes: (name, bytes) => {
      progress.add(name, bytes)
    },
  })
  const results = missing.map(async (plan, index): Promise<[CopyPlan, MirrorResult]> => {
    const copy = copies[index] ?? Promise.reject(new Error('The copy was not started'))
    const result = await copy.then(
      (copied) => checkReferrers(copiedResult(plan, copied, elapsedSeconds()), inputs.referrers),
      (error: unknown) => failedResult(plan.job, error),
    )
    runtime.log.info(logLine(result.row))
    return [plan, result]
  })
  try {
    return new Map(await Promise.all(results))
  } finally {
    progress.stop()
  }
}
