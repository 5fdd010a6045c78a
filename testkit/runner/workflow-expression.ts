import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** Contexts of expressions by name: `github`, `vars`, `needs` and others. */
export type Contexts = Readonly<Record<string, unknown>>

export type Status = 'success' | 'failure'

const EXPRESSION = /\$\{\{(.*?)\}\}/gs
const STATUS_FUNCTION = /\b(?:success|failure|always|cancelled)\s*\(/

/** Replaces the expressions of a text with their values, by GitHub's own evaluator. */
export const fill = (text: string, contexts: Contexts, status: Status = 'success'): string =>
  text.replaceAll(EXPRESSION, (_, expression: string) => evaluate(expression, contexts, status))

/** Evaluates a text that is one expression, as in `${{ fromJSON(needs.refresh.outputs.pulls) }}`. */
export function evaluateJson(text: string, contexts: Contexts): unknown {
  const expression = text.replaceAll(EXPRESSION, '$1')
  return JSON.parse(evaluate(`toJSON(${expression.trim()})`, contexts, 'success'))
}

/** Values by path, such as `vars.PLAN_ROLE`; undefined is an empty text. */
export type Known = Readonly<Record<string, string | undefined>>

/**
 * Replaces expressions with values from a complete list.
 *
 * @throws Error for an unknown path, which a runner would evaluate to an empty text
 */
export function fillKnown(text: string, known: Known): string {
  for (const [, expression = ''] of text.matchAll(EXPRESSION))
    for (const [path] of expression.replaceAll(/'[^']*'/g, '').matchAll(/\b[a-z]+(?:\.[\w-]+)+/g))
      if (!(path in known)) throw new Error(`unknown path ${path}`)
  const contexts = {}
  for (const [path, value] of Object.entries(known)) put(contexts, path.split('.'), value ?? '')
  return fill(text, contexts)
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) into[name] = value
  else put((into[name] ??= {}) as Record<string, unknown>, rest, value)
}

/** Evaluates `if` of a job or a step; a condition without a status function implies `success()`. */
export function isMet(condition: unknown, contexts: Contexts, status: Status): boolean {
  const asked = typeof condition === 'string' ? condition : 'success()'
  const bare = asked.replaceAll(EXPRESSION, '$1')
  const whole = STATUS_FUNCTION.test(bare) ? bare : `success() && (${bare})`
  return evaluate(`(${whole}) && true || false`, contexts, status) === 'true'
}

function evaluate(expression: string, contexts: Contexts, status: Status): string {
  const answers = {
    always: true,
    cancelled: false,
    success: status === 'success',
    failure: status === 'failure',
  }
  const functions = [
    ...Object.entries(answers).map(([name, holds]) => ({
      name,
      minArgs: 0,
      maxArgs: 0,
      call: () => new data.BooleanData(holds),
    })),
    // Keys of caches, which the runner of the testkit does not have.
    { name: 'hashFiles', minArgs: 1, maxArgs: 255, call: () => new data.StringData('hash') },
  ]
  const { tokens } = new Lexer(expression.trim()).lex()
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse()
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]))
  return new Evaluator(parsed, values, byName).evaluate().coerceString()
}
