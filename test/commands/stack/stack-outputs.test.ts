import { describe, expect, test } from '@jest/globals'
import { Secrets } from '../../../src/commands/stack/secrets'
import { readOutputs, readPlannedOutputs } from '../../../src/commands/stack/stack-outputs'
import type { Terraform } from '../../../src/terraform/cli'
import type { Output } from '../../../src/terraform/json-output'

const SECRET = 'correct horse'

function rootWith(outputs: Readonly<Record<string, Output>>) {
  const masked: string[] = []
  const secrets = new Secrets({ mask: (one) => masked.push(one) })
  const output = () => Promise.resolve(new Map(Object.entries(outputs)))
  return { terraform: { output } as unknown as Terraform, secrets, masked }
}

describe('outputs in the state', () => {
  test('are omitted if they are sensitive, unless they are listed, and then masked in the log', async () => {
    const root = rootWith({
      url: { value: 'https://langfuse.example.com', sensitive: false },
      password: { value: { admin: SECRET }, sensitive: true },
      key: { value: 'battery staple', sensitive: true },
    })
    const { json, warnings } = await readOutputs(root, ['password'])
    expect(JSON.parse(json)).toEqual({
      url: 'https://langfuse.example.com',
      password: { admin: SECRET },
    })
    expect(warnings).toEqual([])
    expect(root.masked).toEqual([SECRET])
  })

  test('are masked if they contain a known secret without its mark, unless they are listed', async () => {
    const root = rootWith({
      url: { value: `https://app:${encodeURIComponent(SECRET)}@db`, sensitive: false },
      list: { value: [{ [SECRET]: 1 }, 47_114_711, 'a4b5', 'a4b5c', true], sensitive: false },
      wanted: { value: SECRET, sensitive: false },
    })
    root.secrets.add([SECRET, '47114711', 'a4b5'])
    const { json, warnings } = await readOutputs(root, ['wanted'])
    expect(JSON.parse(json)).toEqual({
      url: 'https://app:***@db',
      list: [{ '***': 1 }, '***', '***', 'a4b5c', true],
      wanted: SECRET,
    })
    expect(warnings).toEqual([
      'Outputs contain sensitive values, which are masked in terraform-outputs: url, list. List an output in sensitive-outputs if a later step of the job needs its value.',
    ])
  })
})

test('outputs of a plan are masked, too', () => {
  const { secrets } = rootWith({})
  secrets.add([SECRET])
  const outputs = {
    url: { sensitive: false, value: 'https://langfuse.example.com' },
    unmarked: { sensitive: false, value: `is ${SECRET}` },
  }
  const { json, warnings } = readPlannedOutputs(JSON.stringify({ planned_values: { outputs } }), secrets)
  expect(JSON.parse(json)).toEqual({ url: 'https://langfuse.example.com', unmarked: 'is ***' })
  expect(warnings).toEqual([
    'Outputs contain sensitive values, which are masked in terraform-outputs: unmarked.',
  ])
})
