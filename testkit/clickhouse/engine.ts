import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// One engine per process: node --import tsx engine.ts DIRECTORY PART, the directory with the node_modules of chdb

/** A statement with the settings of its request, and rows if it inserts. */
export interface Statement {
  readonly id: number
  readonly sql: string
  readonly settings: Readonly<Record<string, string>>
  readonly rows: Uint8Array | undefined
}

export interface Answer {
  readonly id: number
  readonly bytes?: Uint8Array
  readonly error?: string
}

/** The part of chdb that is used here. */
interface Engine {
  readonly Session: new (directory: string) => {
    queryAsync(sql: string, options?: { format: string }): Promise<{ bytes(): Uint8Array }>
  }
}

const [directory = '', part = ''] = process.argv.slice(2)
const { Session } = createRequire(join(part, 'package.json'))('chdb') as Engine
const session = new Session(join(directory, 'data'))
const file = join(directory, 'rows')
const current: Record<string, string> = {}

async function execute({ sql, settings, rows }: Statement): Promise<Uint8Array> {
  for (const [name, value] of Object.entries(settings)) {
    if (current[name] !== value) await session.queryAsync(`SET ${name} = '${value}'`)
    current[name] = value
  }
  if (rows === undefined) return (await session.queryAsync(sql, { format: 'TSV' })).bytes()
  // The engine has no body of a request, so it reads the rows from a file.
  writeFileSync(file, rows)
  await session.queryAsync(sql.replace(/ FORMAT (\w+)$/, ` FROM INFILE '${file}' FORMAT $1`))
  rmSync(file)
  return new Uint8Array()
}

let queue = Promise.resolve()
process.on('message', (statement: Statement) => {
  queue = queue.then(async () => {
    const answer: Answer = await execute(statement).then(
      (bytes) => ({ id: statement.id, bytes }),
      (error: unknown) => ({
        id: statement.id,
        error: error instanceof Error ? error.message : String(error),
      }),
    )
    process.send?.(answer)
  })
})
process.once('disconnect', () => process.exit(0))
process.send?.({ id: 0 })
