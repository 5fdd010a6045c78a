import { MIN_SECRET_LENGTH } from './secret-matcher'

/**
 * Returns the forms in which programs print a secret: whole and by lines, in upper and lower case, quoted in JSON, HCL,
 * a shell, HTML and XML, percent-encoded, and in Base64.
 *
 * @returns texts of at least {@link MIN_SECRET_LENGTH} characters
 */
export function secretForms(secret: string): string[] {
  // Terraform quotes single lines of a PEM key.
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const plain = [secret, secret.trim(), ...lines, ...lines.flatMap(wrappedParts)]
  const forms = plain
    .filter((form) => form.length >= MIN_SECRET_LENGTH)
    .flatMap((form) => [
      ...[form, form.toUpperCase(), form.toLowerCase()],
      // No quoting or encoding changes such a text.
      ...(/^[\w.-]+$/.test(form) ? [] : [...quotedForms(form), ...percentForms(form)]),
      ...[Buffer.from(form), Buffer.from(form, 'utf16le')].flatMap(base64Forms),
    ])
  return [...new Set(forms)].filter((form) => form.length >= MIN_SECRET_LENGTH)
}

/** Longer texts are no pass phrases. */
const MAX_WRAPPED_LENGTH = 200

/** Returns the two parts of a pass phrase that a program wraps between two words, except for single words. */
function wrappedParts(line: string): string[] {
  const words = line.length <= MAX_WRAPPED_LENGTH ? line.split(' ') : []
  const parts = words.flatMap((_, at) => [words.slice(0, at), words.slice(at)])
  return parts.filter(({ length }) => length > 1 && length < words.length).map((part) => part.join(' '))
}

// Also JSON inside JSON.
function quotedForms(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1)
  // Go's encoder escapes `<`, `>` and `&`, and Python's all other than ASCII.
  const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
  const ascii = once.replace(
    /[\u0080-\uffff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const json = [once, go, ascii]
  const hcl = once.replace(/([$%])\{/g, '$1$1{')
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return [
    ...json.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]),
    hcl,
    text.replaceAll("'", "'\\''"),
    text.replaceAll("'", "''"),
    text.replaceAll('"', '""'),
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    // Go's html/template and encoding/xml.
    html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    html.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
  ]
}

/** Characters that encoders do not encode, except for letters and digits. */
const UNENCODED: readonly string[] = [
  // JavaScript's encodeURIComponent.
  "-_.!~*'()",
  // RFC 3986, Go's QueryEscape.
  '-_.~',
  // Python's quote.
  '-_.~/',
  // Go's PathEscape and user information of a URL.
  '-_.~$&+=:@',
  '-_.~$&+,;=',
]

function percentForms(text: string): string[] {
  // A lone surrogate has no UTF-8 form.
  const characters = Buffer.from(text).toString().match(/./gsu) ?? []
  return UNENCODED.flatMap((unencoded) => {
    const form = characters
      .map((one) => (/[a-z\d]/i.test(one) || unencoded.includes(one) ? one : percentEncode(one)))
      .join('')
    const lower = form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
    return [form, form.replaceAll('%20', '+'), lower]
  })
}

const percentEncode = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

// One form for each offset in a group of three bytes, as in `user:password`.
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // Omits characters that share bits with neighboring text.
    const start = offset === 0 ? 0 : offset + 1
    const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
    const form = encoded.slice(start, end)
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
