import { createHmac } from 'node:crypto'
import { replaceInstanceKeys } from '../plan/instance-key'
import type { Plan } from '../plan/plan'
import { createRedactor, redactDeep } from '../text/redact'
import { secretParts } from '../text/secret-parts'
import { isRecord } from '../text/json'
import { planContent, type SealedPlan } from './plan-content'

/** Hashes of a planned change. */
export interface PlanEntry {
  /** `ChangeKind`, `action`, `deferred` or `setting`; unchecked in a record. */
  readonly kind: string
  readonly hash: string
  readonly attributes: Readonly<Record<string, string>>
  /** Attributes that were not fully known, with their masks. */
  readonly unknown: Readonly<Record<string, unknown>>
  /** Hash of address, mode, type and provider. */
  readonly identityHash: string
  /** Hash of the resource after a creation or replacement. */
  readonly createdHash: string | undefined
  /** Hash of the identity of a deleted or replaced object. */
  readonly removedHash: string | undefined
}

/** Entries by address or `output.<name>`. */
export type PlanEntries = ReadonlyMap<string, PlanEntry>

/**
 * Computes HMAC-SHA-256 in hexadecimal. A secret salt prevents guessing short texts.
 *
 * @param salt random, new for each record
 */
export function hmac(text: string, salt: string): string {
  if (salt.length < 16) throw new Error('the salt is shorter than 16 characters; use 32 random bytes')
  return createHmac('sha256', salt).update(text).digest('hex')
}

/** Computes the hash of an attribute. */
export const hashAttribute = (name: string, content: string, salt: string): string =>
  hmac(`${name}=${content}`, salt).slice(0, 16)

/** Returns a function that masks the secrets of a plan, which is the same for equal plans. */
export const recordRedactor = ({ secrets }: Pick<Plan, 'secrets'>): ((text: string) => string) =>
  createRedactor([...secrets, ...secrets.flatMap(secretParts)]).redact

/**
 * Returns a function from the name of a change to its name in a record. A hash takes the place
 * of a secret in an instance key.
 */
export function recordNames(redact: (text: string) => string, salt: string): (name: string) => string {
  return (name) => {
    const clean = replaceInstanceKeys(name, redact)
    return clean === name ? name : `${clean} (${hmac(name, salt).slice(0, 16)})`
  }
}

/** Hashes the changes of a plan for its record. */
export function planEntries(sealed: SealedPlan, salt: string): PlanEntries {
  const redact = recordRedactor(sealed.plan)
  const nameOf = recordNames(redact, salt)
  return new Map(
    planContent(sealed).map(({ name, kind, attributes, content, unknown, identity, created, removed }) => {
      const hashes = attributes.map(([attribute, value]): [string, string] => [
        attribute,
        hashAttribute(attribute, value, salt),
      ])
      const hashed = {
        hash: hmac(content, salt),
        attributes: Object.fromEntries(hashes),
        identityHash: hmac(identity, salt),
        createdHash: created && hmac(created, salt),
        removedHash: removed && hmac(removed, salt),
      }
      const masks = redactDeep(unknown, redact)
      return [nameOf(name), { kind, unknown: isRecord(masks) ? masks : {}, ...hashed }]
    }),
  )
}

/** Change that differs between two plans. */
export interface PlanDifference {
  readonly address: string
  readonly reviewedKind: string | undefined
  readonly freshKind: string | undefined
  readonly differs: 'only-reviewed' | 'only-fresh' | 'kind' | 'values'
  /** Differing attributes of changes of the same kind. */
  readonly attributes: readonly string[]
}

/** Compares two plans that were hashed with the same salt. */
export function comparePlans(reviewed: PlanEntries, fresh: PlanEntries): PlanDifference[] {
  const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort()
  return addresses.flatMap((address) => compareEntries(address, reviewed.get(address), fresh.get(address)))
}

function compareEntries(
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
