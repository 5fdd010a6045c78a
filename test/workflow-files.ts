import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly 'working-directory'?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string | number | boolean>>
}

export interface Job {
  readonly if?: string
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> }
  readonly 'timeout-minutes'?: number
  readonly environment?: string | { readonly name: string; readonly url: string }
  readonly env?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly needs?: readonly string[]
  readonly outputs?: Readonly<Record<string, string>>
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}

export interface Callable {
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, unknown>>
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>
}

export interface Workflow {
  readonly on?: Readonly<Record<string, unknown>> & { readonly workflow_call?: Callable }
  readonly permissions?: unknown
  readonly env?: Readonly<Record<string, string>>
  readonly concurrency?: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<Record<string, Job>>
}

export interface WorkflowFile {
  readonly file: string
  readonly text: string
  readonly workflow: Workflow
}

export const readWorkflow = (text: string): Workflow => parse(text) as Workflow

/** The workflows of a folder of the repository, aliases resolved. */
export const workflowsIn = (folder: string): readonly WorkflowFile[] =>
  readdirSync(join(import.meta.dirname, '..', folder))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => {
      const text = readFileSync(join(import.meta.dirname, '..', folder, file), 'utf8')
      return { file, text, workflow: readWorkflow(text) }
    })

export const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps = [] }) => steps)

/** Name of the environment of a job. */
export const environmentOf = ({ environment }: Job): string | undefined =>
  typeof environment === 'string' ? environment : environment?.name

/** Whether a step runs the action of this repository. */
export const isOurs = ({ uses }: Step): boolean => uses === './' || uses === './.langfuse-deploy'
