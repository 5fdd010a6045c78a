import type { InputSpec } from './reader'

export const COMMANDS = ['mirror', 'plan', 'apply', 'verify', 'refresh', 'drift'] as const

const all: InputSpec = { commands: COMMANDS }
const mirror: InputSpec = { commands: ['mirror'] }
const refresh: InputSpec = { commands: ['refresh'] }
/** What is done with the file of images. */
const file: InputSpec = { commands: ['mirror', 'refresh'] }
/** What is done with a plan. */
const change: InputSpec = { commands: ['plan', 'apply'] }
const stack: InputSpec = { commands: ['plan', 'apply', 'drift'] }
/** What it takes to read the outputs of a stack as well. */
const root: InputSpec = { commands: ['plan', 'apply', 'verify', 'drift'] }
const verify: InputSpec = { commands: ['verify'] }

/** What action.yml says of each input, in its order. */
export const SPECS: Readonly<Record<string, InputSpec>> = {
  command: all,
  'aws-region': all,
  'role-to-assume': all,
  'role-duration': { ...all, default: '3600' },
  'allowed-account-ids': all,
  images: { commands: ['mirror', 'verify', 'refresh'], default: 'images.yaml' },
  only: file,
  registry: mirror,
  prefix: { ...mirror, default: 'langfuse' },
  'create-repositories': { ...mirror, default: 'true' },
  'include-referrers': { ...mirror, default: 'false' },
  concurrency: { ...mirror, default: '8' },
  'dry-run': { ...file, default: 'false' },
  // Its default is the token of the job, which is there for every command.
  'github-token': all,
  'working-directory': { ...root, default: 'terraform/langfuse' },
  stack: root,
  'terraform-version': root,
  'backend-config': root,
  'var-file': stack,
  variables: stack,
  target: stack,
  replace: stack,
  workspace: root,
  parallelism: { ...stack, default: '10' },
  'lock-timeout': { ...stack, default: '5m' },
  'allow-destroy': change,
  'stateful-types': change,
  'plan-records': change,
  'pull-request-number': { commands: ['plan'] },
  'pull-request-sha': { commands: ['plan'] },
  comment: { commands: ['plan'], default: 'always' },
  'require-review': { commands: ['apply'], default: 'false' },
  'sensitive-outputs': { commands: ['apply'] },
  url: verify,
  'public-key': verify,
  'secret-key': verify,
  timeout: { ...verify, default: '300' },
  mode: { ...refresh, default: 'pull-request' },
  'deploy-workflow': refresh,
  'min-age': { ...refresh, default: '3d' },
  branch: { ...refresh, default: 'langfuse-deploy/refresh' },
}
