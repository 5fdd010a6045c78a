import { readFileSync, writeFileSync } from 'node:fs'
import type { RoleRequest } from './requests'

/** Requests of the end-to-end test, without identifiers that differ between runs. */
const PATH = 'test/stack/calls/recorded-requests.json'

/** Requests that differ in their resource only. */
interface RequestGroup {
  readonly role: string
  readonly action: string
  readonly resources: readonly string[]
  readonly context: RoleRequest['context']
}

export const readRecordedRequests = (): RoleRequest[] =>
  (JSON.parse(readFileSync(PATH, 'utf8')) as RequestGroup[]).flatMap(({ resources, ...group }) =>
    resources.map((resource) => ({ ...group, resource })),
  )

export function writeRecordedRequests(requests: readonly RoleRequest[]): void {
  const groups = new Map<string, RoleRequest[]>()
  for (const request of requests) {
    const { role, action, context } = request
    const key = JSON.stringify({ role, action, context })
    groups.set(key, [...(groups.get(key) ?? []), request])
  }
  const lines = [...groups].map(([key, group]) =>
    JSON.stringify({ ...(JSON.parse(key) as object), resources: group.map(({ resource }) => resource) }),
  )
  writeFileSync(PATH, `[\n${lines.sort().join(',\n')}\n]\n`)
}

/** Tags that conditions of the roles' policies test. */
const TESTED_TAGS = /\/(?:stack|managed-by)$/

/** Replaces identifiers, sorts, and removes repetitions, so that the records of two runs are equal. */
export function withoutIds(requests: readonly RoleRequest[]): RoleRequest[] {
  const lines = requests.map(({ role, action, resource, context }) => {
    const entries = Object.entries(context).filter(([key]) => !key.includes('Tag/') || TESTED_TAGS.test(key))
    const requestTags = Object.keys(context).filter((key) => key.includes('RequestTag/'))
    // A change of other tags contains none of those that the conditions test.
    if (requestTags.length > 0 && !requestTags.some((key) => TESTED_TAGS.test(key)))
      entries.push(['aws:RequestTag/team', 'data'])
    const sorted = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
    return anonymous(JSON.stringify({ role, action, resource, context: sorted }))
  })
  return [...new Set(lines)].sort().map((line) => JSON.parse(line) as RoleRequest)
}

const anonymous = (line: string): string =>
  line
    .replaceAll('langfuse-eu', 'langfuse')
    .replace(/\b(plans|applies)\/\d+\/[^"]*?\/?([\w-]+\.json)/g, '$1/1/0/$2')
    .replace(/hostedzone\/\w+/g, 'hostedzone/Z0')
    .replace(/"_[0-9a-f]{32}\./g, '"_0.')
    .replace(/\b([a-z]+)-(?!123456789012)[0-9a-f]{8,17}\b/g, '$1-0')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '0')
    .replace(/(final-)[0-9a-f]+/g, '$10')
    .replace(
      /(scalable-target|vpcorigin|distribution|namespace|service|policy|operation|change)\/((?:vo_|ns-|srv-|policy-)?)(?!langfuse)[\w]{8,}/g,
      '$1/$20',
    )
    .replace(/\/[0-9a-f]{16}\b/g, '/0')
    .replace(/(task|container-instance)\/([\w-]+)\/[0-9a-f]{32}/g, '$1/$2/0')
    .replace(/(task-definition\/[\w-]+):\d+/g, '$1:1')
