import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { ACCOUNT, SetupEnvironment } from '../../testkit/runner/setup-environment'

const missing = stackEnvironmentIsMissing()
const NAME = 'observe'
const BUCKET = `tfstate-${NAME}-${ACCOUNT}`

;(missing === undefined ? describe : describe.skip)(`init (${missing ?? 'moto, Git, Terraform'})`, () => {
  let environment: SetupEnvironment
  const args = [
    'init',
    '--yes',
    '--skip-checks',
    '--langfuse',
    '4',
    '--stack',
    NAME,
    '--email',
    'ada@example.com',
  ]

  beforeAll(async () => {
    environment = await SetupEnvironment.build()
    environment.github.state.settings.teams.set('acme/platform', 77)
  }, 60_000)
  afterAll(() => environment.tearDown())

  test('a dry run shows every step and changes nothing', async () => {
    const { error, lines } = await environment.run([...args, '--dry-run'])
    expect(error).toBe('')
    const text = lines.join('\n')
    expect(text).toMatch(
      /would apply \d+ changes of terraform\/bootstrap in account 123456789012, eu-central-1/,
    )
    expect(text).toContain('create aws_iam_role.deploy')
    expect(text).toContain('would write langfuse/main.tf')
    expect(text).toContain('would create the environment production')
    expect(lines.at(-1)).toMatch(/^Dry run: \d+ changes are planned, and nothing was changed\.$/)
    expect(existsSync(join(environment.clone, 'langfuse'))).toBe(false)
    expect(environment.github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  }, 300_000)

  test('continues after an interruption, and ends with address and log-in', async () => {
    const given = [...args, '--reviewers', 'acme/platform']
    // test/cli/init-run.test.ts interrupts it after each change.
    const interruptAt = /\+ store the state/
    expect((await environment.run(given, { interruptAt })).error).toMatch(interruptAt)
    await environment.storeState(BUCKET, `${NAME}/terraform.tfstate`)
    const { error, lines } = await environment.run(given)
    expect(error).toBe('')
    expect(lines.slice(-4)).toEqual([
      '',
      'Langfuse runs at https://d1.cloudfront.net',
      'Email address and password of the first user:',
      "  aws secretsmanager get-secret-value --region eu-central-1 --secret-id 'arn:aws:secretsmanager:eu-central-1:1:secret:user' --query SecretString --output text",
    ])
  }, 900_000)

  test('the repository has only settings, and Terraform accepts its root', () => {
    const files = environment.git('ls-tree', '-r', '--name-only', 'origin/main').split('\n')
    expect(files).toEqual([
      '.github/CODEOWNERS',
      '.github/workflows/deploy.yml',
      '.github/workflows/drift.yml',
      '.github/workflows/plan.yml',
      '.github/workflows/refresh.yml',
      '.gitignore',
      'images.yaml',
      'langfuse/.terraform.lock.hcl',
      'langfuse/bootstrap.tfvars.json',
      'langfuse/main.tf',
      'langfuse/outputs.tf',
    ])
    const root = join(environment.clone, 'langfuse')
    environment.execute('terraform', ['fmt', '-check'], root)
    environment.execute('terraform', ['init', '-backend=false', '-input=false'], root)
    environment.execute('terraform', ['validate'], root)
    expect(environment.read('images.yaml')).toMatch(/langfuse\/langfuse:4\.50\.1@sha256:/)
    expect(environment.git('status', '--porcelain')).toBe('')
  }, 300_000)

  test('GitHub has the variables, the environment with its reviewers, and the rules', () => {
    const { settings } = environment.github.state
    expect(settings.variables.get('STATE_BUCKET')).toBe(BUCKET)
    expect(settings.variables.get('DEPLOY_ROLE')).toBe(`arn:aws:iam::${ACCOUNT}:role/${NAME}-deploy`)
    expect(settings.variables.size).toBeGreaterThanOrEqual(7)
    expect(settings.environments.get('production')).toEqual({
      reviewers: [{ type: 'Team', id: 77 }],
      hasCustomBranches: true,
      branches: ['main'],
    })
    expect(settings.canCreatePulls).toBe(true)
    expect(settings.rulesets).toHaveLength(1)
  })

  test('the local state is gone, and the next run changes nothing', async () => {
    const local = join(environment.clone, '.git/langfuse-deploy/bootstrap/terraform.tfstate')
    expect(existsSync(local)).toBe(false)
    const before = environment.github.requests.length
    const head = environment.git('rev-parse', 'HEAD')
    const { error, lines } = await environment.run(['init', '--yes', '--reviewers', 'acme/platform'])
    expect(error).toBe('')
    expect(lines.filter((line) => /^ +\+ /.test(line))).toEqual([])
    expect(lines.filter((line) => line.includes('nothing to change'))).toHaveLength(5)
    expect(environment.git('rev-parse', 'HEAD')).toBe(head)
    const later = environment.github.requests.slice(before)
    expect(later.filter(({ method }) => method !== 'GET')).toEqual([])
  }, 300_000)

  test('upgrade opens one pull request that moves the pins, with the changelog', async () => {
    environment.makePackage('0.2.0')
    const before = environment.git('rev-parse', 'HEAD')
    for (const expected of [/open a pull request/, /The repository uses|open a pull request/]) {
      const { error, lines } = await environment.run(['upgrade'])
      expect(error).toBe('')
      expect(lines.join('\n')).toMatch(expected)
    }
    const branch = 'langfuse-deploy/upgrade-v0.2.0'
    environment.git('fetch', '--quiet', 'origin', branch)
    const changed = environment.git('diff', '--name-only', 'origin/main', 'FETCH_HEAD').split('\n')
    expect(changed).toHaveLength(5)
    expect(environment.git('show', 'FETCH_HEAD:langfuse/main.tf')).toContain('?ref=v0.2.0"')
    expect(environment.git('show', 'FETCH_HEAD:.github/workflows/plan.yml')).toMatch(
      /@[0-9a-f]{40} # v0\.2\.0$/m,
    )
    expect(environment.git('rev-parse', 'HEAD')).toBe(before)
    expect(environment.git('status', '--porcelain')).toBe('')
  }, 300_000)

  test('uninstall refuses while a stack exists, and then removes what init made', async () => {
    const resource = { mode: 'managed', type: 'aws_vpc', name: 'this', instances: [] }
    const key = `${NAME}/terraform.tfstate`
    await environment.storeState(BUCKET, key, [resource])
    expect((await environment.run(['uninstall', '--yes'])).error).toContain(
      `s3://${BUCKET}/${key} has 1 resources`,
    )
    await environment.storeState(BUCKET, key)
    const { error, lines } = await environment.run(['uninstall', '--yes'])
    expect(error).toBe('')
    expect(lines.at(-1)).toMatch(/^Removed\./)
    const { settings } = environment.github.state
    expect([settings.variables.size, settings.environments.size, settings.rulesets.length]).toEqual([0, 0, 0])
    expect(await environment.buckets()).toEqual([])
  }, 600_000)
})
