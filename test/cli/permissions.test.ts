import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { documentedActions } from './permissions'

/** Commands of administrators. */
const OF_ADMINISTRATORS = /^(?:init|uninstall|upgrade)\//

/** Any identity may call it. */
const OF_EVERYONE = 'sts:GetCallerIdentity'

test('docs/security.md names every action that an error of the command line can name', () => {
  const folder = 'src/cli'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !OF_ADMINISTRATORS.test(file),
  )
  const calls = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(
      /\bcall(?:Aws|Unless)\([^()]*?'([a-z\d-]+:[A-Z]\w+)'/g,
    ),
  ])
  const actions = new Set(calls.map(([, action]) => action ?? ''))
  expect(actions.size).toBeGreaterThan(30)
  expect([...actions].filter((one) => one !== OF_EVERYONE && !documentedActions().has(one))).toEqual([])
})
