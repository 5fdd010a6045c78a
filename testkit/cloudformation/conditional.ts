/** A JSON value, which is also CloudFormation's form of it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The form of a value if a condition of the template holds. */
export interface Variant {
  readonly condition: string
  readonly value: Json
}

export const NO_VALUE: Json = { Ref: 'AWS::NoValue' }

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value !== NO_VALUE

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Whether a list has one object without a name: the only statement of a trust policy. */
const isSingle = (value: Json): value is readonly [{ readonly [key: string]: Json }] =>
  isList(value) && value.length === 1 && isObject(value[0] ?? null) && nameOf(value[0] ?? null) === undefined

const isEqual = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Returns what makes an element the same in two lists: the Sid of a statement, the name of a policy, otherwise all of it. */
const identityOf = (element: Json): string => nameOf(element) ?? JSON.stringify(element)

function nameOf(element: Json): string | undefined {
  const name = isObject(element) ? (element['Sid'] ?? element['PolicyName']) : undefined
  return typeof name === 'string' ? name : undefined
}

/** Returns a value that is the base, or a variant where its condition holds: Fn::If at the deepest place that differs. */
export function combineVariants(base: Json, variants: readonly Variant[]): Json {
  const changed = variants.filter(({ value }) => !isEqual(value, base))
  if (changed.length === 0) return base
  const values = [base, ...changed.map(({ value }) => value)]
  if (values.every(isObject)) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value)))]
    const at = (value: Json, key: string): Json => (isObject(value) ? (value[key] ?? NO_VALUE) : NO_VALUE)
    return Object.fromEntries(
      keys.map((key) => [
        key,
        combineVariants(
          at(base, key),
          changed.map((one) => ({ ...one, value: at(one.value, key) })),
        ),
      ]),
    )
  }
  if (isSingle(base) && changed.every(({ value }) => isSingle(value)))
    return [
      combineVariants(
        base[0],
        changed.map((one) => ({ ...one, value: isSingle(one.value) ? one.value[0] : NO_VALUE })),
      ),
    ]
  if (values.every(isList)) return combineLists(base as readonly Json[], changed)
  return changed.reduce<Json>((rest, { condition, value }) => ({ 'Fn::If': [condition, value, rest] }), base)
}

function combineLists(base: readonly Json[], variants: readonly Variant[]): Json {
  const names = base.map(identityOf)
  /** Elements of variants only, by the number of base elements before them. */
  const added = new Map<number, Json[]>()
  const matched = variants.map(({ condition, value }) => {
    const found = new Map<string, Json>()
    let position = 0
    for (const element of value as readonly Json[]) {
      const at = names.indexOf(identityOf(element))
      if (at === -1) {
        const list = added.get(position) ?? []
        added.set(position, [...list, { 'Fn::If': [condition, element, NO_VALUE] }])
      } else {
        found.set(identityOf(element), element)
        position = at + 1
      }
    }
    return { condition, found }
  })
  const elements = base.map((element, index) =>
    combineVariants(
      element,
      matched.map(({ condition, found }) => ({
        condition,
        value: found.get(names[index] ?? '') ?? NO_VALUE,
      })),
    ),
  )
  return [
    ...(added.get(0) ?? []),
    ...elements.flatMap((element, index) => [element, ...(added.get(index + 1) ?? [])]),
  ]
}
