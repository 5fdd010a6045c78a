import type { LoadTrust } from '../github/provenance'
import type { AwsRuntime } from '../aws/client'
import type { Clock } from '../http/retry'
import type { AwsConnection } from './aws/connection'
import type { Program } from './task/program'

/** The effects of a command, as arguments so that tests control them. */
export interface CliRuntime extends Pick<AwsRuntime, 'proxyUrl'> {
  readonly aws: AwsConnection
  readonly clock: Clock
  /** Writes a line of the result to standard output. */
  readonly print: (line: string) => void
  /** Writes a line about progress to standard error. */
  readonly progress: (line: string) => void
  readonly readProgram: (name: ProgramName) => Promise<Program>
  /** Prints a text if a signal ends the command, until the returned function is called. */
  readonly onInterrupt: (describe: () => string) => () => void
}

export type ProgramName =
  | 'query-clickhouse'
  | 'query-postgres'
  | 'restore-clickhouse'
  | 'restore-postgres'
  | 'move-clickhouse'
  | 'replay'

/** Effects before the session is open. */
export interface CliEnvironment
  extends AwsRuntime, Pick<CliRuntime, 'clock' | 'print' | 'progress' | 'readProgram' | 'onInterrupt'> {
  /** Current directory. */
  readonly directory: string
  /** Directory of the package, or of the clone of this repository. */
  readonly packageDirectory: () => Promise<string>
  /** Loads the trust root of Sigstore's public instance. */
  readonly loadTrust?: LoadTrust
  /** Whether a person can answer questions. */
  readonly isInteractive: boolean
}
