import { readFileSync } from 'node:fs'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { parsePlan } from '../../src/plan/plan'
import { renderPlan } from '../../src/report/plan'

/** Reads and renders the plan in a file, as `plan` does: what the bench times. */
const plan = parsePlan(readFileSync(process.argv[2] ?? '', 'utf8'))
const dangers = findDestructiveChanges(plan, { extraTypes: [], allow: [] })
const { comment, summary } = renderPlan(plan, {
  stack: 'bench',
  terraformVersion: '',
  commit: '',
  runUrl: '',
  dangers,
})
process.stdout.write(`${comment.length} ${summary.length}\n`)
