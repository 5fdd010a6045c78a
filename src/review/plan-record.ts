import { isRecord, parseJson } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'
import type { PlanEntries, PlanEntry } from './plan-digest'
import type { PlanTarget } from './plan-target'

/** Key of a plan record. */
export interface PlanSubject {
  /** GitHub's repository ID, which a rename does not change. */
  readonly repositoryId: number
  readonly pullNumber: number
  /** Full SHA of the pull request's head commit. */
  readonly headSha: string
  readonly stack: string
}

/** Record of a reviewed plan. */
export interface PlanRecord extends PlanSubject {
  readonly runId: number
  readonly runAttempt: number
  readonly terraformVersion: string
  readonly target: PlanTarget
  readonly fingerprint: string
  readonly salt: string
  readonly entries: PlanEntries
  readonly counts: Readonly<Record<string, number>>
  readonly createdAt: Date
}

/** Thrown for an invalid record, or that of another plan. */
export class InvalidPlanRecord extends Error {
  override readonly name = 'InvalidPlanRecord'
  readonly reason: FailureReason = 'not-reviewed'
}

/** Increment it if a field changes its name or meaning. */
const RECORD_VERSION = 4
const MAX_STACK_LENGTH = 200
const MAX_STATE_LENGTH = 4_000
const MAX_MASK_DEPTH = 100

/** Serializes a record as JSON. */
export function renderPlanRecord(record: PlanRecord): string {
  return JSON.stringify({ ...record, version: RECORD_VERSION, entries: Object.fromEntries(record.entries) })
}

/**
 * Parses an untrusted record. Unknown fields are dropped.
 *
 * @throws InvalidPlanRecord
 */
export function parsePlanRecord(body: string): PlanRecord {
  const record = parseJson(body)
  if (!isRecord(record)) throw new InvalidPlanRecord('it is not a JSON object')
  if (record['version'] !== RECORD_VERSION) {
    const version = toPrintableLine(String(record['version']))
    throw new InvalidPlanRecord(
      `it was recorded by another version of the action (record version ${version}, this action reads ${RECORD_VERSION})`,
    )
  }
  return {
    ...checkPlanSubject(record),
    runId: requireField(record['runId'], 'runId', isId),
    runAttempt: requireField(record['runAttempt'], 'runAttempt', isId),
    terraformVersion: requireField(record['terraformVersion'], 'terraformVersion', isWord),
    target: parseTarget(record['target']),
    fingerprint: requireField(record['fingerprint'], 'fingerprint', isWord),
    salt: requireField(record['salt'], 'salt', isWord),
    entries: new Map(Object.entries(mapValues(record['entries'], 'entries', parseEntry))),
    counts: mapValues(record['counts'], 'counts', (count, label) => requireField(count, label, isCount)),
    createdAt: new Date(requireField(record['createdAt'], 'createdAt', isTime)),
  }
}

function parseTarget(value: unknown): PlanTarget {
  const { workspace, account, region, state } = requireField(value, 'target', isRecord)
  const optional = (field: unknown, name: string): string | undefined =>
    field === undefined ? undefined : requireField(field, `target.${name}`, isWord)
  return {
    workspace: requireField(workspace, 'target.workspace', isStack),
    account: optional(account, 'account'),
    region: optional(region, 'region'),
    state: requireField(state, 'target.state', isAddress),
  }
}

function parseEntry(value: unknown, label: string): PlanEntry {
  const { kind, hash, attributes, unknown, identityHash, createdHash, removedHash } = requireField(
    value,
    label,
    isRecord,
  )
  const optionalHash = (field: unknown, name: string): string | undefined =>
    field === undefined ? undefined : requireField(field, `${label}.${name}`, isWord)
  return {
    kind: requireField(kind, `${label}.kind`, isWord),
    hash: requireField(hash, `${label}.hash`, isWord),
    attributes: mapValues(attributes, `${label}.attributes`, (one, name) => requireField(one, name, isWord)),
    unknown: mapValues(unknown, `${label}.unknown`, (one, name) => requireField(one, name, isMask)),
    identityHash: requireField(identityHash, `${label}.identityHash`, isWord),
    createdHash: optionalHash(createdHash, 'createdHash'),
    removedHash: optionalHash(removedHash, 'removedHash'),
  }
}

/**
 * Validates the key of a record.
 *
 * @throws InvalidPlanRecord
 */
export function checkPlanSubject(
  subject: Readonly<Partial<Record<keyof PlanSubject, unknown>>>,
): PlanSubject {
  return {
    repositoryId: requireField(subject.repositoryId, 'repositoryId', isId),
    pullNumber: requireField(subject.pullNumber, 'pullNumber', isId),
    headSha: requireField(subject.headSha, 'headSha', isSha),
    stack: requireField(subject.stack, 'stack', isStack),
  }
}

/** Returns the differences between two keys, as in `pull request 8 instead of 7`. */
export function subjectMismatches(record: PlanSubject, wanted: PlanSubject): string[] {
  const differs = (name: string, is: string | number, asked: string | number): string[] =>
    is === asked ? [] : [toPrintableLine(`${name} ${is} instead of ${asked}`)]
  return [
    ...differs('repository', record.repositoryId, wanted.repositoryId),
    ...differs('pull request', record.pullNumber, wanted.pullNumber),
    ...differs('commit', record.headSha, wanted.headSha),
    ...differs('stack', record.stack, wanted.stack),
  ]
}

type Guard<T> = (value: unknown) => value is T

function requireField<T>(value: unknown, label: string, is: Guard<T>): T {
  if (is(value)) return value
  throw new InvalidPlanRecord(`its field ${toPrintableLine(label)} is missing or invalid`)
}

function mapValues<T>(
  value: unknown,
  label: string,
  read: (value: unknown, label: string) => T,
): Record<string, T> {
  const entries = Object.entries(requireField(value, label, isRecord))
  // Assignment would set the prototype for an entry named __proto__.
  return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${label}['${name}']`)]))
}

const isCount: Guard<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isId: Guard<number> = (value): value is number => isCount(value) && value > 0
const isText: Guard<string> = (value): value is string => typeof value === 'string'
const isSha: Guard<string> = (value): value is string =>
  isText(value) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
const isStack: Guard<string> = (value): value is string =>
  isText(value) && value !== '' && value.length <= MAX_STACK_LENGTH
// Short and printable, so that messages can quote it.
const isWord: Guard<string> = (value): value is string => isText(value) && /^[\w.:/+=-]{1,200}$/.test(value)
const isAddress: Guard<string> = (value): value is string =>
  isText(value) && value !== '' && value.length <= MAX_STATE_LENGTH
const isMask: Guard<unknown> = (value): value is unknown => isMaskWithin(value, MAX_MASK_DEPTH)

/** A forged record can nest deeper than the stack. */
function isMaskWithin(value: unknown, depth: number): boolean {
  if (typeof value === 'boolean') return true
  if (depth === 0 || !(Array.isArray(value) || isRecord(value))) return false
  return Object.values(value).every((one) => isMaskWithin(one, depth - 1))
}
const isTime: Guard<string> = (value): value is string => isText(value) && !Number.isNaN(Date.parse(value))
