import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Resource, parseState } from '../../test/stack/state'
import { Moto } from '../moto/moto'
import { TerraformRoot } from '../terraform/root'
import { combineVariants, type Json } from './conditional'
import { parameterSections } from './parameters'
import { convertResources, KEY_ARN, LISTENER_ARN, PLANNED, SETTINGS, substitute, ZONE_ID } from './template'

const BOOTSTRAP = join(import.meta.dirname, '../../terraform/bootstrap')

/** Variables of bootstrap that a parameter of the template sets or leaves out. */
const VARIANTS = {
  base: {},
  withZone: { hosted_zone_ids: [ZONE_ID] },
  withKey: { kms_key_arns: [KEY_ARN] },
  withListener: { listener_arns: [LISTENER_ARN] },
  withSettings: {
    settings_workflows: [
      `${SETTINGS.repository}@${SETTINGS.version}`,
      `${SETTINGS.repository}@${SETTINGS.previous}`,
    ],
  },
  withAll: {
    hosted_zone_ids: [ZONE_ID],
    kms_key_arns: [KEY_ARN],
    listener_arns: [LISTENER_ARN],
    settings_workflows: [`${SETTINGS.repository}@${SETTINGS.version}`],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Json>>>>

/** Plans of bootstrap: without the optional parameters, with each of them, and with all. */
export type Plans = Readonly<Record<keyof typeof VARIANTS, readonly Resource[]>>

/** Renders terraform/bootstrap as a CloudFormation template. Changes by an optional parameter are in Fn::If. */
export function renderBootstrap(plans: Plans): Json {
  const services = plans.base.filter(({ type }) => type === 'terraform_data')
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'Roles, permissions boundary and state bucket with which GitHub Actions deploys Langfuse to this account',
    ...parameterSections(services.flatMap(({ values }) => values['triggers_replace'] as string[])),
    Resources: substitute(
      combineVariants(convertResources(plans.base), [
        { condition: 'HasHostedZone', value: convertResources(plans.withZone) },
        { condition: 'HasKmsKey', value: convertResources(plans.withKey) },
        { condition: 'HasListener', value: convertResources(plans.withListener) },
        { condition: 'HasSettingsWorkflows', value: convertResources(plans.withSettings) },
      ]),
    ),
  }
}

/** Plans bootstrap with the values of PLANNED. */
export async function planBootstrap(): Promise<Plans> {
  const directory = await mkdtemp(join(tmpdir(), 'bootstrap-'))
  const moto = await Moto.start()
  try {
    await cp(BOOTSTRAP, directory, { recursive: true, filter: (path) => !path.includes('.terraform/') })
    const env = {
      AWS_ENDPOINT_URL: moto.url,
      AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
      AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
      AWS_MAX_ATTEMPTS: '2',
    }
    const root = TerraformRoot.open(directory)
    await root.succeed(['init'], env)
    const plans: Partial<Record<keyof Plans, readonly Resource[]>> = {}
    for (const name of Object.keys(VARIANTS) as (keyof Plans)[]) {
      const variables = { ...PLANNED, ...VARIANTS[name] }
      await writeFile(join(directory, 'terraform.tfvars.json'), JSON.stringify(variables))
      await root.succeed(['plan', '-out=plan'], env)
      const { planned_values: values } = JSON.parse(await root.succeed(['show', '-json', 'plan'], env)) as {
        planned_values: unknown
      }
      plans[name] = parseState(JSON.stringify({ values }))
    }
    return plans as Plans
  } finally {
    await moto.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
