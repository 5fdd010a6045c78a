import type { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling'
import { type AwsConnection, callAws } from './connection'

/** Application Auto Scaling of one ECS service. */
export interface ScalableService {
  readonly cluster: string
  readonly service: string
}

const DIMENSION = 'ecs:service:DesiredCount'

/** Returns the minimum number of tasks. Undefined if the service is not scaled. */
export async function readMinimum(
  aws: AwsConnection,
  { cluster, service }: ScalableService,
): Promise<number | undefined> {
  const { DescribeScalableTargetsCommand } = await import('@aws-sdk/client-application-auto-scaling')
  const client = await connect(aws)
  const { ScalableTargets } = await callAws('application-autoscaling:DescribeScalableTargets', () =>
    client.send(
      new DescribeScalableTargetsCommand({
        ServiceNamespace: 'ecs',
        ResourceIds: [`service/${cluster}/${service}`],
        ScalableDimension: DIMENSION,
      }),
    ),
  )
  return ScalableTargets?.[0]?.MinCapacity
}

/** Suspends or resumes scaling: target tracking would start tasks of a stopped service. */
export async function setScaling(
  aws: AwsConnection,
  { cluster, service }: ScalableService,
  scaling: 'suspended' | 'active',
): Promise<void> {
  const { RegisterScalableTargetCommand } = await import('@aws-sdk/client-application-auto-scaling')
  const client = await connect(aws)
  const isSuspended = scaling === 'suspended'
  await callAws('application-autoscaling:RegisterScalableTarget', () =>
    client.send(
      new RegisterScalableTargetCommand({
        ServiceNamespace: 'ecs',
        ResourceId: `service/${cluster}/${service}`,
        ScalableDimension: DIMENSION,
        SuspendedState: {
          DynamicScalingInSuspended: isSuspended,
          DynamicScalingOutSuspended: isSuspended,
          ScheduledScalingSuspended: isSuspended,
        },
      }),
    ),
  )
}

async function connect(aws: AwsConnection): Promise<ApplicationAutoScalingClient> {
  const { ApplicationAutoScalingClient } = await import('@aws-sdk/client-application-auto-scaling')
  return new ApplicationAutoScalingClient(await aws.settings('APPLICATION_AUTO_SCALING'))
}
