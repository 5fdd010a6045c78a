import { Terraform } from '../../src/terraform/cli'
import { terraformEnv } from './environment'

// A process that applies and may be killed at it: node --import tsx terraform-parent.ts DIRECTORY FOLDER PLAN
const [directory = '', folder = '', planFile = ''] = process.argv.slice(2)
const terraform = new Terraform(directory, {
  program: 'terraform',
  version: '1.11.4',
  env: terraformEnv(),
  folder,
  onEvent: () => undefined,
  redact: (text) => text,
  learn: () => undefined,
})
await terraform.apply(planFile)
