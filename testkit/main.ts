import { FakeEcr } from './aws/ecr'
import { FakeS3 } from './aws/s3'
import { FakeGitHub } from './github/server'
import { FakeLangfuse } from './langfuse/server'
import { putImage } from './registry/push'
import { FakeRegistry } from './registry/server'
import { twoPlatforms } from './runner/mirror-demo'

const REGION = 'eu-central-1'
const ROLE = 'arn:aws:iam::123456789012:role/langfuse-deploy'
const IMAGE = { repository: 'langfuse/langfuse', tag: '3.225.11' }

interface Stoppable {
  stop(): Promise<void>
}

interface Servers {
  readonly variables: Readonly<Record<string, string>>
  readonly stoppable: readonly Stoppable[]
}

async function startServers(): Promise<Servers> {
  const registry = await FakeRegistry.start()
  const ecr = await FakeEcr.start({ roleArn: ROLE, region: REGION })
  const s3 = await FakeS3.start()
  const github = await FakeGitHub.start()
  const langfuse = await FakeLangfuse.start()
  const digest = putImage(registry, IMAGE.repository, IMAGE.tag, twoPlatforms())
  const main = github.commit('main', { 'images.yaml': 'images: {}\n' })
  const { accessKeyId, secretAccessKey } = ecr.aws.staticCredentials
  return {
    stoppable: [registry, ecr, s3, github, langfuse],
    variables: {
      ...ecr.aws.env,
      AWS_ENDPOINT_URL_S3: s3.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: `${github.state.owner}/${github.state.repo}`,
      GITHUB_SHA: main,
      GITHUB_TOKEN: github.token,
      LANGFUSE_BASE_URL: langfuse.url,
      LANGFUSE_HOST: langfuse.url,
      LANGFUSE_PUBLIC_KEY: langfuse.keys.publicKey,
      LANGFUSE_SECRET_KEY: langfuse.keys.secretKey,
      TESTKIT_ECR_HOST: ecr.registry.host,
      TESTKIT_IMAGE: `${registry.host}/${IMAGE.repository}:${IMAGE.tag}@${digest}`,
      TESTKIT_PID: String(process.pid),
      TESTKIT_REGISTRY_HOST: registry.host,
      TESTKIT_ROLE_ARN: ROLE,
    },
  }
}

/** Stops all servers. Prints errors, such as requests that GitHub's API does not describe. */
async function stopServers(servers: readonly Stoppable[]): Promise<void> {
  for (const result of await Promise.allSettled(servers.map((server) => server.stop()))) {
    if (result.status === 'fulfilled') continue
    process.exitCode = 1
    console.error(result.reason instanceof Error ? result.reason.message : String(result.reason))
  }
}

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      resolve()
    })
})
const { variables, stoppable } = await startServers()
const exports = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'\n`)
// One write: a file that receives the output is complete as soon as it has content.
process.stdout.write(exports.join(''))
console.error('The servers run until Ctrl-C, or `kill "$TESTKIT_PID"`.')
await stopped
await stopServers(stoppable)
process.exit()
