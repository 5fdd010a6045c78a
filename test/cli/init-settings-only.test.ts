import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { Package } from '../../src/cli/init/package'
import { renderSettingsWorkflows, renderStackFile } from '../../src/cli/init/settings-only'
import { isChange, SetupEnvironment } from '../../testkit/runner/setup-environment'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { readWorkflow, workflowsIn } from '../workflow-files'

const ROOT = join(import.meta.dirname, '../..')
const missing = stackEnvironmentIsMissing()
const release = { source: 'acme/langfuse-deploy', tag: 'v1.2.3', commit: 'a'.repeat(40) }
const root = { email: 'ada@example.com', size: 'small', domain: undefined }

describe('a repository of settings', () => {
  test('has the workflows of the example, pinned by commit', async () => {
    const files = await renderSettingsWorkflows(new Package(ROOT), {
      release,
      stack: 'langfuse',
      branch: 'main',
    })
    const examples = workflowsIn('examples/settings')
    expect(Object.keys(files)).toHaveLength(examples.length)
    for (const { file, text } of examples)
      expect(files[`.github/workflows/${file}`]).toBe(text.replaceAll('@v1', `@${release.commit} # v1.2.3`))
  })

  test('passes the name of another stack to each workflow that takes it', async () => {
    const files = await renderSettingsWorkflows(new Package(ROOT), {
      release,
      stack: 'observe',
      branch: 'trunk',
    })
    for (const text of Object.values(files))
      for (const job of Object.values(readWorkflow(text).jobs)) {
        const [, name = ''] = /workflows\/([\w-]+)\.yml@/.exec(job.uses ?? '') ?? []
        const called = workflowsIn('.github/workflows').find(({ file }) => file === `${name}.yml`)?.workflow
        const inputs = Object.keys(called?.on?.workflow_call?.inputs ?? {})
        expect(inputs).toEqual(expect.arrayContaining(Object.keys(job.with ?? {})))
        expect(job.with).toMatchObject({
          'state-key': 'observe/terraform.tfstate',
          ...(inputs.includes('prefix') && { prefix: 'observe' }),
        })
      }
    expect(files['.github/workflows/deploy.yml']).toContain('branches: [trunk]')
    expect(files['.github/workflows/refresh.yml']).toMatch(/plan: 'false'\n/)
  })

  test('has a file of settings that are variables of the module', () => {
    const domain = { name: 'langfuse.example.com', zone: 'example.com' }
    const settings = parse(renderStackFile({ ...root, domain, stack: 'observe', release })) as object
    expect(settings).toEqual({
      name: 'observe',
      size: 'small',
      domain: { name: 'langfuse.example.com', zone_name: 'example.com' },
      registry: { prefix: 'observe' },
      langfuse: { first_user: { email: 'ada@example.com', name: 'Admin' } },
      alarm_emails: ['ada@example.com'],
    })
    const names = readFileSync(join(ROOT, 'terraform/settings/module.tf'), 'utf8')
    for (const name of Object.keys(settings)) expect(names).toContain(name)
  })
})

;(missing === undefined ? describe : describe.skip)(
  `init --settings-only (${missing ?? 'moto, Git, Terraform'})`,
  () => {
    let environment: SetupEnvironment
    const init = ['init', '--yes', '--skip-checks', '--no-wait', '--email', 'ada@example.com']
    const trusted = (text: string): unknown =>
      (JSON.parse(text) as { settings_workflows: unknown }).settings_workflows
    const applied = (): unknown =>
      trusted(environment.read('.git/langfuse-deploy/bootstrap/terraform.tfvars.json'))
    const pinned = (text: string): string | undefined => /@([0-9a-f]{40}) # v/.exec(text)?.[1]
    const versions = (...commits: (string | undefined)[]): string[] =>
      commits.map((commit) => `acme/langfuse-deploy@${String(commit)}`)

    beforeAll(async () => {
      environment = await SetupEnvironment.build({ hasSmallBootstrap: true })
    }, 60_000)
    afterAll(() => environment.tearDown())

    test('lets the roles trust the version that the workflows call', async () => {
      expect((await environment.run([...init, '--settings-only'])).error).toBe('')
      const commit = pinned(environment.read('.github/workflows/plan.yml'))
      expect(applied()).toEqual(versions(commit))
      expect(trusted(environment.read('langfuse/bootstrap.tfvars.json'))).toEqual(versions(commit))
      expect(environment.git('ls-tree', '-r', '--name-only', 'origin/main').split('\n')).toEqual([
        ...['deploy', 'drift', 'plan', 'refresh'].map((name) => `.github/workflows/${name}.yml`),
        'images.yaml',
        'langfuse/bootstrap.tfvars.json',
        'settings.yaml',
      ])
      expect(existsSync(join(environment.clone, 'langfuse/main.tf'))).toBe(false)
    }, 120_000)

    test('stays so in a later run without the option, which changes nothing', async () => {
      const { error, lines } = await environment.run(init.slice(0, 4))
      expect([error, lines.filter(isChange)]).toEqual(['', []])
    }, 120_000)

    test('upgrade trusts both versions until its pull request is deployed', async () => {
      const old = pinned(environment.read('.github/workflows/plan.yml'))
      environment.makePackage('0.2.0')
      expect((await environment.run(init)).error).toMatch(
        /^The roles trust .* or run langfuse-deploy upgrade\.$/,
      )
      const { error, lines } = await environment.run(['upgrade'])
      expect([error, lines.at(-1)]).toEqual([
        '',
        expect.stringContaining('run git pull and this command again'),
      ])
      const branch = 'langfuse-deploy/upgrade-v0.2.0'
      environment.git('fetch', '--quiet', 'origin', branch)
      const show = (path: string): string => environment.git('show', `FETCH_HEAD:${path}`)
      const next = pinned(show('.github/workflows/plan.yml'))
      expect(next).not.toBe(old)
      expect(pinned(show('.github/workflows/refresh.yml'))).toBe(next)
      expect(applied()).toEqual(versions(old, next))
      expect(trusted(show('langfuse/bootstrap.tfvars.json'))).toEqual(versions(next))
      environment.squash(branch)
      environment.git('pull', '--quiet', 'origin', 'main')
      expect((await environment.run(['upgrade'])).lines.at(-1)).toBe('The repository uses v0.2.0.')
      expect(applied()).toEqual(versions(next))
    }, 240_000)
  },
)
