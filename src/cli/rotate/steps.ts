import type { Component } from '../names'
import type { DataStore, Placement } from '../services/data-store'

/** Secrets that one command can replace. */
export const ROTATABLE = [
  'clickhouse-admin',
  'clickhouse-grafana',
  'grafana-admin',
  'nextauth',
  'postgres-langfuse',
  'valkey',
] as const

export type RotatableSecret = (typeof ROTATABLE)[number]

export const isRotatable = (name: string): name is RotatableSecret =>
  ROTATABLE.some((secret) => secret === name)

/** Reasons why the other secrets stay as they are, and what to do instead. */
export const NOT_ROTATABLE: Readonly<Record<string, string>> = {
  salt: 'Langfuse stores API keys as hashes with this salt: a new one makes all API keys invalid. Create new API keys in Langfuse instead.',
  'encryption-key':
    'Langfuse encrypts stored credentials with this key, and cannot read them with another. Enter the credentials in Langfuse again instead, after you have revoked the old ones at their provider.',
  'api-keys':
    "Langfuse creates the initial API key once, and reads the secret only then. Create a new key in the project's settings, put it into the secret with aws secretsmanager put-secret-value, change your clients, and delete the old key in Langfuse: until then, both work.",
  'first-user':
    'Langfuse creates the initial user once, and reads the secret only then. Change the password in Langfuse.',
}

/** How far an earlier run of the same command came, as the labels of the secret's versions show it. */
export type Phase = 'new' | 'created' | 'promoted'

export interface SecretVersions {
  readonly current: string | undefined
  readonly pending: string | undefined
}

/** AWSPENDING stays at the new version until the rotation has ended. */
export function phaseOf({ current, pending }: SecretVersions): Phase {
  if (pending === undefined) return 'new'
  return pending === current ? 'promoted' : 'created'
}

/** A server that accepts two passwords during a rotation. */
export interface PasswordServer {
  acceptBoth(): Promise<void>
  retireOld(): Promise<void>
}

export type RotationStep =
  /** Creates the new value, which nothing uses yet. */
  | { readonly kind: 'create' }
  /** Makes the server accept the new and the old password. */
  | { readonly kind: 'accept-both' }
  /** From here, tasks that start read the new value. */
  | { readonly kind: 'promote' }
  | { readonly kind: 'stop' | 'start' | 'restart'; readonly components: readonly Component[] }
  /** Makes the server accept the new password only. */
  | { readonly kind: 'retire-old' }
  /** Removes the mark of the rotation. */
  | { readonly kind: 'finish' }

const restart = (...components: Component[]): RotationStep => ({ kind: 'restart', components })

/** While the worker is stopped, its jobs wait in Valkey. */
const STOP_WORKER: RotationStep = { kind: 'stop', components: ['worker'] }
const START_WORKER: RotationStep = { kind: 'start', components: ['worker'] }

interface Rotation {
  /** Steps between the creation of the new value and the first task that uses it. */
  readonly before: readonly RotationStep[]
  /** Steps that bring the new value to all tasks. */
  readonly after: readonly RotationStep[]
}

const WITHOUT_GAP: Rotation = {
  before: [{ kind: 'accept-both' }],
  after: [restart('worker', 'web'), { kind: 'retire-old' }],
}

const ROTATIONS: Readonly<Record<RotatableSecret, Rotation>> = {
  nextauth: { before: [], after: [restart('web')] },
  'grafana-admin': { before: [], after: [restart('grafana')] },
  valkey: WITHOUT_GAP,
  'postgres-langfuse': WITHOUT_GAP,
  // ClickHouse reads its passwords when it starts.
  'clickhouse-admin': { before: [STOP_WORKER], after: [restart('clickhouse', 'web'), START_WORKER] },
  'clickhouse-grafana': { before: [STOP_WORKER], after: [restart('clickhouse', 'grafana'), START_WORKER] },
}

/** The container of the size tiny reads the password when it starts. */
const VALKEY_ON_INSTANCE: Rotation = {
  before: [STOP_WORKER],
  after: [restart('valkey', 'web'), START_WORKER],
}

/** Data stores that check a password, by its secret. */
export const STORE_OF_SECRET: Readonly<Partial<Record<RotatableSecret, DataStore>>> = {
  'clickhouse-admin': 'clickhouse',
  'clickhouse-grafana': 'clickhouse',
  'postgres-langfuse': 'postgres',
  valkey: 'valkey',
}

/** Returns the steps that are left. The old value works until the new one does. */
export function rotationSteps(
  secret: RotatableSecret,
  phase: Phase,
  placement: Placement = 'stack',
): RotationStep[] {
  const { before, after } =
    secret === 'valkey' && placement === 'instance' ? VALKEY_ON_INSTANCE : ROTATIONS[secret]
  return [
    ...(phase === 'new' ? [{ kind: 'create' } as const] : []),
    ...(phase === 'promoted' ? [] : [...before, { kind: 'promote' } as const]),
    ...after,
    { kind: 'finish' },
  ]
}
