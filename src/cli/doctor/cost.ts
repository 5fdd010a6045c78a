import { PRICES_DATE, pricesOf } from '../../cost/prices'
import { priceUsage, shapeOfSize, USAGE } from '../../cost/sizes'
import { priceShape, type StackShape, sum, unknownParts } from '../../cost/shape'
import { type Finding, ok, unknown } from './finding'
import type { PlannedStack } from './quotas'

const SUBJECT = 'Cost'
const PAGE = 'See docs/operations.md, section Cost.'

/** Estimates a stack that does not exist yet, with the example use of its size. */
export function estimateSize(planned: PlannedStack, region: string): Finding {
  const prices = pricesOf(region)
  if (prices === undefined) return unknownRegion(region)
  const lines = priceShape(shapeOfSize(planned.size, { ...planned, hasGrafana: false }), prices)
  const usage = Object.values(priceUsage(USAGE[planned.size], prices)).reduce((total, usd) => total + usd, 0)
  const events = `${USAGE[planned.size].events.toLocaleString('en-US')} events`
  return ok(
    SUBJECT,
    `about ${Math.round(sum(lines))} USD a month, and about ${Math.round(usage)} for ${events}, without Grafana (list prices of ${region}, ${PRICES_DATE})`,
  )
}

/** Estimates the fixed costs of a running stack. */
export function estimateShape(shape: StackShape, region: string): Finding {
  const prices = pricesOf(region)
  if (prices === undefined) return unknownRegion(region)
  const lines = priceShape(shape, prices)
  const largest = [...lines]
    .sort((a, b) => (b.usd ?? 0) - (a.usd ?? 0))
    .slice(0, 4)
    .map(({ name, usd }) => `${name} ${usd === undefined ? 'unknown' : Math.round(usd)}`)
  const detail = `about ${Math.round(sum(lines))} USD a month without usage (list prices of ${region}, ${PRICES_DATE}): ${largest.join(', ')}, …`
  const missing = unknownParts(lines)
  return missing.length === 0
    ? ok(SUBJECT, detail)
    : unknown(SUBJECT, detail, `Not included, because the price is unknown: ${missing.join(', ')}. ${PAGE}`)
}

const unknownRegion = (region: string): Finding => unknown(SUBJECT, `there are no prices of ${region}`, PAGE)
