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

/** Returns the error of a call. */
async function failureOf(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error as Error,
  )
}

describe('a role', () => {
  test('is assumed with an ID token for AWS, and all secrets are masked', async () => {
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

  test('in China is assumed with the audience for China', async () => {
    await aws.stop()
    const roleArn = 'arn:aws-cn:iam::123456789012:role/deploy'
    aws = await FakeAws.start({ roleArn, audience: 'sts.amazonaws.com.cn' })
    await assumeRole(roleRequest({ roleArn, region: 'cn-north-1' }), observedAws(aws))
    expect(aws.inputsOf('GetIdToken')).toEqual([{ audience: 'sts.amazonaws.com.cn' }])
  })

  test.each(['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'])(
    'is assumed at the endpoint in %s',
    async (name) => {
      const other = name === 'AWS_ENDPOINT_URL_STS' ? { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' } : {}
      await assumeRole(roleRequest(), observedAws(aws, { env: { ...other, [name]: aws.url } }))
      expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(1)
    },
  )
})

describe('before the first request', () => {
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
      'an account outside allowed-account-ids',
      { allowedAccountIds: ['111111111111', '222222222222'] },
      /is in account 123456789012, but allowed-account-ids contains only 111111111111, 222222222222/,
    ],
  ])('%s is rejected', async (_, changes, sentence) => {
    await expect(assumeRole(roleRequest(changes), observedAws(aws))).rejects.toThrow(sentence)
    expect(aws.requests).toEqual([])
  })

  test('an allowed account is accepted', async () => {
    const session = await assumeRole(
      roleRequest({ allowedAccountIds: ['1', '123456789012'] }),
      observedAws(aws),
    )
    expect(session.accountId).toBe('123456789012')
  })
})

test('a session in another account is rejected, with its secrets masked', async () => {
  aws.fail('AssumeRoleWithWebIdentity', 'wrong-account')
  const runtime = observedAws(aws)
  await expect(assumeRole(roleRequest({ allowedAccountIds: ['123456789012'] }), runtime)).rejects.toThrow(
    /account 999999999999, but allowed-account-ids contains only 123456789012/,
  )
  expect(runtime.masked).toEqual(aws.sts.secrets)
  expect(runtime.masked).toHaveLength(3)
})

describe('attempts', () => {
  test.each<Fault>([
    'idp-communication',
    'no-verification-key',
    'expired-token',
    'throttled',
    'server-error',
    'reset',
    'html',
  ])('continue after %s, each with a new ID token, with full jitter', async (fault) => {
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
    ['server-error', 6, /HTTP 500.*The error is temporary: re-run the job/],
    ['reset', 6, /socket hang up.*Check aws-region, the network/],
    ['html', 6, /the answer does not come from AWS.*HTTP 502.*HTTPS_PROXY/],
    ['denied', 3, /was not assumed: Not authorized/],
    ['expired-token', 6, /AWS saw each new ID token of GitHub as expired[^]*check the runner's clock/],
    ['wrong-clock', 1, /The runner's clock is wrong by more than five minutes/],
    ['echo', 1, /\(Odd, HTTP 400, request request-1\)/],
    ['incomplete', 1, /the answer lacks credentials/],
  ])('end when %s persists, after %i', async (fault, attempts, sentence) => {
    aws.fail('AssumeRoleWithWebIdentity', fault)
    const error = await failureOf(assumeRole(roleRequest(), observedAws(aws)))
    expect(error.message).toMatch(sentence)
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(attempts)
    if (attempts > 1) expect(error.message).toContain(`(${attempts} attempts)`)
  })

  test('continue while IAM propagates a policy', async () => {
    aws.fail('AssumeRoleWithWebIdentity', 'denied', 2)
    await expect(assumeRole(roleRequest(), observedAws(aws))).resolves.toMatchObject({
      accountId: '123456789012',
    })
  })

  test('continue while GitHub issues no token', async () => {
    aws.fail('GetIdToken', 'server-error', 3)
    await expect(assumeRole(roleRequest(), observedAws(aws))).resolves.toMatchObject({
      accountId: '123456789012',
    })
  })
})

describe('a denied role', () => {
  const FORMS = {
    'repo:acme/langfuse:environment:production':
      /contains names only, as in repo:OWNER\/REPO:….*'repo:OWNER@ID\/REPO@ID:…' does not/,
    'repo:acme@1/langfuse@22:ref:refs/heads/main':
      /immutable ids, as in repo:OWNER@ID.*'repo:OWNER\/REPO:…' does not/,
    'owner:acme:job:deploy': /neither of the usual forms/,
  }
  test.each(Object.entries(FORMS))('leads to an error with the form of sub %s', async (sub, sentence) => {
    aws.claims = { sub }
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain(`sub '${sub}'`)
    expect(error.message).toMatch(sentence)
  })

  test('leads to an error with role and claims, without the token', async () => {
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

  test.each([
    ['GitHub Enterprise Server', 'https://git.acme.example/_services/token'],
    ['ghe.com', 'https://token.actions.acme.ghe.com'],
    ['an enterprise with an issuer of its own', 'https://token.actions.githubusercontent.com/acme'],
  ])('leads to an error with the issuer of %s', async (_, iss) => {
    aws.claims = { iss }
    const error = await failureOf(assumeRole(roleRequest(), observedAws(aws)))
    expect(error).toBeInstanceOf(AccessDenied)
    expect(error.message).toContain(`No OpenIDConnect provider found in your account for ${iss} (request`)
    expect(error.message).toContain(`iss '${iss}'`)
    expect(error.message).toContain(`create an identity provider with the URL '${iss}'`)
  })

  test("leads to an error without advice on the issuer if that is github.com's", async () => {
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).not.toContain('create an identity provider')
  })

  test('leads to an error with the absent claims', async () => {
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain('environment (none)')
  })

  test('leads to an error with claims as printable lines', async () => {
    aws.claims = { ref: 'refs/heads/x\n::error::\u001b[31mred\u202e', environment: ['no', 7] }
    const error = await failureOf(assumeRole(roleRequest({ roleArn: `${ROLE}-2` }), observedAws(aws)))
    expect(error.message).toContain("ref 'refs/heads/x ::error:: [31mred'")
    expect(error.message).toContain("environment 'no'")
  })

  test.each(['', 'not.a.jwt', 'a.bnVsbA.c'])(
    'leads to an error without claims for the token %j',
    async (token) => {
      aws.fail('AssumeRoleWithWebIdentity', 'denied')
      const runtime = observedAws(aws, { idToken: () => Promise.resolve(token || 'x') })
      const error = await failureOf(assumeRole(roleRequest(), runtime))
      expect(error.message).toContain('sub (none), aud (none)')
    },
  )
})

test("AWS's message is one line, without the token that it contains", async () => {
  aws.fail('AssumeRoleWithWebIdentity', 'echo')
  const runtime = observedAws(aws)
  const error = await failureOf(assumeRole(roleRequest(), runtime))
  expect(error).toBeInstanceOf(AwsError)
  expect(error).toMatchObject({ operation: 'AssumeRoleWithWebIdentity', code: 'Odd', requestId: 'request-1' })
  expect(error.message).toContain('::error::token ***')
  expect(error.message).not.toContain('\n')
  expect(inspect(error, { depth: 9 })).not.toContain(runtime.tokens[0])
})

test('a job without id-token: write fails with that advice, without a retry', async () => {
  const runtime = observedAws(aws, {
    env: { AWS_ENDPOINT_URL: aws.url },
    idToken: () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')),
  })
  const error = await failureOf(assumeRole(roleRequest(), runtime))
  expect(error).toBeInstanceOf(AccessDenied)
  expect(error.message).toMatch(/Add `id-token: write` to `permissions:`[^]*fork/)
  expect(runtime.waitsMs).toEqual([])
})

test("a failure of GitHub's token service is reported as such", async () => {
  aws.fail('GetIdToken', 'server-error')
  const error = await failureOf(assumeRole(roleRequest(), observedAws(aws)))
  expect(error).not.toBeInstanceOf(AccessDenied)
  expect(error.message).toMatch(/GitHub issued no ID token: GitHub answered 503 \(6 attempts\).*githubstatus/)
})

describe('credentials', () => {
  const MINUTE = 60_000
  /** A session of one hour with a clock that the test sets. */
  async function sessionAt(clock: { now: number }) {
    clock.now = Date.now()
    const runtime = observedAws(aws, { wallClockMs: () => clock.now })
    const session = await assumeRole(roleRequest(), runtime)
    if (session.credentials === undefined) throw new Error('no provider')
    return { runtime, credentials: session.credentials }
  }

  test('are reused while they are valid for five minutes', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    clock.now += 54 * MINUTE
    expect(await credentials()).toBe(await credentials())
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(1)
  })

  test('are renewed below five minutes, once for concurrent callers, with a new token and masked', async () => {
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

  test('that cannot be renewed are used until they expire, then the error is thrown', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    const before = await credentials()
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    clock.now += 58 * MINUTE
    expect(await credentials()).toBe(before)
    clock.now += 3 * MINUTE
    await expect(credentials()).rejects.toBeInstanceOf(AccessDenied)
  })

  test('are renewed by the next call after a failed renewal', async () => {
    const clock = { now: 0 }
    const { credentials } = await sessionAt(clock)
    const before = await credentials()
    aws.fail('AssumeRoleWithWebIdentity', 'denied', 3)
    clock.now += 58 * MINUTE
    expect(await credentials()).toBe(before)
    expect(await credentials()).not.toEqual(before)
  })
})
