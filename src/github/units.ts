const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes in decimal units with three digits that count: `842 MB`, `1.29 GB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${UNITS[power] ?? 'B'}`
}

/** Seconds as people say them: `0.8 s`, `42 s`, `3 min 5 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

export function formatRate(bytes: number, seconds: number): string {
  return seconds > 0 && bytes > 0 ? `${(bytes / 1e6 / seconds).toPrecision(3)} MB/s` : ''
}
