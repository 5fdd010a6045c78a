import { gzipSync } from 'node:zlib'
import { InvalidArgument } from '../error'

/** A program for a container of the stack: JavaScript modules that need Node.js only. */
export interface Program {
  /** Exports `start`, see programs/start.ts. */
  readonly start: string
  /** Exports `run`. */
  readonly source: string
}

interface ContainerOverride {
  readonly name: string
  readonly command: string[]
  readonly environment: { readonly name: string; readonly value: string }[]
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, "overrides"
const MAX_OVERRIDES_LENGTH = 8192

const LOADER =
  'const {gunzipSync}=await import("node:zlib");await import("data:text/javascript;base64,"+gunzipSync(Buffer.from(process.env.PROGRAM,"base64")).toString("base64"))'

/**
 * Returns the override of a container that runs the program with Node.js instead of the image's command.
 *
 * @param args serialized as JSON. ecs:DescribeTasks returns them, so they must not contain secrets
 * @throws InvalidArgument above the limit of ECS
 */
export function programOverride(container: string, program: Program, args: unknown): ContainerOverride {
  const code = `${program.start}\n${program.source}\nawait start(run, ${JSON.stringify(args)})\n`
  const override = {
    name: container,
    command: ['node', '--input-type=module', '-e', LOADER],
    environment: [{ name: 'PROGRAM', value: gzipSync(code, { level: 9 }).toString('base64') }],
  }
  const length = JSON.stringify({ containerOverrides: [override] }).length
  if (length <= MAX_OVERRIDES_LENGTH) return override
  throw new InvalidArgument(
    `The task needs overrides of ${length} characters; ECS allows ${MAX_OVERRIDES_LENGTH}. Shorten the statement.`,
  )
}
