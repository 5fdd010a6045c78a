import { readFileSync, writeFileSync } from 'node:fs'
import type { FakeEcr } from '../../../testkit/aws/ecr'
import type { Request } from '../iam-policy'
import { entryOf } from './resources'

/** Requests of the commands that have a role of their own, by role. */
const PATH = 'test/stack/calls/small-role-requests.json'

type Requests = Readonly<Record<string, readonly Request[]>>

export const readSmallRoleRequests = (): Requests => JSON.parse(readFileSync(PATH, 'utf8')) as Requests

/** Returns the requests that the record lacks. With UPDATE_REQUESTS, replaces the requests of the role in the record first. */
export function unrecordedRequests(role: string, requests: readonly Request[]): Request[] {
  const lines = [...new Set(requests.map((one) => JSON.stringify(one)))].sort()
  if (process.env['UPDATE_REQUESTS'] !== undefined) {
    const record = { ...readSmallRoleRequests(), [role]: lines.map((line) => JSON.parse(line) as Request) }
    writeFileSync(PATH, `${JSON.stringify(record, null, 2)}\n`)
  }
  const known = new Set(readSmallRoleRequests()[role]?.map((one) => JSON.stringify(one)))
  return lines.filter((line) => !known.has(line)).map((line) => JSON.parse(line) as Request)
}

/** Actions that ECR authorizes for the requests of the OCI distribution API. */
const REGISTRY: readonly (readonly [pattern: RegExp, actions: readonly string[]])[] = [
  [/^(?:HEAD|GET) \/v2\/(.+)\/blobs\//, ['BatchCheckLayerAvailability', 'GetDownloadUrlForLayer']],
  [/^POST \/v2\/(.+)\/blobs\/uploads\//, ['InitiateLayerUpload']],
  [/^PATCH \/v2\/(.+)\/blobs\/uploads\//, ['UploadLayerPart']],
  [/^PUT \/v2\/(.+)\/blobs\/uploads\//, ['UploadLayerPart', 'CompleteLayerUpload']],
  [/^(?:HEAD|GET) \/v2\/(.+)\/(?:manifests|referrers)\//, ['BatchGetImage']],
  [/^PUT \/v2\/(.+)\/manifests\//, ['PutImage']],
  // ECR does not support it.
  [/^DELETE \/v2\/(.+)\/blobs\/uploads\//, []],
]

/** Operations that AWS allows to everyone. */
const UNAUTHORIZED = new Set(['AssumeRoleWithWebIdentity', 'GetCallerIdentity', 'GetIdToken'])

/** Returns the requests to IAM of the calls to ECR and its registry. */
export function ecrRequests({ aws, registry }: FakeEcr): Request[] {
  const calls = aws.requests
    .filter(({ operation }) => !UNAUTHORIZED.has(operation))
    .flatMap(({ operation, input }) => {
      const name = input['repositoryName'] ?? repositoryOf(input['resourceArn'])
      const actions = [operation, ...(input['tags'] === undefined ? [] : ['TagResource'])]
      return actions.map((action) => requestOf(action, name))
    })
  const pushes = registry.requests
    .filter(({ path }) => !/^\/v2\/?$/.test(path))
    .flatMap(({ method, path }) => {
      const text = `${method} ${path.split('?')[0] ?? ''}`
      const found = REGISTRY.find(([pattern]) => pattern.test(text))
      if (found === undefined) throw new Error(`test/stack/calls/small-roles.ts does not know ${text}`)
      const [pattern, actions] = found
      return actions.map((action) => requestOf(action, pattern.exec(text)?.[1]))
    })
  return [...calls, ...pushes]
}

const repositoryOf = (arn: unknown): string | undefined =>
  typeof arn === 'string' ? arn.split(':repository/')[1] : undefined

function requestOf(operation: string, repository: unknown): Request {
  const action = `ecr:${operation}`
  const hasResource = entryOf(action).resources.length > 0
  const resource = `arn:aws:ecr:eu-central-1:123456789012:repository/${String(repository).replace(/[^/]+$/, 'app')}`
  return { action, resource: hasResource ? resource : '*' }
}
