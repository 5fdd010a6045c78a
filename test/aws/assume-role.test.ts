import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { AccessDenied } from '../../src/aws/access-denied'
import { assumeRole } from '../../src/aws/assume-role'
import { AwsError } from '../../src/aws/error'
import { FakeAws } from '../../testkit/aws/server'
import type { Fault } from '../../testkit/aws/faults'
import { observedAws, roleRequest } from '../../testkit/aws/runtime'

const ROLE = 'arn:aws:iam::123456789012:role/deploy'
let aws: FakeAws

beforeEach(async () => {
  aws = await FakeAws.start({ roleArn: ROLE })
})
afterEach(() => aws.stop())

/** What a call throws. */
async function failureOf(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error as Error,
  )
}

describe('a role', () => {
  test('is assumed with an ID token for AWS, and every secret is masked', async () => {
    const runtime = observedAws(aws)
    const session = await assumeRole(roleRequest({ durationSeconds: 1800 }), runtime)
    expect(session).toMatchObject({ region: 'eu-central-1', accountId: '123456789012' })
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toMatchObject([
      {
        RoleArn: ROLE,
        RoleSessionName: 'acme-langfuse-42-1',
        DurationSeconds: '1800',
        WebIdentityToken: runtime.tokens[0],
      },
    ])
    const credentials = await session.credentials?.()
    expect(aws.sts.secrets).toEqual([
      credentials?.accessKeyId,
      credentials?.secretAccessKey,
      credentials?.sessionToken,
    ])
    expect(runtime.masked).toEqual(aws.sts.secrets)
  })

  test('in China is assumed with the audience of China', async () => {
    await aws.stop()
    const roleArn = 'arn:aws-cn:iam::123456789012:role/deploy'
    aws = await FakeAws.start({ roleArn, audience: 'sts.amazonaws.com.cn' })
    await assumeRole(roleRequest({ roleArn, region: 'cn-north-1' }), observedAws(aws))
    expect(aws.inputsOf('GetIdToken')).toEqual([{ audience: 'sts.amazonaws.com.cn' }])
  })

  test.each(['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'])('is asked of %s', async (name) => {
    const other = name === 'AWS_ENDPOINT_URL_STS' ? { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' } : {}
    await assumeRole(roleRequest(), observedAws(aws, { env: { ...other, [name]: aws.url } }))
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(1)
  })
})

describe('before anything is asked', () => {
  test.each([
    [
      'a user',
      { roleArn: 'arn:aws:iam::123456789012:user/me' },
      /'arn:aws:iam::123456789012:user\/me' is not the ARN of a role/,
    ],
    ['a bare name', { roleArn: 'deploy' }, /'deploy' is not the ARN of a role/],
    ['a role with a line break', { roleArn: `${ROLE}\nx` }, /not the ARN of a role/],
    [
      'a role of another partition',
      { region: 'cn-north-1' },
      /partition aws, but aws-region cn-north-1 to aws-cn/,
    ],
    [
      'an account that is not allowed',
      { allowedAccountIds: ['111111111111', '222222222222'] },
      /leads to account 123456789012, but allowed-account-ids has only 111111111111, 222222222222/,
    ],
  ])('%s is refused', async (_, changes, sentence) => {
    await expect(assumeRole(roleRequest(changes), observedAws(aws))).rejects.toThrow(sentence)
    expect(aws.requests).toEqual([])
  })

  test('an account that is allowed is not', async () => {
    const session = await assumeRole(
      roleRequest({ allowedAccountIds: ['1', '123456789012'] }),
      observedAws(aws),
    )
    expect(session.accountId).toBe('123456789012')
  })
})

test('a session that turns out to be in another account is refused, with its secrets masked', async () => {
  aws.fail('AssumeRoleWithWebIdentity', 'wrong-account')
  const runtime = observedAws(aws)
  await expect(assumeRole(roleRequest({ allowedAccountIds: ['123456789012'] }), runtime)).rejects.toThrow(
    /account 999999999999, but allowed-account-ids has only 123456789012/,
  )
  expect(runtime.masked).toEqual(aws.sts.secrets)
  expect(runtime.masked).toHaveLength(3)
})

describe('tries', () => {
  test.each<Fault>([
    'idp-communication',
    'no-verification-key',
    'throttled',
    'server-error',
    'reset',
    'html',
  ])('go on after %s, each with an ID token of its own, waiting with full jitter', async (fault) => {
    aws.fail('AssumeRoleWithWebIdentity', fault, 5)
    const runtime = observedAws(aws, { random: () => 0.5 })
    await assumeRole(roleRequest(), runtime)
    const sent = aws.inputsOf('AssumeRoleWithWebIdentity').map((input) => input['WebIdentityToken'])
    expect(sent).toHaveLength(6)
    expect(new Set(sent).size).toBe(6)
    expect(runtime.waitsMs).toEqual([500, 1000, 2000, 4000, 8000])
  })

  test.each<[Fault, number, RegExp]>([
    ['idp-communication', 6, /IDPCommunicationError/],
    ['server-error', 6, /HTTP 500.*passing fault of AWS: run the job again/],
    ['reset', 6, /socket hang up.*Check aws-region, the network/],
    ['html', 6, /the answer is not one that AWS gives.*HTTP 502.*HTTPS_PROXY/],
    ['denied', 3, /was not assumed: Not authorized/],
    ['echo', 1, /\(Odd, HTTP 400, request request-1\)/],
    ['incomplete', 1, /the answer lacks credentials/],
  ])('end when %s lasts, after %i', async (fault, tries, sentence) => {
    aws.fail('AssumeRoleWithWebIdentity', fault)
    const error = await failureOf(assumeRole(roleRequest(), observedAws(aws)))
    expect(error.message).toMatch(sentence)
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(tries)
    if (tries > 1) expect(error.message).toContain(`(${tries} tries)`)
  })

  test('outlast a policy that IAM is still spreading', async () => {
    aws.fail('AssumeRoleWithWebIdentity', 'denied', 2)
    await expect(assumeRole(roleRequest(), observedAws(aws))).resolves.toMatchObject({
      accountId: '123456789012',
    })
  })

  test('outlast a GitHub that gives no token for a while', async () => {
    aws.fail('GetIdToken', 'server-error', 3)
    await expect(assumeRole(roleRequest(), observedAws(aws))).resolves.toMatchObject({
      accountId: '123456789012',
    })
  })
})

describe('a refusal', () => {
  const FORMS = {
    'repo:acme/langfuse:environment:production':
      /names only, repo:OWNER\/REPO:….*'repo:OWNER@ID\/REPO@ID:…' does not/,
    'repo:acme@1/langfuse@22:ref:refs/heads/main':
      /immutable ids, repo:OWNER@ID.*'repo:OWNER\/REPO:…' does not/,
    'owner:acme:job:deploy': /neither of the usual forms/,
  }
  test.each(Object.entries(FORMS))('of %s says which form of sub the token has', async (sub, sentence) => {
    aws.claims = { sub }
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain(`sub '${sub}'`)
    expect(error.message).toMatch(sentence)
  })

  test('names the role and the claims, and never the token', async () => {
    aws.claims = { environment: 'production' }
    const runtime = observedAws(aws)
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), runtime))
    expect(error).toBeInstanceOf(AccessDenied)
    expect(error).toMatchObject({ roleArn: `${ROLE}-2`, claims: { repository: 'acme/langfuse' } })
    expect(error.message).toContain(
      "sub 'repo:acme/langfuse:ref:refs/heads/main', aud 'sts.amazonaws.com', repository 'acme/langfuse', " +
        "ref 'refs/heads/main', environment 'production'",
    )
    expect(error.message).toMatch(/^arn:aws:iam::123456789012:role\/deploy-2 was not assumed/)
    expect(error.message).toMatch(/fork/)
    for (const token of runtime.tokens) expect(inspect(error, { depth: 9 })).not.toContain(token)
  })

  test('says that a claim is absent', async () => {
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain('environment (none)')
  })

  test('shows claims as one printable line', async () => {
    aws.claims = { ref: 'refs/heads/x\n::error::\u001b[31mred\u202e', environment: ['no', 7] }
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain("ref 'refs/heads/x ::error:: [31mred'")
    expect(error.message).toContain("environment 'no'")
  })

  test.each(['', 'not.a.jwt', 'a.bnVsbA.c'])('survives a token that is %j', async (token) => {
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    const runtime = observedAws(aws, { idToken: () => Promise.resolve(token || 'x') })
    const error = await failureOf(assumeRole(roleRequest(), runtime))
    expect(error.message).toContain('sub (none), aud (none)')
  })
})

test("AWS's answer is shown as one line, without the token that it repeats", async () => {
  aws.fail('AssumeRoleWithWebIdentity', 'echo')
  const runtime = observedAws(aws)
  const error = await failureOf(assumeRole(roleRequest(), runtime))
  expect(error).toBeInstanceOf(AwsError)
  expect(error).toMatchObject({ operation: 'AssumeRoleWithWebIdentity', code: 'Odd', requestId: 'request-1' })
  expect(error.message).toContain('::error::token ***')
  expect(error.message).not.toContain('\n')
  expect(inspect(error, { depth: 9 })).not.toContain(runtime.tokens[0])
})

test('a job without id-token: write is told so, at once', async () => {
  const runtime = observedAws(aws, {
    env: { AWS_ENDPOINT_URL: aws.url },
    idToken: () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')),
  })
  const error = await failureOf(assumeRole(roleRequest(), runtime))
  expect(error).toBeInstanceOf(AccessDenied)
  expect(error.message).toMatch(/`permissions: id-token: write`[^]*fork/)
  expect(runtime.waitsMs).toEqual([])
})

test('a GitHub that gives no token to a job that may have one is named as the culprit', async () => {
  aws.fail('GetIdToken', 'server-error')
  const error = await failureOf(assumeRole(roleRequest(), observedAws(aws)))
  expect(error).not.toBeInstanceOf(AccessDenied)
  expect(error.message).toMatch(/GitHub gave no ID token: GitHub answered 503 \(6 tries\).*githubstatus/)
})

describe('credentials', () => {
  const MINUTE = 60_000
  /** A session of one hour, at a clock that the test moves. */
  async function sessionAt(clock: { now: number }) {
    clock.now = Date.now()
    const runtime = observedAws(aws, { now: () => clock.now })
    const session = await assumeRole(roleRequest(), runtime)
    if (session.credentials === undefined) throw new Error('no provider')
    return { runtime, credentials: session.credentials }
  }

  test('are kept while five minutes are left', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    clock.now += 54 * MINUTE
    expect(await credentials()).toBe(await credentials())
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(1)
  })

  test('renew with less, once for all who ask, with a fresh token and masked', async () => {
    const clock = { now: 0 }
    const { runtime, credentials } = await sessionAt(clock)
    const before = await credentials()
    clock.now += 56 * MINUTE
    const [one, two, three] = await Promise.all([credentials(), credentials(), credentials()])
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(2)
    expect(runtime.tokens).toHaveLength(2)
    expect(one).not.toEqual(before)
    expect([two, three]).toEqual([one, one])
    expect(runtime.masked).toEqual(aws.sts.secrets)
  })

  test('that cannot be renewed are used up first, and then the reason is given', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    const before = await credentials()
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    clock.now += 58 * MINUTE
    expect(await credentials()).toBe(before)
    clock.now += 3 * MINUTE
    await expect(credentials()).rejects.toBeInstanceOf(AccessDenied)
  })

  test('that could not be renewed are tried again', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    const before = await credentials()
    aws.fail('AssumeRoleWithWebIdentity', 'denied', 3)
    clock.now += 58 * MINUTE
    expect(await credentials()).toBe(before)
    expect(await credentials()).not.toEqual(before)
  })
})
