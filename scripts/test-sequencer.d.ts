export const LONG_FILES: readonly string[]
export default class TestSequencer {
  sort<T extends object>(tests: readonly T[]): T[]
}
