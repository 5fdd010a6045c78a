import { expect, test } from '@jest/globals'
import { compactAddresses } from '../../src/report/address-list'

const texts = (addresses: readonly string[]): string[] => compactAddresses(addresses).map(({ text }) => text)

test('joins the instances of a resource', () => {
  expect(
    texts([
      'aws_a.b[0]',
      'aws_c.d',
      'aws_a.b[2]',
      'aws_a.b[1]',
      'aws_a.b[9]',
      'aws_e.f["x"]',
      'aws_e.f["y[1]"]',
    ]),
  ).toEqual(['aws_a.b[0…2, 9]', 'aws_c.d', 'aws_e.f["x", "y[1]"]'])
})

test('keeps instances of different modules apart, and each address of a resource without instances', () => {
  expect(texts(['module.a["x"].aws_b.c[0]', 'module.a["y"].aws_b.c[0]', 'aws_d.e', 'aws_d.e'])).toEqual([
    'module.a["x"].aws_b.c[0]',
    'module.a["y"].aws_b.c[0]',
    'aws_d.e',
    'aws_d.e',
  ])
})

test('splits long lines, and counts every address', () => {
  const lines = compactAddresses(Array.from({ length: 500 }, (_, at) => `aws_a.b["key-${at}"]`))
  expect(lines.every(({ text }) => text.length < 220)).toBe(true)
  expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(500)
})
