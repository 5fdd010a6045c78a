import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { COPIES, settingsModule } from '../../scripts/settings-root'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

// If it fails after a change of the module: npm run settings-root
test('the root of the settings workflows passes every variable of the module on', () => {
  expect(read('terraform/settings/module.tf')).toBe(settingsModule())
})

test('null is the default of the module for each of them', () => {
  const names = [...settingsModule().matchAll(/ = try\(local\.settings\.(\w+), null\)$/gm)].map(
    ([, name]) => name,
  )
  expect(names).toContain('size')
  const blocks = ['', '-clickhouse', '-email', '-langfuse', '-monitoring', '-sizes', '-sso']
    .map((part) => read(`terraform/modules/langfuse/variables${part}.tf`))
    .join('\n')
    .split(/^variable /m)
  const wrong = blocks.filter(
    (block) => / {2}default +=(?! null)/.test(block) && !/^ {2}nullable +=  ?false$/m.test(block),
  )
  expect(wrong).toEqual([])
})

test('its outputs and its lock file are those of terraform/langfuse', () => {
  for (const file of COPIES)
    expect(read(`terraform/settings/${file}`)).toBe(read(`terraform/langfuse/${file}`))
})

test('the example of settings has only names of variables', () => {
  const keys = [...read('examples/settings/settings.yaml').matchAll(/^(?:# )?(\w+):/gm)].map(
    ([, name = '']) => name,
  )
  expect(keys).toContain('domain')
  for (const key of keys) expect(settingsModule()).toContain(`"${key}",`)
})
