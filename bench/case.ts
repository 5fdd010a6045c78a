import type { Series } from './compare'
import type { Tool } from './tools'

export interface Bench {
  readonly ours: Tool
  /** Ours first; skopeo and crane as far as they are installed. */
  readonly tools: readonly Tool[]
  readonly runs: number
  /** The program and the file that make `ours`. */
  readonly node: string
  readonly bundle: string
  /** Programs by version, for the one case that looks at more than one. */
  readonly nodes: ReadonlyMap<string, string>
}

/** A target of the issue and what was measured. */
export interface Verdict {
  readonly target: string
  readonly measured: string
  /** Undefined where it could not be measured. */
  readonly isMet: boolean | undefined
}

/** Rows of the table under one heading. */
export interface Group {
  readonly title: string
  readonly series: readonly Series[]
}

export interface CaseResult {
  readonly groups: readonly Group[]
  readonly verdicts: readonly Verdict[]
}

export type Case = (bench: Bench) => Promise<CaseResult>
