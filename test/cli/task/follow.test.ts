import { describe, expect, test } from '@jest/globals'
import { followProgram, type TaskState } from '../../../src/cli/task/follow'

const running: TaskState = { status: 'RUNNING', exitCode: undefined, reasons: [] }
const stopped: TaskState = { status: 'STOPPED', exitCode: 0, reasons: [] }

/** Follows a task that goes through states, the last of which stays. */
async function follow(...states: (TaskState | undefined)[]): Promise<string[]> {
  const shown: string[] = []
  await followProgram(
    {
      state: () => Promise.resolve(states.length > 1 ? states.shift() : states[0]),
      log: (token) => Promise.resolve({ messages: token === undefined ? ['@1=end {}'] : [], nextToken: '1' }),
      logCommand: 'aws logs get-log-events',
    },
    {
      clock: { sleep: () => Promise.resolve() },
      onEvent: () => undefined,
      onStatus: (status) => shown.push(status),
    },
  )
  return shown
}

describe('a task that ECS does not know', () => {
  test('has just started', async () => {
    expect(await follow(undefined, undefined, running, stopped)).toEqual(['RUNNING'])
  })

  test('never starts', async () => {
    await expect(follow(undefined)).rejects.toThrow('The task failed: ECS does not know the task.')
  })

  test('has stopped more than an hour ago', async () => {
    await expect(follow(running, undefined)).rejects.toThrow('The task failed: ECS does not know the task.')
  })
})
