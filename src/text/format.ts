const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Formats bytes in decimal units with three significant digits: `842 MB`, `1.29 GB`. */
export function formatBytes(bytes: number): string {
  // Rounded first: 999,600 bytes are 1.00 MB, not 1000 kB.
  const rounded = bytes < 1000 ? Math.round(bytes) : Number(bytes.toPrecision(3))
  const power = rounded < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(rounded) / 3))
  const value = rounded / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${UNITS[power] ?? 'B'}`
}

/** Formats a duration: `0.8 s`, `42 s`, `3 min 5 s`. */
export function formatSeconds(seconds: number): string {
  const tenths = Math.round(seconds * 10) / 10
  if (tenths < 10) return `${tenths.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** Formats a transfer rate: `48.3 MB/s`. Empty without bytes or duration. */
export function formatRate(bytes: number, seconds: number): string {
  return seconds > 0 && bytes > 0 ? `${formatBytes(bytes / seconds)}/s` : ''
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Formats an age: `5 hours`, `3 days`. */
export function formatAge(ms: number): string {
  const hours = Math.max(0, Math.floor(ms / HOUR_MS))
  const [number, noun] = hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day']
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Removes full stops at the end, so that a quoted message can end a sentence. */
export const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '')
