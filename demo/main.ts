import { spawnSync } from 'node:child_process'
import { FakeEcr } from '../testkit/aws/ecr'
import { pushEvent } from '../testkit/github/event'
import { blobBytes } from '../testkit/registry/image'
import { putImage } from '../testkit/registry/push'
import { FakeRegistry } from '../testkit/registry/server'
import { FakeS3 } from '../testkit/aws/s3'
import { ToxicProxy } from '../testkit/network/toxic-proxy'
import { makeRelease, type Release, UPSTREAM } from './images'
import { runUpdateCycle } from './update-cycle'
import { Repository } from './repository'
import { check, ROLE, printHeading } from './output'

/** Typical throughput of one connection to a public registry. */
const BYTES_PER_SECOND = 12_000_000
const ROUND_TRIP_MS = 10
const DAY_MS = 86_400_000
const NEW_VERSION = '3.226.0'

const source = await FakeRegistry.start({ auth: { kind: 'bearer', anonymous: true } })
const line = await ToxicProxy.start({
  target: { host: '127.0.0.1', port: Number(source.host.split(':')[1]) },
  roundTripMs: ROUND_TRIP_MS,
  bytesPerSecondPerConnection: BYTES_PER_SECOND,
})
const ecr = await FakeEcr.start({ roleArn: ROLE, blobMounting: 'ENABLED', registry: { discard: true } })
const s3 = await FakeS3.start()
const repository = await Repository.create({ ...ecr.aws.env, AWS_ENDPOINT_URL_S3: s3.url })

try {
  await runDemo()
} finally {
  await repository.remove()
  await Promise.all([ecr.stop(), line.stop(), source.stop(), s3.stop()])
}

async function runDemo(): Promise<void> {
  const release = makeRelease('3.225.11', daysAgo(30))
  const file = imagesFile(release)
  const total = Object.values(release).reduce((sum, { image }) => sum + blobBytes(image), 0)
  printHeading(
    `images.yaml lists four images for two platforms each, ${Math.round(total / 1e6)} MB in total. ECR is empty.`,
  )
  console.log(file)
  const sha = await repository.commit(file)
  await mirror(release, sha)

  const hasTerraform = spawnSync('terraform', ['version']).status === 0
  await runUpdateCycle({ repository, hasTerraform, publish: () => publishNext() })
  if (!hasTerraform)
    printHeading(
      'Without Terraform on PATH, the demo has no plan comment and no apply. Install it to see them.',
    )
  printHeading('Deploy Langfuse to your AWS account: `langfuse-deploy init` (docs/quick-start.md).')
}

async function mirror(release: Release, sha: string): Promise<void> {
  const push = pushEvent('refs/heads/main', sha)
  printHeading('`command: mirror` assumes the role and copies the images to ECR.')
  const first = await repository.step('mirror', push)
  printHeading('The job summary:')
  console.log(first.summary)
  for (const [name, { tag }] of Object.entries(release))
    check(ecr.registry.isComplete(`langfuse/${name}`, tag), `${name} is not complete`)

  printHeading('A second run has nothing to copy.')
  const fetched = source.requests.length
  const second = await repository.step('mirror', push)
  check(second.outputs['copied'] === '0', 'the second run copied an image')
  check(source.requests.length === fetched, 'the second run sent requests to the source')
  console.log(`\nRequests to the source: 0. Bytes sent: ${second.outputs['bytes'] ?? '?'}.`)
}

/** Publishes the images and returns an images.yaml that pins them. */
function imagesFile(release: Release): string {
  const entries = Object.entries(release).map(([name, { tag, image }]) => {
    const digest = putImage(source, `upstream/${name}`, tag, image)
    const [major = ''] = tag.split('.')
    return `  ${name}:\n    source: ${line.host}/upstream/${name}:${tag}@${digest}\n    follow: '${major}'\n`
  })
  return `images:\n${entries.join('')}`
}

function publishNext(): string {
  for (const [name, { tag, image }] of Object.entries(makeRelease(NEW_VERSION, daysAgo(5), 0.4)))
    if (name.startsWith('langfuse')) putImage(source, `upstream/${name}`, tag, image)
  repository.github.state.releases.set(UPSTREAM, [
    gitHubRelease(NEW_VERSION, 5, '* feat: filter traces by environment by @someone in #101'),
    gitHubRelease('3.225.12', 12, '* fix: retry inserts while ClickHouse restarts by @someone in #100'),
  ])
  return NEW_VERSION
}

function gitHubRelease(version: string, days: number, body: string): Readonly<Record<string, unknown>> {
  const published_at = daysAgo(days).toISOString()
  return { tag_name: `v${version}`, published_at, body: `## What's changed\n${body}` }
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * DAY_MS)
}
