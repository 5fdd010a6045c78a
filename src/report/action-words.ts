import { codeSpan } from '../text/markdown'

interface ActionWords {
  readonly icon: string
  readonly participle: string
}

/** Plans and apply events name some actions differently. */
const ACTION_WORDS: ReadonlyMap<string, ActionWords> = new Map([
  ['create', { icon: '🟢', participle: 'created' }],
  ['update', { icon: '🟡', participle: 'updated' }],
  ['replace', { icon: '🟠', participle: 'replaced' }],
  ['delete', { icon: '🔴', participle: 'destroyed' }],
  ['read', { icon: '🔵', participle: 'read' }],
  ['import', { icon: '🔵', participle: 'imported' }],
  ['move', { icon: '⚪', participle: 'moved' }],
  ['forget', { icon: '⚪', participle: 'forgotten' }],
  ['remove', { icon: '⚪', participle: 'forgotten' }],
  ['noop', { icon: '⚪', participle: 'left unchanged' }],
  ['no-op', { icon: '⚪', participle: 'moved or imported' }],
])

/** Returns an icon and a participle; an unknown action keeps its name. */
export const actionWords = (action: string): ActionWords =>
  ACTION_WORDS.get(action) ?? { icon: '⚪', participle: `changed (${codeSpan(action)})` }
