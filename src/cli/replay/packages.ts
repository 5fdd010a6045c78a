interface QueueOptions {
  readonly connection: object
  readonly prefix: string | undefined
  readonly defaultJobOptions: object
}

interface WaitingJob {
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
