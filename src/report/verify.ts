import { formatSeconds } from '../text/format'
import { code, type Column, prose, table } from '../text/markdown'

/** What a verification has found out, as far as it came. */
export interface VerifyReport {
  /** Undefined when its outputs were not needed. */
  readonly stack: string | undefined
  /** Where Langfuse answers. */
  readonly url: string
  /** What is pinned; undefined when nothing says it. */
  readonly expected: string | undefined
  readonly version: string | undefined
  readonly healthySeconds: number | undefined
  readonly project: { readonly name: string; readonly url: string } | undefined
  readonly traceId: string | undefined
  readonly readableSeconds: number | undefined
  /** Why the trace is still there. */
  readonly notRemoved: string | undefined
  readonly failure: VerifyFailure | undefined
  /** Names of CloudWatch log groups, by what writes to them. */
  readonly logGroups: Readonly<Record<string, string>>
}

export interface VerifyFailure {
  readonly stage: Stage
  /** Parts that are likely at fault, the likeliest first. */
  readonly suspects: readonly Part[]
  readonly message: string
}

type Stage = 'health' | 'version' | 'keys' | 'send' | 'read'
type Part = 'address' | 'web' | 'worker' | 'ClickHouse' | 'PostgreSQL' | 'Redis' | 'S3' | 'keys'

const TITLES: Readonly<Record<Stage, string>> = {
  health: 'Langfuse is not ready',
  version: 'Langfuse runs another version than the one that is pinned',
  keys: 'Langfuse does not take the API keys',
  send: 'Langfuse does not take traces',
  read: 'A trace that Langfuse took does not come back',
}

const STEPS: readonly (readonly [Stage, string])[] = [
  ['health', 'healthy and ready'],
  ['version', 'version'],
  ['keys', 'API keys'],
  ['send', 'trace sent'],
  ['read', 'trace read back'],
]

const COLUMNS: readonly Column[] = [
  { title: 'Step', align: 'left' },
  { title: '', align: 'left' },
  { title: 'Time', align: 'right' },
]

/** The job summary: whether it works, how long it took, and where it does not, which part to look at and how. */
export function renderVerify(report: VerifyReport): string {
  const { failure, version, project, stack } = report
  const title =
    failure === undefined
      ? `✅ Langfuse ${version ?? ''} answers, and a trace came back`
      : `❌ ${TITLES[failure.stage]}`
  return [
    `## ${title}${stack === undefined ? '' : ` · ${code(stack)}`}`,
    ...(failure === undefined ? [] : [prose(`${failure.message}.`)]),
    project === undefined
      ? link(report.url)
      : `${link(report.url)}, project [${prose(project.name)}](${address(project.url)})`,
    steps(report),
    ...(failure === undefined ? [] : [whereToLook(failure, report)]),
    ...left(report),
  ].join('\n\n')
}

/** The outcome in one line, for the log. */
export function verifySentence({ version, healthySeconds, readableSeconds }: VerifyReport): string {
  const times = [healthySeconds, readableSeconds].map((seconds) => formatSeconds(seconds ?? 0))
  return `Langfuse ${version ?? ''} was ready after ${times[0] ?? ''}; the trace was readable after ${times[1] ?? ''}`
}

function steps(report: VerifyReport): string {
  const { failure, healthySeconds, readableSeconds } = report
  const failedAt = STEPS.findIndex(([stage]) => stage === failure?.stage)
  const times: Partial<Record<Stage, number | undefined>> = { health: healthySeconds, read: readableSeconds }
  const rows = STEPS.map(([stage, name], index) => {
    if (index === failedAt) return [name, '❌', '']
    if (failedAt >= 0 && index > failedAt) return [name, 'not tried', '']
    const seconds = times[stage]
    return [name, `✅ ${resultOf(stage, report)}`, seconds === undefined ? '' : formatSeconds(seconds)]
  })
  return table(COLUMNS, rows)
}

function resultOf(stage: Stage, { version, expected }: VerifyReport): string {
  switch (stage) {
    case 'health':
      return 'yes'
    case 'version':
      return `${code(version ?? '')}${comparison(version, expected)}`
    case 'keys':
      return 'taken'
    case 'send':
      return 'a chat completion with model, input, output and token usage'
    case 'read':
      return 'all of it'
  }
}

function comparison(version: string | undefined, expected: string | undefined): string {
  if (expected === undefined) return ', compared with nothing'
  return expected === version ? ', as pinned' : `, as ${code(expected)} is pinned`
}

function whereToLook({ suspects }: VerifyFailure, report: VerifyReport): string {
  const lines = suspects.map(
    (part) => `- **${part === 'address' ? 'the way there' : part}**: ${look(part, report)}`,
  )
  return ['### Where to look, the likeliest first', '', ...lines].join('\n')
}

function look(part: Part, { url, logGroups }: VerifyReport): string {
  const log = (name: string): string => {
    const group = logGroups[name]
    return group === undefined ? `the log of ${name}` : code(`aws logs tail ${group} --since 15m`)
  }
  switch (part) {
    case 'address':
      return `${code(`curl -i ${url}/api/public/health`)} shows what answers. Look at DNS, the certificate, and whether the load balancer has healthy targets and lets the runner in.`
    case 'web':
      return `${log('web')} tells why it does not start or answer; the events of its ECS service tell whether tasks are stopped or rolled back.`
    case 'worker':
      return `${log('worker')}. It takes traces from the queue and writes them to ClickHouse: does it run, and which error does it repeat?`
    case 'ClickHouse':
      return `${log('clickhouse')}. Is it up, is its disk full, were its migrations applied?`
    case 'PostgreSQL':
      return `${log('web')} has its errors (${code('PrismaClient')}). Is the database up, and do its security group and password fit?`
    case 'Redis':
      return `${log('web')} and ${log('worker')} have its errors (${code('Redis')}, ${code('WRONGPASS')}). Its policy must be ${code('noeviction')}: an evicted job is a lost trace.`
    case 'S3':
      return `${log('web')} and ${log('worker')} have its errors (${code('AccessDenied')}, ${code('PermanentRedirect')}). The role of the tasks must read and write the bucket, and ${code('LANGFUSE_S3_EVENT_UPLOAD_REGION')} must be its region.`
    case 'keys':
      return `they must be those of a project, as its page shows them under Settings → API keys; a changed secret does not change the keys of a project that is there. Langfuse remembers unknown keys for five minutes: wait that long before you run the job again.`
  }
}

function left({ traceId, notRemoved }: VerifyReport): string[] {
  if (notRemoved === undefined || traceId === undefined) return []
  return [
    `> The trace ${code(traceId)} could not be deleted (${prose(notRemoved)}). It is named ${code('langfuse-deploy verify')}; delete it by hand.`,
  ]
}

const link = (url: string): string => `At ${code(url)}`

/** An address that cannot end the parentheses of a link. */
const address = (url: string): string => url.replace(/[()<>\s]/g, percentEncoded)

/** `encodeURIComponent` leaves parentheses as they are. */
const percentEncoded = (mark: string): string => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`
