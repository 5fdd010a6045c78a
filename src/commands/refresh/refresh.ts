import { readContext } from '../../github/context'
import { GitHubError } from '../../github/error'
import { findDeclined } from '../../github/update-pull-request'
import { type RefreshReport, renderRefresh, renderTitle } from '../../report/refresh'
import type { RefreshInputs } from '../../inputs/inputs'
import type { PinnedImage } from '../../images/images-yaml'
import { updateReferences } from '../../images/update-references'
import { reasonOf } from '../failure'
import { choose, readImages } from '../images-file'
import { type ImageCheck, findUpdate, type NewerImage } from './find-update'
import { isSafeToCommit, holdBackPartialGroups, dropDeclined } from './select'
import { commitFile, committedBefore } from './commit'
import { openDestination, destinationFor, type RefreshOutcome, type Destination } from './destination'
import { proposeFile, withdrawPull } from './propose'
import { Registries } from '../registries'
import { Upstream } from './release-history'
import type { Failure, FailureReason, Outcome, Runtime } from '../runtime'
import { code } from '../../text/markdown'
import { HttpError } from '../../http/error'

/** Looks for newer images, and proposes them in one pull request, or commits them. */
export async function refresh(inputs: RefreshInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  const github = await openDestination(inputs, context, runtime)
  const place = destinationFor(inputs, { context, github, env: runtime.env })
  const { text, images } = await readImages(inputs.images, runtime)
  const chosen = choose(images, inputs.only)
  // The releases of others are on github.com, whichever GitHub this is.
  const upstream = new Upstream(context.serverUrl === 'https://github.com' ? github : undefined)
  const looks = await lookAtAll(chosen, { inputs, upstream, runtime })
  const fitting = holdBackPartialGroups(looks)
  const common = {
    looked: chosen.length,
    runUrl: context.runUrl,
    failures: looks.flatMap((look) =>
      'error' in look ? [{ name: look.image.name, reason: wordsOf(look.error) }] : [],
    ),
  }
  const remarks = [...looks.flatMap((look) => ('error' in look ? [] : look.remarks)), ...fitting.remarks]
  const search: Search = {
    ...{ inputs, place, text },
    found: fitting.taken,
    failure: failureOf(looks),
    report: async (newer, more = []) => ({
      ...common,
      updates: await Promise.all(newer.map((one) => upstream.update(one))),
      notes: await upstream.notes(newer),
      remarks: [...remarks, ...more],
    }),
  }
  return settle(search, runtime)
}

interface FailedLook {
  readonly image: PinnedImage
  readonly error: unknown
}

/** What was found, and where it is to go. */
interface Search {
  readonly inputs: RefreshInputs
  /** Undefined where nothing is to be written. */
  readonly place: Destination | undefined
  /** The file of images. */
  readonly text: string
  readonly found: readonly NewerImage[]
  readonly failure: Failure | undefined
  readonly report: (newer: readonly NewerImage[], remarks?: readonly string[]) => Promise<RefreshReport>
}

interface Settled {
  readonly report: RefreshReport
  readonly outcome: RefreshOutcome
}

/** Does what the mode asks for, and tells; what GitHub refuses is a failure beside what was found. */
async function settle(search: Search, runtime: Runtime): Promise<Outcome> {
  const { inputs, found } = search
  const { report, outcome } = await act(search).catch(async (error: unknown): Promise<Settled> => {
    const outcome = refused(error)
    return { report: await search.report(found), outcome }
  })
  for (const { name, from, to } of report.updates) runtime.log.info(`${name}: ${from} → ${to}`)
  const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }])
  return {
    outputs: {
      updated: String(report.updates.length),
      updates: JSON.stringify(Object.fromEntries(updates)),
      'pull-request-url': outcome.pull?.url ?? '',
      'pull-request-number': outcome.pull?.number.toString() ?? '',
      'pull-request-sha': outcome.sha ?? '',
      commit: outcome.commit ?? '',
    },
    summary: renderRefresh(report, { mode: inputs.dryRun ? 'dry-run' : inputs.mode, outcome: outcome.told }),
    warnings: outcome.warnings ?? [],
    annotations: [],
    failure: outcome.failure ?? search.failure,
  }
}

/** @throws whatever is not GitHub's refusal */
function refused(error: unknown): RefreshOutcome {
  if (!(error instanceof GitHubError)) throw error
  const { message } = error
  return { told: `❌ ${code(message)}`, failure: { reason: 'github-failed', message } }
}

async function act(search: Search): Promise<Settled> {
  const { inputs, place, found, failure } = search
  if (place === undefined) {
    const report = await search.report(found)
    const would = `Nothing was written (${code('dry-run')}).`
    const told = found.length > 0 ? `${would} It would be: ${renderTitle(report.updates)}` : ''
    return { report, outcome: { told } }
  }
  const declined =
    found.length === 0 ? new Map<string, never>() : await findDeclined(place.github, placeIn(place))
  const { taken, remarks } = dropDeclined(found, declined)
  const report = await search.report(taken, remarks)
  if (taken.length > 0) return { report, outcome: await take(taken, report, { place, search }) }
  // Whoever looked at some, or could not look at all, does not know that nothing is newer.
  const isSure = failure === undefined && inputs.only.length === 0
  return { report, outcome: isSure ? await withdrawPull(place) : { told: '' } }
}

const placeIn = ({ inputs: { branch }, base }: Destination) => ({ branch, base })

/** Commits what nobody has to look at, where that is wanted, and proposes the rest. */
async function take(
  taken: readonly NewerImage[],
  report: RefreshReport,
  { place, search }: { readonly place: Destination; readonly search: Search },
): Promise<RefreshOutcome> {
  const { inputs, text } = search
  const changed = updateReferences(text, inputs.images, taken)
  const before = inputs.mode === 'direct' ? await committedBefore(text, place) : undefined
  const safe =
    before === undefined
      ? []
      : taken.filter((one) => isSafeToCommit(one, { minAgeMs: inputs.minAgeMs, before }))
  if (safe.length === 0) return proposeFile({ text, changed }, report, { place })
  const file = { text, changed: updateReferences(text, inputs.images, safe) }
  const committed = await commitFile(file, await search.report(safe), place)
  const { commit } = committed
  if (commit === undefined) return committed
  const rest = taken.filter((one) => !safe.includes(one))
  const proposed =
    rest.length === 0
      ? withdrawPull(place, `${code(place.base)} has newer versions, by ${commit}.`)
      : proposeFile({ text, changed }, await search.report(rest), { place, baseSha: commit })
  // What is committed is committed, whatever becomes of the other.
  const other = await proposed.catch(refused)
  return {
    ...other,
    ...committed,
    told: [committed.told, other.told].filter((told) => told !== '').join('\n\n'),
    warnings: [...(committed.warnings ?? []), ...(other.warnings ?? [])],
  }
}

async function lookAtAll(
  images: readonly PinnedImage[],
  { inputs, upstream, runtime }: { inputs: RefreshInputs; upstream: Upstream; runtime: Runtime },
): Promise<(ImageCheck | FailedLook)[]> {
  const none = { registry: undefined, createRepositories: false, dryRun: true }
  const registries = new Registries({ aws: inputs.aws, ...none }, runtime, runtime.log.info)
  const common = {
    nowMs: runtime.clock.now(),
    minAgeMs: inputs.minAgeMs,
    releasedMs: upstream.releasedMs.bind(upstream),
  }
  const looks = images.map(async (image): Promise<ImageCheck | FailedLook> => {
    try {
      return await findUpdate(image, { ...common, registry: registries.source(image.registry) })
    } catch (error) {
      return { image, error }
    }
  })
  return Promise.all(looks)
}

/** One image that cannot be looked at does not keep the others from being proposed. */
function failureOf(looks: readonly (ImageCheck | FailedLook)[]): Failure | undefined {
  const failed = looks.filter((look) => 'error' in look)
  const [first] = failed
  if (first === undefined) return undefined
  const lines = failed.map(({ image, error }) => `${image.name}: ${wordsOf(error)}`)
  const head = `${failed.length} of ${looks.length} images could not be looked at`
  return { reason: reasonFor(first.error), message: [head, ...lines].join('\n') }
}

function reasonFor(error: unknown): FailureReason {
  return error instanceof HttpError && error.status === 429 ? 'rate-limited' : reasonOf(error)
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
