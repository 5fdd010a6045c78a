import { Terraform } from '../../src/terraform/cli'
import { terraformEnv } from './environment'

// Applies a plan in a process that a test can kill: node --import tsx parent-process.ts DIRECTORY FOLDER PLAN
const [directory = '', folder = '', planFile = ''] = process.argv.slice(2)
const terraform = new Terraform(directory, {
  program: 'terraform',
  version: '1.11.4',
  env: terraformEnv(),
  folder,
  onEvent: () => undefined,
  redact: (text) => text,
  addSecrets: () => undefined,
})
await terraform.apply(planFile)
