import { DAY_MS, HOUR_MS } from './format'

const UNITS_MS: Readonly<Record<string, number>> = { d: DAY_MS, h: HOUR_MS, m: 60_000 }
const AGE = /^(\d{1,4})([dhm])$/

/** Parses an age: `3d`, `12h`, `30m` or `0`. */
export function parseAgeMs(text: string): number | undefined {
  if (text === '0') return 0
  const [, number, unit = ''] = AGE.exec(text) ?? []
  return number === undefined ? undefined : Number(number) * (UNITS_MS[unit] ?? 0)
}
