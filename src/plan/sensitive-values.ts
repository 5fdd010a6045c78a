import { isRecord } from '../text/json'
import { field, isList, listField } from './json'

/**
 * Every string and number that the plan marks as sensitive, anywhere in it.
 * Marks get lost on the way through providers (`terraform_data.output` has none of its input's),
 * so a value that is secret in one place must be kept from showing in another.
 */
export function secretsOf(plan: unknown): string[] {
  const found = new Set<string>()
  for (const change of [...listField(plan, 'resource_changes'), ...listField(plan, 'resource_drift')]) {
    collectChange(field(change, 'change'), found)
  }
  for (const deferred of listField(plan, 'deferred_changes')) {
    collectChange(field(field(deferred, 'resource_change'), 'change'), found)
  }
  const outputs = field(plan, 'output_changes')
  if (isRecord(outputs)) for (const change of Object.values(outputs)) collectChange(change, found)
  collectValues(field(plan, 'planned_values'), found)
  collectValues(field(field(plan, 'prior_state'), 'values'), found)
  collectVariables(plan, found)
  return [...found]
}

/** The same of what `terraform show -json` says of a state. */
export function secretsOfState(state: unknown): string[] {
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

/** The prior state also holds data sources, which have no change of their own. */
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

/** @param mark true for a value that is sensitive as a whole, else a structure of marks like the value's own */
function collect(value: unknown, mark: unknown, found: Set<string>): void {
  if (mark === undefined || mark === false || value === undefined || value === null) return
  if (isList(value)) {
    value.forEach((item, index) => {
      collect(item, mark === true || (isList(mark) && mark[index]), found)
    })
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) collect(item, mark === true || field(mark, key), found)
  } else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
    found.add(String(value))
  }
}
