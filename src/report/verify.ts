import type { Component, VerificationStep } from '../langfuse/error'
import { formatSeconds, withoutFullStop } from '../text/format'
import { codeSpan, type Column, escapeMarkdown, table } from '../text/markdown'

export interface VerifyReport {
  /** Undefined without stack outputs. */
  readonly stack: string | undefined
  readonly url: string
  /** Pinned version. */
  readonly expected: string | undefined
  readonly version: string | undefined
  readonly healthySeconds: number | undefined
  readonly project: { readonly name: string; readonly url: string } | undefined
  readonly traceId: string | undefined
  readonly readableSeconds: number | undefined
  /** Error of the deletion. */
  readonly notRemoved: string | undefined
  /** Whether Langfuse may store the trace after its deletion. */
  readonly mayAppearLater: boolean
  readonly failure: VerifyFailure | undefined
  /** CloudWatch log groups by service name. */
  readonly logGroups: Readonly<Record<string, string>>
}

export interface VerifyFailure {
  readonly step: VerificationStep
  /** Most likely first. */
  readonly likelyCauses: readonly Component[]
  readonly message: string
}

const FAILURE_TITLES: Readonly<Record<VerificationStep, string>> = {
  health: 'Langfuse is not ready',
  version: 'Langfuse runs a different version than the pinned one',
  keys: 'Langfuse did not accept the API keys',
  send: 'Langfuse did not accept the trace',
  read: 'Langfuse accepted the trace, but it cannot be read back',
}

const STEPS: readonly (readonly [VerificationStep, string])[] = [
  ['health', 'Health check'],
  ['version', 'Version'],
  ['keys', 'API keys'],
  ['send', 'Trace sent'],
  ['read', 'Trace read back'],
]

const STEP_COLUMNS: readonly Column[] = [
  { title: 'Step', align: 'left' },
  { title: 'Result', align: 'left' },
  { title: 'Time', align: 'right' },
]

/** Renders the job summary of `verify`. */
export function renderVerify(report: VerifyReport): string {
  const { failure, version, project, stack, url } = report
  const title =
    failure === undefined
      ? `✅ Langfuse ${version ?? ''} is ready, and a trace was read back`
      : `❌ ${FAILURE_TITLES[failure.step]}`
  const link = project && `, project [${escapeMarkdown(project.name)}](${encodeLinkTarget(project.url)})`
  return [
    `## ${title}${stack === undefined ? '' : ` · ${codeSpan(stack)}`}`,
    ...(failure === undefined ? [] : [escapeMarkdown(`${withoutFullStop(failure.message)}.`)]),
    `URL: ${codeSpan(url)}${link ?? ''}`,
    stepTable(report),
    ...(failure === undefined ? [] : [likelyCauses(failure, report)]),
    ...remainingTrace(report),
  ].join('\n\n')
}

/** Returns the log line of a successful verification. */
export function verifySentence({ version, healthySeconds, readableSeconds }: VerifyReport): string {
  const [ready, readable] = [healthySeconds, readableSeconds].map((seconds) => formatSeconds(seconds ?? 0))
  return `Langfuse ${version ?? ''} was ready after ${ready ?? ''}; the trace was readable after ${readable ?? ''}`
}

function stepTable(report: VerifyReport): string {
  const { failure, healthySeconds, readableSeconds } = report
  const failedAt = STEPS.findIndex(([stage]) => stage === failure?.step)
  const times: Partial<Record<VerificationStep, number | undefined>> = {
    health: healthySeconds,
    read: readableSeconds,
  }
  const rows = STEPS.map(([stage, name], index) => {
    if (index === failedAt) return [name, '❌ failed', '']
    if (failedAt >= 0 && index > failedAt) return [name, 'not run', '']
    const seconds = times[stage]
    return [name, `✅ ${stepResult(stage, report)}`, seconds === undefined ? '' : formatSeconds(seconds)]
  })
  return table(STEP_COLUMNS, rows)
}

function stepResult(stage: VerificationStep, { version, expected }: VerifyReport): string {
  switch (stage) {
    case 'health':
      return 'healthy and ready'
    case 'version':
      return `${codeSpan(version ?? '')}, ${compareToPin(version, expected)}`
    case 'keys':
      return 'accepted'
    case 'send':
      return 'chat completion with model, input, output and token usage'
    case 'read':
      return 'complete'
  }
}

function compareToPin(version: string | undefined, expected: string | undefined): string {
  if (expected === undefined) return 'not checked (no version is pinned)'
  return expected === version ? 'as pinned' : `pinned is ${codeSpan(expected)}`
}

function likelyCauses({ likelyCauses: suspects }: VerifyFailure, report: VerifyReport): string {
  const lines = suspects.map(
    (component) => `- **${componentName(component)}**: ${troubleshoot(component, report)}`,
  )
  return ['### Likely causes, most likely first', '', ...lines].join('\n')
}

/** Returns the name of a component in texts. */
export const componentName = (component: Component): string =>
  component === 'address' ? 'network path' : component === 'keys' ? 'API keys' : component

function troubleshoot(component: Component, { url, logGroups }: VerifyReport): string {
  const logOf = (service: string): string => {
    const group = logGroups[service]
    return group === undefined ? `the log of ${service}` : codeSpan(`aws logs tail ${group} --since 15m`)
  }
  switch (component) {
    case 'address':
      return `run ${codeSpan(`curl -i ${url}/api/public/health`)} to see what answers. Check DNS, the certificate and its expiry, the health of the load balancer's targets, and whether the load balancer admits the runner.`
    case 'web':
      return `${logOf('web')} shows why it does not start or respond. The events of its ECS service show stopped and rolled back tasks.`
    case 'worker':
      return `${logOf('worker')} shows its errors. The worker reads traces from the queue and writes them to ClickHouse. Check that it runs, and look for an error that repeats.`
    case 'ClickHouse':
      return `${logOf('clickhouse')} shows its errors. Check that it runs, that its disk has free space, and that its migrations are applied.`
    case 'PostgreSQL':
      return `${logOf('web')} shows its errors (${codeSpan('PrismaClient')}). Check that the database is running, and check its security group and password.`
    case 'Redis':
      return `${logOf('web')} and ${logOf('worker')} show its errors (${codeSpan('Redis')}, ${codeSpan('WRONGPASS')}). Check that it runs, and that its memory is not full (${codeSpan('OOM command not allowed')}: ${codeSpan('maxmemory')} is reached). Its eviction policy must be ${codeSpan('noeviction')}: an evicted job is a lost trace.`
    case 'S3':
      return `${logOf('web')} and ${logOf('worker')} show its errors (${codeSpan('AccessDenied')}, ${codeSpan('PermanentRedirect')}). The task role must be allowed to read and write the bucket, and ${codeSpan('LANGFUSE_S3_EVENT_UPLOAD_REGION')} must be the bucket's region.`
    case 'keys':
      return `use the keys of a project, shown in Langfuse under Settings → API keys. A changed secret does not change the keys of an existing project. Langfuse caches unknown keys for five minutes: wait that long before you re-run the job.`
  }
}

function remainingTrace({ traceId, notRemoved, mayAppearLater }: VerifyReport): string[] {
  if (traceId === undefined) return []
  const name = `Its name is ${codeSpan('langfuse-deploy verify')}.`
  if (notRemoved !== undefined)
    return [
      `> The trace ${codeSpan(traceId)} could not be deleted (${escapeMarkdown(notRemoved)}). ${name} Delete it manually.`,
    ]
  if (!mayAppearLater) return []
  return [
    `> The trace ${codeSpan(traceId)} may still appear in the project: Langfuse stores it, and ignores its deletion, if the worker processes both later. ${name} If it appears, delete it manually.`,
  ]
}

/** Encodes characters that would end a Markdown link's target. */
const encodeLinkTarget = (url: string): string => url.replace(/[()<>\s]/g, percentEncode)

/** `encodeURIComponent` does not encode parentheses, which end a link target. */
const percentEncode = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
