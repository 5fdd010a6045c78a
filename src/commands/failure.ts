import { AccessDenied } from '../aws/access-denied'
import { NoIdToken } from '../aws/assume-role'
import { AwsError, isDenied } from '../aws/error'
import { InvalidRole } from '../aws/role'
import { code } from '../github/markdown'
import { InvalidInput } from '../inputs'
import { RateLimited } from '../registry/budget'
import { CopyFailed } from '../registry/copy'
import { DockerConfigError } from '../registry/docker-config'
import { CorruptContent, RegistryError, UnsupportedContent } from '../registry/error'
import { InvalidImages } from '../registry/images'
import { WrongPlatform } from '../registry/tree'
import type { Annotation, FailureReason, Outcome } from './world'

type ErrorClass = abstract new (...args: never[]) => Error

const REASONS: readonly (readonly [FailureReason, readonly ErrorClass[]])[] = [
  ['invalid-input', [InvalidInput, InvalidRole]],
  ['invalid-images', [InvalidImages, WrongPlatform]],
  ['aws-denied', [AccessDenied]],
  ['aws-failed', [AwsError, NoIdToken]],
  ['rate-limited', [RateLimited]],
  ['copy-failed', [CopyFailed, RegistryError, CorruptContent, UnsupportedContent, DockerConfigError]],
]

/** The word for what went wrong. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof AwsError && isDenied(error.facts)) return 'aws-denied'
  const known = REASONS.find(([, classes]) => classes.some((one) => error instanceof one))
  return known?.[0] ?? 'unexpected'
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
