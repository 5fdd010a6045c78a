import type { AttributePath } from './plan'

/** Formats a path in Terraform syntax: `ingress[0].tags["a b"]`. */
export function formatPath(path: AttributePath): string {
  return path.map(formatStep).join('')
}

function formatStep(step: unknown, index: number): string {
  if (typeof step === 'number') return `[${step}]`
  // An element of a set is identified only by its value.
  if (typeof step !== 'string') return '[…]'
  if (/^[a-z_][a-z0-9_-]*$/i.test(step)) return index === 0 ? step : `.${step}`
  return `[${JSON.stringify(step)}]`
}
