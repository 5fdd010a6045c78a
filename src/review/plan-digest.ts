import { createHmac } from 'node:crypto'
import { planContent } from './plan-content'
import type { Plan } from '../plan/plan'

/** One change of a plan, told apart from others without telling what is in it. */
export interface PlanEntry {
  /** What happens to it; from a record, what was to happen then. */
  readonly kind: string
  readonly hash: string
  /** A hash for each attribute that changes, to name the ones that differ. */
  readonly attributes: Readonly<Record<string, string>>
  /** Of each attribute that was not known yet, or not all of it: its marks, as in `after_unknown`. */
  readonly unknown: Readonly<Record<string, unknown>>
  /** A hash of what it is: address, type, provider. */
  readonly what: string
  /** Of what is created or replaced: a hash of what is there afterwards. */
  readonly made: string | undefined
  /** Of what is deleted or replaced: a hash of which object that is. */
  readonly gone: string | undefined
}

/** By address, or `output.<name>`. */
export type PlanEntries = ReadonlyMap<string, PlanEntry>

/**
 * A text made unrecognisable: without the salt, nobody can try out what it was.
 * @param salt random, and new for each record
 */
export function hmac(text: string, salt: string): string {
  if (salt.length < 16)
    throw new Error('a salt shorter than 16 characters protects nothing; draw 32 random bytes')
  return createHmac('sha256', salt).update(text).digest('hex')
}

export const hashAttribute = (name: string, content: string, salt: string): string =>
  hmac(`${name}=${content}`, salt).slice(0, 16)

/** The changes of a plan for its record, so that a later plan can be compared with it change by change. */
export function planEntries(plan: Plan, salt: string): PlanEntries {
  return new Map(
    planContent(plan).map(({ name, kind, attributes, content, unknown, what, made, gone }) => {
      const hashes = attributes.map(([attribute, value]): [string, string] => [
        attribute,
        hashAttribute(attribute, value, salt),
      ])
      const sealed = {
        hash: hmac(content, salt),
        attributes: Object.fromEntries(hashes),
        what: hmac(what, salt),
        made: made && hmac(made, salt),
        gone: gone && hmac(gone, salt),
      }
      return [name, { kind, unknown, ...sealed }]
    }),
  )
}

/** One change on which two plans are not of one mind. */
export interface PlanDifference {
  readonly address: string
  /** Undefined when the plan leaves it alone. */
  readonly reviewedKind: string | undefined
  readonly freshKind: string | undefined
  readonly differs: 'only-reviewed' | 'only-fresh' | 'kind' | 'values'
  /** The attributes whose change differs, when both plans change it in the same way. */
  readonly attributes: readonly string[]
}

/** What is different between two plans whose entries were made with the same salt. */
export function comparePlans(reviewed: PlanEntries, fresh: PlanEntries): PlanDifference[] {
  const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort()
  return addresses.flatMap((address) => compare(address, reviewed.get(address), fresh.get(address)))
}

function compare(
  address: string,
  reviewed: PlanEntry | undefined,
  fresh: PlanEntry | undefined,
): PlanDifference[] {
  if (reviewed?.hash === fresh?.hash) return []
  const both = { address, reviewedKind: reviewed?.kind, freshKind: fresh?.kind, attributes: [] }
  if (reviewed === undefined) return [{ ...both, differs: 'only-fresh' }]
  if (fresh === undefined) return [{ ...both, differs: 'only-reviewed' }]
  if (reviewed.kind !== fresh.kind) return [{ ...both, differs: 'kind' }]
  const names = [...new Set([...Object.keys(reviewed.attributes), ...Object.keys(fresh.attributes)])].sort()
  const attributes = names.filter((name) => reviewed.attributes[name] !== fresh.attributes[name])
  return [{ ...both, differs: 'values', attributes }]
}
