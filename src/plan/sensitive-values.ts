import { isRecord } from '../text/json'
import { field, isList, listField } from './json'

/**
 * Returns every value that a plan marks as sensitive, to redact it everywhere: providers lose marks
 * (`terraform_data.output` has none of its input's).
 *
 * @param plan parsed JSON
 */
export function sensitiveValues(plan: unknown): string[] {
  const found = new Set<string>()
  for (const change of [...listField(plan, 'resource_changes'), ...listField(plan, 'resource_drift')]) {
    collectChange(field(change, 'change'), found)
  }
  for (const deferred of listField(plan, 'deferred_changes')) {
    collectChange(field(field(deferred, 'resource_change'), 'change'), found)
  }
  const deferredActions = listField(plan, 'deferred_action_invocations')
  const actions = deferredActions.map((one) => field(one, 'action_invocation') ?? one)
  for (const action of [...listField(plan, 'action_invocations'), ...actions])
    collect(field(action, 'config_values'), field(action, 'config_sensitive'), found)
  const outputs = field(plan, 'output_changes')
  if (isRecord(outputs)) for (const change of Object.values(outputs)) collectChange(change, found)
  collectValues(field(plan, 'planned_values'), found)
  collectValues(field(field(plan, 'prior_state'), 'values'), found)
  collectVariables(plan, found)
  return [...found]
}

/** Returns every value that a state marks as sensitive. */
export function sensitiveStateValues(state: unknown): string[] {
  const found = new Set<string>()
  collectValues(field(state, 'values'), found)
  return [...found]
}

function collectValues(values: unknown, found: Set<string>): void {
  collectOutputs(field(values, 'outputs'), found)
  collectModule(field(values, 'root_module'), found)
}

function collectChange(change: unknown, found: Set<string>): void {
  collect(field(change, 'before'), field(change, 'before_sensitive'), found)
  collect(field(change, 'after'), field(change, 'after_sensitive'), found)
}

function collectOutputs(outputs: unknown, found: Set<string>): void {
  if (!isRecord(outputs)) return
  for (const output of Object.values(outputs)) {
    collect(field(output, 'value'), field(output, 'sensitive'), found)
  }
}

function collectModule(module: unknown, found: Set<string>): void {
  for (const resource of listField(module, 'resources')) {
    collect(field(resource, 'values'), field(resource, 'sensitive_values'), found)
  }
  for (const child of listField(module, 'child_modules')) collectModule(child, found)
}

function collectVariables(plan: unknown, found: Set<string>): void {
  const declared = field(field(field(plan, 'configuration'), 'root_module'), 'variables')
  if (!isRecord(declared)) return
  for (const [name, variable] of Object.entries(declared)) {
    const given = field(field(field(plan, 'variables'), name), 'value') ?? field(variable, 'default')
    collect(given, field(variable, 'sensitive'), found)
  }
}

/** The key of a sensitive map that is a name is no secret: `password`, `db_password`, `web-1`. */
const isName = (key: string): boolean => /^[a-z]{1,20}(?:[_ .-][a-z]{1,20}){0,9}[_-]?\d{0,3}$/i.test(key)

/** @param mark true, or a mask with the structure of the value */
function collect(value: unknown, mark: unknown, found: Set<string>): void {
  if (mark === undefined || mark === false || value === undefined || value === null) return
  if (isList(value)) {
    value.forEach((item, index) => {
      collect(item, mark === true || (isList(mark) && mark[index]), found)
    })
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (mark === true && !isName(key)) found.add(key)
      collect(item, mark === true || field(mark, key), found)
    }
  } else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
    found.add(String(value))
  }
}
