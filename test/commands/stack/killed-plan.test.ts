import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const LOCK_KEY = 'state/langfuse.tfstate.tflock'
const LOCK_ID = '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1'

let folder: string
let deployment: Deployment
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-plan-'))
  deployment = await Deployment.start('resource "terraform_data" "one" {}\n')
})
afterEach(async () => {
  await deployment.stop()
  await rm(folder, { recursive: true })
})

/** Replaces Terraform's plan by one that takes the lock and is killed. */
async function killPlans(): Promise<void> {
  const lock = {
    ID: LOCK_ID,
    Operation: 'OperationTypePlan',
    Who: `runner@${hostname()}`,
    Path: 'state/langfuse.tfstate',
  }
  const upload = `curl -sf -X PUT --data-binary @- '${deployment.s3.url}/${LOCK_KEY}'`
  const now = `$(date -u -d '+1 second' +%Y-%m-%dT%H:%M:%SZ)`
  const body = JSON.stringify(lock).replace(/}$/, `,"Created":"'"${now}"'"}`)
  const plan = `printf '%s' '${body}' | ${upload}\necho 'canary of a killed plan' >&2\nkill -9 $$`
  const path = process.env['PATH'] ?? ''
  await writeFile(
    join(folder, 'terraform'),
    `#!/bin/sh\nPATH='${path}'\nif [ "$1" = plan ]; then\n${plan}\nfi\nexec terraform "$@"\n`,
  )
  await chmod(join(folder, 'terraform'), 0o755)
  deployment.env = { PATH: `${folder}:${path}` }
}

describeWithTerraform('a plan that the system kills', () => {
  test('names the likely cause in the comment, and releases its lock', async () => {
    await killPlans()
    const { failure, summary } = await deployment.plan(deployment.github.openPull())
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    const [comment] = deployment.github.comments.map(({ body }) => body)
    for (const text of [comment, summary, failure?.message]) {
      expect(text).toContain('SIGKILL')
      expect(text).toContain('too little memory')
      expect(text).toContain("This run's state lock was released.")
      expect(text).not.toContain('canary')
    }
    expect(deployment.s3.objects.has(LOCK_KEY)).toBe(false)
  }, 60_000)
})
