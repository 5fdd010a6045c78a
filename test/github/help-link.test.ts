import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { helpLink } from '../../src/github/help-link'

describe('the link to the help for a failure', () => {
  let folder: string
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      encoding: 'utf8',
    }).trim()
  const checkOut = (url: string): void => {
    rmSync(join(folder, '.git'), { recursive: true, force: true })
    git('init', '--quiet', '--initial-branch', 'main')
    git('remote', 'add', 'origin', url)
    git('commit', '--quiet', '--allow-empty', '--message', 'a')
    git('checkout', '--quiet', '--detach')
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'action-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test.each([
    [
      { GITHUB_ACTION_REPOSITORY: 'acme/langfuse-deploy', GITHUB_ACTION_REF: 'v1' },
      'https://github.com/acme/langfuse-deploy/blob/v1/docs/failure-reasons.md#state-locked',
    ],
    [{ GITHUB_ACTION_REPOSITORY: 'acme/langfuse-deploy' }, undefined],
    [{ GITHUB_ACTION_REPOSITORY: 'acme/x', GITHUB_ACTION_REF: 'main) [a](javascript:1' }, undefined],
    [{}, undefined],
  ])('with %j', (env, link) => {
    expect(helpLink('state-locked', env, folder)).toBe(link)
  })

  test.each([
    'https://github.example.com/acme/langfuse-deploy',
    'https://x@example.com/acme/langfuse-deploy.git',
  ])('names the commit of a folder that was checked out from %s', (url) => {
    checkOut(url)
    const env = { GITHUB_SERVER_URL: 'https://github.example.com', GITHUB_ACTION_REPOSITORY: '' }
    expect(helpLink('state-locked', env, folder)).toBe(
      `https://github.example.com/acme/langfuse-deploy/blob/${git('rev-parse', 'HEAD')}/docs/failure-reasons.md#state-locked`,
    )
  })

  test('is omitted for a branch, another address or a folder without Git data', () => {
    checkOut('https://github.com/acme/langfuse-deploy')
    git('checkout', '--quiet', 'main')
    expect(helpLink('state-locked', {}, folder)).toBeUndefined()
    checkOut('/srv/mirrors/acme/langfuse-deploy')
    expect(helpLink('state-locked', {}, folder)).toBeUndefined()
    expect(helpLink('state-locked', {}, join(folder, 'dist'))).toBeUndefined()
  })
})
