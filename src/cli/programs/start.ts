/** The effects of a program that runs in a container of the stack. */
export interface ProgramRuntime {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes an event that the CLI reads from the container's log. */
  readonly emit: (kind: string, value: unknown) => void
}

/** The awslogs driver may split longer lines. */
const MAX_LINE_LENGTH = 8000

/**
 * Runs a program and writes its events as numbered lines: `@1=row {…}`, or `@1+row …` for a part that continues in the next line.
 * The numbers restore the order of lines with the same time in CloudWatch Logs.
 */
export async function start<Arguments>(
  run: (args: Arguments, runtime: ProgramRuntime) => Promise<void>,
  args: Arguments,
): Promise<void> {
  let number = 0
  const emit = (kind: string, value: unknown): void => {
    const text = JSON.stringify(value)
    for (let from = 0; from < text.length; from += MAX_LINE_LENGTH) {
      const mark = from + MAX_LINE_LENGTH < text.length ? '+' : '='
      process.stdout.write(`@${++number}${mark}${kind} ${text.slice(from, from + MAX_LINE_LENGTH)}\n`)
    }
  }
  try {
    await run(args, { env: process.env, emit })
  } catch (error) {
    emit('error', { message: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
  }
  emit('end', {})
}
