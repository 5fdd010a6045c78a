import { urlPasswords } from '../text/secret-parts'

/** Names of credentials: `TF_HTTP_PASSWORD`, `PG_CONN_STR`, `TF_TOKEN_app_terraform_io`, `AWS_SECRET_ACCESS_KEY`. */
const CREDENTIAL =
  /(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|_PASS|API_?KEY|APP_?KEY|(?:ACCESS|ENCRYPTION|PRIVATE|SECRET|SIGNING|SSH)_KEY|CREDENTIALS?|CONN_STR|_AUTH|_PEM|_PEM_FILE)$|^TF_TOKEN_/i
const PATH = /^(?:~?\/|\.{1,2}\/|[a-z]:\\)[^\n]*$|^[\w./-]+\.(?:json|pem|key|ya?ml)$/i

/** Keys of OpenTofu's encryption in TF_ENCRYPTION. */
const ENCRYPTION_KEY = /\b(?:passphrase|key|token|secret\w*)["']?\s*[=:]\s*"((?:[^"\\]|\\.)+)"/g

/** Returns the credentials in the environment of Terraform. Its providers and backends quote them in errors. */
export function environmentSecrets(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (name === 'TF_ENCRYPTION') return [...value.matchAll(ENCRYPTION_KEY)].map(([, key = '']) => key)
    const isSecret = CREDENTIAL.test(name) && !PATH.test(value)
    return [...(isSecret ? [value] : []), ...urlPasswords(value).filter((one) => one !== '')]
  })
}

/** Options that users give to every run of Terraform. */
export interface EnvironmentArguments {
  /** `name=value` items. */
  readonly variables: readonly string[]
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
}

/** Reads `-var`, `-var-file` and `-backend-config` in TF_CLI_ARGS and `TF_CLI_ARGS_<command>`. */
export function environmentArguments(env: Readonly<Record<string, string>>): EnvironmentArguments {
  const words = Object.entries(env)
    .filter(([name]) => /^TF_CLI_ARGS(?:_\w+)?$/.test(name))
    .flatMap(([, value]) => splitWords(value))
  const valuesOf = (option: string): string[] =>
    words.flatMap((word, at) => {
      const [, name, value] = /^--?([\w-]+)(?:=(.*))?$/s.exec(word) ?? []
      if (name !== option) return []
      return value ?? words[at + 1] ?? []
    })
  return {
    variables: valuesOf('var'),
    varFiles: valuesOf('var-file'),
    backendConfig: valuesOf('backend-config'),
  }
}

/** Splits a text as a shell does. */
const splitWords = (text: string): string[] =>
  (text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs) ?? []).map((word) =>
    (word.match(/"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^"'\\]+/gs) ?? []).map(unquote).join(''),
  )

function unquote(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1)
  if (part.startsWith('"')) return part.slice(1, -1).replace(/\\(["\\$`])/g, '$1')
  return part.startsWith('\\') ? part.slice(1) : part
}
