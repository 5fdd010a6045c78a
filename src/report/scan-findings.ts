import type { ScanFindings } from '../aws/ecr-scan'
import { codeSpan } from '../text/markdown'

/** Findings of the pinned version of an image, and of the proposed one. */
export interface ScannedImage {
  readonly name: string
  readonly from: string
  readonly pinned: ScanFindings
  readonly proposed?: { readonly to: string; readonly findings: ScanFindings } | undefined
}

const SHOWN = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']

/** Renders findings as plain text: `3 critical, 12 high`, `no findings`, or `not scanned yet`. */
export function findingsText(findings: ScanFindings): string {
  if (findings.kind === 'unknown') return findings.reason
  const { counts } = findings
  const shown = SHOWN.flatMap((severity) => {
    const count = counts[severity] ?? 0
    return count > 0 ? [`${count} ${severity.toLowerCase()}`] : []
  })
  const others = Object.entries(counts).filter(([severity, count]) => !SHOWN.includes(severity) && count > 0)
  const rest = others.reduce((sum, [, count]) => sum + count, 0)
  return [...shown, ...(rest > 0 ? [`${rest} other`] : [])].join(', ') || 'no findings'
}

/** Renders the findings as one list; empty without images. */
export function renderFindings(images: readonly ScannedImage[]): string[] {
  const lines = images.map(({ name, from, pinned, proposed }) => {
    const old = `- **${name}**: ${codeSpan(from)} ${phrase(pinned)}`
    if (proposed === undefined) return old
    const effect = effectOf(pinned, proposed.findings)
    const end = effect === '' ? '' : `: **${effect}**`
    return `${old}; ${codeSpan(proposed.to)} ${phrase(proposed.findings)}${end}`
  })
  return lines.length === 0 ? [] : [['### Scan findings of Amazon ECR', '', ...lines].join('\n')]
}

const phrase = (findings: ScanFindings): string =>
  findings.kind === 'scanned'
    ? `has ${findingsText(findings)}`
    : `has no result: ${codeSpan(findings.reason)}`

/** Only what both scans show: `fixes 3 critical, adds 1 high`. */
function effectOf(pinned: ScanFindings, proposed: ScanFindings): string {
  if (pinned.kind === 'unknown' || proposed.kind === 'unknown') return ''
  const changes = ['CRITICAL', 'HIGH'].map((severity) => ({
    severity: severity.toLowerCase(),
    fixed: (pinned.counts[severity] ?? 0) - (proposed.counts[severity] ?? 0),
  }))
  const list = (verb: string, sign: number): string[] => {
    const parts = changes.flatMap(({ severity, fixed }) =>
      fixed * sign > 0 ? [`${fixed * sign} ${severity}`] : [],
    )
    return parts.length === 0 ? [] : [`${verb} ${parts.join(' and ')}`]
  }
  return [...list('fixes', 1), ...list('adds', -1)].join(', ')
}
