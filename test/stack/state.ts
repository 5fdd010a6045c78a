/** One instance of a resource that Terraform manages, as `terraform show -json` has it. */
export interface Resource {
  readonly address: string
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
}

interface StateModule {
  readonly resources?: readonly (Resource & { readonly mode: string })[]
  readonly child_modules?: readonly StateModule[]
}

/** @param text what `terraform show -json` prints */
export function parseState(text: string): readonly Resource[] {
  const { values } = JSON.parse(text) as { values?: { root_module?: StateModule } }
  return [...resourcesOf(values?.root_module ?? {})]
}

function* resourcesOf({ resources = [], child_modules = [] }: StateModule): Generator<Resource> {
  yield* resources.filter(({ mode }) => mode === 'managed')
  for (const child of child_modules) yield* resourcesOf(child)
}
