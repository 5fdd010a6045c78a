/** A managed resource instance in the output of `terraform show -json`. */
export interface Resource {
  readonly address: string
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
}

interface StateModule {
  readonly resources?: readonly (Resource & { readonly mode: string })[]
  readonly child_modules?: readonly StateModule[]
}

/**
 * Reads the managed resources of a state, including those of child modules.
 *
 * @param text output of `terraform show -json`
 */
export function parseState(text: string): readonly Resource[] {
  const { values } = JSON.parse(text) as { values?: { root_module?: StateModule } }
  return [...listResources(values?.root_module ?? {})]
}

function* listResources({ resources = [], child_modules = [] }: StateModule): Generator<Resource> {
  yield* resources.filter(({ mode }) => mode === 'managed')
  for (const child of child_modules) yield* listResources(child)
}
