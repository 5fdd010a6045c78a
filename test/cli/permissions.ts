import { readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { actionsOf } from '../stack/calls/actions'
import { entryOf } from '../stack/calls/resources'

const PATH = 'docs/security.md'

/** Access key of the command line in tests; tasks that it starts have another one. */
export const CLI_ACCESS_KEY = 'AKIACOMMANDLINE'

/** IAM actions of the calls of each command in this test file. */
const called = new Map<string, Set<string>>()
let running: string | undefined

/** Attributes the calls of the command line to a command, until `undefined` is given. */
export function attributeCalls(command: string | undefined): void {
  running = command
  if (command !== undefined && !called.has(command)) called.set(command, new Set())
}

const CLOUDFRONT: Readonly<Record<string, string>> = {
  'POST distribution': 'CreateDistribution',
  'GET distribution': 'ListDistributions',
}

/** Records the IAM actions that AWS authorizes for a request of the command line. */
export function recordCall(from: IncomingMessage, body: string): void {
  const [, key, service = ''] =
    /Credential=([^/]+)\/[^/]+\/[^/]+\/([^/]+)\//.exec(from.headers.authorization ?? '') ?? []
  if (key !== CLI_ACCESS_KEY || running === undefined) return
  const operation = operationOf(service, from, body)
  const call = { service, operation, region: '', role: '', params: {}, headers: {}, tags: {} }
  const actions = [...actionsOf(call), ...alsoAuthorized(`${service}:${operation}`, body)]
  for (const action of actions) called.get(running)?.add(action)
}

function operationOf(service: string, from: IncomingMessage, body: string): string {
  const target = from.headers['x-amz-target']
  if (target !== undefined) return String(target).split('.').at(-1) ?? ''
  const url = new URL(from.url ?? '/', 'http://localhost')
  const named = /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? /\/operation\/(\w+)$/.exec(url.pathname)?.[1]
  if (named !== undefined) return named
  const method = from.method ?? ''
  if (service === 's3') {
    const scope = url.pathname.split('/').filter((part) => part !== '').length > 1 ? 'object' : 'bucket'
    const subresource = ['list-type', 'versions', 'delete', 'tagging', 'versionId'].find((one) =>
      url.searchParams.has(one),
    )
    return `${method} ${scope} ${subresource ?? ''}`.trim()
  }
  const known =
    service === 'cloudfront' ? CLOUDFRONT[`${method} ${url.pathname.split('/')[2] ?? ''}`] : undefined
  if (known === undefined)
    throw new Error(`test/cli/permissions.ts does not know ${service} ${method} ${url.pathname}`)
  return known
}

/** Actions that AWS also authorizes: the roles of a task, and tags of a new cluster or instance. */
function alsoAuthorized(operation: string, body: string): string[] {
  if (operation === 'ecs:RunTask') return ['iam:PassRole']
  return operation.startsWith('rds:') && /(?:^|&)Tags\./.test(body) ? ['rds:AddTagsToResource'] : []
}

const rowOf = (text: string, command: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`| \`${command}\` `) && line.includes(':'))

/** Returns the actions in the table of docs/security.md, of all commands. */
export const documentedActions = (): ReadonlySet<string> =>
  new Set(
    readFileSync(PATH, 'utf8')
      .split('\n')
      .filter((line) => /^\| `[a-z ]+` +\| `[\w-]+:/.test(line))
      .flatMap((line) => [...line.matchAll(/`([\w-]+:\w+)`/g)].map(([, action = '']) => action)),
  )

/**
 * Returns the calls of this test file whose permission docs/security.md does not name, as `command: action`. With UPDATE_REQUESTS,
 * adds them to its table first.
 */
export function undocumentedCalls(): string[] {
  let text = readFileSync(PATH, 'utf8')
  const missing = [...called].flatMap(([command, actions]) => {
    // AWS's table has all names of actions.
    actions.forEach(entryOf)
    const row = rowOf(text, command)
    const known = new Set([...(row ?? '').matchAll(/`([\w-]+:\w+)`/g)].map(([, action]) => action))
    const unknown = [...actions].filter((action) => !known.has(action))
    if (process.env['UPDATE_REQUESTS'] === undefined || row === undefined)
      return unknown.map((action) => `${command}: ${action}`)
    const all = [...new Set([...known, ...actions])].map((action) => `\`${String(action)}\``).sort()
    text = text.replace(row, `| \`${command}\` | ${all.join(', ')} |`)
    return []
  })
  if (process.env['UPDATE_REQUESTS'] !== undefined) writeFileSync(PATH, text)
  return missing
}
