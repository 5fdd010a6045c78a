import type { Group, Verdict } from './case'
import type { Series } from './compare'
import type { Usage } from './measure'
import { MiB } from './shapes'
import { median, pairwise } from './statistics'

const HEAD = [
  ['Case', 'Tool', 'Wall s', 'CPU s', 'Peak MiB', 'Ours / tool: wall', 'wall, by pairs', 'CPU', 'peak'],
  ['---', '---', '--:', '--:', '--:', '--:', '--:', '--:', '--:'],
]

/** Renders medians and the ratio of this action to each tool as a Markdown table. */
export function renderTable(groups: readonly Group[]): string {
  const rows = groups.flatMap(({ title, series }) =>
    series.map((one, index) => [index === 0 ? title : '', ...figures(one, series[0])]),
  )
  return [...HEAD, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function figures({ tool, usages }: Series, ours: Series | undefined): string[] {
  const own = [
    (median(usages.map(wall)) / 1000).toFixed(2),
    (median(usages.map(cpu)) / 1000).toFixed(2),
    (median(usages.map(peak)) / MiB).toFixed(0),
  ]
  if (ours === undefined || ours.tool === tool) return [tool, ...own, '', '', '', '']
  const of = (figure: (usage: Usage) => number): string =>
    (median(ours.usages.map(figure)) / median(usages.map(figure))).toFixed(2)
  const pairs = pairwise(ours.usages.map(wall), usages.map(wall)).toFixed(2)
  return [tool, ...own, of(wall), pairs, of(cpu), of(peak)]
}

export function renderVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ target, measured, isMet }) => {
      const mark = isMet === undefined ? '— not measured' : isMet ? '✅' : '❌'
      return `- ${mark} ${target}: ${measured}`
    })
    .join('\n')
}

const wall = ({ wallMs }: Usage): number => wallMs
const cpu = ({ cpuMs }: Usage): number => cpuMs
const peak = ({ peakBytes }: Usage): number => peakBytes
