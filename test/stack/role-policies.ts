import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Moto } from '../../testkit/moto/moto'
import { TerraformRoot } from '../../testkit/terraform/root'
import { parseState } from './state'

/** Plans terraform/bootstrap. @returns the policies by role */
export async function planRolePolicies(
  settings: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const directory = await mkdtemp(join(tmpdir(), 'bootstrap-'))
  const moto = await Moto.start()
  try {
    await cp('terraform/bootstrap', directory, {
      recursive: true,
      filter: (path) => !path.includes('.terraform/'),
    })
    const env = {
      AWS_ENDPOINT_URL: moto.url,
      AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
      AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
      AWS_MAX_ATTEMPTS: '2',
    }
    const root = TerraformRoot.open(directory)
    await writeFile(join(directory, 'terraform.tfvars'), settings)
    await root.succeed(['init'], env)
    await root.succeed(['plan', '-out=plan'], env)
    const { planned_values: values } = JSON.parse(await root.succeed(['show', '-json', 'plan'], env)) as {
      planned_values: unknown
    }
    return policiesOf(JSON.stringify({ values }))
  } finally {
    await moto.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Returns the policies of the roles in a state or plan of terraform/bootstrap. */
export function policiesOf(state: string): Readonly<Record<string, readonly string[]>> {
  const resources = parseState(state)
  const of = (name: string): string[] =>
    resources
      .filter(({ address }) => address.startsWith(`aws_iam_policy.${name}[`))
      .map((resource) => String(resource.values['policy']))
  const small = (name: string): string[] =>
    resources
      .filter(({ address }) => address === `aws_iam_role_policy.small["${name}"]`)
      .map((resource) => String(resource.values['policy']))
  return {
    'langfuse-plan': of('plan'),
    'langfuse-deploy': of('deploy'),
    'langfuse-mirror': small('mirror'),
    'langfuse-refresh': small('refresh'),
    'langfuse-verify': small('verify'),
  }
}
