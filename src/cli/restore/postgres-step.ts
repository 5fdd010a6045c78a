/** The parts of an Aurora cluster that decide the next step of a restore. */
export interface DbCluster {
  readonly status: string
  readonly hasMasterSecret: boolean
  /** For example `creating`, `active`. */
  readonly masterSecretStatus: string | undefined
}

export interface DbInstance {
  readonly id: string
  readonly cluster: string
  readonly status: string
}

export interface RestoreState {
  readonly clusters: ReadonlyMap<string, DbCluster>
  readonly instances: readonly DbInstance[]
}

export interface RestoreNames {
  /** Name of the stack's cluster. */
  readonly current: string
  /** Name under which the previous cluster is kept. Contains the time, so that the same command finds it again. */
  readonly previous: string
}

/** @returns names; the kept one contains the time, so that the same command continues */
export function restoreNames(current: string, time: Date): RestoreNames {
  return { current, previous: `${current}-before-${time.toISOString().replace(/\D/g, '').slice(0, 14)}` }
}

/** Returns whether a restore of the cluster `current` gave a cluster this name. */
export const isKeptName = (name: string, current: string): boolean =>
  name.startsWith(`${current}-before-`) && /^\d{14}$/.test(name.slice(`${current}-before-`.length))

/** Returns the time of a restore from the name of the cluster that it kept, for example `2026-11-25T02:55:00Z`. */
export const keptTime = (name: string): string =>
  name.replace(/^.*(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z')

export type RestoreStep =
  | { readonly kind: 'wait'; readonly for: string }
  | { readonly kind: 'rename-cluster' }
  | { readonly kind: 'rename-instance'; readonly from: string; readonly to: string }
  | { readonly kind: 'restore-cluster' }
  | { readonly kind: 'create-instance'; readonly id: string; readonly like: string }
  | { readonly kind: 'create-master-secret' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly cause: string }

/** States that RDS does not leave by itself. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html */
const FAILED =
  /^(?:failed|incompatible-|inaccessible-encryption-credentials|restore-error|storage-full|deleting)/

const wait = (reason: string): RestoreStep => ({ kind: 'wait', for: reason })

/**
 * Returns the next step of a restore to a point in time. Depends only on what RDS shows, so an interrupted restore continues.
 * RDS shows a renamed cluster under neither name for some seconds.
 */
export function nextStep(shown: RestoreState, names: RestoreNames): RestoreStep {
  const state = { ...shown, instances: instancesOf(shown, names) }
  const current = state.clusters.get(names.current)
  const previous = state.clusters.get(names.previous)
  const broken = [...state.clusters].find(([, { status }]) => FAILED.test(status))
  if (broken !== undefined)
    return { kind: 'failed', cause: `the cluster ${broken[0]} is ${broken[1].status}` }
  if (previous === undefined) {
    if (current === undefined)
      return wait(`the cluster ${names.current} or ${names.previous}, which RDS does not show`)
    return current.status === 'available'
      ? { kind: 'rename-cluster' }
      : waitFor(names.current, current.status)
  }
  return current === undefined
    ? stepBeforeRestore(state, names, previous)
    : stepAfterRestore(state, names, current)
}

/** Without the instances of other clusters whose names begin alike: those that earlier restores kept, and those of other stacks. */
const instancesOf = ({ instances }: RestoreState, { current, previous }: RestoreNames): DbInstance[] =>
  instances.filter(({ cluster }) => cluster === current || cluster === previous)

const waitFor = (name: string, status: string): RestoreStep => wait(`${name}, which is ${status}`)

function stepBeforeRestore(
  { instances }: RestoreState,
  names: RestoreNames,
  previous: DbCluster,
): RestoreStep {
  if (previous.status !== 'available') return waitFor(names.previous, previous.status)
  const old = instances.filter(
    ({ id }) => id.startsWith(`${names.current}-`) && !id.startsWith(`${names.previous}-`),
  )
  const busy = instances.find(({ status }) => status !== 'available')
  if (busy !== undefined) return waitFor(busy.id, busy.status)
  const [first] = old
  if (first === undefined) return { kind: 'restore-cluster' }
  return { kind: 'rename-instance', from: first.id, to: first.id.replace(names.current, names.previous) }
}

function stepAfterRestore({ instances }: RestoreState, names: RestoreNames, current: DbCluster): RestoreStep {
  if (current.status !== 'available') return waitFor(names.current, current.status)
  const wanted = instances.filter(({ id }) => id.startsWith(`${names.previous}-`))
  const missing = wanted.find(
    ({ id }) => !instances.some((one) => one.id === id.replace(names.previous, names.current)),
  )
  if (missing !== undefined)
    return {
      kind: 'create-instance',
      id: missing.id.replace(names.previous, names.current),
      like: missing.id,
    }
  const failed = instances.find(({ status }) => FAILED.test(status))
  if (failed !== undefined) return { kind: 'failed', cause: `the instance ${failed.id} is ${failed.status}` }
  const busy = instances.find(({ cluster, status }) => cluster === names.current && status !== 'available')
  if (busy !== undefined) return waitFor(busy.id, busy.status)
  if (!current.hasMasterSecret) return { kind: 'create-master-secret' }
  const secret = current.masterSecretStatus ?? 'active'
  return secret === 'active' ? { kind: 'done' } : waitFor('the secret of the master user', secret)
}
