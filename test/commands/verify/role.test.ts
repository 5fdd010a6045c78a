import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { expect, test } from '@jest/globals'
import { findTarget } from '../../../src/commands/verify/target'
import { Moto, motoIsMissing, NO_REGISTRY } from '../../../testkit/moto/moto'
import { inputsOf, observedRuntime } from '../../../testkit/runner/runtime'
import { readRecord } from '../../stack/calls/recorded-call'
import { requestsOf } from '../../stack/calls/requests'
import { unrecordedRequests } from '../../stack/calls/small-roles'

const KEYS = { public_key: 'pk-lf-1', secret_key: 'sk-lf-secret' }

;(motoIsMissing() === undefined ? test : test.skip)(
  'with the outputs of an apply, verify makes only the requests that deploy-policies.test.ts holds to its role',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verify-role-'))
    const record = join(folder, 'calls.jsonl')
    const moto = await Moto.start({ ...NO_REGISTRY, shims: true, record })
    try {
      const credentials = { accessKeyId: 'AKIAFAKEFAKEFAKEFAKE', secretAccessKey: 'fake-secret-access-key' }
      Object.assign(process.env, {
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      })
      const settings = { region: 'eu-central-1', endpoint: moto.directUrl, credentials }
      const { ARN } = await new SecretsManagerClient(settings).send(
        new CreateSecretCommand({ Name: 'langfuse/api-keys', SecretString: JSON.stringify(KEYS) }),
      )
      const outputs = {
        url: 'https://langfuse.example.com',
        langfuse_version: '4.50.0',
        api_keys_secret_arn: ARN,
      }
      const runtime = observedRuntime({
        env: { AWS_ENDPOINT_URL: moto.url },
      })
      const inputs = inputsOf('verify', { 'terraform-outputs': JSON.stringify(outputs) })
      expect((await findTarget(inputs, runtime)).keys.publicKey).toBe('pk-lf-1')
      await runtime.http.close()
      const role = 'arn:aws:iam::123456789012:role/langfuse-verify'
      const calls = (await readRecord(record)).filter(({ operation }) => operation !== 'CreateSecret')
      const requests = requestsOf(calls.map((call) => ({ ...call, role }))).map(({ action, resource }) => ({
        action,
        resource: resource.replace(/-\w{6}$/, '-000000'),
      }))
      expect(requests.map(({ action }) => action)).toEqual(['secretsmanager:GetSecretValue'])
      expect(unrecordedRequests('langfuse-verify', requests)).toEqual([])
    } finally {
      await moto.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
