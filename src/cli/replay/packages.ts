import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'

interface QueueOptions {
  readonly connection: object
  readonly prefix: string | undefined
  readonly defaultJobOptions: object
}

export interface WaitingJob {
  getState(): Promise<string>
  retry(state: 'failed'): Promise<void>
}

export interface JobQueue {
  addBulk(jobs: readonly object[]): Promise<unknown>
  getJob(id: string): Promise<WaitingJob | undefined>
  getWaitingCount(): Promise<number>
  close(): Promise<void>
}

/** The parts of BullMQ that the program replay uses. */
export interface BullMq {
  readonly Queue: new (name: string, options: QueueOptions) => JobQueue
}

interface ListedPage {
  readonly Contents?: readonly { readonly Key: string; readonly LastModified: Date }[]
  readonly NextContinuationToken?: string
}

/** The parts of the S3 client that the program replay uses. */
export interface S3 {
  readonly S3Client: new (settings: object) => { send(command: object): Promise<ListedPage> }
  readonly ListObjectsV2Command: new (input: object) => object
}

/** Returns whether a package has functions of these names. */
export const hasFunctions = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof Reflect.get(value, name) === 'function')

/** Packages in the worker's image: its own, or those of Langfuse's package `shared`. */
export class Packages {
  constructor(private readonly directory: string) {}

  load<Package>(name: string, isPackage: (value: unknown) => value is Package): Package {
    const shared = `${this.directory}/node_modules/@langfuse/shared`
    for (const directory of [this.directory, shared]) {
      const found = loadFrom(directory, name)
      if (isPackage(found)) return found
    }
    throw new Error(`The worker's image has no package ${name} in ${this.directory} or ${shared}.`)
  }
}

function loadFrom(directory: string, name: string): unknown {
  try {
    // The image links packages; a package finds its own dependencies next to its real path.
    return createRequire(`${realpathSync(directory)}/`)(name)
  } catch {
    return undefined
  }
}
