import type { RoleRequest } from '../../src/aws/role-request'
import type { RoleRuntime } from '../../src/aws/assume-role'
import type { FakeAws } from './server'

/** Dependencies that point to the AWS server of the testkit, with the calls recorded. */
export interface ObservedAws extends RoleRuntime {
  readonly masked: string[]
  readonly waitsMs: number[]
  /** ID tokens that were asked for. */
  readonly tokens: string[]
}

/** Asks the fake for ID tokens as the toolkit asks GitHub, never sleeps, and remembers. */
export function observedAws(aws: FakeAws, changes: Partial<RoleRuntime> = {}): ObservedAws {
  const masked: string[] = []
  const waitsMs: number[] = []
  const tokens: string[] = []
  return {
    masked,
    waitsMs,
    tokens,
    env: { ...aws.env },
    mask: (secret) => masked.push(secret),
    sleep: (ms) => {
      waitsMs.push(ms)
      return Promise.resolve()
    },
    random: () => 1,
    idToken: async (audience) => {
      const response = await fetch(`${aws.idTokenUrl}&audience=${audience}`, {
        headers: { authorization: `Bearer ${aws.idTokenRequestToken}` },
      })
      if (!response.ok) throw new Error(`GitHub answered ${response.status}`)
      const { value } = (await response.json()) as { value: string }
      tokens.push(value)
      return value
    },
    ...changes,
  }
}

/** A request for the role that the fake lets assume. */
export function roleRequest(changes: Partial<RoleRequest> = {}): RoleRequest {
  return {
    roleArn: 'arn:aws:iam::123456789012:role/deploy',
    region: 'eu-central-1',
    durationSeconds: 3600,
    sessionName: 'acme-langfuse-42-1',
    allowedAccountIds: [],
    ...changes,
  }
}
