import { FakeEcr } from '../test/fakes/ecr'
import { blobBytes } from '../test/fakes/image'
import { putImage } from '../test/fakes/push'
import { FakeRegistry } from '../test/fakes/registry'
import { runStep, type StepResult } from '../test/fakes/runner'
import { Toxic } from '../test/fakes/toxic'
import { makeImages } from './images'
import { check, NODE, ROLE, say, show } from './stage'
import { deploy } from './terraform'

/** What one connection to a real registry gives, about. */
const BYTES_PER_SECOND = 12_000_000
const ROUND_TRIP_MS = 10

const images = makeImages()
const source = await FakeRegistry.start({ auth: { kind: 'bearer', anonymous: true } })
const line = await Toxic.start({
  target: { host: '127.0.0.1', port: Number(source.host.split(':')[1]) },
  roundTripMs: ROUND_TRIP_MS,
  bytesPerSecondPerConnection: BYTES_PER_SECOND,
})
const ecr = await FakeEcr.start({ roleArn: ROLE, blobMounting: 'ENABLED', registry: { discard: true } })

const upstream = line.host
const entries = Object.entries(images).map(([name, image]) => {
  const digest = putImage(source, `upstream/${name}`, '1.0', image)
  return `  ${name}:\n    source: ${upstream}/upstream/${name}:1.0@${digest}\n    follow: '1'\n`
})
const file = `images:\n${entries.join('')}`

try {
  await tell()
} finally {
  await Promise.all([ecr.stop(), line.stop(), source.stop()])
}

async function tell(): Promise<void> {
  const total = Object.values(images).reduce((sum, image) => sum + blobBytes(image), 0)
  say(
    `Upstream has four images for two platforms each, ${Math.round(total / 1e6)} MB in all; ECR is empty. images.yaml:`,
  )
  console.log(file)

  say('The action runs as GitHub runs it: `command: mirror`, with a role to assume.')
  const first = await step()
  say('Its job summary:')
  console.log(first.summary)
  check(first.exitCode === 0, 'the step failed')
  for (const name of Object.keys(images))
    check(ecr.registry.isComplete(`langfuse/${name}`, '1.0'), `${name} is not complete`)

  say('It runs again, with nothing new upstream.')
  const fetched = source.requests.length
  const second = await step()
  check(second.outputs['copied'] === '0', 'something was copied twice')
  check(source.requests.length === fetched, 'the source was asked')
  console.log(`\nAsked of the source: nothing. Sent: ${second.outputs['bytes'] ?? '?'} bytes.`)

  await deploy(first.outputs['images'] ?? '{}')

  say(
    'Look next at README.md (use it in a workflow), src/commands (how it goes) and `npm test` (what it withstands).',
  )
}

function step(): Promise<StepResult> {
  return runStep({
    node: NODE,
    inputs: { command: 'mirror', 'aws-region': 'eu-central-1', 'role-to-assume': ROLE },
    env: ecr.aws.env,
    files: { 'images.yaml': file },
    onLog: show,
  })
}
