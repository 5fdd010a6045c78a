import { rm } from 'node:fs/promises'
import { serveCredentials } from '../../aws/credential-server'
import type { AwsSession } from '../../aws/credentials'
import { engineOfProgram } from '../../plan/engine'
import { Terraform } from '../../terraform/cli'
import { type CredentialEndpoint, terraformEnvironment } from '../../terraform/environment'
import { killProcess, type ProcessRecord, readPidFile } from '../../terraform/pid-file'
import { pidFilePath } from '../../terraform/runner'
import type { StepRuntime } from '../runtime'

export interface UnsavedApply {
  readonly record: ProcessRecord
  /** Of the step. */
  readonly folder: string
  /** Of the state that Terraform could not save. */
  readonly file: string
  readonly openSession: () => Promise<AwsSession>
}

const SAVE_WAIT_MS = 5_000

/**
 * Saves the state that an apply could not save, with the same Terraform.
 *
 * @param limitMs after which the job would end
 * @returns whether the backend has it
 */
export async function saveState(
  apply: UnsavedApply,
  limitMs: number,
  runtime: StepRuntime,
): Promise<boolean> {
  const { folder, file } = apply
  const { clock, env, log } = runtime
  log.info(`Saving the state in ${file}, which ${engineOfProgram(apply.record.program).title} could not save`)
  const session = await apply.openSession().catch(() => undefined)
  const server = session && (await serveCredentials(session, log))
  const credentials = session && { session, endpoint: server }
  const terraform = openTerraform(apply, credentials, env)
  const untilMs = clock.now() + limitMs
  try {
    while (clock.now() < untilMs) {
      const isSaved = await endedBy(untilMs, terraform.pushState(file), runtime)
      if (isSaved === undefined) break
      if (isSaved) {
        await rm(file, { force: true })
        return true
      }
      await clock.sleep(SAVE_WAIT_MS)
    }
    const running = readPidFile(pidFilePath(folder))
    if (running !== undefined) killProcess(running)
    return false
  } finally {
    await server?.close()
  }
}

interface ApplyCredentials {
  readonly session: AwsSession
  /** Undefined for credentials in the environment. */
  readonly endpoint: CredentialEndpoint | undefined
}

function openTerraform(
  { record, folder }: UnsavedApply,
  credentials: ApplyCredentials | undefined,
  env: NodeJS.ProcessEnv,
): Terraform {
  return new Terraform(record.directory, {
    program: record.program,
    version: '',
    env: {
      ...terraformEnvironment(env, credentials?.endpoint ?? 'inherited'),
      ...(credentials && { AWS_REGION: credentials.session.region }),
      // Its lines may contain the state.
      TF_LOG: '',
    },
    folder,
    onEvent: () => undefined,
    redact: (text) => text,
    addSecrets: () => undefined,
  })
}

const POLL_MS = 500

/** Returns whether the work succeeded; undefined if it did not end in time. */
async function endedBy(
  untilMs: number,
  work: Promise<unknown>,
  { clock }: StepRuntime,
): Promise<boolean | undefined> {
  const ended = work.then(
    () => true,
    () => false,
  )
  // A single long timer would keep the process alive after the work.
  while (clock.now() < untilMs) {
    const result = await Promise.race([ended, clock.sleep(POLL_MS).then(() => undefined)])
    if (result !== undefined) return result
  }
  return undefined
}
