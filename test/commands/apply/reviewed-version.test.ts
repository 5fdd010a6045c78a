import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const ONE = 'resource "terraform_data" "one" {\n  input = "1"\n}\n'

let folder: string
let deployment: Deployment
const before = process.env['RUNNER_TOOL_CACHE']
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reviewed-version-'))
  // @actions/tool-cache reads this variable only from process.env.
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools')
  deployment = await Deployment.start(ONE)
})
afterEach(async () => {
  if (before === undefined) delete process.env['RUNNER_TOOL_CACHE']
  else process.env['RUNNER_TOOL_CACHE'] = before
  await deployment.stop()
  await rm(folder, { recursive: true })
})

/** Puts a Terraform into the tool cache that says that it is another version. */
async function cacheVersion(version: string): Promise<string> {
  const directory = join(folder, 'tools/terraform', version, process.arch)
  await mkdir(directory, { recursive: true })
  const program = join(directory, 'terraform')
  const report = JSON.stringify({ terraform_version: version, terraform_outdated: false })
  const body = `[ "$1 $2" = "version -json" ] && echo '${report}' && exit\nexec "${process.env['TERRAFORM'] ?? 'terraform'}" "$@"`
  await writeFile(program, `#!/bin/sh\nPATH='${process.env['PATH'] ?? ''}'\n${body}\n`)
  await chmod(program, 0o755)
  await writeFile(`${directory}.complete`, '')
  return directory
}

describeWithTerraform('the Terraform version that was reviewed', () => {
  async function reviewedWith(version: string): Promise<string> {
    const directory = await cacheVersion(version)
    deployment.env = {
      RUNNER_TOOL_CACHE: join(folder, 'tools'),
      PATH: `${directory}:${process.env['PATH'] ?? ''}`,
    }
    const pull = deployment.github.openPull()
    expect((await deployment.plan(pull)).failure).toBeUndefined()
    deployment.env = { RUNNER_TOOL_CACHE: join(folder, 'tools') }
    return deployment.github.history.merge(pull, 'squash')
  }

  test('applies, where another one is on PATH after the merge', async () => {
    const sha = await reviewedWith('1.10.99')
    const applied = await deployment.apply(sha, { 'require-review': 'true' })
    expect(applied.log).toContain(
      'The plan was reviewed with Terraform 1.10.99. Planning again with that version.',
    )
    expect(applied.failure).toBeUndefined()
    expect(applied.summary).toContain('1.10.99')
  }, 90_000)

  test('does not apply against the input terraform-version', async () => {
    const sha = await reviewedWith('1.10.99')
    const refused = await deployment.apply(sha, { 'terraform-version': '>= 1.11' })
    expect(refused.failure).toMatchObject({ reason: 'plan-changed' })
  }, 90_000)
})
