import type { RoleRequest } from '../../src/aws/role-request'
import type { RoleRuntime } from '../../src/aws/assume-role'
import type { FakeAws } from './server'

export interface ObservedAws extends RoleRuntime {
  readonly masked: string[]
  readonly waitsMs: number[]
  readonly tokens: string[]
}

/** Requests ID tokens as @actions/core does, records calls and never sleeps. */
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
    wallClockMs: Date.now,
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
