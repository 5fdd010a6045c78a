import { beforeAll, describe, expect, test } from '@jest/globals'
import { isProvenance, verifyProvenance } from '../../src/github/provenance'
import { type Attested, FakeSigstore } from '../../testkit/github/sigstore'

const source = { owner: 'langfuse', repo: 'langfuse' }
const digest = `sha256:${'a'.repeat(64)}`
const claim = { digest, repository: 'langfuse/langfuse' }

let sigstore: FakeSigstore
beforeAll(async () => {
  sigstore = await FakeSigstore.start()
})

const verify = async (attested: Attested, change: (json: string) => string = (json) => json): Promise<void> =>
  verifyProvenance(
    JSON.parse(change(JSON.stringify(await sigstore.attest(attested)))),
    { source, digest },
    sigstore.trust,
  )

describe('a provenance attestation', () => {
  test.each<[string, Attested]>([
    ['of the repository', claim],
    ['of a shared workflow of the same owner', { ...claim, workflowRepository: 'langfuse/workflows' }],
    ['of the repository in another case', { ...claim, repository: 'Langfuse/Langfuse' }],
  ])('%s is valid', async (_, attested) => {
    await expect(verify(attested)).resolves.toBeUndefined()
  })

  test.each<[string, Attested, string]>([
    ['another image', { ...claim, digest: `sha256:${'b'.repeat(64)}` }, 'it is about another image'],
    [
      'another repository',
      { ...claim, repository: 'langfuse/other' },
      'it was built from https://github.com/langfuse/other',
    ],
    [
      'a longer repository name',
      { ...claim, repository: 'langfuse/langfuse2' },
      'it was built from https://github.com/langfuse/langfuse2',
    ],
    [
      'a workflow of another owner',
      { ...claim, workflowRepository: 'langfuse-evil/x' },
      'its signer is https://github.com/langfuse-evil/x',
    ],
    [
      'another issuer',
      { ...claim, issuer: 'https://accounts.google.com' },
      'its signer was authenticated by https://accounts.google.com',
    ],
    [
      'a repository with a long name',
      { ...claim, repository: `langfuse/${'x'.repeat(120)}` },
      `it was built from https://github.com/langfuse/${'x'.repeat(120)}`,
    ],
  ])('of %s is rejected', async (_, attested, message) => {
    await expect(verify(attested)).rejects.toThrow(message)
  })

  test('with a changed statement, a foreign log or without the log entry is rejected', async () => {
    const other = Buffer.from(JSON.stringify({ subject: [{ digest: { sha256: 'a'.repeat(64) } }] })).toString(
      'base64',
    )
    await expect(
      verify(claim, (json) => json.replace(/"payload":"[^"]+"/, `"payload":"${other}"`)),
    ).rejects.toThrow()
    await expect(
      verify(claim, (json) =>
        json.replace(/"signedEntryTimestamp":"[^"]+"/, '"signedEntryTimestamp":"MAo="'),
      ),
    ).rejects.toThrow()
    await expect(
      verify(claim, (json) => json.replace(/"tlogEntries":\[.*?\]\}/, '"tlogEntries":[]}')),
    ).rejects.toThrow()
    const foreign = await FakeSigstore.start()
    const bundle = await foreign.attest(claim)
    await expect(verifyProvenance(bundle, { source, digest }, sigstore.trust)).rejects.toThrow()
    await expect(verifyProvenance({}, { source, digest }, sigstore.trust)).rejects.toThrow()
  })
})

test('attestations of another kind are not provenance', async () => {
  expect(isProvenance(await sigstore.attest(claim))).toBe(true)
  const predicateType = 'https://spdx.dev/Document'
  expect(isProvenance(await sigstore.attest({ ...claim, predicateType }))).toBe(false)
  for (const broken of [null, {}, { dsseEnvelope: { payload: '???' } }])
    expect(isProvenance(broken)).toBe(false)
})
