import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Moto, NO_REGISTRY } from '../../testkit/moto/moto'
import { StackEnvironment, stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import type { TerraformRun } from '../../testkit/terraform/root'
import { withoutIds } from '../stack/calls/record'
import { readRecord } from '../stack/calls/recorded-call'
import { deniedRequests, requestsOf } from '../stack/calls/requests'
import { policiesOf } from '../stack/role-policies'
import { checkStack } from '../stack/stack-checks'
import { WILDCARD_REASONS } from '../stack/wildcard-reasons'
import { inventory } from './inventory'
import { StackLife } from './stack-life'

const missing = stackEnvironmentIsMissing()
const MINUTE = 60_000
const PROTECTION_OFF = 'deletion_protection=false'

const expectDone = ({ exitCode, stdout, stderr }: TerraformRun): void => {
  expect({ exitCode, log: exitCode === 0 ? '' : stdout + stderr }).toEqual({ exitCode: 0, log: '' })
}

;(missing === undefined ? describe : describe.skip)(
  `a stack of size tiny (${missing ?? 'applied to a local AWS'})`,
  () => {
    let moto: Moto
    let folder: string
    let environment: StackEnvironment
    let life: StackLife
    let before: string[]
    let isApplied = false

    /** After a failed apply the other tests fail immediately. */
    const needApplied = (): void => {
      expect(isApplied).toBe(true)
    }

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'calls-'))
      moto = await Moto.start({ ...NO_REGISTRY, shims: true, record: join(folder, 'calls.jsonl') })
      environment = await StackEnvironment.build(moto)
      const bootstrap = await environment.applyBootstrap([])
      // As docs/operations.md says.
      const images = (await readFile('images.tiny.yaml', 'utf8')).replace(/^[^]*?\nimages:\n/, '')
      await appendFile(join(environment.folder, 'workspace/images.yaml'), images)
      await environment.configure({ name: '"langfuse"', size: '"tiny"' })
      life = new StackLife(environment, { name: 'langfuse', bootstrap })
      before = await inventory(environment)
    }, 10 * MINUTE)

    afterAll(async () => {
      await environment.tearDown()
      await moto.stop()
      await rm(folder, { recursive: true, force: true })
    }, MINUTE)

    test(
      'is created by one apply of the deploy role',
      async () => {
        expectDone(await life.byHand(['apply', '-auto-approve', '-parallelism=20']))
        isApplied = true
      },
      10 * MINUTE,
    )

    // aws_instance would otherwise stop the instance in each apply, to change its user data.
    test(
      'has an empty plan after the apply',
      async () => {
        needApplied()
        const { exitCode, stdout } = await life.byHand(['plan', '-detailed-exitcode'])
        expect({ exitCode, stdout: exitCode === 0 ? '' : stdout }).toEqual({ exitCode: 0, stdout: '' })
      },
      10 * MINUTE,
    )

    test(
      'opens only the required ports, encrypts its data, and has no secret in the state',
      async () => {
        needApplied()
        const secrets = await life.secrets()
        const resources = await life.resources()
        expect(checkStack({ resources, name: 'langfuse', secrets, wildcards: WILDCARD_REASONS })).toEqual([])
      },
      5 * MINUTE,
    )

    test(
      'leaves only snapshots after a destroy without deletion protection',
      async () => {
        needApplied()
        const off = `-var=${PROTECTION_OFF}`
        expectDone(await life.byHand(['apply', '-auto-approve', '-parallelism=20', off]))
        expectDone(await life.destroy([PROTECTION_OFF]))
        const left = (await inventory(environment)).filter((line) => !before.includes(line))
        expect(left.filter((line) => !line.startsWith('ec2 describe-snapshots: '))).toEqual([])
      },
      10 * MINUTE,
    )

    test(
      'makes only calls that the policies of its roles allow',
      async () => {
        needApplied()
        const requests = withoutIds(requestsOf(await readRecord(join(folder, 'calls.jsonl'))))
        const state = await environment.bootstrap.succeed(['show', '-json'], environment.awsEnv)
        expect(deniedRequests(requests, policiesOf(state))).toEqual([])
      },
      MINUTE,
    )
  },
)
