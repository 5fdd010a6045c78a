import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { tableUnder } from '../markdown-table'

/** Alarm names that the tests of terraform/modules/langfuse expect; `terraform test` compares them with the plan. */
function alarmNames(): string[] {
  const text = ['monitoring', 'edge', 'tiny', 'external']
    .map((name) => readFileSync(`terraform/modules/langfuse/tests/${name}.tftest.hcl`, 'utf8'))
    .join('\n')
  const [, list = ''] =
    /toset\(keys\(aws_cloudwatch_metric_alarm\.this\)\) == toset\(\[([^\]]*)\]\)/.exec(text) ?? []
  const always = [...list.matchAll(/"([\w-]+)"/g)].map(([, name = '']) => name)
  const withMetrics = [
    ...text.matchAll(/(?:\bthis\["|[{,] )((?:queue|rows|certificate)-[\w-]+)(?="| =)/g),
  ].map(([, name = '']) => name)
  // Alarms of the size tiny and of external servers.
  const others = [
    ...text.matchAll(/for name in \[([^\]]*)\] : contains\(keys\(aws_cloudwatch_metric_alarm\.this\)/g),
    ...text.matchAll(/if startswith\(name, "\w+-"\)\] == \[([^\]]*)\]/g),
  ].flatMap(([, names = '']) => [...names.matchAll(/"([\w-]+)"/g)].map(([, name = '']) => name))
  return [...new Set([...always, ...withMetrics, ...others])].sort()
}

test('docs/troubleshooting.md explains every alarm of the stack, and no other', () => {
  const rows = [...tableUnder('## Alarms', readFileSync('docs/troubleshooting.md', 'utf8')).keys()]
  const documented = rows.flatMap((row) => row.split(/,\s*/)).map((name) => name.replaceAll('`', ''))
  expect(alarmNames().length).toBeGreaterThan(20)
  expect(documented.sort()).toEqual(alarmNames())
})
