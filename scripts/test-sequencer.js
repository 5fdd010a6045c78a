import { posix, relative, sep } from 'node:path'
import Sequencer from '@jest/test-sequencer'

/**
 * Test files that take more than a minute, long ones first. Without durations of an earlier run, jest starts with the largest
 * files, and a long one that starts late runs alone at the end.
 */
export const LONG_FILES = [
  'test/e2e/workflows.test.ts',
  'test/e2e/stack.test.ts',
  'test/e2e/features.test.ts',
  'test/e2e/tiny.test.ts',
  'test/e2e/environments.test.ts',
  'test/e2e/init.test.ts',
  'test/cli/init-run.test.ts',
  'test/e2e/guard.test.ts',
  'test/cli/init-terminal.test.ts',
  'test/e2e/settings.test.ts',
  'test/e2e/cancel.test.ts',
  'test/examples/tracing.test.ts',
  'test/e2e/plan-apply.test.ts',
]

/** Starts long files first, then orders as jest does. */
export default class TestSequencer extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}

function rank({ path, context }) {
  const name = relative(context.config.rootDir, path).split(sep).join(posix.sep)
  const index = LONG_FILES.indexOf(name)
  return index === -1 ? LONG_FILES.length : index
}
