/** A text in words. */
export interface ShellWords {
  /** As far as the text is well formed. */
  readonly words: readonly string[]
  /** False if a quote or a parenthesis is not closed. */
  readonly isComplete: boolean
}

const SPACE = /[ \t\r\n]/
const OPERATOR = /[;&|<>]/

/**
 * Splits a text as Terraform and OpenTofu split `TF_CLI_ARGS`: the rules of mattn/go-shellwords, without substitutions.
 * A backslash protects any character, also in double quotes, and the text ends at an operator of the shell.
 */
export function splitShellWords(text: string): ShellWords {
  const words: string[] = []
  let word: string | undefined
  let isEscaped = false
  let quote: string | undefined
  /** The character that ends a substitution, which stays in the word. */
  let end: '`' | ')' | undefined
  for (const char of text) {
    const isPlain = quote === undefined && end === undefined
    if (isEscaped) {
      word = (word ?? '') + char
      isEscaped = false
    } else if (char === '\\' && quote !== "'") {
      isEscaped = true
    } else if (isPlain && SPACE.test(char)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (isQuote(char) && end !== ')' && (quote ?? char) === char) {
      if (quote !== undefined) word ??= ''
      quote = quote === undefined ? char : undefined
    } else if (isPlain && OPERATOR.test(char)) {
      // A number before `>` is a file descriptor.
      if (char === '>' && /^[0-9]/.test(word ?? '')) word = undefined
      break
    } else if (quote === undefined && char === '(' && end !== '`') {
      if (end === ')' || word?.endsWith('$') !== true) return { words, isComplete: false }
      end = ')'
      word += char
    } else {
      if (quote === undefined && char === '`' && end !== ')') end = end === '`' ? undefined : '`'
      if (quote === undefined && char === ')' && end !== '`') end = end === ')' ? undefined : ')'
      word = (word ?? '') + char
    }
  }
  if (word !== undefined) words.push(word)
  return { words, isComplete: !isEscaped && quote === undefined && end === undefined }
}

const isQuote = (char: string): boolean => char === '"' || char === "'"
