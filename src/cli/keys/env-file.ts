/**
 * Sets variables in the text of an `.env` file, each time that they occur. Other lines and their order are kept; missing variables
 * are added.
 *
 * @param text content of the file; an empty text for a new file
 */
export function setVariables(text: string, variables: Readonly<Record<string, string>>): string {
  const missing = new Map(Object.entries(variables))
  const lines = text.split('\n').map((line) => {
    const [, name = ''] = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line) ?? []
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined
    if (value === undefined) return line
    missing.delete(name)
    return `${name}=${value}`
  })
  if (lines.at(-1) === '') lines.pop()
  return [...lines, ...[...missing].map(([name, value]) => `${name}=${value}`), ''].join('\n')
}
