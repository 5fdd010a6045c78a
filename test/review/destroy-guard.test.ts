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

describe('the guard', () => {
  test.each([
    [['delete'], 'delete'],
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replace'],
  ])('stops %j of a stateful resource', (actions, kind) => {
    const dangers = findDestructiveChanges(planOf([resource({}, { actions, before: { id: 'x' } })]), NONE)
    expect(dangers).toMatchObject([
      { address: 'aws_s3_bucket.main', kind, verdict: 'stop', holds: 'it holds objects' },
    ])
  })

  test.each([['create'], ['update'], ['no-op'], ['read']])('lets %s through', (action) => {
    expect(findDestructiveChanges(planOf([resource({}, { actions: [action] })]), NONE)).toEqual([])
  })

  test('lets types through that hold nothing', () => {
    const service = resource({ type: 'aws_ecs_service' }, { actions: ['delete'] })
    expect(findDestructiveChanges(planOf([service]), NONE)).toEqual([])
    expect(
      findDestructiveChanges(planOf([service]), { ...NONE, extraTypes: ['aws_ecs_service'] }),
    ).toHaveLength(1)
  })

  test('stops the destruction of an object that an earlier replacement left behind', () => {
    const plan = planOf([resource({ deposed: 'ab12' }, { actions: ['delete'] })])
    expect(findDestructiveChanges(plan, NONE)).toMatchObject([{ deposed: 'ab12', verdict: 'stop' }])
  })

  test.each([[['forget']], [['create', 'forget']]])('mentions %j, which destroys nothing', (actions) => {
    const dangers = findDestructiveChanges(planOf([resource({}, { actions })]), NONE)
    expect(dangers).toMatchObject([{ kind: 'forget', verdict: 'mention' }])
    expect(blockingChanges(dangers)).toEqual([])
    expect(allowDestroyLines(dangers)).toEqual([])
  })

  test('names what forces a replacement as the language writes it', () => {
    const change = {
      actions: ['delete', 'create'],
      replace_paths: [['bucket'], ['rule', 0, 'tags', 'a b'], ['set', { id: 1 }, 'x'], ['bucket']],
    }
    const [danger] = findDestructiveChanges(planOf([resource({}, change)]), NONE)
    expect(danger?.forcedBy).toEqual(['bucket', 'rule[0].tags["a b"]', 'set[…].x'])
  })

  const ADDRESSES = [
    'aws_s3_bucket.main',
    'aws_s3_bucket.main[0]',
    'aws_s3_bucket.main["a"]',
    String.raw`aws_s3_bucket.main["a \"b\" \\ ${'$'}${'$'}{c}"]`,
    'module.a["x.y"].module.b[1].aws_s3_bucket.main["*"]',
  ]

  test.each(ADDRESSES)('lets %s through when exactly that is allowed', (address) => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const dangers = findDestructiveChanges(plan, { extraTypes: [], allow: [` ${address} `] })
    expect(dangers.filter(({ verdict }) => verdict === 'allowed').map((one) => one.address)).toEqual([
      address,
    ])
    expect(blockingChanges(dangers)).toHaveLength(ADDRESSES.length - 1)
  })

  test('the lines that it prints let all through that it stopped', () => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const lines = allowDestroyLines(findDestructiveChanges(plan, NONE))
    expect(lines).toEqual(ADDRESSES)
    expect(blockingChanges(findDestructiveChanges(plan, { extraTypes: [], allow: lines }))).toEqual([])
  })

  test('the lines that it prints keep what is allowed already, since they are pasted over it', () => {
    const plan = planOf(ADDRESSES.map((one) => resource({ address: one }, { actions: ['delete'] })))
    const dangers = findDestructiveChanges(plan, { extraTypes: [], allow: ADDRESSES.slice(0, 1) })
    expect(allowDestroyLines(dangers)).toEqual(ADDRESSES)
  })

  test('warns of each address that the plan does not destroy', () => {
    const plan = planOf([resource({}, { actions: ['delete'] })])
    const allow = ['aws_s3_bucket.main', 'aws_s3_bucket.old', '']
    expect(unusedAllowances(findDestructiveChanges(plan, { extraTypes: [], allow }), allow)).toEqual([
      'allow-destroy lists aws_s3_bucket.old, which this plan does not destroy: remove it',
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
  ])('knows that %s is stateful', (type) => {
    expect(STATEFUL_TYPES.get(type)).toMatch(/^\w/)
  })
})

test('a reason that is newer than this program is told by its name', () => {
  expect(describeReason('replace_because_of_moon')).toBe('replace because of moon')
  expect(describeReason('delete_because_each_key')).toBe('its key is no longer in for_each')
})
