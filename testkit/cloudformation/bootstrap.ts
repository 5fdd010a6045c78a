import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Resource, parseState } from '../../test/stack/state'
import { Moto } from '../moto/moto'
import { TerraformRoot } from '../terraform/root'
import { combineVariants, type Json } from './conditional'
import { parameterSections } from './parameters'
import { convertResources, KEY_ARN, LISTENER_ARN, PLANNED, substitute, ZONE_ID } from './template'

const BOOTSTRAP = join(import.meta.dirname, '../../terraform/bootstrap')

/** Plans of bootstrap: without the optional parameters, with each of them, and with all. */
export type Plans = Readonly<
  Record<'base' | 'withZone' | 'withKey' | 'withListener' | 'withAll', readonly Resource[]>
>

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
      ]),
    ),
  }
}

/** Plans bootstrap with the values of PLANNED. */
export async function planBootstrap(): Promise<Plans> {
  const zone = { hosted_zone_ids: [ZONE_ID] }
  const key = { kms_key_arns: [KEY_ARN] }
  const listener = { listener_arns: [LISTENER_ARN] }
  const variants = [{}, zone, key, listener, { ...zone, ...key, ...listener }]
  const [base = [], withZone = [], withKey = [], withListener = [], withAll = []] =
    await planVariants(variants)
  return { base, withZone, withKey, withListener, withAll }
}

async function planVariants(
  variants: readonly Readonly<Record<string, Json>>[],
): Promise<readonly Resource[][]> {
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
    const plans: Resource[][] = []
    for (const variant of variants) {
      await writeFile(join(directory, 'terraform.tfvars.json'), JSON.stringify({ ...PLANNED, ...variant }))
      await root.succeed(['plan', '-out=plan'], env)
      const { planned_values: values } = JSON.parse(await root.succeed(['show', '-json', 'plan'], env)) as {
        planned_values: unknown
      }
      plans.push([...parseState(JSON.stringify({ values }))])
    }
    return plans
  } finally {
    await moto.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
