import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type FakeEvent, otherEvent, pullRequestEvent, pushEvent } from '../../testkit/github/event'
import { FakeGitHub } from '../../testkit/github/server'
import { canariesBelow, canariesIn, canary, writeRecorder } from '../../testkit/runner/canaries'
import { runStep, startStep, type Step, type StepResult } from '../../testkit/runner/step'
import { initSettings } from '../../testkit/terraform/plugin-mirror'
import { terraformIsMissing } from '../../testkit/terraform/root'
import { until } from '../../testkit/terraform/terraform'

const missing = terraformIsMissing()
const suite = missing === undefined ? describe : describe.skip
const TIMEOUT_MS = 120_000

/** Sensitive variables, by the way in which they are given. */
const PLAIN = ['given', 'file', 'json_file', 'automatic', 'environment', 'arguments', 'fallback']
/** Structured secrets, and the part that the configuration takes out of them. */
const STRUCTURED: Readonly<Record<string, readonly [value: string, part: string]>> = {
  json: [JSON.stringify({ db: { password: canary('json') } }), 'jsondecode(var.json).db.password'],
  yaml: [`db:\n  password: ${canary('yaml')} # main\n`, 'yamldecode(var.yaml).db.password'],
  dotenv: [`USER=app\nTOKEN=${canary('dotenv')}\n`, 'regex("TOKEN=(.+)", var.dotenv)[0]'],
  ini: [`[default]\nkey = ${canary('ini')}\n`, 'regex("key = (.+)", var.ini)[0]'],
  odbc: [`Server=db;Pwd=${canary('odbc')};`, 'regex("Pwd=([^;]+)", var.odbc)[0]'],
  url: [`postgres://app:${canary('url')}@db/app`, 'regex(":([^:@]+)@", var.url)[0]'],
  encoded: [
    Buffer.from(`app:${canary('encoded')}`).toString('base64'),
    'split(":", base64decode(var.encoded))[1]',
  ],
}
const EPHEMERAL = ['ephemeral_given', 'ephemeral_file', 'ephemeral_environment']

const VARIABLES = [
  ...[...PLAIN, ...Object.keys(STRUCTURED)].map((name) => {
    const preset = name === 'fallback' ? `  default   = "${canary(name)}"\n` : ''
    return `variable "${name}" {\n  type      = string\n  sensitive = true\n${preset}}\n`
  }),
  ...EPHEMERAL.map((name) => `variable "${name}" {\n  type      = string\n  ephemeral = true\n}\n`),
].join('')

/** `local.known` has all secrets without their marks; that of the file becomes known when Terraform has planned. */
const KNOWN = `
locals {
  hidden = sensitive(file("hidden.txt"))
  values = [${[...PLAIN.map((name) => `var.${name}`), ...Object.values(STRUCTURED).map(([, part]) => part)].join(', ')}]
  known  = [for one in concat(local.values, [local.hidden]) : nonsensitive(one)]
}
`

/** Prints each secret in every way that a configuration can. */
const SUCCESS = `${VARIABLES}${KNOWN}
resource "terraform_data" "by_key" {
  for_each = toset(local.known)
  input    = "value \${each.key} \${base64encode(each.key)} \${upper(each.key)} \${urlencode("\${each.key}&")} \${jsonencode({ k = each.key })}"
}
resource "terraform_data" "hidden" {
  input = local.hidden
}
resource "terraform_data" "map" {
  input = { for one in local.known : one => [one, "\${one}\\n second line of \${one}"] }
}
resource "terraform_data" "provisioned" {
  input = terraform_data.map.id
  provisioner "local-exec" {
    command     = "echo $KEY; echo $KEY >&2"
    environment = { KEY = var.given, OTHER = var.ephemeral_given }
  }
}
output "marked" {
  value     = var.given
  sensitive = true
}
output "unmarked" {
  value = { list = local.known, (local.known[0]) = "a key" }
}
check "quoting" {
  assert {
    condition     = length(local.known) > 100
    error_message = "found \${join(" ", local.known)}"
  }
}
`
const SLOW = `${VARIABLES}${KNOWN}
resource "terraform_data" "done" {
  for_each = toset(local.known)
  input    = 1
}
resource "terraform_data" "slow" {
  for_each = toset([local.known[0]])
  input    = terraform_data.done
  provisioner "local-exec" {
    command     = "touch \${path.module}/started; echo $KEY; exec sleep 60"
    environment = { KEY = each.key }
  }
}
`
const FAILED_APPLY = `${VARIABLES}${KNOWN}
resource "terraform_data" "failing" {
  for_each = toset(local.known)
  input    = uuid()
  provisioner "local-exec" {
    command = "echo \${each.key} $TF_VAR_ephemeral_environment >&2; exit 3"
  }
}
`
const FAILED_PLAN = `${VARIABLES}${KNOWN}
resource "terraform_data" "one" {
  lifecycle {
    precondition {
      condition     = length(var.given) > 100
      error_message = "found \${join(" ", local.known)}"
    }
  }
}
resource "terraform_data" "two" {
  input = [for one in local.known : file(one)]
}
resource "terraform_data" "three" {
  for_each = { for one in local.known : one => regex("missing", each.key) }
}
`
/** The service quotes each request, so also what no plan contains. */
const writeOnly = (endpoint: string): string => `${VARIABLES}
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "AKIAPROVIDER"
  secret_key                  = "${canary('provider')}"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  max_retries                 = 1
  endpoints {
    secretsmanager = "${endpoint}"
  }
}
resource "aws_secretsmanager_secret_version" "made" {
  secret_id                = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:made"
  secret_string_wo         = "\${var.ephemeral_file} \${join("", reverse(split("", var.ephemeral_environment)))}"
  secret_string_wo_version = 1
}
`

const FILES: Readonly<Record<string, string>> = {
  'secret.tfvars': `file = "${canary('file')}"\nephemeral_file = "${canary('ephemeral_file')}"\n`,
  'secret.tfvars.json': JSON.stringify({
    json_file: canary('json_file'),
    ...Object.fromEntries(Object.entries(STRUCTURED).map(([name, [value]]) => [name, value])),
  }),
  'some.auto.tfvars': `automatic = "${canary('automatic')}"\n`,
  'hidden.txt': canary('hidden'),
}
const INPUTS = {
  variables: `given=${canary('given')}\nephemeral_given=${canary('ephemeral_given')}`,
  'var-file': 'secret.tfvars\nsecret.tfvars.json',
}
const ROOT = 'terraform/stack'

suite(missing ?? 'no secret leaves', () => {
  let github: FakeGitHub
  let service: Server
  let folder = ''
  let directory = ''
  let env: Record<string, string> = {}

  beforeAll(async () => {
    github = await FakeGitHub.start()
    service = createServer((request, response) => {
      void text(request).then((body) => {
        response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
        response.end(JSON.stringify({ __type: 'InvalidRequestException', message: `not valid: ${body}` }))
      })
    })
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  })

  afterAll(async () => {
    service.closeAllConnections()
    await new Promise((resolve) => service.close(resolve))
    await github.stop()
  })

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'canaries-')))
    directory = join(folder, 'workspace', ROOT)
    for (const path of [directory, join(folder, 'temp'), join(folder, 'bin')])
      await mkdir(path, { recursive: true })
    const terraform = (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((bin) => join(bin, 'terraform'))
      .find((path) => existsSync(path))
    await writeRecorder(join(folder, 'bin/terraform'), terraform ?? '')
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(directory, name), content)
    env = {
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      RECORD: join(folder, 'record.txt'),
      AWS_ACCESS_KEY_ID: 'AKIASESSION',
      AWS_SECRET_ACCESS_KEY: canary('session'),
      TF_VAR_environment: canary('environment'),
      TF_VAR_ephemeral_environment: canary('ephemeral_environment'),
      TF_CLI_ARGS_plan: `-var arguments=${canary('arguments')}`,
      TF_HTTP_PASSWORD: canary('backend_environment'),
    }
    github.requests.length = 0
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  const step = (command: string, event: FakeEvent, inputs: Record<string, string>): Step => ({
    inputs: { command, 'working-directory': ROOT, stack: 'stack', 'github-token': github.token, ...inputs },
    workspace: join(folder, 'workspace'),
    files: { 'event.json': JSON.stringify(event.payload) },
    env: {
      ...event.env,
      GITHUB_EVENT_PATH: join(folder, 'workspace/event.json'),
      GITHUB_API_URL: github.url,
      RUNNER_TEMP: join(folder, 'temp'),
      ...initSettings(),
      ...env,
    },
  })
  const planStep = (inputs: Record<string, string> = {}): Step => {
    const { number, commits } = github.openPull()
    return step('plan', pullRequestEvent({ number, headSha: commits.at(-1) ?? '' }), { ...INPUTS, ...inputs })
  }
  const applyStep = (): Step =>
    step('apply', pushEvent('refs/heads/main', github.history.merge(github.openPull(), 'squash')), {
      ...INPUTS,
      'require-review': 'false',
    })

  /** Runs the post step, and returns the canaries in all that both left, by the place. */
  async function leaks(result: StepResult): Promise<Record<string, unknown>> {
    const post = await runStep({ ...applyStep(), post: result.state })
    const texts: Record<string, string> = { GitHub: JSON.stringify(github.requests) }
    for (const [name, { log, summary, outputs, state }] of Object.entries({ step: result, post }))
      Object.assign(texts, {
        // The runner removes these lines.
        [`${name}: log`]: log.replace(/^::add-mask::.*$/gm, ''),
        [`${name}: summary`]: summary,
        [`${name}: outputs`]: JSON.stringify(outputs),
        [`${name}: state`]: JSON.stringify(state),
      })
    const recorded = await readFile(join(folder, 'record.txt'), 'utf8').catch(() => '')
    expect(recorded).not.toContain(github.token)
    // Terraform inherits the job's own settings.
    texts['children'] = recorded.replace(/^(?:TF|WHEN|AWS)_.*$/gm, '')
    const found = Object.entries(texts).map(([name, value]) => [name, canariesIn(value)] as const)
    const isOwnFile = (path: string): boolean =>
      /tfvars(?:\.json)?$|main\.tf$|hidden\.txt$|\.tfstate(?:\.backup)?$/.test(path)
    return {
      ...Object.fromEntries(found.filter(([, kinds]) => kinds.length > 0)),
      ...(await canariesBelow(join(folder, 'workspace'), isOwnFile)),
      ...(await canariesBelow(join(folder, 'temp'), () => false)),
    }
  }

  const write = (configuration: string): Promise<void> => writeFile(join(directory, 'main.tf'), configuration)

  function expectExit({ exitCode, log }: StepResult, expected: number): void {
    if (exitCode !== expected) throw new Error(`the exit code is ${exitCode}:\n${log}`)
  }

  test(
    'of a plan, an apply and a drift, with TF_LOG',
    async () => {
      await write(SUCCESS)
      env['TF_LOG'] = 'debug'
      const planned = await runStep(planStep())
      expectExit(planned, 0)
      expect(planned.outputs['summary']).toContain('***')
      expect(await leaks(planned)).toEqual({})

      const applied = await runStep(applyStep())
      expectExit(applied, 0)
      expect(await leaks(applied)).toEqual({})

      await write(SUCCESS.replaceAll('second line', 'other line'))
      const drifted = await runStep(step('drift', otherEvent('schedule'), INPUTS))
      expectExit(drifted, 0)
      expect(await leaks(drifted)).toEqual({})
    },
    2 * TIMEOUT_MS,
  )

  test.each([
    ['conditions and functions that quote secrets', FAILED_PLAN, {}],
    [
      'a line that is not valid',
      `${VARIABLES}provider "aws" {\n  secret_key = "${canary('literal')}" oops\n}\n`,
      {},
    ],
    [
      'values that do not fit',
      `${VARIABLES}variable "number" {\n  type      = number\n  sensitive = true\n}\n`,
      { variables: `${INPUTS.variables}\nnumber=${canary('number')}\ntypo=${canary('undeclared')}` },
    ],
    [
      'a backend that quotes its credentials',
      `${VARIABLES}terraform {\n  backend "http" {}\n}\n`,
      {
        'backend-config': [
          `address=http://app:${canary('address')}@127.0.0.1:1/${canary('backend')}/${canary('backend_environment')}`,
          `password=${canary('backend')}`,
          'retry_max=0',
        ].join('\n'),
      },
    ],
  ])(
    'of a plan that fails by %s',
    async (_, configuration, inputs) => {
      await write(configuration)
      const result = await runStep(planStep(inputs))
      expectExit(result, 1)
      expect(await leaks(result)).toEqual({})
    },
    TIMEOUT_MS,
  )

  test(
    'of an apply that fails',
    async () => {
      await write(FAILED_APPLY)
      const result = await runStep(applyStep())
      expectExit(result, 1)
      expect(result.summary).toContain('terraform_data.failing["***"]')
      expect(await leaks(result)).toEqual({})
    },
    TIMEOUT_MS,
  )

  test(
    'of a service that quotes ephemeral and write-only values',
    async () => {
      await write(writeOnly(`http://127.0.0.1:${(service.address() as AddressInfo).port}`))
      const result = await runStep(applyStep())
      expectExit(result, 1)
      expect(result.log).toContain('withheld')
      expect(await leaks(result)).toEqual({})
    },
    TIMEOUT_MS,
  )

  test.each([
    ['plan', 'is killed', 'kill -9 $$'],
    ['apply', 'crashes', `echo "panic: $TF_VAR_environment ${canary('given')}" >&2; exit 2`],
  ])(
    'of a Terraform whose %s %s',
    async (command, _, after) => {
      await write(SUCCESS)
      Object.assign(env, { [`WHEN_${command}`]: after, TF_LOG: 'debug' })
      const result = await runStep(command === 'plan' ? planStep() : applyStep())
      expectExit(result, 1)
      expect(await leaks(result)).toEqual({})
    },
    TIMEOUT_MS,
  )

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'of an apply that ends by %s',
    async (signal) => {
      await write(SLOW)
      const running = await startStep(applyStep())
      await until(() => existsSync(join(directory, 'started')))
      running.send(signal)
      const ended = await running.ended
      expect(await leaks(ended)).toEqual({})
    },
    TIMEOUT_MS,
  )
})
