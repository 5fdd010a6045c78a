import { urlPasswords } from '../text/secret-parts'

/** Names of credentials: `TF_HTTP_PASSWORD`, `PG_CONN_STR`, `TF_TOKEN_app_terraform_io`, `AWS_SECRET_ACCESS_KEY`. */
const CREDENTIAL =
  /(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|_PASS|API_?KEY|APP_?KEY|(?:ACCESS|ENCRYPTION|PRIVATE|SECRET|SIGNING|SSH)_KEY|CREDENTIALS?|CONN_STR|_AUTH|_PEM|_PEM_FILE)$|^TF_TOKEN_/i
const PATH = /^(?:~?\/|\.{1,2}\/|[a-z]:\\)[^\n]*$|^[\w./-]+\.(?:json|pem|key|ya?ml)$/i

/** Keys of OpenTofu's encryption in TF_ENCRYPTION. */
const ENCRYPTION_KEY = /\b(?:passphrase|key|token|secret\w*)["']?\s*[=:]\s*"((?:[^"\\]|\\.)+)"/g

const AUTHORIZATION = /^\s*authorization:\s*(?:[a-z]+\s+)?(\S+)\s*$/i

/** Returns the credentials in the environment of Terraform. Its providers and backends quote them in errors. */
export function environmentSecrets(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (name === 'TF_ENCRYPTION') return [...value.matchAll(ENCRYPTION_KEY)].map(([, key = '']) => key)
    // Git's header for modules in private repositories.
    if (/^GIT_CONFIG_VALUE_\d+$/.test(name)) {
      const [, credential] = AUTHORIZATION.exec(value) ?? []
      if (credential !== undefined) return [credential]
    }
    const isSecret = CREDENTIAL.test(name) && !PATH.test(value)
    return [...(isSecret ? [value] : []), ...urlPasswords(value).filter((one) => one !== '')]
  })
}
