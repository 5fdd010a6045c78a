import { AccessDenied } from '../aws/access-denied'
import { AwsError, isDenied } from '../aws/error'
import { code } from '../github/markdown'
import { InvalidInput } from '../inputs'
import { RateLimited } from '../registry/budget'
import { CopyFailed } from '../registry/copy'
import { RegistryError } from '../registry/error'
import { InvalidImages } from '../registry/images'
import { WrongPlatform } from '../registry/tree'
import type { Annotation, FailureReason, Outcome } from './world'

/** The word for what went wrong. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof InvalidInput) return 'invalid-input'
  if (error instanceof InvalidImages || error instanceof WrongPlatform) return 'invalid-images'
  if (error instanceof AccessDenied) return 'aws-denied'
  if (error instanceof AwsError) return isDenied(error.facts) ? 'aws-denied' : 'aws-failed'
  if (error instanceof RateLimited) return 'rate-limited'
  if (error instanceof CopyFailed || error instanceof RegistryError) return 'copy-failed'
  return 'unexpected'
}

/** What to leave behind when a command could not even begin. */
export function failedOutcome(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => `- ${code(line)}`)
  return {
    outputs: {},
    summary: ['## ❌ Nothing was done', ...lines].join('\n\n'),
    warnings: [],
    annotations: error instanceof InvalidImages ? annotationsOf(error) : [],
    failure: { reason: reasonOf(error), message },
  }
}

const annotationsOf = ({ path, faults }: InvalidImages): Annotation[] =>
  faults.map((fault) => ({ file: path, ...fault }))
