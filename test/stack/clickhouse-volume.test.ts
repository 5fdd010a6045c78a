import { describe, expect, test } from '@jest/globals'
import { boot, HELD_BY_US, NEW, type Volume, VOLUME } from './instance'

const ATTACH = `attach ${VOLUME} to i-0aaaaaaaaaaaaaaaa`
const FORMAT = 'mkfs.xfs -q device'
const TAG = `tag ${VOLUME} Key=clickhouse-formatted,Value=now`
const MOUNT = 'mount data'
const START_AGENT = 'systemctl start --no-block ecs.service'

const USED: Volume = { ...NEW, filesystem: 'xfs', formatted: '2026-11-01T00:00:00Z', content: 'XFSB' }
const HELD_BY_ANOTHER = { state: 'in-use', holder: 'i-0bbbbbbbbbbbbbbbb' } as const

describe('the volume is mounted before the ECS agent starts', () => {
  test.each<{ name: string; volume: Volume; done: string[] }>([
    { name: 'a new volume is formatted', volume: NEW, done: [ATTACH, FORMAT, TAG, MOUNT, START_AGENT] },
    { name: 'one with data is attached and mounted', volume: USED, done: [ATTACH, MOUNT, START_AGENT] },
    {
      name: 'one that is attached already is mounted',
      volume: { ...USED, ...HELD_BY_US },
      done: [MOUNT, START_AGENT],
    },
    {
      name: 'one that another instance holds is waited for',
      volume: { ...USED, ...HELD_BY_ANOTHER, freeAfter: 2 },
      done: [ATTACH, MOUNT, START_AGENT],
    },
    {
      name: 'an attachment that AWS refuses is tried again',
      volume: { ...USED, refusals: 1 },
      done: [ATTACH, ATTACH, MOUNT, START_AGENT],
    },
    {
      name: 'one that is restored from a snapshot is tagged, and keeps its data',
      volume: { ...USED, formatted: 'none', snapshot: 'snap-1' },
      done: [ATTACH, TAG, MOUNT, START_AGENT],
    },
    {
      name: 'one whose instance died between format and tag is tagged, and not formatted again',
      volume: { ...USED, formatted: 'none' },
      done: [ATTACH, TAG, MOUNT, START_AGENT],
    },
  ])('$name', async ({ volume, done }) => {
    expect(await boot(volume)).toMatchObject({
      exitCode: 0,
      stderr: expect.not.stringContaining('ERROR'),
      done,
    })
  })

  test('a second boot only mounts', async () => {
    expect(await boot(NEW, { times: 2 })).toMatchObject({ exitCode: 0, done: [MOUNT, START_AGENT] })
  })

  test('fstab names the file system by its UUID, once, and lets the instance boot without it', async () => {
    const { fstab } = await boot(NEW, { times: 2 })
    expect(fstab).toBe(
      'UUID=root / xfs defaults 0 0\n' +
        'UUID=11111111-2222-3333-4444-555555555555 /data xfs defaults,noatime,nofail 0 2\n',
    )
  })
})

describe('what could lose data is refused, and the ECS agent does not start', () => {
  test.each<{ name: string; volume: Volume; done: string[]; says: string }>([
    {
      name: 'a volume that was formatted before is never formatted again',
      volume: { ...NEW, formatted: '2026-11-01T00:00:00Z' },
      done: [ATTACH],
      says: 'was formatted at 2026-11-01T00:00:00Z, but no file system is found on it',
    },
    {
      name: 'a volume from a snapshot is not formatted',
      volume: { ...NEW, snapshot: 'snap-1' },
      done: [ATTACH],
      says: 'comes from snap-1, but no file system is found on it',
    },
    {
      name: 'a volume that is not empty is not formatted',
      volume: { ...NEW, content: 'damaged' },
      done: [ATTACH],
      says: 'is not empty, but no file system is found on it',
    },
    {
      name: 'another file system is left as it is',
      volume: { ...USED, filesystem: 'ext4' },
      done: [ATTACH],
      says: "holds 'ext4' (blkid: 0), not xfs",
    },
  ])('$name', async ({ volume, done, says }) => {
    expect(await boot(volume)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(says), done })
  })

  test('a volume that another instance keeps is not taken from it', async () => {
    expect(await boot({ ...USED, ...HELD_BY_ANOTHER }, { waitSeconds: 1 })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`${VOLUME} attached to i-0aaaaaaaaaaaaaaaa: not within 1 s`),
      done: [],
    })
  })

  test('an attachment that AWS goes on refusing fails, for systemd to run the script again', async () => {
    const { exitCode, stderr, done } = await boot({ ...USED, refusals: 1_000 }, { waitSeconds: 1 })
    expect({ exitCode, done: [...new Set(done)] }).toEqual({ exitCode: 1, done: [ATTACH] })
    expect(stderr).toContain('An error occurred (IncorrectState)')
  })
})
