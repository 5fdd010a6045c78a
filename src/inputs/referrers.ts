import type { InputReader } from './reader'

export type ReferrersMode = 'best-effort' | 'required'

/** Reads `referrers`, which has an effect only with `include-referrers`. */
export function readReferrers(reader: InputReader): ReferrersMode {
  const mode = reader.choice('referrers', ['best-effort', 'required'])
  // Invalid values have their own problem.
  if (mode === 'required' && /^false$/i.test(reader.text('include-referrers') ?? '')) {
    reader.problems.push('referrers: required needs include-referrers: true')
  }
  return mode
}
