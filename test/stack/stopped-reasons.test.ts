import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { tableUnder } from '../markdown-table'

/**
 * Beginnings of `stoppedReason` and of a container's `reason`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const REASONS = [
  'CannotCreateVolumeError',
  'CannotInspectContainerError',
  'CannotPullContainerError',
  'CannotStartContainerError',
  'CannotStopContainerError',
  'ContainerRuntimeError',
  'ContainerRuntimeTimeoutError',
  'DockerTimeoutError',
  'Essential container in task exited',
  'InternalError',
  'OutOfMemoryError',
  'ResourceInitializationError',
  'Scaling activity initiated by',
  'Task failed ELB health checks',
  'failed container health checks',
]

test('docs/troubleshooting.md explains every reason for which ECS stops a task', () => {
  const rows = [...tableUnder('## Images and tasks', readFileSync('docs/troubleshooting.md', 'utf8')).keys()]
  expect(REASONS.filter((reason) => !rows.some((row) => row.includes(reason)))).toEqual([])
})
