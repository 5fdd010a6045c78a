import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type RecoverableRoot, recoverApply } from '../../../src/commands/stack/recovery'
import { rejectUnsavedState, UnsavedState } from '../../../src/commands/stack/unsaved-state'
import { OPENTOFU, TERRAFORM } from '../../../src/plan/engine'
import type { ApplyResult, Terraform } from '../../../src/terraform/cli'
import { type Diagnostic, parseDiagnostic } from '../../../src/terraform/diagnostic'
import { TerraformFailed } from '../../../src/terraform/error'
import { observedRuntime } from '../../../testkit/runner/runtime'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'recovery-'))
  file = join(directory, 'errored.tfstate')
  await writeFile(file, '{}')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

function resultWith(changes: Partial<ApplyResult>): ApplyResult {
  const failure = { severity: 'error', summary: 'Failed to save state', detail: '' }
  const report = {
    applied: [],
    failed: [],
    unfinished: [],
    notStarted: [],
    diagnostics: [failure],
    summary: undefined,
  }
  return {
    ...{ succeeded: false, exit: { exitCode: 1, signal: undefined }, interrupted: false },
    ...{ report, lock: undefined, unsavedState: file, failure: undefined },
    ...changes,
  } as unknown as ApplyResult
}

const rootWith = (terraform: Partial<Record<keyof Terraform, unknown>>): RecoverableRoot => ({
  terraform: {
    engine: TERRAFORM,
    stateVersion: () => Promise.resolve({ serial: 7 }),
    ...terraform,
  } as unknown as Terraform,
  stateAccess: () => Promise.resolve(undefined),
})

describe('a state that Terraform could not save', () => {
  /** Rejects until `accepts` returns true; it also counts the attempts. */
  function backend(accepts: (attempt: number) => boolean, message = 'ExpiredToken'): () => Promise<void> {
    let attempt = 0
    return () => (accepts(++attempt) ? Promise.resolve() : Promise.reject(new Error(message)))
  }

  test('is pushed until the backend accepts it, however long that takes, and its file is removed', async () => {
    const runtime = observedRuntime()
    const pushState = backend((attempt) => attempt === 200)
    const { sentences } = await recoverApply(resultWith({}), rootWith({ pushState }), runtime)
    expect(runtime.waits.slice(0, 6)).toEqual([0, 5_000, 15_000, 30_000, 60_000, 60_000])
    expect(runtime.waits).toHaveLength(200)
    expect(sentences).toContain('The state is saved with serial 7.')
    expect(existsSync(file)).toBe(false)
  })

  test('is pushed until the run is cancelled, and then reported with the command to run', async () => {
    const cancellation = new AbortController()
    const runtime = observedRuntime({ interruption: cancellation.signal })
    const pushState = backend((attempt) => {
      if (attempt === 20) cancellation.abort()
      return false
    })
    const { sentences } = await recoverApply(resultWith({}), rootWith({ pushState }), runtime)
    expect(runtime.waits).toHaveLength(20)
    expect(sentences[0]).toBe(
      `The state could not be saved in the backend. The backend has an older state, with serial 7. The new state is in ${file}. Keep that file and run terraform state push errored.tfstate in the root before the next plan or apply.`,
    )
    expect(existsSync(file)).toBe(true)
  })

  test('is pushed once after a cancellation', async () => {
    const runtime = observedRuntime({ interruption: AbortSignal.abort() })
    const root = rootWith({ pushState: backend(() => false) })
    const { sentences } = await recoverApply(resultWith({ interrupted: true }), root, runtime)
    expect(runtime.waits).toEqual([0])
    expect(sentences.at(-1)).toBe(
      'Then re-run the job. Completed changes are kept; the remaining ones are applied.',
    )
  })

  test.each(['cannot overwrite existing state with serial 9', 'cannot import state with lineage "a"'])(
    'is not pushed again after "%s"',
    async (message) => {
      const runtime = observedRuntime()
      const root = rootWith({ pushState: backend(() => false, message) })
      expect((await recoverApply(resultWith({}), root, runtime)).sentences[0]).toContain('could not be saved')
      expect(runtime.waits).toEqual([0])
    },
  )

  test('and is saved afterwards is no longer reported as lost', async () => {
    const unsaved = parseDiagnostic({
      summary: 'Failed to persist state to backend',
      detail: 'in errored.tfstate',
    })
    const other = parseDiagnostic({ summary: 'creating bucket' })
    const recovered = async (diagnostics: readonly Diagnostic[]): Promise<ApplyResult> => {
      const failure = new TerraformFailed({
        ...{ command: 'apply', directory: 'd', text: [], interrupted: false },
        ...{ exit: { exitCode: 1, signal: undefined }, diagnostics },
      })
      const applied = resultWith({ failure, report: { ...resultWith({}).report, diagnostics } })
      const root = rootWith({ pushState: backend(() => true) })
      return (await recoverApply(applied, root, observedRuntime())).applied
    }
    const both = await recovered([unsaved, other])
    expect(both.report.diagnostics).toEqual([other])
    expect(both.failure?.message).toContain('creating bucket')
    expect(both.failure?.message).not.toContain('errored.tfstate')
    const alone = await recovered([unsaved])
    expect(alone.failure?.message).toBe(
      'terraform apply failed in d (exit code 1)\nTerraform could not save the state, and this action saved it afterwards.',
    )
  })
})

describe('a lock', () => {
  const lock = {
    id: '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1',
    path: 'b/k',
    operation: 'OperationTypeApply',
    who: 'ci@host',
    created: '',
  }
  const saved = { pushState: () => Promise.resolve() }

  test('that Terraform did not release is released', async () => {
    const unlocked: unknown[] = []
    const forceUnlock = (...ids: unknown[]): Promise<void> => Promise.resolve(void unlocked.push(...ids))
    const result = resultWith({ lock: { ...lock, kind: 'orphaned' } as never })
    const { sentences } = await recoverApply(result, rootWith({ ...saved, forceUnlock }), observedRuntime())
    const [first] = sentences
    expect(unlocked).toEqual(['5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1'])
    expect(first).toBe(
      "This run's state lock (5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1) was not released by Terraform and is released now.",
    )
  })

  test('with an ID that Terraform does not make stays', async () => {
    const forceUnlock = (): Promise<void> => Promise.reject(new Error('called'))
    const result = resultWith({ lock: { ...lock, id: 'x', kind: 'orphaned' } as never })
    const [first] = (await recoverApply(result, rootWith({ ...saved, forceUnlock }), observedRuntime()))
      .sentences
    expect(first).toContain('its ID is not one of Terraform')
  })

  test('of another run stays', async () => {
    const result = resultWith({ lock: { ...lock, kind: 'held' } as never })
    const [first] = (await recoverApply(result, rootWith(saved), observedRuntime())).sentences
    expect(first).toContain('The state is locked: held by ci@host')
  })
})

describe('an unsaved state next to the configuration', () => {
  const state = (serial: number, lineage: string): string => JSON.stringify({ serial, lineage }, null, 2)
  const backend = (saved: object | undefined) => ({
    engine: TERRAFORM,
    stateVersion: () => Promise.resolve(saved as never),
  })

  test.each([
    ['the backend has an older one', { serial: 3, lineage: 'a' }, 'serial 4; the backend has serial 3'],
    ['the backend has none', undefined, 'serial 4; the backend has no state'],
  ])('is refused if %s', async (_, saved, text) => {
    await writeFile(file, state(4, 'a'))
    await expect(rejectUnsavedState(directory, backend(saved))).rejects.toThrow(text)
  })

  test('is saved with the program of the engine', async () => {
    await writeFile(file, state(4, 'a'))
    const opentofu = { ...backend({ serial: 3, lineage: 'a' }), engine: OPENTOFU }
    await expect(rejectUnsavedState(directory, opentofu)).rejects.toThrow(
      /because OpenTofu would create [^]* run tofu state push errored\.tfstate/,
    )
  })

  test('is refused if it cannot be read', async () => {
    await writeFile(file, 'garbage')
    await expect(rejectUnsavedState(directory, backend({ serial: 3, lineage: 'a' }))).rejects.toThrow(
      UnsavedState,
    )
  })

  test('is ignored if it belongs to another state', async () => {
    await writeFile(file, state(4, 'b'))
    expect(await rejectUnsavedState(directory, backend({ serial: 3, lineage: 'a' }))).toBe(
      `${file} belongs to another state and is ignored.`,
    )
  })

  test('is not there as a rule', async () => {
    await rm(file)
    const stateVersion = (): Promise<never> => Promise.reject(new Error('called'))
    expect(await rejectUnsavedState(directory, { engine: TERRAFORM, stateVersion })).toBeUndefined()
  })
})
