import { describe, expect, test } from '@jest/globals'
import {
  lockAdvice,
  TerraformFailed,
  type TerraformFailureDetails,
  withoutUnsavedState,
} from '../../src/terraform/error'
import { OPENTOFU } from '../../src/plan/engine'
import {
  type Diagnostic,
  isLockRaceResolved,
  parseDiagnostic,
  type StateLock,
} from '../../src/terraform/diagnostic'
import { cpuMs } from '../cpu-time'

const LOCK: StateLock = {
  kind: 'held',
  id: '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1',
  path: 'bucket/key',
  operation: 'OperationTypeApply',
  who: 'me@host',
  version: '1.11.4',
  created: '2026-11-23 22:00:00 UTC',
  info: '',
}

const error = (summary: string, detail = ''): Diagnostic => parseDiagnostic({ summary, detail })

const messageOf = (changes: Partial<TerraformFailureDetails>): string => failureOf(changes).message

function failureOf(changes: Partial<TerraformFailureDetails>): TerraformFailed {
  return new TerraformFailed({
    command: 'plan',
    directory: 'infra',
    exit: { exitCode: 1, signal: undefined },
    diagnostics: [],
    text: [],
    interrupted: false,
    ...changes,
  })
}

describe('the reason', () => {
  test.each([
    ['No value for required variable', 'invalid-input'],
    ['Failed to read variables file', 'invalid-input'],
    ['Value for undeclared variable', 'invalid-input'],
    ['Unsupported argument', 'terraform-failed'],
  ])('of "%s" is %s', (summary, reason) => {
    expect(failureOf({ diagnostics: [error(summary)] }).reason).toBe(reason)
    expect(failureOf({ diagnostics: [error(summary), error('Something else')] }).reason).toBe(
      'terraform-failed',
    )
  })
})

describe('the message', () => {
  test('contains the command, each error once, and the next step', () => {
    const diagnostics = [
      error('Unsupported argument', 'Not expected here.'),
      error('Unsupported argument', 'Not expected here.'),
      parseDiagnostic({ severity: 'warning', summary: 'Deprecated' }),
    ]
    expect(messageOf({ diagnostics })).toBe(
      'terraform plan failed in infra (exit code 1)\n' +
        'Error: Unsupported argument\nNot expected here.\n' +
        'Reproduce the error locally with terraform plan in infra.',
    )
  })

  test('contains the text of a Terraform that printed no diagnostic', () => {
    expect(messageOf({ text: ['', 'panic: runtime error'] })).toContain('\npanic: runtime error\n')
  })

  test('names the signal and the cancellation', () => {
    const exit = { exitCode: undefined, signal: 'SIGKILL' } as const
    expect(messageOf({ exit, interrupted: true })).toBe(
      'terraform plan failed in infra (ended by SIGKILL, after the run was cancelled)\nRe-run the job.',
    )
  })
})

describe('a Terraform that the system ended', () => {
  const exit = { exitCode: undefined, signal: 'SIGKILL' } as const
  const note = "This run's state lock was released."

  test('is explained with the likely cause and the lock', () => {
    expect(messageOf({ exit, note })).toBe(
      'terraform plan failed in infra (ended by SIGKILL)\n' +
        'The system ended Terraform, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism. ' +
        note,
    )
  })

  test('has a diagnostic for the comment, with the last lines', () => {
    const details = { command: 'plan', directory: 'infra', exit, note, diagnostics: [], interrupted: false }
    const [first] = new TerraformFailed({ ...details, text: ['', 'runtime: out of memory'] }).diagnostics
    expect(first).toMatchObject({
      severity: 'error',
      summary: 'terraform plan failed in infra (ended by SIGKILL)',
      detail: expect.stringMatching(
        /too little memory[^]*lock was released\.\nruntime: out of memory$/,
      ) as unknown as string,
    })
  })
})

describe('the next step', () => {
  test.each([
    ['Error acquiring the state lock', 'AccessDenied: s3:PutObject', /Allow s3:GetObject, s3:PutObject/],
    ['Error acquiring the state lock', 'timeout', /Re-run the job\. If the error persists, check the object/],
    ['Unsupported Terraform Core version', '', /Set terraform-version to a version that required_version/],
    [
      'Inconsistent dependency lock file',
      '',
      /Run terraform providers lock .* commit \.terraform\.lock\.hcl/,
    ],
    ['Backend configuration changed', '', /belongs to another backend\. Delete it/],
    ['No value for required variable', '', /Set the variable with the input variables/],
    ['Failed to read variables file', '', /relative to working-directory/],
    ['No valid credential sources found', '', /Set role-to-assume/],
    ['creating bucket', 'AccessDenied', /Allow the denied action in the role's policy/],
    ['Value for undeclared variable', '', /declare the variable in the root module/],
    ['Saved plan is stale', '', /Re-run the job to create a new plan/],
    ['Failed to query available provider packages', '', /Check the network, HTTPS_PROXY/],
    ['Failed to save state', 'written to errored.tfstate', /terraform state push errored\.tfstate/],
  ])('after "%s" (%s)', (summary, detail, advice) => {
    expect(
      messageOf({ diagnostics: [error(summary, detail)] })
        .split('\n')
        .at(-1),
    ).toMatch(advice)
  })

  test('of an apply without a known cause is left to the report of the apply', () => {
    expect(failureOf({ command: 'apply', diagnostics: [error('creating bucket')] }).advice).toBe('')
    expect(failureOf({ command: 'apply', diagnostics: [error('x', 'AccessDenied')] }).advice).toMatch(
      /^Allow/,
    )
  })

  test('names the program of the engine', () => {
    const diagnostics = [error('Could not resolve provider aws/aws', 'dependency lock file')]
    expect(failureOf({ engine: OPENTOFU, diagnostics }).message).toMatch(
      /^tofu plan failed in infra [^]*Run tofu providers lock /,
    )
    expect(failureOf({ engine: OPENTOFU }).advice).toBe(
      'Reproduce the error locally with tofu plan in infra.',
    )
  })

  test('after a held lock names its holder, and the command to unlock', () => {
    expect(lockAdvice(LOCK)).toBe(
      'The state is locked: held by me@host since 2026-11-23 22:00:00 UTC for apply on bucket/key. ' +
        'Wait for that run or raise lock-timeout. If that run is no longer active, run terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1.',
    )
  })

  test('after an orphaned lock omits unknown fields', () => {
    expect(lockAdvice({ ...LOCK, kind: 'orphaned', created: '', path: '' })).toBe(
      "This run's lock was not released (held by me@host for apply). " +
        'Check that no run is active, then run terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1.',
    )
  })

  test.each(['x; rm -rf ~', '$(id)', '', '../other', '-force'])('is no command for the lock ID %j', (id) => {
    for (const kind of ['held', 'orphaned'] as const) {
      const advice = lockAdvice({ ...LOCK, kind, id })
      expect(advice).toContain('its ID is not one of Terraform')
      expect(advice).not.toContain('force-unlock')
      expect(id === '' || !advice.includes(id)).toBe(true)
    }
  })

  test('after a failed apply leaves the state to the report of the apply', () => {
    const diagnostics = [error('Failed to save state', 'written to errored.tfstate')]
    expect(messageOf({ command: 'apply', diagnostics })).not.toContain('terraform state push')
    expect(withoutUnsavedState([...diagnostics, error('creating bucket')])).toEqual([
      error('creating bucket'),
    ])
  })
})

test('text of 200,000 characters of what an expression repeats is read at once', async () => {
  const length = 200_000
  const read = (): void => {
    for (const one of [
      ' ',
      '\t',
      '\n',
      '\r',
      '\u001b[',
      'ID: ',
      'Who:   ',
      '.tflock ',
      'Lock Info:',
      'Error acquiring the state lock',
      'a',
      '1',
    ]) {
      const text = one.repeat(Math.ceil(length / one.length))
      for (const summary of ['Error acquiring the state lock', text]) {
        const detail = `PreconditionFailed ${text}\nLock Info:\n  ID: 1\n  Who: ${text}x\n${text}`
        const diagnostics = [error(summary, detail)]
        isLockRaceResolved(diagnostics)
        messageOf({ diagnostics, text: [text] })
        messageOf({ diagnostics: [{ severity: 'error', summary, detail, address: text, range: undefined }] })
      }
    }
  }
  expect(await cpuMs(read)).toBeLessThan(10_000)
}, 60_000)
