import type { CliRuntime } from '../../src/cli/runtime'
import { compileProgram } from '../../scripts/programs.js'

/** Compiles the programs as the build does. */
export const readProgram: CliRuntime['readProgram'] = (name) =>
  Promise.resolve({ start: compileProgram('start'), source: compileProgram(name) })
