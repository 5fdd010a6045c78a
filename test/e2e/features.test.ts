import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Moto, NO_REGISTRY } from '../../testkit/moto/moto'
import { StackEnvironment, stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import type { TerraformRun } from '../../testkit/terraform/root'
import { inventory } from './inventory'
import { existingNetwork, StackLife } from './stack-life'

const missing = stackEnvironmentIsMissing()
const MINUTE = 60_000
const REGION = 'eu-central-1'
const PROTECTION_OFF = 'deletion_protection=false'

const expectDone = ({ exitCode, stderr }: TerraformRun): void => {
  expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
}

/** Parts that a company has before it deploys the stack: names, ARNs and the network as HCL. */
interface Company {
  readonly network: string
  readonly listener: string
  readonly key: string
  readonly secret: string
  readonly group: string
  readonly bucket: string
}

async function createCompany(environment: StackEnvironment): Promise<Company> {
  const ask = async (...args: string[]): Promise<string> => String(await environment.aws(...args))
  const network = await existingNetwork(environment)
  const { existing } = JSON.parse(network) as {
    existing: { vpc_id: string; public_subnet_ids: string[] }
  }
  const group = await ask(
    ...['ec2', 'create-security-group', '--group-name', 'database-clients', '--description', 'clients'],
    ...['--vpc-id', existing.vpc_id, '--query', 'GroupId'],
  )
  const balancer = await ask(
    ...['elbv2', 'create-load-balancer', '--name', 'company', '--subnets', ...existing.public_subnet_ids],
    ...['--security-groups', group, '--query', 'LoadBalancers[0].LoadBalancerArn'],
  )
  const certificate = await ask(
    ...['acm', 'request-certificate', '--domain-name', '*.acme.test', '--query', 'CertificateArn'],
  )
  const action = 'Type=fixed-response,FixedResponseConfig={StatusCode=404}'
  const listener = await ask(
    ...['elbv2', 'create-listener', '--load-balancer-arn', balancer, '--protocol', 'HTTPS', '--port', '443'],
    ...['--certificates', `CertificateArn=${certificate}`, '--default-actions', action],
    ...['--query', 'Listeners[0].ListenerArn'],
  )
  const key = await ask('kms', 'create-key', '--query', 'KeyMetadata.Arn')
  const secret = await ask(
    ...['secretsmanager', 'create-secret', '--name', 'langfuse/company', '--secret-string', 'x'],
    ...['--query', 'ARN'],
  )
  await environment.aws(
    ...['s3api', 'create-bucket', '--bucket', 'acme-langfuse'],
    ...['--create-bucket-configuration', `LocationConstraint=${REGION}`],
  )
  return { network, listener, key, secret, group, bucket: 'acme-langfuse' }
}

const hcl = (value: unknown): string => JSON.stringify(value)

/** Settings of a stack that uses as many parts of the company as possible. */
const existingParts = ({ network, listener, secret, group, bucket }: Company): Record<string, string> => ({
  name: hcl('langfuse-own'),
  network,
  domain: hcl({ name: 'langfuse.acme.test' }),
  load_balancer_external: hcl({ listener_arn: listener, priority: 200 }),
  allowed_cidr_blocks: hcl(['203.0.113.0/24']),
  public_api: 'true',
  postgres_external: hcl({ host: 'db.acme.test', password_secret_arn: secret, security_group_ids: [group] }),
  valkey_external: hcl({
    host: 'valkey.acme.test',
    password_secret_arn: secret,
    key_prefix: 'langfuse:',
    security_group_ids: [group],
  }),
  bucket_external: hcl({ name: bucket, prefix: 'langfuse/' }),
  tags: hcl({ team: 'data', 'cost:center': '42 / a=b+c@d' }),
})

/** Settings of a stack with a VPC of its own and as many features as possible. moto has no functions of CloudFront. */
const allFeatures = ({ key, secret }: Company): Record<string, string> => ({
  name: hcl('langfuse'),
  kms_key_arn: hcl(key),
  vpc_endpoints: 'true',
  nat: hcl('per_zone'),
  response_headers: hcl({ policy_id: '0a1b2c3d-1111-2222-3333-444455556666' }),
  sso: hcl({
    provider: 'google',
    client_id: 'client',
    client_secret_arn: secret,
    allowed_domains: ['acme.test'],
  }),
  email: hcl({ from: 'langfuse@acme.test', ses: { create_identity: true } }),
  bedrock_models: hcl(['anthropic.claude-3-haiku-20240307-v1:0']),
  license_key_secret_arn: hcl(secret),
  sidecars: hcl({
    collector: { image: `registry.acme.test/collector@sha256:${'a'.repeat(64)}`, secrets: { TOKEN: secret } },
  }),
  grafana: hcl({ enabled: true }),
  valkey: hcl({ replicas: 1 }),
})

;(missing === undefined ? describe : describe.skip)(
  `features and existing parts (${missing ?? 'applied to a local AWS'})`,
  () => {
    let moto: Moto
    const environments: StackEnvironment[] = []
    const lives: StackLife[] = []
    let before: string[]
    let isApplied = false

    const first = (): StackEnvironment => environments[0] as StackEnvironment
    /** After a failed apply the other tests fail immediately. */
    const needApplied = (): void => {
      expect(isApplied).toBe(true)
    }
    const each = <T>(act: (life: StackLife) => Promise<T>): Promise<T[]> => Promise.all(lives.map(act))

    beforeAll(async () => {
      moto = await Moto.start({ ...NO_REGISTRY, shims: true })
      environments.push(await StackEnvironment.build(moto), await StackEnvironment.build(moto))
      const company = await createCompany(first())
      const bootstrap = await first().applyBootstrap([
        `kms_key_arns=["${company.key}"]`,
        `listener_arns=["${company.listener}"]`,
        'boundary_actions=["bedrock:InvokeModel*","ses:SendEmail","ses:SendRawEmail"]',
      ])
      const settings = [allFeatures(company), existingParts(company)]
      for (const [index, environment] of environments.entries()) {
        await environment.configure(settings[index] ?? {})
        lives.push(new StackLife(environment, { name: index === 0 ? 'langfuse' : 'langfuse-own', bootstrap }))
      }
      before = await inventory(first())
    }, 10 * MINUTE)

    afterAll(async () => {
      await Promise.all(environments.map((environment) => environment.tearDown()))
      await moto.stop()
    }, MINUTE)

    test(
      'are created by one apply of the deploy role',
      async () => {
        const args = ['apply', '-auto-approve', '-parallelism=20', `-var=${PROTECTION_OFF}`]
        for (const run of await each((life) => life.byHand(args))) expectDone(run)
        isApplied = true
      },
      15 * MINUTE,
    )

    test(
      'have an empty plan after the apply',
      async () => {
        needApplied()
        const plan = ['plan', '-detailed-exitcode', '-parallelism=20', `-var=${PROTECTION_OFF}`]
        const runs = await each((life) => life.byHand(plan))
        expect(runs.map(({ exitCode, stdout }) => (exitCode === 0 ? '' : stdout))).toEqual(['', ''])
      },
      5 * MINUTE,
    )

    test(
      'leave only snapshots and the parts of the company after a destroy',
      async () => {
        needApplied()
        for (const run of await each((life) => life.destroy([PROTECTION_OFF]))) expectDone(run)
        const after = await inventory(first())
        const left = after.filter((line) => !before.includes(line))
        expect(left.filter((line) => !/snapshots: /.test(line))).toEqual([])
        expect(before.filter((line) => !after.includes(line))).toEqual([])
      },
      15 * MINUTE,
    )
  },
)
