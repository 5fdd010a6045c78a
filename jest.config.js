import { availableParallelism } from 'node:os'

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-transform.js' },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Only a test that hangs takes as long, however slow the machine is.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/scripts/test-sequencer.js',
  // Two more than cores: the long files that apply the stack mostly wait for Terraform's provider.
  maxWorkers: availableParallelism() + 2,
}
