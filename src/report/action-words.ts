import { code } from '../text/markdown'

interface Words {
  readonly sign: string
  /** `It is …`, `it was to be …`. */
  readonly past: string
}

/** Of Terraform's events and of plans, which have different names for some. */
const WORDS: ReadonlyMap<string, Words> = new Map([
  ['create', { sign: '🟢', past: 'created' }],
  ['update', { sign: '🟡', past: 'updated' }],
  ['replace', { sign: '🟠', past: 'replaced' }],
  ['delete', { sign: '🔴', past: 'destroyed' }],
  ['read', { sign: '🔵', past: 'read' }],
  ['import', { sign: '🔵', past: 'imported' }],
  ['move', { sign: '⚪', past: 'moved' }],
  ['forget', { sign: '⚪', past: 'forgotten' }],
  ['remove', { sign: '⚪', past: 'forgotten' }],
  ['noop', { sign: '⚪', past: 'left as it is' }],
  ['no-op', { sign: '⚪', past: 'moved or imported' }],
])

/** What an action is called once it is done; of one that is newer than this program, its own name. */
export const wordsOf = (action: string): Words =>
  WORDS.get(action) ?? { sign: '⚪', past: `changed (${code(action)})` }
