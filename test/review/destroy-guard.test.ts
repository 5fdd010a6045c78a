import { describe, expect, test } from '@jest/globals'
import { describeReason } from '../../src/plan/action'
import {
  allowDestroyLines,
  findDestructiveChanges,
  blockingChanges,
  unusedAllowances,
} from '../../src/review/destroy-guard'
import { STATEFUL_TYPES } from '../../src/review/stateful-types'
import { planOf, resource } from '../plan/a-plan'

const NONE = { extraTypes: [], allow: [] }

describe('findDestructiveChanges', () => {
  test.each([
    [['delete'], 'delete'],
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replace'],
  ])('blocks %j of a stateful resource', (actions, kind) => {
    const changes = findDestructiveChanges(planOf([resource({}, { actions, before: { id: 'x' } })]), NONE)
    expect(changes).toMatchObject([
      { address: 'aws_s3_bucket.main', kind, verdict: 'block', dataLoss: 'it holds objects' },
    ])
  })

  test.each([['create'], ['update'], ['no-op'], ['read']])('permits %s', (action) => {
    expect(findDestructiveChanges(planOf([resource({}, { actions: [action] })]), NONE)).toEqual([])
  })

  test('permits the deletion of a stateless type, unless it is in extraTypes', () => {
    const service = resource({ type: 'aws_ecs_service' }, { actions: ['delete'] })
    expect(findDestructiveChanges(planOf([service]), NONE)).toEqual([])
    expect(
      findDestructiveChanges(planOf([service]), { ...NONE, extraTypes: ['aws_ecs_service'] }),
    ).toHaveLength(1)
  })

  test('blocks the deletion of a deposed object', () => {
    const plan = planOf([resource({ deposed: 'ab12' }, { actions: ['delete'] })])
    expect(findDestructiveChanges(plan, NONE)).toMatchObject([{ deposed: 'ab12', verdict: 'block' }])
  })

  test.each([[['forget']], [['create', 'forget']]])('notes %j, which destroys nothing', (actions) => {
    const changes = findDestructiveChanges(planOf([resource({}, { actions })]), NONE)
    expect(changes).toMatchObject([{ kind: 'forget', verdict: 'note' }])
    expect(blockingChanges(changes)).toEqual([])
    expect(allowDestroyLines(changes)).toEqual([])
  })

  test('lists the attributes that force a replacement in Terraform syntax', () => {
    const change = {
      actions: ['delete', 'create'],
      replace_paths: [['bucket'], ['rule', 0, 'tags', 'a b'], ['set', { id: 1 }, 'x'], ['bucket']],
    }
    const [replacement] = findDestructiveChanges(planOf([resource({}, change)]), NONE)
    expect(replacement?.forcedBy).toEqual(['bucket', 'rule[0].tags["a b"]', 'set[…].x'])
  })

  const ADDRESSES = [
    'aws_s3_bucket.main',
    'aws_s3_bucket.main[0]',
    'aws_s3_bucket.main["a"]',
    String.raw`aws_s3_bucket.main["a \"b\" \\ ${'$'}${'$'}{c}"]`,
    'module.a["x.y"].module.b[1].aws_s3_bucket.main["*"]',
  ]

  test.each(ADDRESSES)('permits %s if exactly that address is allowed', (address) => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const changes = findDestructiveChanges(plan, { extraTypes: [], allow: [` ${address} `] })
    expect(changes.filter(({ verdict }) => verdict === 'allowed').map((one) => one.address)).toEqual([
      address,
    ])
    expect(blockingChanges(changes)).toHaveLength(ADDRESSES.length - 1)
  })

  test('the lines for allow-destroy permit every blocked change', () => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const lines = allowDestroyLines(findDestructiveChanges(plan, NONE))
    expect(lines).toEqual(ADDRESSES)
    expect(blockingChanges(findDestructiveChanges(plan, { extraTypes: [], allow: lines }))).toEqual([])
  })

  test('the lines for allow-destroy include the addresses that it lists already', () => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const changes = findDestructiveChanges(plan, { extraTypes: [], allow: ADDRESSES.slice(0, 1) })
    expect(allowDestroyLines(changes)).toEqual(ADDRESSES)
  })

  test('warns about each allowed address that the plan does not destroy', () => {
    const plan = planOf([resource({}, { actions: ['delete'] })])
    const allow = ['aws_s3_bucket.main', 'aws_s3_bucket.old', '']
    expect(unusedAllowances(findDestructiveChanges(plan, { extraTypes: [], allow }), allow)).toEqual([
      'allow-destroy lists aws_s3_bucket.old, which this plan does not destroy. Remove it.',
    ])
  })

  test.each([
    'aws_db_instance',
    'aws_rds_cluster',
    'aws_dynamodb_table',
    'aws_elasticache_replication_group',
    'aws_memorydb_cluster',
    'aws_opensearch_domain',
    'aws_redshift_cluster',
    'aws_efs_file_system',
    'aws_fsx_lustre_file_system',
    'aws_s3_bucket',
    'aws_ebs_volume',
    'aws_ecr_repository',
    'aws_kms_key',
    'aws_secretsmanager_secret',
    'aws_ssm_parameter',
    'aws_backup_vault',
    'aws_cognito_user_pool',
    'aws_msk_cluster',
    'aws_sqs_queue',
    'aws_kinesis_stream',
    'aws_kinesis_firehose_delivery_stream',
    'aws_route53_zone',
    'aws_docdb_cluster',
    'aws_neptune_cluster',
    'aws_glacier_vault',
    'aws_cloudwatch_log_group',
    'aws_acmpca_certificate_authority',
  ])('%s is a stateful type', (type) => {
    expect(STATEFUL_TYPES.get(type)).toMatch(/^\w/)
  })
})

test('an unknown reason is described by its identifier', () => {
  expect(describeReason('replace_because_of_moon')).toBe('replace because of moon')
  expect(describeReason('delete_because_each_key')).toBe('its key is no longer in for_each')
})

describe('provider actions', () => {
  const planWith = (type: string) =>
    planOf([], { action_invocations: [{ address: `action.${type}.a`, type }] })

  test.each(['aws_ec2_stop_instance', 'aws_db_delete', 'cloud_terminate', 'x_purge_cache'])(
    'block if they stop or delete something: %s',
    (type) => {
      const address = `action.${type}.a`
      expect(findDestructiveChanges(planWith(type), NONE)).toMatchObject([
        { address, kind: 'invoke', verdict: 'block' },
      ])
      expect(findDestructiveChanges(planWith(type), { ...NONE, allow: [address] })).toMatchObject([
        { verdict: 'allowed' },
      ])
    },
  )

  test.each(['aws_lambda_invoke', 'aws_sns_publish', 'x_nonstop'])('are permitted otherwise: %s', (type) => {
    expect(findDestructiveChanges(planWith(type), NONE)).toEqual([])
  })
})
