import { DAY_MS, formatAge, HOUR_MS } from '../../text/format'
import type { Backup } from '../backups/backup'
import type { Placement } from '../services/data-store'
import { type Finding, ok, problem, unknown } from './finding'

export interface ServiceFacts {
  readonly component: string
  readonly desired: number
  readonly running: number
  readonly isStable: boolean
  /** Newest first. */
  readonly events: readonly string[]
  /** Reasons of tasks that stopped lately, newest first. */
  readonly stopReasons: readonly string[]
}

/** Judges a service. @param facts undefined if it does not exist */
export function judgeService(stack: string, component: string, facts: ServiceFacts | undefined): Finding {
  const subject = `Service ${component}`
  const show = `aws logs tail /${stack}/${component} --since 30m`
  if (facts === undefined)
    return problem(
      subject,
      'does not exist',
      'The last apply did not complete: read its summary, and run the job again.',
    )
  const count = `${facts.running} of ${facts.desired} tasks run`
  if (facts.desired === 0)
    return problem(
      subject,
      'is stopped',
      `A restore, a rotation or an apply may be running, or was interrupted: run the same command again, or set the count: aws ecs update-service --cluster ${stack} --service ${stack}-${component} --desired-count 1`,
    )
  if (facts.running >= facts.desired && facts.isStable) return ok(subject, count)
  const reason = facts.stopReasons[0] ?? facts.events[0] ?? 'ECS reports no event'
  const state = facts.running >= facts.desired ? `${count}, and a deployment is in progress` : count
  if (facts.running >= facts.desired) return ok(subject, state)
  return problem(subject, `${state}; ECS: ${reason}`, `Read its log: ${show}`)
}

export interface AlarmFacts {
  readonly name: string
  readonly reason: string
}

export function judgeAlarms(alarms: readonly AlarmFacts[]): Finding[] {
  if (alarms.length === 0) return [ok('Alarms', 'none is in ALARM')]
  return alarms.map(({ name, reason }) =>
    problem(`Alarm ${name}`, reason, 'See docs/troubleshooting.md, section Alarms.'),
  )
}

const DISK_LIMIT = 80

/** @param used percent; undefined without data */
export function judgeDisk(used: number | undefined): Finding {
  const subject = 'ClickHouse disk'
  if (used === undefined)
    return problem(
      subject,
      'the instance has reported no usage for 30 minutes',
      'Check the instance: aws ec2 get-console-output --latest --output text --instance-id ID. The lines that start with clickhouse-volume name the step that failed.',
    )
  if (used < DISK_LIMIT) return ok(subject, `${used} % used`)
  return problem(
    subject,
    `${used} % used`,
    'Increase clickhouse.volume_gib in a pull request; this needs no restart.',
  )
}

const VALKEY_LIMIT = 75
const QUEUE_LIMIT = 10_000

export interface QueueFacts {
  /** Only ElastiCache reports its memory. */
  readonly placement: Placement
  /** Percent of Valkey's memory; undefined without data. */
  readonly memory: number | undefined
  /** Waiting jobs by queue. Empty if the stack does not publish Langfuse's metrics. */
  readonly waiting: Readonly<Record<string, number | undefined>>
}

export function judgeQueues({ placement, memory, waiting }: QueueFacts): Finding[] {
  const advice = 'Increase worker.max, and check that the worker runs and that ClickHouse accepts its rows.'
  const depths = Object.entries(waiting).map(([queue, jobs]) => {
    if (jobs === undefined)
      return unknown(
        `Queue ${queue}`,
        'Langfuse publishes no metric',
        'Set langfuse.publish_metrics = true to see its depth.',
      )
    const detail = `${jobs} jobs wait`
    return jobs > QUEUE_LIMIT ? problem(`Queue ${queue}`, detail, advice) : ok(`Queue ${queue}`, detail)
  })
  const subject = 'Valkey memory'
  const notRead = {
    instance: 'is part of the memory of the instance (size tiny)',
    external: 'is not checked: Valkey does not belong to the stack (valkey_external)',
  } as const
  const filled =
    placement !== 'stack'
      ? ok(subject, notRead[placement])
      : memory === undefined
        ? unknown(
            subject,
            'ElastiCache reports no usage',
            'Check the replication group in the ElastiCache console.',
          )
        : memory > VALKEY_LIMIT
          ? problem(subject, `${memory.toFixed(0)} % used`, advice)
          : ok(subject, `${memory.toFixed(0)} % used`)
  return [filled, ...depths]
}

export interface CertificateFacts {
  readonly domain: string
  readonly arn: string
  readonly notAfter: Date | undefined
  readonly status: string
}

/** ACM renews 60 days before the expiry; with fewer than 30 days left, the renewal has failed. */
const MIN_CERTIFICATE_DAYS = 30

export function judgeCertificates(certificates: readonly CertificateFacts[], now: Date): Finding[] {
  return certificates.map(({ domain, arn, notAfter, status }) => {
    const subject = `Certificate ${domain}`
    const advice = `Read its state: aws acm describe-certificate --certificate-arn ${arn} --query Certificate.[Status,RenewalSummary]. An apply creates a missing validation record.`
    if (notAfter === undefined) return problem(subject, `has the status ${status || 'unknown'}`, advice)
    const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS)
    const detail = days < 0 ? 'has expired' : `expires in ${days} days`
    return days < MIN_CERTIFICATE_DAYS ? problem(subject, detail, advice) : ok(subject, detail)
  })
}

/** Backups are made daily; the alarm backup-missed has the same limit. */
const MAX_BACKUP_AGE_MS = 26 * HOUR_MS

export function judgeBackups(backups: readonly Backup[], now: Date): Finding {
  const subject = 'ClickHouse backups'
  const advice = 'Create one: langfuse-deploy backups create. If that fails, it shows the reason.'
  const last = backups.at(-1)
  if (last === undefined) return problem(subject, 'there is none', advice)
  const age = now.getTime() - last.completedAt.getTime()
  const detail = `the last one, ${last.name}, is ${formatAge(age)} old`
  return age > MAX_BACKUP_AGE_MS ? problem(subject, detail, advice) : ok(subject, detail)
}
