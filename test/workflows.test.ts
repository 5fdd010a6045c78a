import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readInputs } from '../src/inputs/inputs'
import { OPENTOFU, TERRAFORM } from '../src/plan/engine'
import { fillKnown, type Known, isMet } from '../testkit/runner/workflow-expression'
import {
  environmentOf,
  isOurs,
  type Job,
  readWorkflow,
  type Step,
  stepsOf,
  type Workflow,
  workflowsIn,
} from './workflow-files'

interface Rule {
  readonly name: string
  /** Breaches, a sentence each. */
  readonly breaches: (workflow: Workflow, text: string) => string[]
  /** A workflow that breaks the rule, and what is then said. */
  readonly example: string
  readonly says: string
}

const PINNED = /^(?:\.\/.*|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*)$/

/** Names another branch, a range of commits, tags or an ancestor. */
const READS_HISTORY = /\borigin\/|\bgit\b.*(?:\.\.\.|\bmerge-base\b|\btag --list\b)/

const RULES: readonly Rule[] = [
  {
    name: 'every action is pinned by commit, with its version as a comment',
    breaches: (_, text) =>
      [...text.matchAll(/\buses:(.*)$/gm)]
        .map(([, uses = '']) => uses.trim())
        .filter((uses) => !PINNED.test(uses))
        .map((uses) => `${uses} is not pinned`),
    example: 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v5',
    says: 'actions/checkout@v5 is not pinned',
  },
  {
    name: 'permissions are said at the top, and never all of them',
    breaches: ({ permissions }, text) => [
      ...(permissions === undefined ? ['permissions are missing'] : []),
      ...(/\b(?:write|read)-all\b/.test(text) ? ['all permissions are given'] : []),
    ],
    example: 'jobs: { a: { permissions: { contents: read } } }',
    says: 'permissions are missing',
  },
  {
    // A value in the environment cannot become code, so no expression is put into a script, trusted or not.
    name: 'no expression stands in a script',
    breaches: (workflow) =>
      stepsOf(workflow)
        .map((step) => step.run ?? step.with?.['script'])
        .filter((script) => typeof script === 'string')
        .flatMap((script) => [...script.matchAll(/\$\{\{.*?\}\}/gs)])
        .map(([expression]) => `${expression} stands in a script; pass it by env`),
    example: "jobs: { a: { steps: [{ run: 'echo ${{ github.event.pull_request.title }}' }] } }",
    says: '${{ github.event.pull_request.title }} stands in a script; pass it by env',
  },
  {
    name: 'code of a fork never runs with the permissions of this repository',
    breaches: ({ on = {} }) =>
      ['pull_request_target', 'workflow_run']
        .filter((event) => event in on)
        .map((event) => `runs on ${event}`),
    example: 'on: { pull_request_target: }\njobs: {}',
    says: 'runs on pull_request_target',
  },
  {
    name: 'no job runs without an end',
    breaches: ({ jobs }) =>
      Object.entries(jobs)
        .filter(([, job]) => job.uses === undefined && job['timeout-minutes'] === undefined)
        .map(([name]) => `${name} has no timeout-minutes`),
    example: 'jobs: { build: { steps: [] } }',
    says: 'build has no timeout-minutes',
  },
  {
    name: 'a checkout leaves no token behind',
    breaches: (workflow) =>
      stepsOf(workflow)
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .filter((step) => step.with?.['persist-credentials'] !== false)
        .map(({ uses }) => `${uses} keeps its credentials`),
    example: 'jobs: { a: { steps: [{ uses: actions/checkout@main }] } }',
    says: 'actions/checkout@main keeps its credentials',
  },
  {
    // actions/checkout fetches one commit without other branches.
    name: 'a script that reads the history has a checkout with all of it',
    breaches: ({ jobs }) =>
      Object.entries(jobs)
        .filter(([, { steps = [] }]) => steps.some(({ run = '' }) => READS_HISTORY.test(run)))
        .filter(([, { steps = [] }]) => !steps.some((step) => step.with?.['fetch-depth'] === 0))
        .map(([name]) => `${name} has no checkout with fetch-depth: 0`),
    example: "jobs: { a: { steps: [{ run: 'git diff origin/main' }] } }",
    says: 'a has no checkout with fetch-depth: 0',
  },
  {
    name: 'a checkout of the workspace comes before those in its folders, which it would delete',
    breaches: ({ jobs }) =>
      Object.entries(jobs).flatMap(([name, { steps = [] }]) => {
        const paths = steps
          .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
          .map((step) => step.with?.['path'])
        return paths.lastIndexOf(undefined) > 0 ? [`${name} empties the workspace after a checkout`] : []
      }),
    example:
      'jobs: { a: { steps: [{ uses: actions/checkout@x, with: { path: a } }, { uses: actions/checkout@x }] } }',
    says: 'a empties the workspace after a checkout',
  },
]

const root = join(import.meta.dirname, '..')
const workflows = workflowsIn('.github/workflows')

describe.each(RULES)('$name', ({ breaches, example, says }) => {
  test.each(workflows)('in $file', ({ workflow, text }) => {
    expect(breaches(workflow, text)).toEqual([])
  })

  test('is noticed when it is broken', () => {
    expect(breaches(readWorkflow(example), example)).toContain(says)
  })
})

test('one action has one version', () => {
  const uses = workflows.flatMap(({ workflow }) => stepsOf(workflow).flatMap((step) => step.uses ?? []))
  const names = new Set([...new Set(uses)].map((one) => one.split('@')[0]))
  expect([...new Set(uses)]).toHaveLength(names.size)
})

test.each(['programs', 'scanners'])('.ci/run installs exact versions: .ci/%s.txt', (name) => {
  const lines = readFileSync(join(root, `.ci/${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => /^[^#]/.test(line))
  expect(lines.filter((line) => !/^[\w.-]+(?:\[\w+\])?==[\w.]+(?: ; .+)?$/.test(line))).toEqual([])
  const script = readFileSync(join(root, '.ci/run'), 'utf8')
  expect([script.match(/pip" install .*$/m)?.[0], script.match(/pip" install/g)]).toEqual([
    expect.stringContaining('--no-deps --only-binary :all: --requirement "$2"'),
    ['pip" install'],
  ])
  expect(script).toContain(`.ci/${name}.txt`)
})

test('caches hold the programs of both engines, and the providers', () => {
  const caches = workflows.flatMap(({ workflow }) =>
    stepsOf(workflow).filter(({ uses: name }) => name?.startsWith('actions/cache@')),
  )
  expect(caches.length).toBeGreaterThan(0)
  for (const cache of caches)
    expect(
      fillKnown(String(cache.with?.['path']), { 'runner.tool_cache': '/tools' }).trim().split('\n'),
    ).toEqual([TERRAFORM.command, OPENTOFU.command, 'terraform-plugins'].map((name) => `/tools/${name}`))
})

test('the one required job of ci needs all others', () => {
  const jobs = workflows.find(({ file }) => file === 'ci.yml')?.workflow.jobs ?? {}
  expect(jobs['ci']?.needs).toEqual(Object.keys(jobs).filter((name) => name !== 'ci'))
})

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
}

/** Of every workflow that runs the action. */
const users = workflows.filter(({ workflow }) => stepsOf(workflow).some(isOurs))

/** Every job of those workflows, with what it is in. */
const jobs = users.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${name} of ${file}`, workflow, job })),
)

/** Every step that runs the action. */
const uses = jobs.flatMap(({ name, workflow, job }) =>
  (job.steps ?? []).filter(isOurs).map((step) => ({
    name: `${String(step.with?.['command'])} in ${name}`,
    workflow,
    job,
    step,
  })),
)

/** Variables that `terraform output -raw repository_variables` of bootstrap sets. */
const VARIABLES: Known = {
  'vars.AWS_REGION': 'eu-central-1',
  'vars.ALLOWED_ACCOUNT_ID': '123456789012',
  'vars.PLAN_ROLE': 'arn:aws:iam::123456789012:role/langfuse-plan',
  'vars.DEPLOY_ROLE': 'arn:aws:iam::123456789012:role/langfuse-deploy',
  'vars.MIRROR_ROLE': 'arn:aws:iam::123456789012:role/langfuse-mirror',
  'vars.REFRESH_ROLE': 'arn:aws:iam::123456789012:role/langfuse-refresh',
  'vars.VERIFY_ROLE': 'arn:aws:iam::123456789012:role/langfuse-verify',
  'vars.STATE_BUCKET': 'langfuse-123456789012',
}

/** Write access is enough to change a variable, so none of them is a guard. */
const SETTINGS = ['vars.ADMIN_ROLE', 'vars.REFRESH_APP_CLIENT_ID']

/** Of a caller, to read a private copy of this repository. */
const SOURCE_TOKEN = 'secrets.source-token'

const none = (names: Iterable<string>): Known =>
  Object.fromEntries([...names].map((name) => [name, undefined]))

/** How a workflow is started, and what it then knows. */
const STARTS: Readonly<Record<string, (inputs: readonly string[]) => Known>> = {
  'by an event': (inputs) => ({ ...VARIABLES, ...none(inputs) }),
  'by another repository': (inputs) => ({
    ...VARIABLES,
    ...Object.fromEntries(
      Object.entries(VARIABLES).map(([name, value]) => [name.replace('vars.', 'vars.EU_'), value]),
    ),
    ...none(inputs),
    'inputs.variable-prefix': 'EU_',
    'inputs.environment': 'europe',
    'inputs.working-directory': 'infra',
    'inputs.state-key': 'langfuse-staging/terraform.tfstate',
    'inputs.variables': 'size=medium\nname=langfuse-staging',
    'inputs.var-file': '../staging.tfvars',
    'inputs.images': 'staging/images.yaml',
    'inputs.settings': 'staging/settings.yaml',
    'inputs.plan': 'false',
    'inputs.replace': 'terraform_data.migration',
    'inputs.allow-destroy': 'aws_ebs_volume.clickhouse["this"]',
    'inputs.require-review': 'false',
    'inputs.mode': 'direct',
    'inputs.runs-on': 'large',
  }),
  'by a fork': (inputs) => none([...Object.keys(VARIABLES), ...inputs]),
}

function knownTo({ on, env = {} }: Workflow, start: string): Known {
  const inputs = Object.keys(on?.workflow_call?.inputs ?? {}).map((name) => `inputs.${name}`)
  const known = {
    ...none(SETTINGS),
    ...STARTS[start]?.(inputs),
    'github.token': 'ghs_token',
    'steps.app.outputs.token': undefined,
    'matrix.pull.number': '7',
    'matrix.pull.sha': 'a'.repeat(40),
    'needs.refresh.outputs.images': 'images.yaml',
    'needs.apply.outputs.terraform-outputs': '{"url":"https://langfuse.example.com"}',
    'steps.plan.outputs.terraform-outputs': '{"url":"https://langfuse.example.com"}',
    'needs.apply.outputs.previous-commit': 'b'.repeat(40),
    'needs.verify.outputs.number': '8',
    'needs.verify.outputs.sha': 'c'.repeat(40),
    'steps.names.outputs.branch': 'langfuse-deploy/refresh',
  }
  return {
    ...known,
    ...Object.fromEntries(Object.entries(env).map(([name, text]) => [`env.${name}`, fillKnown(text, known)])),
  }
}

/** Inputs of the action, as the runner passes them. */
function inputsOf(step: Step, known: Known) {
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [
    name,
    fillKnown(String(value), known),
  ])
  const defaults = Object.entries(action.inputs).map(([name, { default: usual = '' }]) => [name, usual])
  const all = { ...Object.fromEntries(defaults), ...Object.fromEntries(given) } as Record<string, string>
  return readInputs(
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, fillKnown(value, known)]),
    ),
  )
}

describe('a step that runs the action', () => {
  test.each(uses)('gives only inputs that action.yml has: $name', ({ step }) => {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
  })

  test.each(uses)('gives the command what it takes, however it was started: $name', ({ workflow, step }) => {
    for (const start of Object.keys(STARTS))
      expect(() => inputsOf(step, knownTo(workflow, start))).not.toThrow()
  })

  /** The only role with rights to change the stack needs an approval. */
  const ROLES: Readonly<Record<string, string | undefined>> = {
    mirror: 'MIRROR_ROLE',
    plan: 'PLAN_ROLE',
    apply: 'DEPLOY_ROLE',
    verify: 'VERIFY_ROLE',
    refresh: 'REFRESH_ROLE',
    drift: 'PLAN_ROLE',
  }
  const variable = (name: string, { on }: Workflow): string =>
    on?.workflow_call === undefined
      ? `\${{ vars.${name} }}`
      : `\${{ vars[format('{0}${name}', inputs.variable-prefix)] }}`
  const ENVIRONMENTS: Readonly<Record<string, string>> = {
    'apply in apply of deploy.yml': "${{ inputs.environment || 'production' }}",
    'apply in apply of deploy-settings.yml': "${{ inputs.environment || 'production' }}",
    'apply in destroy of destroy.yml': 'production-destroy',
    'refresh in refresh of refresh.yml': 'refresh',
    'apply in apply of rehearse.yml': "${{ inputs.environment || 'rehearsal' }}",
  }

  test.each(uses)('assumes the role that can do it, where it can: $name', ({ name, workflow, job, step }) => {
    const role = ROLES[String(step.with?.['command'])]
    expect({ role: step.with?.['role-to-assume'], environment: environmentOf(job) }).toEqual({
      role: role && variable(role, workflow),
      environment: ENVIRONMENTS[name],
    })
  })

  test('reads a secret only in an environment, which limits it to main', () => {
    const readers = jobs.filter(({ job }) =>
      JSON.stringify(job).replaceAll(SOURCE_TOKEN, '').includes('secrets.'),
    )
    expect(readers.map(({ name, job }) => [name, environmentOf(job)])).toEqual([
      ['refresh of refresh.yml', 'refresh'],
    ])
  })

  test.each(users)(
    'gives the token of the caller to the checkout of its own code only: $file',
    ({ workflow }) => {
      const checkouts = stepsOf(workflow).filter(({ uses: name }) => name?.startsWith('actions/checkout@'))
      const own = checkouts.filter((step) => step.with?.['repository'] !== undefined)
      const isCalled = workflow.on?.workflow_call !== undefined
      for (const step of own)
        expect(step.with).toMatchObject({
          repository: '${{ job.workflow_repository }}',
          ref: '${{ job.workflow_sha }}',
          token: `\${{ ${SOURCE_TOKEN} || github.token }}`,
        })
      expect(Object.keys(workflow.on?.workflow_call?.secrets ?? {})).toEqual(isCalled ? ['source-token'] : [])
      expect(JSON.stringify(workflow).split(SOURCE_TOKEN)).toHaveLength(own.length + 1)
    },
  )

  const PLANNED = ['working-directory', 'stack', 'backend-config', 'variables', 'var-file', 'workspace']

  test.each(
    Object.keys(STARTS).flatMap((start) =>
      [false, true].flatMap((takesSettings) => [
        { start, takesSettings, names: PLANNED, commands: ['plan', 'apply', 'drift'] },
        // Drift must not report every day a replacement that was requested once.
        { start, takesSettings, names: ['replace', 'allow-destroy'], commands: ['plan', 'apply'] },
      ]),
    ),
  )(
    'plans what the others plan: $names of $commands, started $start, from settings: $takesSettings',
    ({ start, takesSettings, names, commands }) => {
      const plans = uses
        .filter(
          ({ name, step, workflow }) =>
            workflow.on?.workflow_call !== undefined &&
            // A stack of its own, which it also destroys.
            !name.endsWith('rehearse.yml') &&
            name.endsWith('-settings.yml') === takesSettings &&
            commands.includes(String(step.with?.['command'])),
        )
        .map(({ workflow, step }) => {
          const known = knownTo(workflow, start)
          return names.map((name) => fillKnown(String(step.with?.[name] ?? ''), known).trim())
        })
      expect(plans).toHaveLength((takesSettings ? 3 : 5) + (commands.includes('drift') ? 1 : 0))
      for (const plan of plans) expect(plan).toEqual(plans[0])
    },
  )

  test('that reads a variable without a source is rejected', () => {
    expect(() => fillKnown('${{ vars.STATE_BUKCET }}', VARIABLES)).toThrow('unknown path vars.STATE_BUKCET')
  })
})

describe('the variables of the repository', () => {
  const bootstrap = readFileSync(join(root, 'terraform/bootstrap/outputs.tf'), 'utf8')
  const [, set = ''] = /repository_variables = \{\n(.*?)\n {2}\}/s.exec(bootstrap) ?? []

  test('are those that bootstrap sets, and those that people may', () => {
    const names = [...set.matchAll(/^ +(\w+) +=/gm)].map(([, name]) => `vars.${String(name)}`)
    expect(Object.keys(VARIABLES).sort()).toEqual(names.sort())
    const used = users.flatMap(({ text }) => [
      ...[...text.matchAll(/\bvars\.\w+/g)].map(([name]) => name),
      ...[...text.matchAll(/\bvars\[format\('\{0\}(\w+)', inputs\.variable-prefix\)\]/g)].map(
        ([, name]) => `vars.${String(name)}`,
      ),
    ])
    expect([...new Set(used)].sort()).toEqual([...names, ...SETTINGS].sort())
  })

  test.each(users)('may be missing, and $file says so and does nothing', ({ workflow }) => {
    const roots = Object.entries(workflow.jobs).filter(([, { needs }]) => needs === undefined)
    for (const [name, job] of roots) {
      if (name === 'confirm') continue
      const variable = String.raw`^vars(?:\.\w+_ROLE|\[format\('\{0\}\w+_ROLE', inputs\.variable-prefix\)\])`
      expect(job.if).toMatch(new RegExp(`${variable} ${name === 'unset' ? '==' : '!='} ''`))
    }
    expect(roots.flatMap(([, { steps = [] }]) => steps.map(({ run = '' }) => run)).join('\n')).toContain(
      'The repository variables are not set',
    )
  })

  test('are named with the prefix of the caller', () => {
    for (const { workflow } of users.filter(({ workflow: { on } }) => on?.workflow_call !== undefined)) {
      const variable = workflow.jobs['unset']?.steps?.[0]?.env?.['VARIABLE'] ?? ''
      expect(fillKnown(variable, { 'inputs.variable-prefix': 'EU_' })).toMatch(
        /^EU_(?:PLAN|DEPLOY|ADMIN)_ROLE$/,
      )
      expect(fillKnown(variable, none(['inputs.variable-prefix']))).toMatch(/^(?:PLAN|DEPLOY|ADMIN)_ROLE$/)
    }
  })
})

describe('values that steps pass on', () => {
  /** Outputs of actions of others. */
  const OTHERS: Readonly<Record<string, readonly string[]>> = { 'actions/create-github-app-token': ['token'] }

  const outputsOf = (step: Step | undefined): readonly string[] => {
    if (step === undefined) return []
    if (isOurs(step)) return Object.keys(action.outputs)
    if (step.run === undefined) return OTHERS[step.uses?.split('@')[0] ?? ''] ?? []
    return [...step.run.matchAll(/(?:^|[\s"'n])(\w+)=(?=[\w$]|\\\()/gm)].map(([, name = '']) => name)
  }

  const references = (value: unknown, kind: string): (readonly [string, string])[] =>
    [...JSON.stringify(value).matchAll(new RegExp(`\\b${kind}\\.([\\w-]+)\\.outputs\\.([\\w-]+)`, 'g'))].map(
      ([, from = '', name = '']) => [from, name] as const,
    )

  test.each(jobs)('is there in $name', ({ job }) => {
    for (const [id, output] of references(job, 'steps')) {
      const step = job.steps?.find((one) => one.id === id)
      expect({ id, outputs: outputsOf(step) }).toEqual({ id, outputs: expect.arrayContaining([output]) })
    }
  })

  test.each(jobs)('is there from the jobs before $name', ({ workflow, job }) => {
    for (const [from, output] of references(job, 'needs')) {
      expect(job.needs).toContain(from)
      expect(Object.keys(workflow.jobs[from]?.outputs ?? {})).toContain(output)
    }
  })
})

describe('permissions', () => {
  type Permissions = Readonly<Record<string, string>>

  /** Permissions that each command needs, except for the ID token. */
  const COMMANDS: Readonly<Record<string, Permissions>> = {
    mirror: {},
    plan: { 'pull-requests': 'write' },
    apply: { 'pull-requests': 'write' },
    verify: {},
    refresh: { actions: 'write', contents: 'write', issues: 'write', 'pull-requests': 'write' },
    drift: { issues: 'write' },
  }

  function askedBy(step: Step): Permissions {
    if (step.uses?.startsWith('actions/checkout@')) return { contents: 'read' }
    if (step.uses?.startsWith('aws-actions/')) return { 'id-token': 'write' }
    if (step.run?.includes('/runs?')) return { actions: 'read' }
    if (step.run?.includes('gh issue')) return { issues: 'write' }
    if (!isOurs(step)) return {}
    const { command, comment, 'github-token': token, 'role-to-assume': role } = step.with ?? {}
    if (step.with?.['revert-to'] !== undefined)
      return { contents: 'write', 'id-token': 'write', 'pull-requests': 'write' }
    const silent = comment === 'never' || token === ''
    return { ...(role !== undefined && { 'id-token': 'write' }), ...(!silent && COMMANDS[String(command)]) }
  }

  /** Writing includes reading. */
  const union = (all: readonly Permissions[]): Permissions =>
    Object.fromEntries(
      all.flatMap((one) => Object.entries(one)).sort(([, a], [, b]) => (a === b ? 0 : a === 'read' ? -1 : 1)),
    )

  test.each(jobs)('are exactly those its steps need: $name', ({ workflow, job }) => {
    expect(workflow.permissions).toEqual({})
    expect(job.permissions).toEqual(union((job.steps ?? []).map(askedBy)))
  })

  // Terraform's environment is what the step's is, less what the action knows to be secret.
  test.each(users)('and a token goes to the step that needs it, and to no other: $file', ({ workflow }) => {
    const shared = [workflow.env, ...Object.values(workflow.jobs).map(({ env }) => env)]
    expect(JSON.stringify(shared)).not.toMatch(/token|secrets\./i)
    for (const { env } of stepsOf(workflow).filter(isOurs)) expect(env).toBeUndefined()
  })

  const callable = users.filter(({ workflow }) => workflow.on?.workflow_call !== undefined)
  const examples = ['examples/workflows', 'examples/settings'].flatMap((folder) =>
    workflowsIn(folder).map((example) => ({ ...example, folder })),
  )

  test('every workflow that can be called has an example', () => {
    const called = examples
      .flatMap(({ workflow }) => Object.values<Job>(workflow.jobs))
      .map(({ uses }) => uses)
    for (const { file } of callable)
      expect(called).toContain(`acme/langfuse-deploy/.github/workflows/${file}@v1`)
  })

  const callers = examples.flatMap(({ folder, file, workflow }) =>
    Object.entries<Job>(workflow.jobs).map(([name, job]) => ({ name: `${name} of ${folder}/${file}`, job })),
  )

  test.each(callers)('and inputs of the example $name are what the workflow takes', ({ job }) => {
    const [, file] =
      /^acme\/langfuse-deploy\/\.github\/workflows\/([\w-]+\.yml)@v1$/.exec(job.uses ?? '') ?? []
    const called = callable.find((one) => one.file === file)?.workflow
    expect(job.permissions).toEqual(
      union(Object.values(called?.jobs ?? {}).map(({ permissions = {} }) => permissions)),
    )
    const { inputs = {}, secrets = {} } = called?.on?.workflow_call ?? {}
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(job.with ?? {})))
    // A public copy needs no token.
    expect([job.secrets, Object.keys(secrets)]).toEqual([undefined, ['source-token']])
  })
})

describe('the example with environments', () => {
  const examples = workflowsIn('examples/environments')
  const called = (job: Job): Workflow | undefined =>
    workflows.find(({ file }) => job.uses === `acme/langfuse-deploy/.github/workflows/${file}@v1`)?.workflow
  const callers = examples.flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${name} of ${file}`, job })),
  )

  test.each(callers)('gives $name what the called workflow takes and needs', ({ job }) => {
    const workflow = called(job)
    expect(Object.keys(workflow?.on?.workflow_call?.inputs ?? {})).toEqual(
      expect.arrayContaining(Object.keys(job.with ?? {})),
    )
    const needed = Object.values(workflow?.jobs ?? {}).flatMap(({ permissions = {} }) =>
      Object.entries(permissions),
    )
    for (const [name, right] of needed) expect([right, 'write']).toContain(job.permissions?.[name])
    for (const name of Object.keys(job.permissions ?? {})) expect(needed.map(([one]) => one)).toContain(name)
  })

  test.each(['staging', 'production'])('plans and deploys %s with the same inputs', (environment) => {
    const jobs = examples
      .map(({ file, workflow }) => ({ file, job: workflow.jobs[environment] }))
      .filter(({ job }) => job !== undefined)
    expect(jobs.map(({ file }) => file)).toEqual(['deploy.yml', 'drift.yml', 'plan.yml'])
    const [, ...others] = jobs.map(({ job }) => Object.entries(job?.with ?? {}))
    for (const inputs of others)
      expect(jobs[0]?.job?.with).toEqual({ ...Object.fromEntries(inputs), environment })
  })

  test('deploys production after staging and its soak time', () => {
    const deploy = examples.find(({ file }) => file === 'deploy.yml')?.workflow.jobs ?? {}
    expect([deploy['soak']?.needs, deploy['production']?.needs]).toEqual([['staging'], ['soak']])
  })
})

describe('concurrency', () => {
  test.each(users)('nothing is cancelled in the middle: $file', ({ workflow }) => {
    expect(workflow.concurrency?.['cancel-in-progress']).toBe(false)
  })

  test.each(['.github/workflows', 'examples/workflows'])(
    'workflows that refresh starts have workflow_dispatch: %s',
    (folder) => {
      const step = uses.find(({ step: one }) => one.with?.['command'] === 'refresh')?.step
      const [file = ''] = /\w+\.yml/.exec(String(step?.with?.['deploy-workflow'])) ?? []
      const started = workflowsIn(folder).find((one) => one.file === file)
      expect(Object.keys(started?.workflow.on ?? {})).toContain('workflow_dispatch')
    },
  )

  test('jobs that change the stack share one queue, and none is dropped', () => {
    const queues = Object.fromEntries(
      users.map(({ file, workflow }) => [
        file,
        workflow.concurrency?.['queue'] && workflow.concurrency['group'],
      ]),
    )
    expect(queues).toEqual({
      'deploy-settings.yml': "langfuse${{ inputs.environment && format('-{0}', inputs.environment) }}",
      'deploy.yml': "langfuse${{ inputs.environment && format('-{0}', inputs.environment) }}",
      'destroy.yml': 'langfuse',
      // It does not wait for the approval of a deployment.
      'drift-settings.yml': 'langfuse-drift',
      'drift.yml': 'langfuse-drift',
      'plan-settings.yml': undefined,
      'plan.yml': undefined,
      'refresh.yml': undefined,
    })
  })

  test('mirror and plan go side by side, then apply, then verify', () => {
    const deploy = users.find(({ file }) => file === 'deploy.yml')?.workflow.jobs ?? {}
    const needs = Object.fromEntries(Object.entries(deploy).map(([name, job]) => [name, job.needs]))
    expect(needs).toMatchObject({
      mirror: undefined,
      plan: undefined,
      apply: ['mirror', 'plan'],
      verify: ['apply'],
      'plan-revert': ['verify'],
    })
  })
})

describe.each(['deploy.yml', 'deploy-settings.yml'])('%s', (name) => {
  const deploy = users.find(({ file }) => file === name)?.workflow.jobs ?? {}

  /** Jobs that start at once. */
  function started(ref: string, defaultBranch: string | undefined, role = 'arn'): string[] {
    const repository = defaultBranch === undefined ? {} : { default_branch: defaultBranch }
    const github = { ref, ref_name: ref.replace(/^refs\/\w+\//, ''), event: { repository } }
    const contexts = { github, vars: { DEPLOY_ROLE: role }, inputs: {} }
    return Object.entries(deploy).flatMap(([job, { needs, if: condition }]) =>
      needs === undefined && isMet(condition, contexts, 'success') ? [job] : [],
    )
  }

  test.each([
    ['refs/heads/main', 'main'],
    ['refs/heads/release/1#"é', 'release/1#"é'],
    ['refs/heads/trunk', undefined],
  ])('deploys %s if the default branch is %s', (ref, branch) => {
    expect(started(ref, branch)).toEqual(['mirror', 'plan'])
  })

  test.each([
    ['refs/heads/feature/main', 'main'],
    ['refs/heads/main', 'trunk'],
    ['refs/tags/main', 'main'],
    ['refs/pull/7/merge', 'main'],
  ])('fails before any other job for %s if the default branch is %s', (ref, branch) => {
    expect(started(ref, branch)).toEqual(['other-branch'])
    const [step] = deploy['other-branch']?.steps ?? []
    expect(step?.run).toMatch(/^echo "::error title=Not deployed::.*"\nexit 1\n$/)
  })

  test('only says that nothing is configured without a role', () => {
    expect(started('refs/heads/other', 'main', '')).toEqual(['unset'])
  })

  test('asks for an approval only after mirror and plan have succeeded', () => {
    const contexts = { needs: { plan: { outputs: { 'has-changes': 'true' } } } }
    const { apply } = deploy
    expect(apply?.needs).toEqual(['mirror', 'plan'])
    expect([isMet(apply?.if, contexts, 'success'), isMet(apply?.if, contexts, 'failure')]).toEqual([
      true,
      false,
    ])
  })
})

describe('a workflow that takes settings only', () => {
  const ours = workflows.filter(({ file }) => file.endsWith('-settings.yml'))

  test.each(ours)('runs nothing that a branch of the caller can choose: $file', ({ workflow, text }) => {
    expect(Object.keys(workflow.on ?? {})).toEqual(['workflow_call'])
    const { inputs = {}, secrets } = workflow.on?.workflow_call ?? {}
    for (const name of ['working-directory', 'variables', 'var-file', 'runs-on', 'require-review'])
      expect(Object.keys(inputs)).not.toContain(name)
    expect(Object.keys(secrets ?? {})).toEqual(['source-token'])
    // A workflow of a pull request can write caches that the others of the pull request restore.
    expect(text).not.toContain('actions/cache')
    expect(text.match(/^ +runs-on: .*$/gm)).toEqual(
      Object.keys(workflow.jobs).map(() => '    runs-on: ubuntu-latest'),
    )
    for (const { steps = [] } of Object.values(workflow.jobs)) {
      const first = steps.findIndex(isOurs)
      if (first < 0) continue
      const [code, caller, take] = steps.slice(first - 3, first)
      expect(code?.with).toMatchObject({
        repository: '${{ job.workflow_repository }}',
        ref: '${{ job.workflow_sha }}',
      })
      expect(code?.with).not.toHaveProperty('path')
      expect(caller?.with).toMatchObject({ path: '.caller' })
      expect(take?.run).toBe('terraform/settings/take-settings.sh')
      for (const step of steps.slice(first)) {
        expect(step).toMatchObject({ uses: './' })
        const { 'working-directory': root = 'terraform/settings', images = 'settings/images.yaml' } =
          step.with ?? {}
        expect([root, images]).toEqual(['terraform/settings', 'settings/images.yaml'])
      }
    }
  })

  /** Jobs without their intended differences. */
  const comparable = ({ jobs }: Workflow): Record<string, unknown> => {
    const text = JSON.stringify(jobs)
      .replaceAll("${{ inputs.runs-on || 'ubuntu-latest' }}", 'ubuntu-latest')
      .replaceAll("${{ inputs.images || 'images.yaml' }}", 'settings/images.yaml')
      .replaceAll('./.langfuse-deploy', './')
    return Object.fromEntries(
      Object.entries(JSON.parse(text) as Record<string, Job>).map(([name, { steps = [], ...job }]) => [
        name,
        {
          ...job,
          steps: steps.filter((step) => step.run !== 'terraform/settings/take-settings.sh').map(withoutRoot),
        },
      ]),
    )
  }
  const ROOT = [
    'working-directory',
    'variables',
    'var-file',
    'pull-request-number',
    'pull-request-sha',
    'require-review',
  ]
  const withoutRoot = ({ if: condition, ...step }: Step): unknown => ({
    ...step,
    ...(condition !== undefined && { if: condition }),
    with:
      isOurs(step) &&
      Object.fromEntries(Object.entries(step.with ?? {}).filter(([name]) => !ROOT.includes(name))),
  })
  const isSetUp = (step: unknown): boolean => /^actions\/(?:checkout|cache)@/.test((step as Step).uses ?? '')

  test.each(ours)('does what the other one does: $file', ({ file, workflow }) => {
    const other = workflows.find((one) => one.file === file.replace('-settings', ''))?.workflow
    if (other === undefined) throw new Error(`${file} has no counterpart`)
    const [actual, expected] = [comparable(workflow), comparable(other)].map((jobs) =>
      Object.fromEntries(
        Object.entries(jobs as Record<string, { steps: unknown[] }>).map(([name, job]) => [
          name,
          { ...job, steps: job.steps.filter((step) => !isSetUp(step)) },
        ]),
      ),
    )
    // No revert pull request.
    delete expected?.['plan-revert']
    if (file === 'deploy-settings.yml') {
      delete actual?.['verify']
      delete expected?.['verify']
      expect(expected?.['apply']).toHaveProperty('outputs.previous-commit')
      delete (expected?.['apply'] as unknown as { outputs: Record<string, string> }).outputs[
        'previous-commit'
      ]
    }
    expect(actual).toEqual(expected)
  })
})

describe('in a merge queue', () => {
  test.each(['plan.yml', 'plan-settings.yml'])(
    '%s succeeds without a role, which trusts no such branch',
    (name) => {
      const { workflow } = users.find(({ file }) => file === name) ?? {}
      const { workflow: example } =
        workflowsIn('examples/settings').find(({ file }) => file === 'plan.yml') ?? {}
      expect(JSON.stringify((name === 'plan.yml' ? workflow : example)?.on)).toContain('merge_group')
      const [notice, ...others] = workflow?.jobs['plan']?.steps ?? []
      expect(notice?.if).toBe("github.event_name == 'merge_group'")
      for (const step of others) expect(step.if).toBe("github.event_name != 'merge_group'")
    },
  )
})

describe('destroy', () => {
  const { jobs: steps } = users.find(({ file }) => file === 'destroy.yml')?.workflow ?? { jobs: {} }
  const script = steps['confirm']?.steps?.[0]?.run ?? ''

  async function confirm(env: Readonly<Record<string, string>>) {
    const folder = await mkdtemp(join(tmpdir(), 'confirm-'))
    try {
      const file = join(folder, 'output')
      await writeFile(file, '')
      const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script], {
        env: {
          ...{ PATH: process.env['PATH'], GITHUB_OUTPUT: file, GITHUB_REPOSITORY: 'acme/langfuse' },
          ...{ BRANCH: 'main', GITHUB_REF: 'refs/heads/main' },
          ...env,
        },
      }).catch((error: unknown) => error as { stdout: string })
      return { command: stdout.split('::')[1]?.split(' ')[0], output: await readFile(file, 'utf8') }
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  test.each([
    { typed: 'acme/langfuse', role: 'arn', command: undefined, output: 'confirmed=true\n' },
    { typed: 'yes', role: 'arn', command: 'error', output: '' },
    { typed: '$(touch x)', role: 'arn', command: 'error', output: '' },
    { typed: 'acme/langfuse', role: '', command: 'notice', output: '' },
  ])('asks for the name of the repository: $typed', async ({ typed, role, command, output }) => {
    expect(await confirm({ CONFIRMATION: typed, ROLE: role })).toEqual({ command, output })
  })

  test.each(['refs/heads/other', 'refs/tags/main', 'refs/heads/Main'])(
    'fails before an approval on %s, which the role does not trust',
    async (ref) => {
      const confirmed = { CONFIRMATION: 'acme/langfuse', ROLE: 'arn', GITHUB_REF: ref }
      expect(await confirm(confirmed)).toEqual({ command: 'error', output: '' })
    },
  )

  test('goes by the confirmation, and by nothing else', () => {
    expect(steps['destroy']?.if).toBe("needs.confirm.outputs.confirmed == 'true'")
  })
})
