import { expect, test } from '@jest/globals'
import { formatBytes, formatRate, formatSeconds, withoutFullStop } from '../../src/text/format'

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [1234, '1.23 kB'],
  [12_345, '12.3 kB'],
  [123_456, '123 kB'],
  [999_499, '999 kB'],
  [999_600, '1.00 MB'],
  [842_000_000, '842 MB'],
  [1_288_490_188, '1.29 GB'],
  [999_999_999, '1.00 GB'],
  [2.5e12, '2.50 TB'],
  [5e15, '5000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0, '0.0 s'],
  [0.84, '0.8 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [42.4, '42 s'],
  [59.4, '59 s'],
  [59.7, '1 min 0 s'],
  [60, '1 min 0 s'],
  [119.7, '2 min 0 s'],
  [185, '3 min 5 s'],
  [7200, '120 min 0 s'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

test.each([
  [48_300_000, 1, '48.3 MB/s'],
  [96_600_000, 2, '48.3 MB/s'],
  [1_234_000_000, 1, '1.23 GB/s'],
  [500, 10, '50 B/s'],
  [0, 10, ''],
  [10, 0, ''],
])('%d bytes in %d s are %s', (bytes, seconds, text) => {
  expect(formatRate(bytes, seconds)).toBe(text)
})

test.each(['correct host', 'correct host.', 'user_script:505..', 'correct host. '])(
  'a quoted message %j ends a sentence with one full stop',
  (message) => {
    expect(`${withoutFullStop(message)}.`).toMatch(/\w\.$/)
  },
)
