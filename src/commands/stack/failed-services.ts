import { type EcsFailure, type EcsServiceName, readEcsFailure } from '../../aws/ecs-failure'
import type { AwsSession } from '../../aws/credentials'
import { readErrorDetails } from '../../aws/error'
import type { Plan } from '../../plan/plan'
import type { ApplyReport } from '../../terraform/apply-progress'
import { textField } from '../../plan/json'
import { redactCredentials } from '../../text/redact'
import { escapeToLine } from '../../text/sanitize'
import { awsRuntime, type StateRuntime } from './state-access'

/** Addition to Terraform's error about a failed service: sanitized lines without secrets. */
export interface FailedService {
  readonly service: string
  /** Sentences of ECS, or why they could not be read. */
  readonly reasons: readonly string[]
  readonly logLines: readonly string[]
  /** Command that prints the whole log. Undefined without a log. */
  readonly logCommand: string | undefined
}

export interface ServiceQuery {
  readonly plan: Plan
  readonly openSession: () => Promise<AwsSession>
  readonly redact: (text: string) => string
}

const TIMEOUT_MS = 20_000
const MAX_SERVICES = 5
const MAX_LINE_LENGTH = 500
const SERVICE_ARN = /\barn:aws[\w-]*:ecs:([\w-]+):\d{12}:service\/([\w-]+)\/([\w-]+)/

/**
 * Asks ECS why services failed during an apply: Terraform reports only that it waited in vain.
 * Never throws and takes at most 20 seconds, so that it cannot hide the error of the apply.
 */
export async function explainFailedServices(
  { failed }: Pick<ApplyReport, 'failed'>,
  query: ServiceQuery,
  runtime: StateRuntime,
): Promise<readonly FailedService[]> {
  const names = failed.map((one) => serviceOf(one, query.plan)).filter((name) => name !== undefined)
  if (names.length === 0) return []
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  return Promise.all(
    names.slice(0, MAX_SERVICES).map(async (name) => {
      try {
        const session = await query.openSession()
        const region = name.region || session.region
        const failure = await untilAborted(
          readEcsFailure({ ...name, region }, session, { ...awsRuntime(runtime), signal }),
          signal,
        )
        return describe(failure, region, query.redact)
      } catch (error) {
        const { message } = readErrorDetails(error, 'ecs:DescribeTasks')
        const reason = signal.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : message
        const reasons = [query.redact(escapeToLine(`ECS's reason could not be read (${reason}).`))]
        return { service: name.service, reasons, logLines: [], logCommand: undefined }
      }
    }),
  )
}

/** The SDK does not abort while it looks for credentials. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'))
      })
    }),
  ])
}

function serviceOf(
  { address, message }: { readonly address: string; readonly message: string },
  plan: Plan,
): EcsServiceName | undefined {
  const change = plan.resources.find((one) => one.address === address && one.deposed === undefined)
  if (change?.type !== 'aws_ecs_service') return undefined
  const [, region, cluster, service] = SERVICE_ARN.exec(message) ?? []
  if (region !== undefined && cluster !== undefined && service !== undefined)
    return { region, cluster, service }
  // A postcondition's error does not name the service. A new cluster has no ARN in the plan.
  const after = change.after
  const planned = textField(after, 'name')
  const clusterArn = textField(after, 'cluster')
  if (planned === undefined || clusterArn === undefined) return undefined
  const parts = clusterArn.split(':')
  return { region: parts[3] ?? '', cluster: clusterArn.split('/').at(-1) ?? '', service: planned }
}

function describe(
  { service, reasons, log }: EcsFailure,
  region: string,
  redact: (text: string) => string,
): FailedService {
  const clean = (text: string): string => {
    const line = escapeToLine(redactCredentials(redact(text)))
    return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line
  }
  return {
    service,
    reasons: reasons.length === 0 ? ['ECS gives no reason.'] : reasons.map(clean),
    logLines: log?.lines.map(clean) ?? [],
    logCommand:
      log &&
      `aws logs get-log-events --log-group-name ${log.group} --log-stream-name ${log.stream} --region ${region}`,
  }
}

/** Returns the sentences that the error of the apply contains. */
export const serviceSentences = (services: readonly FailedService[]): string[] =>
  services.flatMap(({ service, reasons, logLines }) => [
    `ECS service ${service}: ${reasons.join(' · ')}`,
    ...(logLines.length > 0
      ? [`Last lines of its log:`, ...logLines.slice(-5).map((line) => `  ${line}`)]
      : []),
  ])
