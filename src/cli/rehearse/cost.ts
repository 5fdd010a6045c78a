import { HOURS, PRICES_DATE, pricesOf } from '../../cost/prices'
import { priceShape, sum } from '../../cost/shape'
import { readStackShape } from '../aws/stack-shape'
import type { CliRuntime } from '../runtime'

/** Estimates the fixed costs of a running stack per hour, from list prices. */
export async function hourlyCost(stack: string, { aws }: Pick<CliRuntime, 'aws'>): Promise<string> {
  const { region } = aws.session
  const prices = pricesOf(region)
  if (prices === undefined) return `unknown, because there are no prices of ${region}`
  const components = ['web', 'worker', 'clickhouse'] as const
  const shape = await readStackShape({ stack, components }, aws)
  const usd = sum(priceShape(shape, prices)) / HOURS
  return `about ${usd.toFixed(2)} USD an hour while the stack exists (list prices of ${region}, ${PRICES_DATE})`
}
