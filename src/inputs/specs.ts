import type { InputSpec } from './reader'

/** Values of the input `command`. */
export const COMMANDS = ['mirror', 'plan', 'apply', 'verify', 'refresh', 'drift'] as const

const everyCommand: InputSpec = { commands: COMMANDS }
const mirrorOnly: InputSpec = { commands: ['mirror'] }
const refreshOnly: InputSpec = { commands: ['refresh'] }
const usesImages: InputSpec = { commands: ['mirror', 'refresh'] }
const usesPlan: InputSpec = { commands: ['plan', 'apply'] }
const usesStack: InputSpec = { commands: ['plan', 'apply', 'drift'] }
const usesRoot: InputSpec = { commands: ['plan', 'apply', 'verify', 'drift'] }
const verifyOnly: InputSpec = { commands: ['verify'] }

/** All inputs, in the order of action.yml. */
export const SPECS: Readonly<Record<string, InputSpec>> = {
  command: everyCommand,
  'aws-region': everyCommand,
  'role-to-assume': everyCommand,
  'role-session-name': everyCommand,
  'role-duration-seconds': { ...everyCommand, default: '3600' },
  'allowed-account-ids': everyCommand,
  images: { commands: ['mirror', 'verify', 'refresh'], default: 'images.yaml' },
  only: usesImages,
  registry: mirrorOnly,
  prefix: { ...usesImages, default: 'langfuse' },
  'create-repositories': { ...mirrorOnly, default: 'true' },
  'include-referrers': { ...mirrorOnly, default: 'false' },
  referrers: { ...mirrorOnly, default: 'best-effort' },
  force: { ...mirrorOnly, default: 'false' },
  concurrency: mirrorOnly,
  'dry-run': { ...usesImages, default: 'false' },
  // The runner passes the job's token to every command, as the default in action.yml.
  'github-token': everyCommand,
  'working-directory': { ...usesRoot, default: 'terraform/langfuse' },
  stack: usesRoot,
  engine: { ...usesRoot, default: 'auto' },
  'terraform-version': usesRoot,
  'backend-config': usesRoot,
  'var-file': usesStack,
  variables: { ...usesStack, isQuoted: false },
  target: usesPlan,
  replace: usesPlan,
  invoke: usesPlan,
  workspace: usesRoot,
  parallelism: { ...usesStack, default: '10' },
  'lock-timeout': { ...usesStack, default: '5m' },
  'allow-destroy': usesPlan,
  'stateful-types': usesPlan,
  'plan-records': usesPlan,
  'plan-twice': { commands: ['plan'], default: 'false' },
  'pull-request-number': { commands: ['plan'] },
  'pull-request-sha': { commands: ['plan'] },
  comment: { commands: ['plan'], default: 'always' },
  'require-review': { commands: ['apply'], default: 'auto' },
  'deploy-branch': { commands: ['apply', 'drift'] },
  'sensitive-outputs': { commands: ['apply'] },
  url: verifyOnly,
  'public-key': verifyOnly,
  'secret-key': verifyOnly,
  'terraform-outputs': verifyOnly,
  timeout: { ...verifyOnly, default: '300' },
  'revert-to': verifyOnly,
  mode: { ...refreshOnly, default: 'pull-request' },
  'deploy-workflow': refreshOnly,
  'min-age': { ...refreshOnly, default: '3d' },
  branch: { ...refreshOnly, default: 'langfuse-deploy/refresh' },
  dashboard: { ...refreshOnly, default: 'false' },
  'scan-findings': { ...refreshOnly, default: 'false' },
}
