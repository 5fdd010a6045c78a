import { expect, test } from '@jest/globals'
import { withoutApplied } from '../../src/review/applied-settings'
import { settingContent } from '../../src/review/plan-content'
import { comparePlans, hmac, planEntries } from '../../src/review/plan-digest'
import type { Setting } from '../../src/plan/setting'
import { planOf, resource, sealed } from '../plan/a-plan'

const SALT = 'a'.repeat(64)
const PLAN = planOf([resource()])
const setting = (content: string): Setting[] => [{ name: 'var.images', content }]
const hashes = (settings: readonly Setting[]): Record<string, string> =>
  Object.fromEntries(settingContent(settings).map(({ name, content }) => [name, hmac(content, SALT)]))

/** Names of the differences that remain. */
function remaining(reviewed: Setting[], fresh: Setting[], applied: Setting[] | undefined): string[] {
  const [before, after] = [reviewed, fresh].map((settings) => planEntries(sealed(PLAN, settings), SALT))
  const differences = comparePlans(before ?? new Map(), after ?? new Map())
  const record = applied && { salt: SALT, settings: hashes(applied) }
  return withoutApplied(differences, fresh, record).map(({ address }) => address)
}

test.each<
  [what: string, reviewed: Setting[], fresh: Setting[], applied: Setting[] | undefined, names: string[]]
>([
  ['is as at the last apply', setting('1'), setting('2'), setting('2'), []],
  ['differs from the last apply too', setting('1'), setting('2'), setting('3'), ['var.images']],
  ['was never applied', setting('1'), setting('2'), undefined, ['var.images']],
  ['was removed before the last apply', setting('1'), [], [], []],
  ['was removed since the last apply', setting('1'), [], setting('1'), ['var.images']],
])('a setting that %s', (_, reviewed, fresh, applied, names) => {
  expect(remaining(reviewed, fresh, applied)).toEqual(names)
})
