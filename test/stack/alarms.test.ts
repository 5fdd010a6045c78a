import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { tableUnder } from '../markdown-table'

/** Alarm names that terraform/modules/langfuse/tests/monitoring.tftest.hcl expects; `terraform test` compares them with the plan. */
function alarmNames(): string[] {
  const text = readFileSync('terraform/modules/langfuse/tests/monitoring.tftest.hcl', 'utf8')
  const [, list = ''] =
    /toset\(keys\(aws_cloudwatch_metric_alarm\.this\)\) == toset\(\[([^\]]*)\]\)/.exec(text) ?? []
  const always = [...list.matchAll(/"([\w-]+)"/g)].map(([, name = '']) => name)
  const withMetrics = [...text.matchAll(/(?:\bthis\["|[{,] )((?:queue|rows)-[\w-]+)(?="| =)/g)].map(
    ([, name = '']) => name,
  )
  return [...new Set([...always, ...withMetrics])].sort()
}

test('docs/troubleshooting.md explains every alarm of the stack, and no other', () => {
  const rows = [...tableUnder('## Alarms', readFileSync('docs/troubleshooting.md', 'utf8')).keys()]
  const documented = rows.flatMap((row) => row.split(/,\s*/)).map((name) => name.replaceAll('`', ''))
  expect(alarmNames().length).toBeGreaterThan(20)
  expect(documented.sort()).toEqual(alarmNames())
})
