import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { completeLicenses, parseLicenses } from '../../scripts/licenses.js'

const ALLOWED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']
const bundled = parseLicenses(readFileSync(join(import.meta.dirname, '../../dist/licenses.txt'), 'utf8'))

test('every package in the bundle has a license that an Apache-2.0 project may include', () => {
  expect(bundled.length).toBeGreaterThan(40)
  expect(bundled.filter(({ license }) => !ALLOWED.includes(license)).map(({ name }) => name)).toEqual([])
})

test('every package in the bundle comes with the text of its license', () => {
  expect(bundled.filter(({ text }) => text.length < 400).map(({ name }) => name)).toEqual([])
})

test('packages without a license file get its text, and the others stay as they are', () => {
  const file = 'a\nApache-2.0\n\nproxy-agent-negotiate\nMIT\n\nms\nMIT\nThe MIT text\n'
  const completed = parseLicenses(completeLicenses(file))
  expect(completed.map(({ name, license }) => [name, license])).toEqual([
    ['a', 'Apache-2.0'],
    ['proxy-agent-negotiate', 'MIT'],
    ['ms', 'MIT'],
  ])
  expect(completed[0]?.text).toContain('Apache License')
  expect(completed[1]?.text).toMatch(/^The MIT License \(MIT\)\n\nCopyright \(c\) Nathan Rajlich/)
  expect(completed[2]?.text).toBe('The MIT text')
})

test('a license without a known text is an error that names the package', () => {
  expect(() => completeLicenses('x\nMPL-2.0\n\nms\nMIT\ntext\n')).toThrow(/x has the license MPL-2\.0 and no/)
})
