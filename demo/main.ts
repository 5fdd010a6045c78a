import { spawnSync } from 'node:child_process'
import { FakeEcr } from '../testkit/aws/ecr'
import { pushEvent } from '../testkit/github/event'
import { blobBytes } from '../testkit/registry/image'
import { putImage } from '../testkit/registry/push'
import { FakeRegistry } from '../testkit/registry/server'
import { FakeS3 } from '../testkit/aws/s3'
import { ToxicProxy } from '../testkit/network/toxic-proxy'
import { makeRelease, type Release } from './images'
import { closeLoop } from './loop'
import { Repository } from './repository'
import { check, ROLE, say } from './stage'

/** What one connection to a real registry gives, about. */
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
  await tell()
} finally {
  await repository.remove()
  await Promise.all([ecr.stop(), line.stop(), source.stop(), s3.stop()])
}

async function tell(): Promise<void> {
  const release = makeRelease('3.225.11', daysAgo(30))
  const file = imagesFile(release)
  const total = Object.values(release).reduce((sum, { image }) => sum + blobBytes(image), 0)
  say(
    `Upstream has four images for two platforms each, ${Math.round(total / 1e6)} MB in all; ECR is empty. images.yaml:`,
  )
  console.log(file)
  const sha = await repository.commit(file)
  await mirror(release, sha)

  if (spawnSync('terraform', ['version']).status === 0)
    await closeLoop({ repository, publish: () => publishNext() })
  else
    say(
      'Terraform is not on PATH, so this ends here; with it, the demo goes on: refresh, plan, merge, apply, verify.',
    )
  say(
    'Look next at README.md (use it in a workflow), src/commands (how it goes) and `npm test` (what it withstands).',
  )
}

async function mirror(release: Release, sha: string): Promise<void> {
  const push = pushEvent('refs/heads/main', sha)
  say('The action runs as GitHub runs it: `command: mirror`, with a role to assume.')
  const first = await repository.step('mirror', push)
  say('Its job summary:')
  console.log(first.summary)
  for (const [name, { tag }] of Object.entries(release))
    check(ecr.registry.isComplete(`langfuse/${name}`, tag), `${name} is not complete`)

  say('It runs again, with nothing new upstream.')
  const fetched = source.requests.length
  const second = await repository.step('mirror', push)
  check(second.outputs['copied'] === '0', 'something was copied twice')
  check(source.requests.length === fetched, 'the source was asked')
  console.log(`\nAsked of the source: nothing. Sent: ${second.outputs['bytes'] ?? '?'} bytes.`)
}

/** Publishes the images and pins them. */
function imagesFile(release: Release): string {
  const entries = Object.entries(release).map(([name, { tag, image }]) => {
    const digest = putImage(source, `upstream/${name}`, tag, image)
    const [major = ''] = tag.split('.')
    return `  ${name}:\n    source: ${line.host}/upstream/${name}:${tag}@${digest}\n    follow: '${major}'\n`
  })
  return `images:\n${entries.join('')}`
}

function publishNext(): string {
  for (const [name, { tag, image }] of Object.entries(makeRelease(NEW_VERSION, daysAgo(5))))
    if (name.startsWith('langfuse')) putImage(source, `upstream/${name}`, tag, image)
  return NEW_VERSION
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * DAY_MS)
}
