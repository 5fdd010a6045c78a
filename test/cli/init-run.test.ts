import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateVpcCommand, DeleteVpcCommand, EC2Client } from '@aws-sdk/client-ec2'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pythonOfMoto } from '../../testkit/moto/moto'
import { gitHubError } from '../../testkit/github/faults'
import {
  isChange,
  SetupEnvironment,
  type SetupOptions,
  type SetupResult,
} from '../../testkit/runner/setup-environment'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'

const missing = stackEnvironmentIsMissing()
const ARGS = ['init', '--yes', '--skip-checks', '--email', 'ada@example.com', '--reviewers', 'acme/platform']
const BUCKET = 'tfstate-langfuse-123456789012'

;(missing === undefined ? describe : describe.skip)(`init (${missing ?? 'moto, Git, Terraform'})`, () => {
  const open: SetupEnvironment[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((environment) => environment.tearDown()))
  })

  async function build(options: SetupOptions = {}): Promise<SetupEnvironment> {
    const environment = await SetupEnvironment.build({ hasSmallBootstrap: true, ...options })
    open.push(environment)
    environment.github.state.settings.teams.set('acme/platform', 77)
    return environment
  }

  /** Everything that init leaves behind. */
  async function result(environment: SetupEnvironment): Promise<unknown> {
    const { clone, branch, github } = environment
    const { variables, environments, canCreatePulls, rulesets } = github.state.settings
    const state = await environment.readObject(BUCKET, 'bootstrap/terraform.tfstate')
    const { resources } = JSON.parse(state) as { resources: { type: string; name: string }[] }
    const { host } = environment.registry
    return {
      files: environment.git('ls-tree', '-r', `origin/${branch}`).replace(/\S+\timages.yaml/, ''),
      images: environment.read('images.yaml').replaceAll(host, 'registry'),
      commits: environment.git('log', '--format=%s', `origin/${branch}`),
      status: environment.git('status', '--porcelain', '--ignored'),
      working: readdirSync(join(clone, '.git/langfuse-deploy/bootstrap')).sort(),
      settings: JSON.stringify([[...variables], [...environments], canCreatePulls, rulesets]),
      state: resources.map(({ type, name }) => `${type}.${name}`),
    }
  }

  test('interrupted after each change, it ends with the same result, and the next run changes nothing', async () => {
    const [whole, interrupted] = await Promise.all([build(), build()])
    const given = ARGS.concat('--no-wait')
    const { error, lines } = await whole.run(given)
    expect(error).toBe('')
    const changes = lines.filter(isChange)
    const made: string[] = []
    for (let runs = 0; runs < changes.length + 5; runs++) {
      const run = await interrupted.run(given, { interruptAfter: 1 })
      const [first] = run.lines.filter(isChange)
      if (first === undefined) break
      made.push(first)
    }
    expect(made).toEqual(changes)
    expect(await result(interrupted)).toEqual(await result(whole))

    const [head, before] = [interrupted.git('rev-parse', 'HEAD'), interrupted.github.requests.length]
    const again = await interrupted.run(['init', '--yes', '--skip-checks', '--no-wait'])
    expect(again).toMatchObject({ error: '', exitCode: 0 })
    expect(again.lines.filter(isChange)).toEqual([])
    expect(interrupted.git('rev-parse', 'HEAD')).toBe(head)
    const sent = interrupted.github.requests.slice(before).filter(({ method }) => method !== 'GET')
    expect(sent).toEqual([])
    expect(existsSync(join(interrupted.clone, '.git/langfuse-deploy/bootstrap/terraform.tfstate'))).toBe(
      false,
    )
  }, 300_000)

  test('a Terraform that a killed run left behind is waited for', async () => {
    const environment = await build()
    const interruptAt = /\+ store the state/
    expect((await environment.run(ARGS, { interruptAt })).error).toMatch(interruptAt)
    const work = '.git/langfuse-deploy/bootstrap'
    const file = join(environment.clone, `${work}/terraform.tfstate`)
    environment.write(`${work}/.terraform.tfstate.lock.info`, '{"ID": "left-behind"}')
    const hold = `import fcntl, time; file = open(${JSON.stringify(file)}, 'r+'); fcntl.lockf(file, fcntl.LOCK_EX); print(flush=True); time.sleep(8)`
    const holder = spawn(pythonOfMoto(), ['-c', hold])
    const end = once(holder, 'close')
    await once(holder.stdout, 'data')
    expect((await environment.run([...ARGS, '--no-wait'])).error).toBe('')
    await end
  }, 300_000)

  const summary = ({ lines, error }: SetupResult): string => [...lines, error].join('\n')

  test('a clone from which init could not push is named before anything changes', async () => {
    const environment = await build()
    const run = async (...more: string[]): Promise<string> =>
      (await environment.run([...ARGS, '--no-wait', ...more])).error
    environment.git('switch', '--quiet', '--orphan', 'other')
    expect(await run()).toBe(
      'The clone is on other, and main is deployed. Switch to it: git switch --orphan main',
    )
    environment.git('switch', '--quiet', '--orphan', 'main')
    environment.git('commit', '--quiet', '--allow-empty', '--message', 'first')
    environment.git('switch', '--quiet', '--create', 'work')
    expect(await run()).toBe('The clone is on work, and main is deployed. Switch to it: git switch main')
    environment.git('switch', '--quiet', '--detach')
    expect(await run()).toMatch(/^The clone is on no branch, /)
    environment.git('switch', '--quiet', 'main')
    expect(await run('--repository', 'acme/other')).toBe(
      '--repository is acme/other, and the remote origin of this clone is acme/langfuse. Run the command in a clone of acme/other, or change the remote: git remote set-url origin https://github.com/acme/other.git',
    )
    environment.git('remote', 'set-url', '--push', 'origin', 'git@github.com:ada/langfuse.git')
    expect(await run()).toMatch(
      /^The remote origin of this clone is acme\/langfuse, but Git pushes to ada\/langfuse\. .* git config --unset-all remote\.origin\.pushurl$/,
    )
    environment.git('config', '--unset-all', 'remote.origin.pushurl')
    environment.git('remote', 'set-url', 'origin', 'https://ada:secret@gitlab.com/acme/langfuse.git')
    expect(await run()).toContain("The remote origin is 'https://***@gitlab.com/acme/langfuse.git', not a")
    for (const url of [
      'https://git.acme.example/acme/langfuse.git',
      'https://acme.ghe.com/acme/langfuse.git',
      'acme@acme.ghe.com:acme/langfuse.git',
    ]) {
      environment.git('remote', 'set-url', 'origin', url)
      expect(await run('--repository', 'acme/langfuse')).toMatch(
        /not a repository on github\.com\..* such as GitHub Enterprise Server and ghe\.com, are not supported\.$/,
      )
    }
    environment.git('remote', 'remove', 'origin')
    const missingRemote = 'The remote origin is missing. Add it: git remote add origin https://github.com/'
    expect(await run()).toContain(`${missingRemote}OWNER/NAME.git`)
    expect(await run('--repository', 'acme/langfuse')).toContain(`${missingRemote}acme/langfuse.git`)
    expect(await environment.buckets()).toEqual([])
    expect(environment.git('status', '--porcelain', '--ignored')).toBe('')
  }, 120_000)

  test('an account that doctor finds not ready stays unchanged, and is set up once it is ready', async () => {
    const environment = await build()
    const checked = ARGS.filter((arg) => arg !== '--skip-checks').concat('--no-wait')
    const ec2 = new EC2Client({
      endpoint: environment.moto.url,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
    // With the default VPC, as many as the quota allows.
    const vpcs = await Promise.all(
      [1, 2, 3, 4].map((part) => ec2.send(new CreateVpcCommand({ CidrBlock: `10.${part}.0.0/16` }))),
    )
    const refused = await environment.run(checked)
    expect(refused.error).toMatch(
      /^The account is not ready for the first deployment\. Fix the problems above/,
    )
    expect(refused.lines.join('\n')).toMatch(/^ {2}PROBLEM {2}Quota VPCs: 5, 5 in use; the stack needs 1/m)
    expect(await environment.buckets()).toEqual([])
    expect(environment.git('status', '--porcelain', '--ignored')).toBe('')
    await ec2.send(new DeleteVpcCommand({ VpcId: vpcs[0]?.Vpc?.VpcId }))
    const { error, lines } = await environment.run(checked)
    expect(error).toBe('')
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}No problem found\./))
    // The checks are of an account without the stack, and the roles of bootstrap are not there yet.
    expect(lines.join('\n')).not.toContain('Role langfuse-deploy')
  }, 300_000)

  test('a protected branch gets a pull request; after its squash merge, init completes', async () => {
    const environment = await build()
    environment.protectBranch()
    expect((await environment.run([...ARGS, '--no-wait'])).error).toContain(
      'The rules of main reject its first push, and a pull request needs the branch.',
    )
    environment.createReadme()
    environment.git('pull', '--quiet', '--rebase', 'origin', 'main')
    for (let run = 0; run < 2; run++) {
      const { error, lines } = await environment.run([...ARGS, '--no-wait'])
      expect(error).toMatch(
        /^main accepts no push, so there is a pull request: \S+\/pull\/\d+\. Merge it, run git pull --rebase origin main, and/,
      )
      expect(lines.filter(isChange)).toEqual(['       + push main'])
    }
    environment.squash('langfuse-deploy/init')
    environment.git('pull', '--quiet', '--rebase', 'origin', 'main')
    const { error, lines } = await environment.run([...ARGS, '--no-wait'])
    expect(error).toBe('')
    expect(lines.filter(isChange)).toEqual([expect.stringContaining('+ require a pull request')])
    expect(environment.git('log', '--format=%s', 'origin/main')).toBe('Squashed (#7)\nCreate README.md')
  }, 300_000)

  test('uninstall continues after a failure in the middle', async () => {
    const environment = await build()
    expect((await environment.run([...ARGS, '--no-wait'])).error).toBe('')
    const bin = join(environment.folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'aws'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    const failed = await environment.run(['uninstall', '--yes'], { env })
    expect(failed.error).toContain('terraform destroy of bootstrap failed')
    expect(await environment.buckets()).toEqual([BUCKET])
    // Terraform has deleted the outputs from the state first.
    const again = await environment.run(['uninstall', '--yes'])
    expect(again.error).toBe('')
    expect(again.lines.filter(isChange)).toEqual([expect.stringContaining('destroy terraform/bootstrap')])
    expect(await environment.buckets()).toEqual([])
    const last = await environment.run(['uninstall', '--yes'])
    expect(last.lines.filter(isChange)).toEqual([])
    expect(last.lines.at(-1)).toMatch(/^Removed\./)
  }, 300_000)

  test('files and changes of the user stay as they are', async () => {
    const environment = await build({ branch: 'trunk' })
    environment.write('README.md', 'mine\n')
    environment.write('.gitignore', 'mine\n')
    environment.write('images.yaml', environment.read('../package/images.v4.yaml'))
    environment.git('add', '.')
    environment.git('commit', '--quiet', '--message', 'mine')
    const images = environment.read('images.yaml')
    environment.write('README.md', 'changed\n')
    environment.write('.gitignore', 'changed\n')
    environment.write('staged.txt', 'staged\n')
    environment.git('add', 'staged.txt')
    environment.write('langfuse/notes.txt', 'untracked\n')
    environment.write('settings.yaml', 'theme: dark\n')
    const { error } = await environment.run([...ARGS, '--no-wait'])
    expect(error).toBe('')
    const files = environment.git('ls-tree', '-r', '--name-only', 'origin/trunk')
    expect(files).not.toMatch(/staged|notes|settings\.yaml/)
    expect(environment.git('show', 'origin/trunk:.gitignore')).toBe('mine')
    expect(`${environment.git('show', 'origin/trunk:images.yaml')}\n`).toBe(images)
    const status = ' M .gitignore\n M README.md\nA  staged.txt\n?? langfuse/notes.txt\n?? settings.yaml'
    expect(environment.git('status', '--porcelain').trimStart()).toBe(status.trimStart())
    expect(environment.read('.github/workflows/deploy.yml')).toContain('branches: [trunk]')
    expect(summary(await environment.run([...ARGS, '--no-wait']))).not.toMatch(/ \+ /)
  }, 300_000)

  test('settings that the token may not change are listed with their commands, and the rest is set up', async () => {
    const environment = await build({ github: { owner: 'Acme', repo: 'LangFuse' } })
    const headers = { 'x-accepted-github-permissions': 'actions_variables=write' }
    const answer = { ...gitHubError(403, 'Resource not accessible by personal access token'), headers }
    environment.github.fault({ path: /\/actions\/variables|\/rulesets/ }, { kind: 'answer', answer })
    const { error, lines } = await environment.run([...ARGS, '--no-wait'])
    expect(error).toBe('')
    const warnings = lines.filter((line) => line.startsWith('    ! '))
    expect(warnings).toEqual([
      '    ! GitHub rejected it: Resource not accessible by personal access token. The token lacks the permission actions_variables=write. The workflows fail until it is set; the job `unset` names what is missing. By hand: gh api -X POST \'repos/acme/langfuse/actions/variables\' --input - <<< \'{"name":"AWS_REGION","value":"eu-central-1"}\'',
      expect.stringContaining('"name":"STATE_BUCKET"'),
      expect.stringContaining('Everyone with write access can push to main without a review'),
    ])
    // The roles trust the spelling of GitHub.
    expect(environment.read('langfuse/bootstrap.tfvars.json')).toContain('"repository": "Acme/LangFuse"')
  }, 300_000)
})
