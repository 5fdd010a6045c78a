import { type MirrorReport, renderMirror, sentence } from '../../report/mirror'
import { Progress } from '../../github/progress'
import { formatBytes } from '../../text/format'
import type { MirrorInputs } from '../../inputs/inputs'
import { copyImages } from '../../registry/copy'
import type { PinnedImage } from '../../images/images-yaml'
import { Limiter } from '../../http/limiter'
import { type ImageJob, type CopyPlan, planCopies } from '../../registry/copy-plan'
import { choose, readImages } from '../images-file'
import {
  annotationsOf,
  bytesToSend,
  failedResult,
  failureOf,
  copiedResult,
  logLine,
  outputsOf,
  dryRunResult,
  type Result,
} from './result'
import type { Registries, Target } from '../registries'
import type { Outcome, Runtime } from '../runtime'

const PROGRESS_EVERY_MS = 3_000

export interface MirrorContext {
  readonly registries: Registries
  readonly target: Promise<Target>
  /** What the registries had to say. */
  readonly warnings: readonly string[]
}

/** Reads images.yaml, surveys, copies, and tells what came of each image. */
export async function mirrorImages(
  inputs: MirrorInputs,
  place: MirrorContext,
  runtime: Runtime,
): Promise<Outcome> {
  const startedMs = runtime.clock.now()
  // The faults of the file are told before those of the target.
  const images = choose((await readImages(inputs.images, runtime)).images, inputs.only)
  const target = await place.target
  const jobs = images.map((image) => jobOf(image, inputs, place.registries))
  const surveys = await planCopies(jobs, { ...target, includeReferrers: inputs.includeReferrers })
  const copied = inputs.dryRun
    ? new Map<CopyPlan, Result>()
    : await copyMissing(surveys, { inputs, target, runtime })
  const results = surveys.map((survey) => copied.get(survey) ?? dryRunResult(survey))
  const report: MirrorReport = {
    target: `${target.registry.name}/${inputs.prefix}`,
    rows: results.map(({ row }) => row),
    warnings: [...place.warnings, ...results.flatMap((result) => result.warnings)],
    seconds: (runtime.clock.now() - startedMs) / 1000,
    dryRun: inputs.dryRun,
  }
  runtime.log.info(sentence(report))
  return {
    outputs: outputsOf(report),
    summary: renderMirror(report),
    warnings: report.warnings,
    annotations: annotationsOf(results, images, inputs.images),
    failure: failureOf(results, report.target),
  }
}

function jobOf(image: PinnedImage, { prefix }: MirrorInputs, registries: Registries): ImageJob {
  const { name, repository, tag, digest, platform } = image
  const source = registries.source(image.registry)
  return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` }
}

/** Copies what is missing, with a line in the log as each image lands. @returns what came of it, by survey */
async function copyMissing(
  surveys: readonly CopyPlan[],
  { inputs, target, runtime }: { inputs: MirrorInputs; target: Target; runtime: Runtime },
): Promise<Map<CopyPlan, Result>> {
  const missing = surveys.filter((survey) => survey.kind === 'missing')
  const totals = new Map(missing.map((survey) => [survey.job.name, bytesToSend(survey)]))
  for (const [name, total] of totals) runtime.log.info(`${name}: ${formatBytes(total)} to copy`)
  const progress = new Progress(totals, { log: runtime.log, now: () => runtime.clock.now() })
  progress.start(PROGRESS_EVERY_MS)
  const startedMs = runtime.clock.now()
  const seconds = (): number => (runtime.clock.now() - startedMs) / 1000
  const copies = copyImages(missing, {
    target: target.registry,
    pool: new Limiter(inputs.concurrency),
    mounts: missing.length > 1 && (await target.mounts()),
    onBytes: (name, bytes) => {
      progress.add(name, bytes)
    },
  })
  const results = missing.map(async (survey, index): Promise<[CopyPlan, Result]> => {
    const result = await copies[index]?.then(
      (copied) => copiedResult(survey, copied, seconds()),
      (error: unknown) => failedResult(survey.job, error),
    )
    const told = result ?? failedResult(survey.job, new Error('it was not tried'))
    runtime.log.info(logLine(told.row))
    return [survey, told]
  })
  try {
    return new Map(await Promise.all(results))
  } finally {
    progress.stop()
  }
}
