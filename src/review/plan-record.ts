import { isRecord, parseJson } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** Which plan a record is of. */
export interface PlanSubject {
  /** GitHub's number of the repository, which stays when it is renamed. */
  readonly repositoryId: number
  readonly pullNumber: number
  /** The commit at the head of the pull request, in full. */
  readonly headSha: string
  readonly stack: string
}

/** One change, told apart from others without telling what is in it. */
export interface RecordedChange {
  readonly kind: string
  readonly hash: string
  /** A hash for each attribute that changes. */
  readonly attributes: Readonly<Record<string, string>>
  /** Marks of what was not known, by attribute. */
  readonly unknown: Readonly<Record<string, unknown>>
  /** A hash of what it is. */
  readonly what: string
  /** Of what is created or replaced: a hash of what is there afterwards. */
  readonly made: string | undefined
  /** Of what is deleted or replaced: a hash of which object that is. */
  readonly gone: string | undefined
}

/** What was reviewed: the plan of one stack at one commit of a pull request. */
export interface PlanRecord extends PlanSubject {
  readonly runId: number
  readonly runAttempt: number
  readonly terraformVersion: string
  readonly workspace: string
  readonly fingerprint: string
  /** Goes into every hash, so that nobody can guess short values by their hashes. */
  readonly salt: string
  /** From the address of each thing that the plan changes. */
  readonly entries: ReadonlyMap<string, RecordedChange>
  /** How many of each action. */
  readonly counts: Readonly<Record<string, number>>
  readonly createdAt: Date
}

/** A record that cannot be written, cannot be read, or is of another plan than was asked for. */
export class InvalidPlanRecord extends Error {
  override readonly name = 'InvalidPlanRecord'
}

const VERSION = 2
const LONGEST_STACK = 200

export function renderPlanRecord(record: PlanRecord): string {
  return JSON.stringify({ ...record, version: VERSION, entries: Object.fromEntries(record.entries) })
}

/**
 * Reads a record that anybody may have written; fields that it does not know are left out.
 * @throws InvalidPlanRecord with the reason
 */
export function parsePlanRecord(body: string): PlanRecord {
  const record = parseJson(body)
  if (!isRecord(record)) throw new InvalidPlanRecord('it is not a JSON object')
  if (record['version'] !== VERSION) {
    const version = toPrintableLine(String(record['version']))
    throw new InvalidPlanRecord(
      `it has version ${version}, and this version of the action reads only ${VERSION}`,
    )
  }
  return {
    ...checkPlanSubject(record),
    runId: check(record['runId'], 'runId', isId),
    runAttempt: check(record['runAttempt'], 'runAttempt', isId),
    terraformVersion: check(record['terraformVersion'], 'terraformVersion', isWord),
    workspace: check(record['workspace'], 'workspace', isStack),
    fingerprint: check(record['fingerprint'], 'fingerprint', isWord),
    salt: check(record['salt'], 'salt', isWord),
    entries: new Map(Object.entries(mapValues(record['entries'], 'entries', recordedChange))),
    counts: mapValues(record['counts'], 'counts', (count, label) => check(count, label, isCount)),
    createdAt: new Date(check(record['createdAt'], 'createdAt', isTime)),
  }
}

function recordedChange(value: unknown, label: string): RecordedChange {
  const { kind, hash, attributes, unknown, what, made, gone } = check(value, label, isRecord)
  return {
    kind: check(kind, `${label}.kind`, isWord),
    hash: check(hash, `${label}.hash`, isWord),
    attributes: mapValues(attributes, `${label}.attributes`, (one, name) => check(one, name, isWord)),
    unknown: mapValues(unknown, `${label}.unknown`, (one, name) => check(one, name, isMarks)),
    what: check(what, `${label}.what`, isWord),
    made: made === undefined ? undefined : check(made, `${label}.made`, isWord),
    gone: gone === undefined ? undefined : check(gone, `${label}.gone`, isWord),
  }
}

/** @throws InvalidPlanRecord when a field is not what GitHub gives */
export function checkPlanSubject(
  subject: Readonly<Partial<Record<keyof PlanSubject, unknown>>>,
): PlanSubject {
  return {
    repositoryId: check(subject.repositoryId, 'repositoryId', isId),
    pullNumber: check(subject.pullNumber, 'pullNumber', isId),
    headSha: check(subject.headSha, 'headSha', isSha),
    stack: check(subject.stack, 'stack', isStack),
  }
}

/** What a record says it is of and was not asked for, as `pull request 8 instead of 7`; empty for the right one. */
export function differences(record: PlanSubject, wanted: PlanSubject): string[] {
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

function check<T>(value: unknown, label: string, is: Guard<T>): T {
  if (is(value)) return value
  throw new InvalidPlanRecord(`its field ${toPrintableLine(label)} is missing or not what it should be`)
}

function mapValues<T>(
  value: unknown,
  label: string,
  read: (value: unknown, label: string) => T,
): Record<string, T> {
  const entries = Object.entries(check(value, label, isRecord))
  // Not by assignment, which would take an entry called __proto__ for a prototype.
  return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${label}['${name}']`)]))
}

const isCount: Guard<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isId: Guard<number> = (value): value is number => isCount(value) && value > 0
const isText: Guard<string> = (value): value is string => typeof value === 'string'
const isSha: Guard<string> = (value): value is string =>
  isText(value) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
const isStack: Guard<string> = (value): value is string =>
  isText(value) && value !== '' && value.length <= LONGEST_STACK
// Hashes, versions, kinds: printable and short, so that they can be shown as they are.
const isWord: Guard<string> = (value): value is string => isText(value) && /^[\w.:/+=-]{1,200}$/.test(value)
const isMarks: Guard<unknown> = (value): value is unknown => {
  if (typeof value === 'boolean') return true
  return (Array.isArray(value) || isRecord(value)) && Object.values(value).every(isMarks)
}
const isTime: Guard<string> = (value): value is string => isText(value) && !Number.isNaN(Date.parse(value))
