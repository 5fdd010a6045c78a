import { requirePart } from '../npm-part'

export interface Job<Data = unknown> {
  readonly name: string
  readonly data: Data
  readonly opts: object
  moveToFailed(error: Error, token: string): Promise<unknown>
}

interface Options {
  readonly connection: object
  readonly concurrency?: number
}

export interface Queue {
  readonly name: string
  addBulk(jobs: readonly object[]): Promise<unknown>
  getWaitingCount(): Promise<number>
  getFailedCount(): Promise<number>
  obliterate(options: { readonly force: boolean }): Promise<void>
  close(): Promise<void>
}

export interface Worker {
  on(event: 'completed', listener: () => void): unknown
  getNextJob(token: string): Promise<Job | undefined>
  close(): Promise<void>
}

interface BullMq {
  readonly Queue: new (name: string, options: Options) => Queue
  readonly Worker: new (
    name: string,
    process: ((job: Job<never>) => Promise<unknown>) | undefined,
    options: Options,
  ) => Worker
  readonly UnrecoverableError: new (message: string) => Error
}

/** Returns the parts of BullMQ that tests use. @throws Error if npm cannot be reached */
export const loadBullMq = (): BullMq => requirePart('bullmq', 'bullmq') as BullMq
