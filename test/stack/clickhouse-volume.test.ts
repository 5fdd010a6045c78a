import { describe, expect, test } from '@jest/globals'
import { ATTACHED_HERE, bootInstance, NEW_VOLUME, type Volume, VOLUME_ID } from './clickhouse-instance'

const ATTACH = `attach ${VOLUME_ID} to i-0aaaaaaaaaaaaaaaa`
const FORMAT = 'mkfs.xfs -q device'
const TAG = `tag ${VOLUME_ID} Key=clickhouse-formatted,Value=now`
const MOUNT = 'mount data'
const START_AGENT = 'systemctl start --no-block ecs.service'

const USED: Volume = { ...NEW_VOLUME, filesystem: 'xfs', formatted: '2026-11-01T00:00:00Z', content: 'XFSB' }
const ATTACHED_ELSEWHERE = { state: 'in-use', holder: 'i-0bbbbbbbbbbbbbbbb' } as const

describe('the volume is mounted before the ECS agent starts', () => {
  test.each<{ name: string; volume: Volume; commands: string[] }>([
    {
      name: 'a new volume is formatted',
      volume: NEW_VOLUME,
      commands: [ATTACH, FORMAT, TAG, MOUNT, START_AGENT],
    },
    {
      name: 'a formatted volume is attached and mounted',
      volume: USED,
      commands: [ATTACH, MOUNT, START_AGENT],
    },
    {
      name: 'an attached volume is mounted',
      volume: { ...USED, ...ATTACHED_HERE },
      commands: [MOUNT, START_AGENT],
    },
    {
      name: 'the script waits while the volume is attached to another instance',
      volume: { ...USED, ...ATTACHED_ELSEWHERE, detachedAfter: 2 },
      commands: [ATTACH, MOUNT, START_AGENT],
    },
    {
      name: 'a failed attachment is retried',
      volume: { ...USED, failedAttachments: 1 },
      commands: [ATTACH, ATTACH, MOUNT, START_AGENT],
    },
    {
      name: 'a volume from a snapshot is tagged and not formatted',
      volume: { ...USED, formatted: 'none', snapshot: 'snap-1' },
      commands: [ATTACH, TAG, MOUNT, START_AGENT],
    },
    {
      name: 'a volume whose instance failed between format and tag is tagged and not formatted again',
      volume: { ...USED, formatted: 'none' },
      commands: [ATTACH, TAG, MOUNT, START_AGENT],
    },
  ])('$name', async ({ volume, commands }) => {
    expect(await bootInstance(volume)).toMatchObject({
      exitCode: 0,
      stderr: expect.not.stringContaining('ERROR'),
      commands,
    })
  })

  test('a second boot only mounts', async () => {
    expect(await bootInstance(NEW_VOLUME, { times: 2 })).toMatchObject({
      exitCode: 0,
      commands: [MOUNT, START_AGENT],
    })
  })

  test('fstab contains the file system once, by UUID and with nofail', async () => {
    const { fstab } = await bootInstance(NEW_VOLUME, { times: 2 })
    expect(fstab).toBe(
      'UUID=root / xfs defaults 0 0\n' +
        'UUID=11111111-2222-3333-4444-555555555555 /data xfs defaults,noatime,nofail 0 2\n',
    )
  })
})

describe('the ECS agent does not start if data could be lost', () => {
  test.each<{ name: string; volume: Volume; commands: string[]; message: string }>([
    {
      name: 'a volume with a format tag is not formatted again',
      volume: { ...NEW_VOLUME, formatted: '2026-11-01T00:00:00Z' },
      commands: [ATTACH],
      message: 'was formatted at 2026-11-01T00:00:00Z, but contains no file system',
    },
    {
      name: 'a volume from a snapshot is not formatted',
      volume: { ...NEW_VOLUME, snapshot: 'snap-1' },
      commands: [ATTACH],
      message: 'was created from snap-1, but contains no file system',
    },
    {
      name: 'a volume that is not empty is not formatted',
      volume: { ...NEW_VOLUME, content: 'damaged' },
      commands: [ATTACH],
      message: 'is not empty, but contains no file system',
    },
    {
      name: 'another file system is not overwritten',
      volume: { ...USED, filesystem: 'ext4' },
      commands: [ATTACH],
      message: "contains 'ext4' instead of xfs (blkid exit code 0)",
    },
  ])('$name', async ({ volume, commands, message }) => {
    expect(await bootInstance(volume)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(message),
      commands,
    })
  })

  test('a volume is not detached from another instance', async () => {
    expect(await bootInstance({ ...USED, ...ATTACHED_ELSEWHERE }, { waitSeconds: 1 })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`attaching ${VOLUME_ID} to i-0aaaaaaaaaaaaaaaa: timed out after 1 s`),
      commands: [],
    })
  })

  test('the script fails if the volume cannot be attached, so that systemd restarts it', async () => {
    const { exitCode, stderr, commands } = await bootInstance(
      { ...USED, failedAttachments: 1_000 },
      { waitSeconds: 1 },
    )
    expect({ exitCode, commands: [...new Set(commands)] }).toEqual({ exitCode: 1, commands: [ATTACH] })
    expect(stderr).toContain('An error occurred (IncorrectState)')
  })
})
