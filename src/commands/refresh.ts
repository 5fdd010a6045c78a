import { type Context, readContext } from '../github/context'
import { GitHubError } from '../github/error'
import { code } from '../github/markdown'
import { type GitHub, openGitHub } from '../github/octokit'
import { type RefreshReport, renderRefresh, renderTitle } from '../github/refresh-report'
import { InvalidInput, type RefreshInputs } from '../inputs'
import { RegistryError } from '../registry/error'
import type { PinnedImage } from '../registry/images'
import { repin } from '../registry/repin'
import { reasonOf } from './failure'
import { choose, readImages } from './images-file'
import { type Looked, lookForNewer } from './newer-image'
import { baseOf, proposeFile, type PullOutcome, type PullPlace, withdrawPull } from './refresh-pull'
import { Registries } from './registries'
import { Upstream } from './upstream'
import type { Failure, FailureReason, Outcome, World } from './world'

/** Looks for newer images, and proposes them in one pull request or writes them into the file. */
export async function refresh(inputs: RefreshInputs, world: World): Promise<Outcome> {
  const context = await readContext(world.env, world.readFile)
  const github = await openFor(inputs, context, world)
  const place = placeOf(inputs, context, github)
  const { text, images } = await readImages(inputs.images, world)
  const chosen = choose(images, inputs.only)
  // The releases of others are on github.com, whichever GitHub this is.
  const upstream = new Upstream(context.serverUrl === 'https://github.com' ? github : undefined)
  const looks = await lookAtAll(chosen, { inputs, upstream, world })
  const newer = looks.flatMap((look) => ('error' in look || look.newer === undefined ? [] : [look.newer]))
  const report: RefreshReport = {
    updates: await Promise.all(newer.map((one) => upstream.update(one))),
    notes: await upstream.notes(newer),
    remarks: looks.flatMap((look) => ('error' in look ? [] : look.remarks)),
    failures: looks.flatMap((look) =>
      'error' in look ? [{ name: look.image.name, reason: wordsOf(look.error) }] : [],
    ),
    looked: chosen.length,
    runUrl: context.runUrl,
  }
  for (const { name, from, to } of report.updates) world.log.info(`${name}: ${from} → ${to}`)
  const changed = repin(text, inputs.images, newer)
  const failure = failureOf(looks)
  return settle(report, { inputs, place, world, failure, file: { text, changed } })
}

interface FailedLook {
  readonly image: PinnedImage
  readonly error: unknown
}

interface Settlement {
  readonly inputs: RefreshInputs
  /** Undefined unless there is to be a pull request. */
  readonly place: PullPlace | undefined
  readonly world: World
  readonly failure: Failure | undefined
  readonly file: { readonly text: string; readonly changed: string }
}

/** Does what the mode asks for, and tells; what GitHub refuses is a failure beside what was found. */
async function settle(report: RefreshReport, settlement: Settlement): Promise<Outcome> {
  const { inputs } = settlement
  const mode = inputs.dryRun ? 'dry-run' : inputs.mode
  const done = await act(report, settlement).catch((error: unknown) => {
    if (!(error instanceof GitHubError)) throw error
    const failure: Failure = { reason: 'github-failed', message: error.message }
    return { told: `❌ ${code(error.message)}`, warnings: [], failure, pull: undefined, sha: undefined }
  })
  const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }])
  return {
    outputs: {
      updated: String(report.updates.length),
      updates: JSON.stringify(Object.fromEntries(updates)),
      'pull-request-url': done.pull?.url ?? '',
      'pull-request-number': done.pull?.number.toString() ?? '',
      'pull-request-sha': done.sha ?? '',
    },
    summary: renderRefresh(report, { mode, outcome: done.told }),
    warnings: done.warnings,
    annotations: [],
    failure: 'failure' in done ? done.failure : settlement.failure,
  }
}

async function act(report: RefreshReport, settlement: Settlement): Promise<PullOutcome> {
  const { inputs, place, world, failure, file } = settlement
  const isNewer = report.updates.length > 0
  if (inputs.dryRun) {
    const would = `Nothing was written (${code('dry-run')}).`
    return { told: isNewer ? `${would} It would be: ${renderTitle(report.updates)}` : '', warnings: [] }
  }
  if (place === undefined) {
    if (!isNewer) return { told: '', warnings: [] }
    await world.writeFile(inputs.images, file.changed)
    return { told: `${code(inputs.images)} is changed for the steps that follow.`, warnings: [] }
  }
  const workspace = world.env['GITHUB_WORKSPACE']
  if (isNewer) return proposeFile(file, report, { place, workspace })
  // Whoever looked at some, or could not look at all, does not know that nothing is newer.
  if (failure !== undefined || inputs.only.length > 0) return { told: '', warnings: [] }
  return withdrawPull(place)
}

async function openFor(inputs: RefreshInputs, context: Context, world: World): Promise<GitHub | undefined> {
  const token = inputs.githubToken
  if (token === undefined) return undefined
  world.log.mask(token)
  return openGitHub({ token, apiUrl: context.apiUrl, repository: context.repository }, world)
}

function placeOf(inputs: RefreshInputs, context: Context, github: GitHub | undefined): PullPlace | undefined {
  if (inputs.dryRun || inputs.mode === 'direct') return undefined
  if (github === undefined)
    throw new InvalidInput(
      'github-token: is empty; refresh opens a pull request with it, or give mode: direct',
    )
  return { inputs, context, github, base: baseOf(context, inputs.branch) }
}

async function lookAtAll(
  images: readonly PinnedImage[],
  { inputs, upstream, world }: { inputs: RefreshInputs; upstream: Upstream; world: World },
): Promise<(Looked | FailedLook)[]> {
  const none = { registry: undefined, createRepositories: false, dryRun: true }
  const registries = new Registries({ aws: inputs.aws, ...none }, world, world.log.info)
  const common = {
    nowMs: world.clock.now(),
    minAgeMs: inputs.minAgeMs,
    releasedMs: upstream.releasedMs.bind(upstream),
  }
  const looks = images.map(async (image): Promise<Looked | FailedLook> => {
    try {
      return await lookForNewer(image, { ...common, registry: registries.source(image.registry) })
    } catch (error) {
      return { image, error }
    }
  })
  return Promise.all(looks)
}

/** One image that cannot be looked at does not keep the others from being proposed. */
function failureOf(looks: readonly (Looked | FailedLook)[]): Failure | undefined {
  const failed = looks.filter((look) => 'error' in look)
  const [first] = failed
  if (first === undefined) return undefined
  const lines = failed.map(({ image, error }) => `${image.name}: ${wordsOf(error)}`)
  const head = `${failed.length} of ${looks.length} images could not be looked at`
  return { reason: reasonFor(first.error), message: [head, ...lines].join('\n') }
}

function reasonFor(error: unknown): FailureReason {
  return error instanceof RegistryError && error.status === 429 ? 'rate-limited' : reasonOf(error)
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
