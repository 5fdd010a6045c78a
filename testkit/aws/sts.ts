import { randomBytes, randomUUID } from 'node:crypto'
import type { ErrorAnswer } from './faults'
import { ISSUER, readIdToken } from '../github/id-token'

export interface StsState {
  readonly accountId: string
  readonly roleArn: string
  readonly audience: string
  /** Duration of a session; `DurationSeconds` of the request if absent. */
  sessionSeconds: number | undefined
  /** All issued secrets, for tests that search for leaks. */
  readonly secrets: string[]
  /** Session token and expiry (milliseconds since 1970) by access key id. */
  readonly sessions: Map<string, { token: string | undefined; endsAt: number }>
  readonly usedTokens: Set<string>
}

export const OTHER_ACCOUNT = '999999999999'
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

export function assumeRole(sts: StsState, form: URLSearchParams, accountId: string): string | ErrorAnswer {
  const refusal = refuse(sts, form)
  if (refusal !== undefined) return refusal
  const roleName = sts.roleArn.replace(/^.*\//, '')
  const session = form.get('RoleSessionName') ?? ''
  const seconds = sts.sessionSeconds ?? Number(form.get('DurationSeconds') ?? 3600)
  const endsAt = Date.now() + seconds * 1000
  const keyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`
  const secret = randomBytes(30).toString('base64')
  const token = randomBytes(120).toString('base64')
  sts.sessions.set(keyId, { token, endsAt })
  sts.secrets.push(keyId, secret, token)
  return result(
    'AssumeRoleWithWebIdentity',
    `<SubjectFromWebIdentityToken>subject</SubjectFromWebIdentityToken><Audience>${sts.audience}</Audience>` +
      `<AssumedRoleUser><Arn>arn:aws:sts::${accountId}:assumed-role/${roleName}/${session}</Arn>` +
      `<AssumedRoleId>AROA0FAKE:${session}</AssumedRoleId></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${keyId}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey>` +
      `<SessionToken>${token}</SessionToken><Expiration>${new Date(endsAt).toISOString()}</Expiration></Credentials>` +
      `<Provider>${ISSUER}</Provider>`,
  )
}

export function callerIdentity(accountId: string): string {
  return result(
    'GetCallerIdentity',
    `<Arn>arn:aws:iam::${accountId}:user/someone</Arn><UserId>AIDAFAKE</UserId><Account>${accountId}</Account>`,
  )
}

export function result(operation: string, body: string): string {
  return (
    `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${body}</${operation}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`
  )
}

export function errorXml({ code, message }: ErrorAnswer): string {
  return (
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${escape(message)}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`
  )
}

function refuse(sts: StsState, form: URLSearchParams): ErrorAnswer | undefined {
  const token = form.get('WebIdentityToken') ?? ''
  const seconds = Number(form.get('DurationSeconds') ?? 3600)
  const denied = {
    status: 403,
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  }
  if (
    !/^[\w+=,.@-]{2,64}$/.test(form.get('RoleSessionName') ?? '') ||
    !(seconds >= 900 && seconds <= 43_200)
  ) {
    return {
      status: 400,
      code: 'ValidationError',
      message: 'RoleSessionName or DurationSeconds is not valid',
    }
  }
  if (form.get('RoleArn') !== sts.roleArn) return denied
  const claims = readIdToken(token)
  if (claims === undefined) return invalid('The token is not a JWT of the provider')
  if (claims['iss'] !== ISSUER)
    return invalid(`No OpenIDConnect provider found in your account for ${String(claims['iss'])}`)
  if (claims['aud'] !== sts.audience) return invalid('Incorrect token audience')
  if (sts.usedTokens.has(token)) return invalid('This token was used before')
  sts.usedTokens.add(token)
  const lives = typeof claims['exp'] === 'number' && claims['exp'] * 1000 > Date.now()
  return lives ? undefined : { status: 400, code: 'ExpiredTokenException', message: 'Token expired' }
}

function invalid(message: string): ErrorAnswer {
  return { status: 400, code: 'InvalidIdentityToken', message }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
