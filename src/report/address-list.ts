/** Instances of one resource in one line. */
export interface AddressLine {
  /** `aws_instance.web[0…99]`, `aws_subnet.one["a", "b"]`. */
  readonly text: string
  readonly count: number
}

const MAX_LINE_LENGTH = 200
const INSTANCE = /^(.+)\[("(?:[^"\\]|\\.)*"|\d+)\]$/s

/** Joins the instances of each resource, in the order of the first one. */
export function compactAddresses(addresses: readonly string[]): AddressLine[] {
  const groups = new Map<string, string[]>()
  for (const address of addresses) {
    const [, resource = address, key] = INSTANCE.exec(address) ?? []
    const keys = groups.get(resource) ?? []
    groups.set(resource, keys)
    keys.push(key ?? '')
  }
  return [...groups].flatMap(([resource, keys]) => groupLines(resource, keys))
}

function groupLines(resource: string, keys: readonly string[]): AddressLine[] {
  const single = keys.filter((key) => key === '').map(() => ({ text: resource, count: 1 }))
  const numbers = keys.filter((key) => /^\d/.test(key)).map(Number)
  const pieces = [
    ...ranges(numbers),
    ...keys.filter((key) => key.startsWith('"')).map((text) => ({ text, count: 1 })),
  ]
  const lines: AddressLine[] = []
  let open: AddressLine | undefined
  for (const { text, count } of pieces) {
    const joined = open === undefined ? text : `${open.text}, ${text}`
    if (open !== undefined && resource.length + joined.length > MAX_LINE_LENGTH) {
      lines.push(open)
      open = { text, count }
    } else open = { text: joined, count: count + (open?.count ?? 0) }
  }
  if (open !== undefined) lines.push(open)
  return [...single, ...lines.map(({ text, count }) => ({ text: `${resource}[${text}]`, count }))]
}

/** Joins consecutive indexes: `0…99`. */
function ranges(numbers: readonly number[]): AddressLine[] {
  const found: [first: number, last: number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const open = found.at(-1)
    if (open !== undefined && number === open[1] + 1) open[1] = number
    else found.push([number, number])
  }
  return found.map(([first, last]) => ({
    text: first === last ? `${first}` : `${first}…${last}`,
    count: last - first + 1,
  }))
}
