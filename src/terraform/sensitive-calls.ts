import { parseExpression } from './configuration-block'
import { type Token, tokenize } from './install/hcl'

/** Arguments of `sensitive()`. The plan has no values of local values. */
export interface SensitiveCalls {
  readonly literals: readonly string[]
  /** Names of variables. */
  readonly variables: readonly string[]
  /** Paths of files, which may begin with `${path.module}`. */
  readonly files: readonly string[]
}

const CALL = /\bsensitive\s*\(/
const FILE = /\bfile(?:base64)?\(\s*"((?:\$\{path\.(?:module|root)\})?[^"$\\]+)"\s*\)/g
/** Without calls, references and indexes, whose words are no secrets. */
const IS_LITERAL = /^(?![^]*[\w)\]]\s*[([])(?![^]*\b(?:var|local|data|module|each|self)\.)/

/** Finds calls of `sensitive()` in the source of an expression. */
export function sensitiveCalls(source: string): SensitiveCalls {
  const found = CALL.test(source) ? callsIn(source, tokenize(source)) : []
  return {
    literals: found.flatMap(({ literals }) => literals),
    variables: found.flatMap(({ variables }) => variables),
    files: found.flatMap(({ files }) => files),
  }
}

function callsIn(source: string, tokens: readonly Token[]): SensitiveCalls[] {
  return tokens.flatMap(({ kind, text, start, end }, at) => {
    // A string with an interpolation is one token.
    if (kind === 'template') return [sensitiveCalls(source.slice(start + 1, end - 1))]
    const bracket = tokens[at + 1]
    if (kind !== 'word' || text !== 'sensitive' || bracket?.text !== '(') return []
    return [readArgument(source.slice(bracket.end, endOfCall(tokens, at + 2)).trim())]
  })
}

function readArgument(argument: string): SensitiveCalls {
  const [, variable] = /^var\.([\w-]+)$/.exec(argument) ?? []
  return {
    literals: IS_LITERAL.test(argument) ? parseExpression(argument).literals : [],
    variables: variable === undefined ? [] : [variable],
    files: [...argument.matchAll(FILE)].map(([, path = '']) => path.replace('${path.root}/', '')),
  }
}

/** Returns the position of the bracket that closes a call. */
function endOfCall(tokens: readonly Token[], first: number): number | undefined {
  let depth = 1
  for (const { kind, start } of tokens.slice(first)) {
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (depth === 0) return start
  }
  return undefined
}
