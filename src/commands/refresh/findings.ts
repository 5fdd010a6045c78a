import { HttpError } from '../../http/error'
import type { PinnedImage } from '../../images/images-yaml'
import type { RefreshInputs } from '../../inputs/inputs'
import type { RefreshReport } from '../../report/refresh'
import type { ScannedImage } from '../../report/scan-findings'
import type { FailureReason } from '../../text/failure-reason'
import { messageOf, reasonOf } from '../failure'
import type { Failure } from '../outcome'
import { RegistryLogins } from '../registry-logins'
import type { Runtime } from '../runtime'
import { SourceRegistries } from '../source-registries'
import { describeUpdate, releaseNotes } from './describe-update'
import { findUpdate } from './find-update'
import type { ImageCheck } from './found-update'
import type { ReleaseHistory } from './release-history'
import type { Selection } from './select'

export interface FailedCheck {
  readonly image: PinnedImage
  readonly error: unknown
}

export interface Findings {
  readonly checks: readonly (ImageCheck | FailedCheck)[]
  readonly history: ReleaseHistory
  readonly runUrl: string
  /** ECR's scan findings, if they were requested. */
  readonly scans?: readonly ScannedImage[]
}

/** Does not throw: a failed check does not stop the others. */
export async function checkImages(
  images: readonly PinnedImage[],
  { aws, minAgeMs }: Pick<RefreshInputs, 'aws' | 'minAgeMs'>,
  { history, runtime }: { readonly history: ReleaseHistory; readonly runtime: Runtime },
): Promise<(ImageCheck | FailedCheck)[]> {
  const sources = new SourceRegistries(new RegistryLogins(aws, runtime), runtime)
  const nowMs = runtime.clock.wallClockMs()
  return Promise.all(
    images.map(async (image) => {
      try {
        return await findUpdate(image, {
          nowMs,
          minAgeMs,
          history,
          registry: sources.open(image.registry),
        })
      } catch (error) {
        return { image, error }
      }
    }),
  )
}

/** Returns the first failed check's reason. */
export function checkFailure({ checks }: Findings): Failure | undefined {
  const failed = checks.filter((check) => 'error' in check)
  const [first] = failed
  if (first === undefined) return undefined
  const lines = failed.map(({ image, error }) => `${image.name}: ${messageOf(error)}`)
  const head = `${failed.length} of ${checks.length} images could not be checked`
  return { reason: checkReason(first.error), message: [head, ...lines].join('\n') }
}

function checkReason(error: unknown): FailureReason {
  return error instanceof HttpError && error.status === 429 ? 'rate-limited' : reasonOf(error)
}

/** Builds the report for a pull request, a commit or the summary. */
export function buildReport(
  selection: Selection,
  { checks, history, runUrl, scans = [] }: Findings,
): RefreshReport {
  const failures = checks.flatMap((check) =>
    'error' in check ? [{ name: check.image.name, reason: messageOf(check.error) }] : [],
  )
  const notes = checks.flatMap((check) => ('error' in check ? [] : check.notes))
  return {
    updates: selection.selected.map((update) => describeUpdate(update, history)),
    releaseNotes: releaseNotes(selection.selected, history),
    notes: [...notes, ...selection.notes],
    failures,
    checkedCount: checks.length,
    scans: scans.filter(({ name }) => checks.some(({ image }) => image.name === name)),
    runUrl,
  }
}
