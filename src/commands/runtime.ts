import type { Diagnostic } from '../github/annotations'
import type { Log } from '../github/log'
import type { RegistryRuntime } from '../registry/client'
import type { RunHelper } from '../registry/docker-config'

/** All that a command reaches outside of itself. */
export interface Runtime extends RegistryRuntime {
  readonly env: NodeJS.ProcessEnv
  readonly log: Log
  readonly readFile: (path: string) => Promise<string>
  readonly writeFile: (path: string, content: string) => Promise<void>
  readonly runHelper: RunHelper
  /** A fresh ID token of the job from GitHub. */
  readonly idToken: (audience: string) => Promise<string>
  readonly proxyUrl: (url: URL) => string | undefined
  /** A folder of this step's own, which only its user may read and which the `post` step finds again. */
  readonly openFolder: () => Promise<string>
  /** Aborted when the runner cancels the run. */
  readonly interruption: AbortSignal
}

/** Why a step failed, in one word for `if:` and alerts; README.md explains each. */
export type FailureReason =
  | 'invalid-input'
  | 'invalid-images'
  | 'aws-denied'
  | 'aws-failed'
  | 'rate-limited'
  | 'copy-failed'
  | 'terraform-missing'
  | 'terraform-failed'
  | 'state-locked'
  | 'plan-changed'
  | 'not-reviewed'
  | 'destroy-refused'
  | 'apply-failed'
  | 'not-healthy'
  | 'wrong-version'
  | 'keys-refused'
  | 'trace-refused'
  | 'trace-lost'
  | 'github-failed'
  | 'cancelled'
  | 'unexpected'

export interface Failure {
  readonly reason: FailureReason
  readonly message: string
}

/** What a command leaves behind, whether it failed or not. */
export interface Outcome {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown for the job summary. */
  readonly summary: string
  readonly warnings: readonly string[]
  readonly annotations: readonly Diagnostic[]
  readonly failure: Failure | undefined
}
