const UNITS_MS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 }
const AGE = /^(\d{1,4})([dhm])$/

/** Parses an age: `3d`, `12h`, `30m` or `0`. */
export function parseAgeMs(text: string): number | undefined {
  if (text === '0') return 0
  const [, number, unit = ''] = AGE.exec(text) ?? []
  return number === undefined ? undefined : Number(number) * (UNITS_MS[unit] ?? 0)
}
