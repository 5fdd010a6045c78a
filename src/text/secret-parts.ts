import { isRecord, parseJson } from './json'

/** Longer texts are documents, not secrets. */
const MAX_STRUCTURED_LENGTH = 64 * 1024
const MAX_DEPTH = 20
/** A URL in a JSON string in a line of an `.env` file in Base64. */
const MAX_NESTED_FORMATS = 4

/**
 * Returns the values inside of a structured secret, at all depths: JSON, YAML, `.env`, INI and `key=value` texts,
 * connection strings, URLs, HTTP headers, and these in Base64. Keys and host names of URLs are no parts.
 */
export function secretParts(secret: string): string[] {
  const found = new Set<string>()
  if (secret.length <= MAX_STRUCTURED_LENGTH) addParts(secret, found, MAX_NESTED_FORMATS)
  found.delete(secret)
  return [...found]
}

// `//` begins the rest of a URL after its scheme.
function addParts(text: string, found: Set<string>, formats: number): void {
  if (formats === 0) return
  for (const part of partsOf(text)) {
    const clean = part.trim()
    if (clean === text || clean === '' || isPublic(clean) || clean.startsWith('//')) continue
    const isKnown = found.has(clean)
    found.add(clean)
    if (!isKnown) addParts(clean, found, formats - 1)
  }
}

/** A Region is in every ARN. */
const isPublic = (text: string): boolean => /^[a-z]{2,3}(?:-[a-z]{2,10}){1,3}-\d$/.test(text)

function partsOf(text: string): string[] {
  const json = /^\s*[{["]/.test(text) ? parseJson(text) : undefined
  if (json !== undefined) return leavesOf(json, 0)
  return [...urlPasswords(text), ...text.split(/\r?\n/).flatMap(lineParts), ...base64Parts(text)]
}

function leavesOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => leavesOf(item, depth + 1))
  return isRecord(value) ? Object.values(value).flatMap((item) => leavesOf(item, depth + 1)) : []
}

const USER_INFORMATION = /\b[a-z][a-z\d+.-]{0,30}:\/\/([^\s/?#@"'<>]{1,4096})@/gi
/** A user name that is as long as a token, as in `https://<token>@github.com`. */
const MIN_TOKEN_LENGTH = 20

/** Returns password or token of URLs, as written and decoded. */
export function urlPasswords(text: string): string[] {
  return [...text.matchAll(USER_INFORMATION)].flatMap(([, information = '']) => {
    const at = information.indexOf(':')
    const [user, password] =
      at < 0 ? [information, ''] : [information.slice(0, at), information.slice(at + 1)]
    const isToken = at < 0 || user.length >= MIN_TOKEN_LENGTH
    return [password, ...(isToken ? [user] : [])].flatMap((part) => [part, decoded(part)])
  })
}

/** Pairs in one line: `Server=db;Password={a;b}`, `host=db password='a b'`, `?user=a&password=b`, `{a: b, c: d}`. */
const PAIR = /[\w.-]{1,40}\s?[:=]\s?("(?:[^"\\]|\\.){0,1000}"|'[^']{0,1000}'|\{[^}]{0,1000}\}|[^\s;,&"'{}]+)/g
const SCHEME = /^(?:bearer|basic|token|digest) +(\S+)$/i

function lineParts(line: string): string[] {
  const pairs = [...line.matchAll(PAIR)].map(([, found = '']) => found)
  const scheme = SCHEME.exec(line)?.[1]
  return [...lineValue(line), ...pairs, ...(scheme === undefined ? [] : [scheme])].flatMap((part) => [
    unquoted(part),
    decoded(unquoted(part)),
  ])
}

/** Returns the value of `key: value`, `export KEY=value` or `- item`, with and without a comment. */
function lineValue(line: string): string[] {
  let item = line.trim()
  while (item.startsWith('- ')) item = item.slice(2).trimStart()
  const key = /^["']?[^:=]{1,100}[:=]/.exec(item)?.[0] ?? ''
  if (key === '' && item === line.trim()) return []
  const value = item.slice(key.length).trim()
  return [...(item === line.trim() ? [] : [item, withoutComment(item)]), value, withoutComment(value)]
}

const withoutComment = (value: string): string =>
  (/^["']/.test(value) ? /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(value)?.[0] : value.split(/\s#/, 1)[0]) ??
  value

function unquoted(text: string): string {
  const value = text.trim()
  const [first = '', last = ''] = [value[0], value.at(-1)]
  if (value.length < 2 || !['""', "''", '{}'].includes(first + last)) return value
  const inside = value.slice(1, -1)
  const json = first === '"' ? parseJson(value) : undefined
  return typeof json === 'string' ? json : inside
}

/** Docker, Kubernetes and HTTP encode `user:password`. */
function base64Parts(text: string): string[] {
  if (!/^[\w+/-]{8,}={0,2}$/.test(text)) return []
  const bytes = Buffer.from(text, 'base64')
  const plain = bytes.toString('utf8')
  // Otherwise the text is a random key.
  return /^[\t\r\n -~]{4,}$/.test(plain) ? [plain] : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
