import { describe, expect, test } from '@jest/globals'
import {
  compareVersions,
  exactVersion,
  InvalidConstraint,
  pickVersion,
  satisfies,
} from '../../../src/terraform/install/version'

describe('a constraint', () => {
  // Includes the cases of github.com/hashicorp/go-version for versions with three segments.
  test.each([
    ['', '1.11.4', true],
    ['1.11.4', '1.11.4', true],
    ['= 1.11.4', '1.11.4', true],
    ['=1.11.4', 'v1.11.4', true],
    ['1.11', '1.11.0', true],
    ['1.11', '1.11.4', false],
    ['1.11.4+ent', '1.11.4', true],
    ['!= 1.11.4', '1.11.4', false],
    ['!= 1.11.4', '1.11.5', true],
    ['> 1.2', '1.2.0', false],
    ['> 1.2', '1.10.0', true],
    ['>= 1.2, < 1.4', '1.3.9', true],
    ['>= 1.2, < 1.4', '1.4.0', false],
    ['>= 1.2,<1.4,!=1.3.0', '1.3.0', false],
    ['<= 1.4', '1.4.0', true],
    ['<= 1.4', '1.4.1', false],
    ['< 2.0', '1.99.99', true],
    ['~> 1.0', '2.0.0', false],
    ['~> 1.0', '1.1.0', true],
    ['~> 1.0.0', '1.1.0', false],
    ['~> 1.0.7', '1.0.4', false],
    ['~> 1.0.7', '1.0.7', true],
    ['~> 1.0.7', '1.0.8', true],
    ['~> 1', '2.0.0', true],
    ['~> 1', '0.15.0', false],
    // Pre-releases.
    ['', '1.12.0-beta1', false],
    ['>= 1.11', '1.12.0-beta1', false],
    ['!= 1.11.0', '1.12.0-beta1', false],
    ['< 1.12.0', '1.12.0-beta1', false],
    ['~> 2.0', '2.1.0-beta', false],
    ['= 1.12.0-beta1', '1.12.0-beta1', true],
    ['1.12.0-beta1', '1.12.0', false],
    ['>= 1.12.0-alpha20250101', '1.12.0-beta1', true],
    ['>= 1.12.0-beta1', '1.12.0', true],
    ['>= 1.12.0-beta1', '1.13.0-alpha1', false],
    ['~> 2.1.0-a', '2.2.0', false],
    ['~> 2.1.0-a', '2.1.0', false],
    ['~> 2.1.0-a', '2.1.0-beta', true],
    ['~> 2.1.0-a', '2.2.0-alpha', false],
    ['>= 1.0', 'latest', false],
  ])("'%s' and %s: %s", (constraint, version, expected) => {
    expect(satisfies(version, constraint)).toBe(expected)
  })

  test.each([
    'latest',
    '>= ',
    '> 1.2 < 3',
    '1.2.3.4',
    '>=1.0;',
    '~> 1.x',
    '>= 1.0,',
    '=> 1.0',
    '1.0 || 2.0',
    '"1.0"',
  ])("'%s' is invalid", (constraint) => {
    expect(() => satisfies('1.0.0', constraint)).toThrow(InvalidConstraint)
    expect(() => satisfies('1.0.0', constraint)).toThrow(`'${constraint}' is not a version constraint`)
  })

  test('picks the newest release', () => {
    const available = ['1.9.8', '1.11.4', '1.10.5', '1.12.0-rc2', '1.12.0-rc1', '0.15.5', 'nonsense']
    expect(pickVersion('', available)).toBe('1.11.4')
    expect(pickVersion('~> 1.9', available)).toBe('1.11.4')
    expect(pickVersion('< 1.11', available)).toBe('1.10.5')
    expect(pickVersion('>= 1.12.0-rc1', available)).toBe('1.12.0-rc2')
    expect(pickVersion('> 2', available)).toBeUndefined()
  })

  test('may allow a single version', () => {
    expect(exactVersion('1.11.4')).toBe('1.11.4')
    expect(exactVersion(' = v1.12.0-beta1 ')).toBe('1.12.0-beta1')
    expect(exactVersion('1.11')).toBe('1.11.0')
    expect(exactVersion('>= 1.11.4')).toBeUndefined()
    expect(exactVersion('1.11.4, != 1.0')).toBeUndefined()
    expect(exactVersion('')).toBeUndefined()
  })
})

test('versions are ordered', () => {
  const sorted = [
    'x',
    '0.12.31',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.10.0',
  ]
  expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted)
})
