import { type PlanCost } from '../cost/plan-cost'
import { PRICES_DATE } from '../cost/prices'
import { codeSpan } from '../text/markdown'

const NOT_INCLUDED =
  'Without usage, such as requests, stored data, traffic and tasks above the current number.'

/** Renders the cost of a plan as one paragraph of Markdown. Empty if it changes nothing that has a price. */
export function costLine(cost: PlanCost | undefined): string {
  if (cost === undefined) return ''
  if (cost.usd === undefined) {
    const reason =
      cost.region === undefined ? 'the Region is unknown' : `there are no prices of ${cost.region}`
    return `**Cost:** unknown, because ${reason}.`
  }
  const { before, after } = cost.usd
  const unknown =
    cost.unknown.length === 0 ? '' : ` The price is unknown of ${cost.unknown.map(codeSpan).join(', ')}.`
  const source = `List prices of ${cost.region ?? ''}, ${PRICES_DATE}. ${NOT_INCLUDED}`
  return `**Cost:** ${describeChange(before, after)}.${unknown} <sub>${source}</sub>`
}

function describeChange(before: number, after: number): string {
  const [from, to] = [Math.round(before), Math.round(after)]
  if (from === to) return `unchanged, about ${to} USD a month`
  const difference = to - from
  const sign = difference > 0 ? '+' : '−'
  return `about ${sign}${Math.abs(difference)} USD a month (${from} → ${to})`
}
