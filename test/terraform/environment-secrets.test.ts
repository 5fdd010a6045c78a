import { describe, expect, test } from '@jest/globals'
import { environmentSecrets } from '../../src/terraform/environment-secrets'

describe('a credential in the environment', () => {
  test.each([
    ['TF_HTTP_PASSWORD', 'of the backend'],
    ['PG_CONN_STR', 'host=db password=of-the-backend'],
    ['PGPASSWORD', 'of the provider'],
    ['AWS_SECRET_ACCESS_KEY', 'of the session'],
    ['TF_TOKEN_app_terraform_io', 'of the registry'],
    ['GRAFANA_AUTH', 'admin:of the provider'],
    ['GOOGLE_CREDENTIALS', '{"private_key":"x"}'],
    ['GITHUB_APP_PEM_FILE', '-----BEGIN KEY-----\nx\n-----END KEY-----'],
  ])('is found: %s', (name, value) => {
    expect(environmentSecrets({ [name]: value })).toEqual([value])
  })

  test('is found in a URL', () => {
    const env = { HTTPS_PROXY: 'http://ci:p%40ss@proxy:3128', DATABASE_URL: 'postgres://db/x' }
    expect(environmentSecrets(env)).toEqual(['p%40ss', 'p@ss'])
  })

  test("is found in Git's configuration", () => {
    const env = {
      GIT_CONFIG_KEY_0: 'http.https://github.com/acme/.extraheader',
      GIT_CONFIG_VALUE_0: 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46cGF0',
      GIT_CONFIG_KEY_1: 'url.https://x-access-token:ghp_token@github.com/.insteadOf',
      GIT_CONFIG_VALUE_1: 'https://github.com/',
    }
    expect([...new Set(environmentSecrets(env))]).toEqual(['eC1hY2Nlc3MtdG9rZW46cGF0', 'ghp_token'])
  })

  test("is found in OpenTofu's encryption", () => {
    const TF_ENCRYPTION =
      'key_provider "pbkdf2" "main" {\n  passphrase = "correct \\"horse\\""\n}\nmethod "aes_gcm" "main" {\n  keys = key_provider.pbkdf2.main\n}'
    expect(environmentSecrets({ TF_ENCRYPTION })).toEqual(['correct \\"horse\\"'])
  })

  test.each([
    ['AWS_WEB_IDENTITY_TOKEN_FILE', '/var/run/token'],
    ['GOOGLE_CREDENTIALS', './key.json'],
    ['AWS_ACCESS_KEY_ID', 'AKIAFAKEFAKEFAKEFAKE'],
    ['CI_BYPASS', 'everything'],
    ['AWS_REGION', 'eu-central-1'],
  ])('is not %s=%s', (name, value) => {
    expect(environmentSecrets({ [name]: value })).toEqual([])
  })
})
