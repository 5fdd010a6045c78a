import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'

const BUCKET = 'tiny-backups-123456789012-eu-central-1'
const DUMP = '2026-11-28T09-00-00Z.sql.gz'

const missing = motoIsMissing()
jest.setTimeout(60_000)

;(missing === undefined ? describe : describe.skip)(`backups create --stop (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs
  let changes: string[] = []
  const backups = (...words: string[]) => runCli(['backups', ...words, '--stop'], ecs)

  beforeAll(async () => {
    ecs = await LocalEcs.start('tiny')
    for (const component of ['web', 'worker', 'backup', 'postgres-backup'])
      await ecs.createService(component, {}, { isOnInstance: true })
    await ecs.createService('worker', {}, { stack: 'small' })
    const s3 = new S3Client({ ...ecs.settings, forcePathStyle: true })
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' } as const
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration }))
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `postgres/${DUMP}`, Body: 'x' }))
    ecs.commands['backup'] = ['echo', '{"event":"backup_created","name":"full/2026-11-28T09-00-00Z"}']
    ecs.answer = (operation, body) => {
      const { service, desiredCount } = (body.startsWith('{') ? JSON.parse(body) : {}) as {
        service?: string
        desiredCount?: number
      }
      if (operation === 'UpdateService') changes.push(`${service ?? ''} ${desiredCount ?? ''}`)
      if (operation === 'RunTask') changes.push(operation)
      return undefined
    }
  }, 60_000)
  beforeEach(() => {
    changes = []
  })
  afterAll(() => ecs.stop())

  test.each([
    [
      ['create', '--stack', 'small'],
      /^--stop is for a stack of size tiny that grows, and small is none\. Run/,
    ],
    [['list', '--stack', 'tiny'], /^--stop is an option of backups create\./],
  ])('stops nothing for %j', async (words, message) => {
    expect((await backups(...words)).error).toMatch(message)
    expect(changes).toEqual([])
  })

  test('dumps after web and worker have stopped, and leaves them stopped', async () => {
    ecs.commands['postgres-backup'] = ['echo', `{"event":"postgres_dumped","name":"${DUMP}"}`]
    const { output, error } = await backups('create', '--stack', 'tiny')
    expect(error).toBe('')
    expect(changes).toEqual(['tiny-web 0', 'tiny-worker 0', 'RunTask', 'RunTask'])
    expect(output.slice(1)).toEqual([
      `Dumped PostgreSQL to ${DUMP}.`,
      expect.stringMatching(/^Web and worker are stopped\. Merge the pull request/),
      'To stay with size tiny, start them again:',
      '  aws ecs update-service --cluster tiny --service tiny-worker --desired-count 1',
      '  aws ecs update-service --cluster tiny --service tiny-web --desired-count 1',
    ])
  })

  test('starts them again after a failure', async () => {
    ecs.commands['postgres-backup'] = ['sh', '-c', 'echo "pg_dump: error: no space"; exit 1']
    const { error, exitCode } = await backups('create', '--stack', 'tiny')
    expect({ error, exitCode }).toEqual({ error: expect.stringContaining('no space'), exitCode: 1 })
    expect(changes).toEqual([
      'tiny-web 0',
      'tiny-worker 0',
      'RunTask',
      'RunTask',
      'tiny-worker 1',
      'tiny-web 1',
    ])
  })
})
