import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const VOLUME_ID = 'vol-0123456789abcdef0'
const INSTANCE = 'i-0aaaaaaaaaaaaaaaa'

/** State of the EBS volume before the instance boots. */
export interface Volume {
  readonly state: 'available' | 'in-use' | 'creating'
  /** Instance to which the volume is attached. */
  readonly holder: 'none' | typeof INSTANCE | 'i-0bbbbbbbbbbbbbbbb'
  readonly snapshot: string
  /** Value of the format tag. */
  readonly formatted: string
  /** Type that blkid reports; absent if there is no file system. */
  readonly filesystem?: string
  /** First bytes of the device. */
  readonly content: string
  /** Number of describe-volumes calls after which the other instance detaches it; absent for never. */
  readonly detachedAfter?: number
  /** Number of attach-volume calls that fail. */
  readonly failedAttachments: number
}

export const NEW_VOLUME: Volume = {
  state: 'available',
  holder: 'none',
  snapshot: 'none',
  formatted: 'none',
  content: '',
  failedAttachments: 0,
}

export const ATTACHED_HERE = { state: 'in-use', holder: INSTANCE } as const

export interface BootResult {
  readonly exitCode: number
  readonly stderr: string
  /** Commands that change state, in order. */
  readonly commands: readonly string[]
  readonly fstab: string
}

/** Fake programs of the instance. They read their state from files in $FAKE_DIR and append changes to $FAKE_DIR/commands. */
const PROGRAMS: Readonly<Record<string, string>> = {
  aws: `
    case "$1 $2" in
      'ec2 describe-volumes')
        echo x >>"$FAKE_DIR/describe-calls"
        if [ -s "$FAKE_DIR/detachedAfter" ] && [ "$(wc -l <"$FAKE_DIR/describe-calls")" -gt "$(cat "$FAKE_DIR/detachedAfter")" ]; then
          echo available >"$FAKE_DIR/state"; echo none >"$FAKE_DIR/holder"; : >"$FAKE_DIR/detachedAfter"
        fi
        paste "$FAKE_DIR/state" "$FAKE_DIR/holder" "$FAKE_DIR/snapshot" "$FAKE_DIR/formatted" ;;
      'ec2 attach-volume')
        echo "attach $4 to $6" >>"$FAKE_DIR/commands"
        if [ "$(cat "$FAKE_DIR/failedAttachments")" -gt 0 ]; then
          echo $(($(cat "$FAKE_DIR/failedAttachments") - 1)) >"$FAKE_DIR/failedAttachments"
          echo 'An error occurred (IncorrectState)' >&2; exit 254
        fi
        echo in-use >"$FAKE_DIR/state"; echo "$6" >"$FAKE_DIR/holder" ;;
      'ec2 create-tags')
        echo "tag $4 $6" | sed 's/Value=.*/Value=now/' >>"$FAKE_DIR/commands"
        echo now >"$FAKE_DIR/formatted" ;;
      *) echo "aws $*: unexpected command" >&2; exit 1 ;;
    esac`,
  curl: `
    case "$*" in
      *'-X PUT'*'-ttl-seconds: '*'/latest/api/token') echo the-token ;;
      *'X-aws-ec2-metadata-token: the-token'*'/meta-data/instance-id') echo ${INSTANCE} ;;
      *) echo "curl $*: IMDSv2 rejects requests without a token" >&2; exit 22 ;;
    esac`,
  lsblk: `
    echo "/dev/nvme0n1 vol0root"
    [ "$(cat "$FAKE_DIR/holder")" != ${INSTANCE} ] || echo "$FAKE_DIR/device ${VOLUME_ID.replace('-', '')}"`,
  blkid: `
    [ -s "$FAKE_DIR/filesystem" ] || exit 2
    case "$*" in
      *'--match-tag TYPE'*) cat "$FAKE_DIR/filesystem" ;;
      *'--match-tag UUID'*) echo 11111111-2222-3333-4444-555555555555 ;;
    esac`,
  'mkfs.xfs': `
    echo "mkfs.xfs $(echo "$*" | sed "s#$FAKE_DIR/##")" >>"$FAKE_DIR/commands"
    echo xfs >"$FAKE_DIR/filesystem"`,
  mount: `echo "mount \${1#"$FAKE_DIR"/}" >>"$FAKE_DIR/commands"; : >"$FAKE_DIR/is-mounted"`,
  mountpoint: `[ -e "$FAKE_DIR/is-mounted" ]`,
  xfs_growfs: `:`,
  systemctl: `echo "systemctl $*" >>"$FAKE_DIR/commands"`,
}

/**
 * Boots an instance several times with the same volume.
 *
 * @param volume state of the volume before the first boot
 * @param options.times number of boots
 * @param options.waitSeconds timeout of the script in seconds
 * @returns the result of the last boot
 */
export async function bootInstance(
  volume: Volume,
  { times = 1, waitSeconds = 60 }: { readonly times?: number; readonly waitSeconds?: number } = {},
): Promise<BootResult> {
  const directory = await mkdtemp(join(tmpdir(), 'clickhouse-instance-'))
  try {
    await writeFakes(directory, volume)
    let last: BootResult | undefined
    for (let count = 0; count < times; count += 1) {
      await writeFile(join(directory, 'commands'), '')
      await rm(join(directory, 'is-mounted'), { force: true })
      last = await run(directory, waitSeconds)
    }
    if (last === undefined) throw new Error(`times is ${times}; it must be at least 1`)
    return last
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function writeFakes(directory: string, volume: Volume): Promise<void> {
  const bin = join(directory, 'bin')
  await mkdir(bin)
  for (const [name, body] of Object.entries(PROGRAMS)) {
    const path = join(bin, name)
    await writeFile(path, `#!/usr/bin/env bash\nset -eu\n${body}\n`)
    await chmod(path, 0o755)
  }
  const { content, detachedAfter = '', filesystem = '', ...rest } = volume
  for (const [name, value] of Object.entries({ ...rest, detachedAfter, filesystem }))
    await writeFile(join(directory, name), value === '' ? '' : `${value}\n`)
  await writeFile(
    join(directory, 'device'),
    Buffer.concat([Buffer.from(content), Buffer.alloc(2 * 1024 * 1024)]),
  )
  await writeFile(
    join(directory, 'fstab'),
    `UUID=root / xfs defaults 0 0\nUUID=old ${join(directory, 'data')} xfs defaults 0 2\n`,
  )
}

function run(directory: string, waitSeconds: number): Promise<BootResult> {
  const env = {
    PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
    FAKE_DIR: directory,
    VOLUME_ID,
    MOUNT_POINT: join(directory, 'data'),
    FORMATTED_TAG: 'clickhouse-formatted',
    DATA_OWNER: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    FSTAB: join(directory, 'fstab'),
    WAIT_SECONDS: String(waitSeconds),
    POLL_SECONDS: '0.05',
  }
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      ['terraform/modules/langfuse/clickhouse/volume.sh'],
      { env },
      (error, _stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        Promise.all(['commands', 'fstab'].map((name) => readFile(join(directory, name), 'utf8'))).then(
          ([changes = '', fstab = '']) => {
            const lines = changes.split('\n').filter((line) => line !== '')
            resolve({ exitCode, stderr, commands: lines, fstab: fstab.replaceAll(directory, '') })
          },
          reject,
        )
      },
    )
  })
}
