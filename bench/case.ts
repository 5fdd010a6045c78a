import type { Series } from './compare'
import type { Tool } from './tools'

export interface Bench {
  readonly ours: Tool
  /** This action first, then skopeo and crane if installed. */
  readonly tools: readonly Tool[]
  readonly runs: number
  /** Node binary and bundle of `ours`. */
  readonly node: string
  readonly bundle: string
  /** Node binaries by version. */
  readonly nodes: ReadonlyMap<string, string>
}

/** A performance target and the measured value. */
export interface Verdict {
  readonly target: string
  readonly measured: string
  readonly isMet: boolean | undefined
}

export interface Group {
  readonly title: string
  readonly series: readonly Series[]
}

export interface CaseResult {
  readonly groups: readonly Group[]
  readonly verdicts: readonly Verdict[]
}

export type Case = (bench: Bench) => Promise<CaseResult>
