import { AwsError } from '../../aws/error'

/** The result of one check. */
export type Finding =
  | { readonly status: 'ok'; readonly subject: string; readonly detail: string }
  | {
      readonly status: 'problem' | 'unknown'
      readonly subject: string
      readonly detail: string
      readonly advice: string
    }

export const ok = (subject: string, detail: string): Finding => ({ status: 'ok', subject, detail })

export const problem = (subject: string, detail: string, advice: string): Finding => ({
  status: 'problem',
  subject,
  detail,
  advice,
})

export const unknown = (subject: string, detail: string, advice: string): Finding => ({
  status: 'unknown',
  subject,
  detail,
  advice,
})

export interface Check {
  readonly subject: string
  readonly run: () => Promise<readonly Finding[]>
}

/** Runs the checks in order. A check that AWS rejects gives an unknown finding, and the others continue. */
export async function runChecks(checks: readonly Check[]): Promise<Finding[]> {
  const results = await Promise.all(
    checks.map(async ({ subject, run }) => {
      try {
        return await run()
      } catch (error) {
        if (!(error instanceof AwsError)) throw error
        return [unknown(subject, 'was not checked', error.message)]
      }
    }),
  )
  return results.flat()
}

const MARKS = { ok: 'ok      ', problem: 'PROBLEM ', unknown: 'unknown ' } as const

/** Lines of the report, with the first problem at the end. */
export function renderFindings(findings: readonly Finding[]): string[] {
  const lines = findings.flatMap((finding) => [
    `${MARKS[finding.status]} ${finding.subject}: ${finding.detail}`,
    ...('advice' in finding ? [`          -> ${finding.advice}`] : []),
  ])
  return [...lines, '', conclusion(findings)]
}

function conclusion(findings: readonly Finding[]): string {
  const problems = findings.filter(({ status }) => status === 'problem')
  const unchecked = findings.filter(({ status }) => status === 'unknown').length
  const rest =
    unchecked === 0 ? '' : ` ${unchecked} ${unchecked === 1 ? 'check has' : 'checks have'} no result.`
  const [first] = problems
  if (first === undefined) return `No problem found.${rest}`
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const advice = 'advice' in first ? ` ${first.advice}` : ''
  return `${count} found.${rest} Start with: ${first.subject}: ${first.detail}.${advice}`
}
