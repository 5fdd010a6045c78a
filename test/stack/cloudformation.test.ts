import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { aws } from '../../testkit/aws/cli'
import { type Plans, planBootstrap, renderBootstrap } from '../../testkit/cloudformation/bootstrap'
import { combineVariants } from '../../testkit/cloudformation/conditional'
import { documentsOfPlan, readDocuments } from '../../testkit/cloudformation/documents'
import { KEY_ARN, LISTENER, PLANNED, SETTINGS, ZONE_ID } from '../../testkit/cloudformation/template'
import { stringifyTemplate } from '../../testkit/cloudformation/yaml'
import { Moto, motoIsMissing, NO_REGISTRY } from '../../testkit/moto/moto'
import { terraformIsMissing } from '../../testkit/terraform/root'
import { fixtureFile } from '../fixtures/fixture'

const TEMPLATE = join(import.meta.dirname, '../../terraform/bootstrap/cloudformation.yaml')
const missing = terraformIsMissing() ?? motoIsMissing()
const suite = missing === undefined ? describe : describe.skip

describe('a difference between two variants', () => {
  test.each([
    [
      'a statement',
      [{ Sid: 'A' }],
      [{ Sid: 'A' }, { Sid: 'B' }],
      [{ Sid: 'A' }, { 'Fn::If': ['Has', { Sid: 'B' }, { Ref: 'AWS::NoValue' }] }],
    ],
    ['an absent element', ['a', 'b'], ['b'], [{ 'Fn::If': ['Has', { Ref: 'AWS::NoValue' }, 'a'] }, 'b']],
    ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, { a: 1, b: { 'Fn::If': ['Has', 3, 2] } }],
    [
      'a list in place of a value',
      { a: 'x' },
      { a: ['x', 'y'] },
      { a: { 'Fn::If': ['Has', ['x', 'y'], 'x'] } },
    ],
    [
      'a part of the only statement',
      [{ Effect: 'Allow' }],
      [{ Effect: 'Allow', Condition: 1 }],
      [{ Effect: 'Allow', Condition: { 'Fn::If': ['Has', 1, { Ref: 'AWS::NoValue' }] } }],
    ],
    ['a key', {}, { a: 1 }, { a: { 'Fn::If': ['Has', 1, { Ref: 'AWS::NoValue' }] } }],
  ])('is %s', (_, base, value, expected) => {
    expect(combineVariants(base, [{ condition: 'Has', value }])).toEqual(expected)
  })
})

test('the template accepts the names that terraform/bootstrap accepts', () => {
  const pattern = /^ {2}Name:\n(?:.*\n)*? {4}AllowedPattern: (.*)$/m.exec(readFileSync(TEMPLATE, 'utf8'))?.[1]
  const isAccepted = (name: string): boolean => new RegExp(pattern ?? '$.').test(name)
  expect(['langfuse', 'a1', 'acme-2', 'a'.repeat(20)].filter(isAccepted)).toHaveLength(4)
  const invalid = ['a', 'a'.repeat(21), 'Langfuse', '1a', 'a-', 'a--b', 'aws-x', 'ecs', 'internal-a', 'sg-a']
  expect(invalid.filter(isAccepted)).toEqual([])
})

suite(`the CloudFormation form of bootstrap${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let plans: Plans
  beforeAll(async () => {
    plans = await planBootstrap()
  }, 300_000)

  test('is what terraform/bootstrap gives', () => {
    const head =
      '# Bootstrap without Terraform. Generated from the Terraform form (CONTRIBUTING.md): do not edit.\n'
    const rendered = head + stringifyTemplate(renderBootstrap(plans))
    expect(rendered).toBe(fixtureFile(TEMPLATE, rendered))
  })

  test.each([
    ['without optional parameters', {}, 'base'],
    [
      'with all of them',
      {
        HostedZoneId: ZONE_ID,
        KmsKeyArn: KEY_ARN,
        Listener: LISTENER,
        SettingsRepository: SETTINGS.repository,
        SettingsVersion: SETTINGS.version,
      },
      'withAll',
    ],
  ] as const)(
    'creates the same policies and bucket %s',
    async (_, optional, plan) => {
      const moto = await Moto.start({ ...NO_REGISTRY, shims: true })
      const env = {
        AWS_ENDPOINT_URL: moto.url,
        AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
        AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
        AWS_DEFAULT_REGION: PLANNED.region,
      }
      const run = (...args: string[]): Promise<unknown> => aws(args, env)
      const [owner = '', repositoryName = ''] = PLANNED.repository.split('/')
      const parameters = Object.entries({
        Name: PLANNED.name,
        Owner: owner,
        RepositoryName: repositoryName,
        RepositoryId: String(PLANNED.repository_id),
        OwnerId: String(PLANNED.owner_id),
        Branch: PLANNED.branch,
        Environment: PLANNED.environment,
        ...optional,
      }).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))
      const stack = ['--stack-name', 'bootstrap', '--capabilities', 'CAPABILITY_NAMED_IAM']
      const template = ['--template-body', `file://${TEMPLATE}`, '--parameters', JSON.stringify(parameters)]
      try {
        await run('cloudformation', 'create-stack', ...stack, ...template)
        expect(await readDocuments(run)).toEqual(documentsOfPlan(plans[plan]))
      } finally {
        await moto.stop()
      }
    },
    180_000,
  )
})
