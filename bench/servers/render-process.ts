import { readFileSync } from 'node:fs'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { parsePlan } from '../../src/plan/plan'
import { renderPlan } from '../../src/report/plan'

/** Parses and renders a plan file as the command `plan` does. */
const plan = parsePlan(readFileSync(process.argv[2] ?? '', 'utf8'))
const dangers = findDestructiveChanges(plan, { extraTypes: [], allow: [] })
const { comment, summary } = renderPlan(plan, {
  stack: 'bench',
  terraformVersion: '',
  commit: '',
  runUrl: '',
  destructiveChanges: dangers,
})
process.stdout.write(`${comment.length} ${summary.length}\n`)
