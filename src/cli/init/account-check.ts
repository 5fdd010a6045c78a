import { findComponents } from '../doctor/after'
import { checksBeforeApply } from '../doctor/before'
import { renderFindings, runChecks } from '../doctor/finding'
import { isSize } from '../../cost/sizes'
import type { AwsConnection } from '../aws/connection'
import { CommandFailed } from '../error'
import type { CliEnvironment } from '../runtime'
import type { Choices } from './choices'
import { runProgram } from './program'
import type { Prompter } from './prompter'

export interface AccountCheck {
  readonly aws: AwsConnection
  readonly accountId: string
  readonly choices: Choices
  readonly prompter: Prompter | undefined
}

/** Bootstrap creates service-linked roles with the AWS CLI. @throws CommandFailed without it */
export async function requireAwsCli(directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const answer = await runProgram('aws', ['--version'], { directory, env }).catch(() => undefined)
  if (answer?.exitCode === 0) return
  throw new CommandFailed(
    'The AWS CLI is not on PATH, and bootstrap needs it. Install it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
  )
}

/**
 * Runs the checks of `doctor` before the first apply, unless the stack exists.
 *
 * @throws CommandFailed for a problem that is not accepted
 */
export async function checkAccount(
  { aws, accountId, choices, prompter }: AccountCheck,
  { print }: Pick<CliEnvironment, 'print'>,
): Promise<void> {
  const { stack, root } = choices
  if (root === undefined || (await findComponents(stack, aws)).length > 0) return
  const size = isSize(root.size) ? root.size : 'small'
  const planned = { stack, accountId, size, hasDomain: root.domain !== undefined, vpcId: undefined }
  // Bootstrap creates the role.
  const checks = checksBeforeApply(planned, aws).filter(({ subject }) => !subject.startsWith('Role '))
  const findings = await runChecks(checks)
  print(`Checks of account ${accountId}, ${choices.region}:`)
  for (const line of renderFindings(findings)) print(`  ${line}`)
  if (!findings.some(({ status }) => status === 'problem')) return
  const question = { message: 'Continue with these problems?', initial: 'no' } as const
  if ((await prompter?.confirm(question)) === true) return
  throw new CommandFailed(
    'The account is not ready for the first deployment. Fix the problems above, or pass --skip-checks to ignore them.',
  )
}

interface ZoneSearch {
  readonly directory: string
  readonly region: string
  readonly env: NodeJS.ProcessEnv
}

/** Returns the ID of a public hosted zone. @throws CommandFailed if the account has none of that name */
export async function findHostedZone(zone: string, { directory, region, env }: ZoneSearch): Promise<string> {
  const query = `HostedZones[?Name=='${zone}.' && Config.PrivateZone==\`false\`].Id`
  const { exitCode, stdout, stderr } = await runProgram(
    'aws',
    // The Region may come from an option or an answer, and the CLI needs one for a global service, too.
    [
      'route53',
      'list-hosted-zones-by-name',
      '--region',
      region,
      '--dns-name',
      zone,
      '--query',
      query,
      '--output',
      'text',
    ],
    { directory, env },
  )
  if (exitCode !== 0)
    throw new CommandFailed(`The hosted zones of Route 53 could not be listed: ${stderr.trim()}`)
  const [, id] = /\/hostedzone\/(Z[A-Z0-9]+)/.exec(stdout) ?? []
  if (id !== undefined) return id
  throw new CommandFailed(
    `Route 53 has no public hosted zone ${zone} in this account. Create it, give another one with --zone-name, or start without a domain.`,
  )
}
