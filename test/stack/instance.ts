import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const VOLUME = 'vol-0123456789abcdef0'
const INSTANCE = 'i-0aaaaaaaaaaaaaaaa'

/** What is true of the volume before the instance boots. */
export interface Volume {
  readonly state: 'available' | 'in-use' | 'creating'
  /** The instance that holds it. */
  readonly holder: 'none' | typeof INSTANCE | 'i-0bbbbbbbbbbbbbbbb'
  readonly snapshot: string
  /** Value of the tag that says when it was formatted. */
  readonly formatted: string
  /** What blkid finds on it; absent where it finds nothing. */
  readonly filesystem?: string
  /** Its first bytes. */
  readonly content: string
  /** After how many looks its holder lets it go; never if absent. */
  readonly freeAfter?: number
  /** How many times AWS refuses to attach it. */
  readonly refusals: number
}

export const NEW: Volume = {
  state: 'available',
  holder: 'none',
  snapshot: 'none',
  formatted: 'none',
  content: '',
  refusals: 0,
}

export const HELD_BY_US = { state: 'in-use', holder: INSTANCE } as const

export interface Boot {
  readonly exitCode: number
  readonly stderr: string
  /** The commands that change something, in order. */
  readonly done: readonly string[]
  readonly fstab: string
}

/** The programs of the instance. Each keeps what it knows in files of the folder $WORLD and writes what it does to $WORLD/done. */
const PROGRAMS: Readonly<Record<string, string>> = {
  aws: `
    case "$1 $2" in
      'ec2 describe-volumes')
        echo x >>"$WORLD/looks"
        if [ -s "$WORLD/freeAfter" ] && [ "$(wc -l <"$WORLD/looks")" -gt "$(cat "$WORLD/freeAfter")" ]; then
          echo available >"$WORLD/state"; echo none >"$WORLD/holder"; : >"$WORLD/freeAfter"
        fi
        paste "$WORLD/state" "$WORLD/holder" "$WORLD/snapshot" "$WORLD/formatted" ;;
      'ec2 attach-volume')
        echo "attach $4 to $6" >>"$WORLD/done"
        if [ "$(cat "$WORLD/refusals")" -gt 0 ]; then
          echo $(($(cat "$WORLD/refusals") - 1)) >"$WORLD/refusals"
          echo 'An error occurred (IncorrectState)' >&2; exit 254
        fi
        echo in-use >"$WORLD/state"; echo "$6" >"$WORLD/holder" ;;
      'ec2 create-tags')
        echo "tag $4 $6" | sed 's/Value=.*/Value=now/' >>"$WORLD/done"
        echo now >"$WORLD/formatted" ;;
      *) echo "aws $*: not expected" >&2; exit 1 ;;
    esac`,
  curl: `
    case "$*" in
      *'-X PUT'*'-ttl-seconds: '*'/latest/api/token') echo the-token ;;
      *'X-aws-ec2-metadata-token: the-token'*'/meta-data/instance-id') echo ${INSTANCE} ;;
      *) echo "curl $*: refused, as IMDSv2 does without a token" >&2; exit 22 ;;
    esac`,
  lsblk: `
    echo "/dev/nvme0n1 vol0root"
    [ "$(cat "$WORLD/holder")" != ${INSTANCE} ] || echo "$WORLD/device ${VOLUME.replace('-', '')}"`,
  blkid: `
    [ -s "$WORLD/filesystem" ] || exit 2
    case "$*" in
      *'--match-tag TYPE'*) cat "$WORLD/filesystem" ;;
      *'--match-tag UUID'*) echo 11111111-2222-3333-4444-555555555555 ;;
    esac`,
  'mkfs.xfs': `
    echo "mkfs.xfs $(echo "$*" | sed "s#$WORLD/##")" >>"$WORLD/done"
    echo xfs >"$WORLD/filesystem"`,
  mount: `echo "mount \${1#"$WORLD"/}" >>"$WORLD/done"; : >"$WORLD/is-mounted"`,
  mountpoint: `[ -e "$WORLD/is-mounted" ]`,
  xfs_growfs: `:`,
  systemctl: `echo "systemctl $*" >>"$WORLD/done"`,
}

/** Boots the instance as often as is asked, with the same volume and disk, and tells what the last boot did. */
/** @param waitSeconds how long it waits for what it needs; a test of one that waits in vain gives less */
export async function boot(
  volume: Volume,
  { times = 1, waitSeconds = 60 }: { readonly times?: number; readonly waitSeconds?: number } = {},
): Promise<Boot> {
  const world = await mkdtemp(join(tmpdir(), 'clickhouse-instance-'))
  try {
    await lay(world, volume)
    let last: Boot | undefined
    for (let count = 0; count < times; count += 1) {
      await writeFile(join(world, 'done'), '')
      await rm(join(world, 'is-mounted'), { force: true })
      last = await run(world, waitSeconds)
    }
    if (last === undefined) throw new Error(`${times}: an instance boots at least once`)
    return last
  } finally {
    await rm(world, { recursive: true, force: true })
  }
}

async function lay(world: string, volume: Volume): Promise<void> {
  const bin = join(world, 'bin')
  await mkdir(bin)
  for (const [name, body] of Object.entries(PROGRAMS)) {
    const path = join(bin, name)
    await writeFile(path, `#!/usr/bin/env bash\nset -eu\n${body}\n`)
    await chmod(path, 0o755)
  }
  const { content, freeAfter = '', filesystem = '', ...facts } = volume
  for (const [name, value] of Object.entries({ ...facts, freeAfter, filesystem }))
    await writeFile(join(world, name), value === '' ? '' : `${value}\n`)
  await writeFile(join(world, 'device'), Buffer.concat([Buffer.from(content), Buffer.alloc(2 * 1024 * 1024)]))
  await writeFile(
    join(world, 'fstab'),
    `UUID=root / xfs defaults 0 0\nUUID=old ${join(world, 'data')} xfs defaults 0 2\n`,
  )
}

function run(world: string, waitSeconds: number): Promise<Boot> {
  const env = {
    PATH: `${join(world, 'bin')}:${process.env['PATH'] ?? ''}`,
    WORLD: world,
    VOLUME_ID: VOLUME,
    MOUNT_POINT: join(world, 'data'),
    FORMATTED_TAG: 'clickhouse-formatted',
    DATA_OWNER: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    FSTAB: join(world, 'fstab'),
    WAIT_SECONDS: String(waitSeconds),
    POLL_SECONDS: '0.05',
  }
  return new Promise((done, failed) => {
    execFile('bash', ['terraform/langfuse/clickhouse/volume.sh'], { env }, (error, _stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      Promise.all(['done', 'fstab'].map((name) => readFile(join(world, name), 'utf8'))).then(
        ([changes = '', fstab = '']) => {
          const lines = changes.split('\n').filter((line) => line !== '')
          done({ exitCode, stderr, done: lines, fstab: fstab.replaceAll(world, '') })
        },
        failed,
      )
    })
  })
}
