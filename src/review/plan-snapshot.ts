import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { parseJsonExactly } from '../plan/json'
import { parsePlan } from '../plan/plan'
import { redactPlan } from '../plan/redact-plan'
import { providerOf, type Setting } from '../plan/setting'
import { isRecord, parseObject, textAt } from '../text/json'
import type { Redactor } from '../text/redact'
import { planContent } from './plan-content'
import type { PlanTarget } from './plan-target'
import { comparePlans, type PlanDifference, type PlanEntries } from './plan-digest'

/** The changes of a plan without sensitive values, so that it may be stored where people read it. */
export interface PlanSnapshot {
  /** Commit that was planned. */
  readonly commit: string
  readonly target: PlanTarget
  /** Kind and hash of each change, by address; undefined if they are too many to store. */
  readonly changes: ReadonlyMap<string, string> | undefined
  /** Hash of all changes. */
  readonly hash: string
}

export interface SnapshotSource {
  /** Of `terraform show -json <plan file>`. */
  readonly json: string
  readonly settings: readonly Setting[]
  readonly target: PlanTarget
}

/** Takes a snapshot of a plan. */
export function takeSnapshot(
  { json, settings, target }: SnapshotSource,
  { commit, secrets }: { readonly commit: string; readonly secrets: Redactor },
): PlanSnapshot {
  const plan = parsePlan(redactPlan(parseJsonExactly(json), secrets))
  // Other settings may contain values that no plan marks as sensitive.
  const versions = settings.filter(({ name }) => providerOf(name) !== undefined)
  const changes = planContent({ plan, settings: versions }).map(
    ({ name, kind, content }): [string, string] => [name, `${kind} ${shortHash(content)}`],
  )
  const sorted = changes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { commit, target, changes: new Map(sorted), hash: shortHash(JSON.stringify(sorted)) }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8)

/** Returns the differences of two plans; undefined if they differ and are too large to be listed. */
export function compareSnapshots(earlier: PlanSnapshot, current: PlanSnapshot): PlanDifference[] | undefined {
  if (earlier.hash === current.hash) return []
  if (earlier.changes === undefined || current.changes === undefined) return undefined
  return comparePlans(entriesOf(earlier.changes), entriesOf(current.changes))
}

const entriesOf = (changes: ReadonlyMap<string, string>): PlanEntries =>
  new Map(
    [...changes].map(([address, text]) => {
      const [kind = '', hash = ''] = text.split(' ')
      const none = {
        attributes: {},
        unknown: {},
        identityHash: '',
        createdHash: undefined,
        removedHash: undefined,
      }
      return [address, { kind, hash, ...none }]
    }),
  )

const MAX_INFLATED_BYTES = 1024 * 1024

/**
 * Serializes snapshots as Base64. Omits the changes of the last ones first.
 *
 * @param maxLength of the text, in characters
 */
export function renderSnapshots(snapshots: readonly PlanSnapshot[], maxLength: number): string {
  for (let complete = snapshots.length; complete >= 0; complete--) {
    const text = encode(snapshots.map((one, at) => (at < complete ? one : { ...one, changes: undefined })))
    if (text.length <= maxLength) return text
  }
  return ''
}

function encode(snapshots: readonly PlanSnapshot[]): string {
  const plain = snapshots.map(({ commit, target, hash, changes }) => ({
    ...{ commit, target, hash },
    ...(changes && { changes: Object.fromEntries(changes) }),
  }))
  return deflateRawSync(JSON.stringify({ plans: plain })).toString('base64')
}

/** Parses snapshots of a text that anyone may have edited; none if it is damaged. */
export function parseSnapshots(text: string): PlanSnapshot[] {
  const { plans } = parseObject(inflate(text)) ?? {}
  return Array.isArray(plans) ? plans.flatMap(parseSnapshot) : []
}

function inflate(text: string): string {
  try {
    const options = { maxOutputLength: MAX_INFLATED_BYTES }
    return inflateRawSync(Buffer.from(text, 'base64'), options).toString()
  } catch {
    return ''
  }
}

function parseSnapshot(value: unknown): PlanSnapshot[] {
  if (!isRecord(value)) return []
  const [commit, hash] = [textAt(value, 'commit') ?? '', textAt(value, 'hash') ?? '']
  const target = parseTarget(value['target'])
  if (!/^[0-9a-f]{40,64}$/.test(commit) || hash === '' || target === undefined) return []
  const { changes } = value
  const entries = isRecord(changes) ? Object.entries(changes) : undefined
  const texts = entries?.filter((one): one is [string, string] => typeof one[1] === 'string')
  return [{ commit, target, hash, changes: texts && new Map(texts) }]
}

function parseTarget(value: unknown): PlanTarget | undefined {
  const [workspace, state] = [textAt(value, 'workspace'), textAt(value, 'state')]
  if (workspace === undefined || state === undefined) return undefined
  return { workspace, account: textAt(value, 'account'), region: textAt(value, 'region'), state }
}
