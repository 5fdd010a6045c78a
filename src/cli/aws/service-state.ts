import type { NetworkConfiguration, Service, Task } from '@aws-sdk/client-ecs'

/** A service with a count of tasks. */
export interface ServiceState {
  readonly name: string
  readonly taskDefinition: string
  readonly network: NetworkConfiguration
  readonly desired: number
  readonly running: number
  /** True if the newest deployment is the only one and has all its tasks. */
  readonly isStable: boolean
  /** Newest first. */
  readonly events: readonly string[]
}

/** Reads the state of a service from ECS's description. */
export function serviceState(name: string, service: Service): ServiceState {
  const [deployment, ...others] = service.deployments ?? []
  const [desired, running] = [service.desiredCount ?? 0, service.runningCount ?? 0]
  return {
    name,
    taskDefinition: service.taskDefinition ?? '',
    network: service.networkConfiguration ?? {},
    desired,
    running,
    isStable: others.length === 0 && deployment?.rolloutState !== 'IN_PROGRESS' && desired === running,
    events: service.events?.map(({ message }) => message ?? '') ?? [],
  }
}

/** Returns ECS's reasons of a stopped task and its containers. */
export function stopReasons(task: Task): string[] {
  const reasons = [task.stoppedReason, ...(task.containers?.map(({ reason }) => reason) ?? [])]
  return reasons.flatMap((reason) => (reason ? [reason] : []))
}
