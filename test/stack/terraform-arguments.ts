export interface UsedArgument {
  /** With the prefix `data.` for a data source. */
  readonly type: string
  /** Name, with those of the blocks around it: `access_logs.bucket`. */
  readonly path: string
}

const META = /^(?:count|depends_on|for_each|iterator|provider|lifecycle|provisioner|connection)$/

/** Brackets outside of texts. */
const opened = (line: string): number => {
  const code = line.replace(/"(?:\\.|[^"\\])*"/g, '').replace(/#.*$/, '')
  return code.replace(/[^([{]/g, '').length - code.replace(/[^)\]}]/g, '').length
}

/** Returns the arguments and blocks of AWS resources and data sources in a file that `terraform fmt` has formatted. */
export function argumentsOf(text: string): UsedArgument[] {
  return [...text.matchAll(/^(resource|data) "(aws_\w+)" "\w+" \{\n([^]*?)^\}/gm)].flatMap(
    ([, kind, type = '', body = '']) =>
      pathsOf(body).map((path) => ({ type: kind === 'data' ? `data.${type}` : type, path })),
  )
}

function pathsOf(body: string): string[] {
  const paths: string[] = []
  const blocks: string[] = []
  let depth = 0
  let heredoc: string | undefined
  for (const line of body.split('\n')) {
    if (heredoc !== undefined) {
      if (line.trim() === heredoc) heredoc = undefined
      continue
    }
    heredoc = /<<-?(\w+)$/.exec(line)?.[1]
    const [, dynamic, block] = /^\s*(?:dynamic "(\w+)"|(\w+)(?: "\w+")?) \{$/.exec(line) ?? []
    const name = depth > 0 ? undefined : (dynamic ?? block)
    const argument = depth > 0 || name !== undefined ? undefined : /^\s*(\w+) += /.exec(line)?.[1]
    if (name !== undefined) {
      blocks.push(name)
      paths.push(pathOf(blocks))
    } else if (depth === 0 && line.trim() === '}') blocks.pop()
    else {
      if (argument !== undefined) paths.push(pathOf([...blocks, argument]))
      depth += opened(line)
    }
  }
  return [...new Set(paths)].filter((path) => path !== '')
}

/** Empty for what belongs to Terraform. */
const pathOf = (names: readonly string[]): string =>
  names.some((name) => META.test(name)) ? '' : names.filter((name) => name !== 'content').join('.')
