import type { AwsSession } from '../../src/aws/credentials'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { type CredentialServer, serveCredentials } from '../../src/aws/credential-server'
import { terraformEnvironment } from '../../src/terraform/environment'
import { FakeAws } from '../../testkit/aws/server'
import { FaultProxy } from '../../testkit/aws/fault-proxy'
import { observedAws, roleRequest } from '../../testkit/aws/runtime'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'
import { TerraformRoot, terraformIsMissing } from '../../testkit/terraform/root'

const missing = terraformIsMissing() ?? motoIsMissing()
const suite = missing === undefined ? describe : describe.skip
const region = 'eu-central-1'
const BUCKET = 'acme-terraform-state'
const PAUSE_SECONDS = 5
const SESSION_SECONDS = 6

/** Parameters in sequence with pauses; the first pause records the environment. */
const configuration = (stack: string): string => `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
  backend "s3" {
    bucket         = "${BUCKET}"
    key            = "${stack}/terraform.tfstate"
    region         = "${region}"
    use_lockfile   = true
    use_path_style = true
  }
}

variable "pause" {
  type = number
}

resource "aws_ssm_parameter" "a" {
  name  = "/a"
  type  = "String"
  value = "1"
}

resource "terraform_data" "b" {
  depends_on = [aws_ssm_parameter.a]
  provisioner "local-exec" {
    command = "env >environment.txt; sleep \${var.pause}"
  }
}

resource "aws_ssm_parameter" "c" {
  depends_on = [terraform_data.b]
  name       = "/c"
  type       = "String"
  value      = "1"
}

resource "terraform_data" "d" {
  depends_on = [aws_ssm_parameter.c]
  provisioner "local-exec" {
    command = "sleep \${var.pause}"
  }
}

resource "aws_ssm_parameter" "e" {
  depends_on = [terraform_data.d]
  name       = "/e"
  type       = "String"
  value      = "1"
}

resource "terraform_data" "f" {
  depends_on = [aws_ssm_parameter.e]
  provisioner "local-exec" {
    command = "sleep \${var.pause}"
  }
}
`

suite(missing ?? 'a real Terraform, with the S3 backend and the AWS provider', () => {
  let moto: Moto
  let aws: FakeAws
  let proxy: FaultProxy
  let root: TerraformRoot
  let session: AwsSession
  let server: CredentialServer | undefined
  let jobEnv: Record<string, string>

  beforeAll(async () => {
    moto = await Moto.start()
    const credentials = { accessKeyId: 'seed', secretAccessKey: 'seed' }
    const s3 = new S3Client({ region, endpoint: moto.directUrl, forcePathStyle: true, credentials })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration }))
    s3.destroy()
  }, 60_000)
  afterAll(() => moto.stop())

  beforeEach(async () => {
    aws = await FakeAws.start()
    // moto accepts all credentials; the proxy accepts only valid credentials of the fake STS.
    proxy = await FaultProxy.start(moto.directUrl, (request) => aws.unauthenticated(request))
    root = await TerraformRoot.create(configuration(randomUUID()))
    // The environment of a job, with other credentials that the proxy rejects.
    jobEnv = {
      ...aws.env,
      AWS_ENDPOINT_URL: proxy.url,
      AWS_MAX_ATTEMPTS: '2',
      AWS_ACCESS_KEY_ID: 'AKIASTRANGER',
      AWS_SECRET_ACCESS_KEY: 'stranger',
      AWS_PROFILE: 'other',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
      GITHUB_TOKEN: 'ghs_token-of-the-job',
      'INPUT_GITHUB-TOKEN': 'ghs_token-of-the-job',
    }
  })
  afterEach(async () => {
    await server?.close()
    await root.remove()
    await proxy.stop()
    await aws.stop()
  })

  async function open(): Promise<Record<string, string>> {
    const runtime = observedAws(aws, { env: { ...jobEnv, AWS_ENDPOINT_URL: aws.url } })
    session = await assumeRole(roleRequest(), runtime)
    server = await serveCredentials(session, runtime)
    if (server === undefined) throw new Error('no server')
    return { ...terraformEnvironment(jobEnv, server), AWS_REGION: region }
  }

  const apply = ['apply', '-auto-approve', '-input=false']

  test('gets its credentials only from the endpoint, and no secrets of the job from the environment', async () => {
    const env = await open()
    await root.succeed(['init', '-input=false'], env)
    await root.succeed([...apply, '-var=pause=0'], env)
    expect(new Set(proxy.keyIds)).toEqual(new Set([aws.sts.secrets[0]]))
    const seen = await readFile(join(root.directory, 'environment.txt'), 'utf8')
    expect(seen).toContain(`AWS_CONTAINER_CREDENTIALS_FULL_URI=${server?.uri}`)
    expect(seen).not.toMatch(/^(?:ACTIONS_|INPUT_|GITHUB_TOKEN|AWS_ACCESS_KEY_ID|AWS_PROFILE)/m)
    const ofTheJob = ['runtime-token-of-the-job', 'ghs_token-of-the-job', aws.idTokenRequestToken]
    for (const secret of [...ofTheJob, ...aws.idTokens, ...aws.sts.secrets])
      expect(seen).not.toContain(secret)
    await root.succeed(['destroy', '-auto-approve', '-var=pause=0'], env)
  }, 120_000)

  test('uses several sessions in one apply', async () => {
    aws.sts.sessionSeconds = SESSION_SECONDS
    const env = await open()
    await root.succeed(['init', '-input=false'], env)
    const start = { requests: proxy.keyIds.length, at: Date.now() }
    await root.succeed([...apply, `-var=pause=${PAUSE_SECONDS}`], env)
    expect(Date.now() - start.at).toBeGreaterThan(2 * SESSION_SECONDS * 1000)
    expect(new Set(proxy.keyIds.slice(start.requests)).size).toBeGreaterThan(2)
    await root.succeed(['destroy', '-auto-approve', '-var=pause=0'], env)
  }, 120_000)

  test('fails in the same apply with static credentials', async () => {
    aws.sts.sessionSeconds = SESSION_SECONDS
    const init = await open()
    await root.succeed(['init', '-input=false'], init)
    const given = await session.freshCredentials?.()
    const env = {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_MAX_ATTEMPTS: '2',
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: given?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: given?.secretAccessKey ?? '',
      AWS_SESSION_TOKEN: given?.sessionToken ?? '',
    }
    const { exitCode, stderr } = await root.run([...apply, `-var=pause=${PAUSE_SECONDS}`], env)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('ExpiredToken')
  }, 120_000)

  test('reports why there are no credentials', async () => {
    aws.sts.sessionSeconds = 1
    const env = await open()
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const { exitCode, stderr } = await root.run(['init', '-input=false'], env)
    expect(exitCode).toBe(1)
    expect(stderr.replace(/\s+/g, ' ')).toContain('deploy was not assumed: Not authorized')
  }, 120_000)
})
