import { describe, expect, test } from '@jest/globals'
import { helpLink } from '../../src/github/help-link'

describe('the link to the help for a failure', () => {
  test.each([
    [
      { GITHUB_ACTION_REPOSITORY: 'acme/langfuse-deploy', GITHUB_ACTION_REF: 'v1' },
      'https://github.com/acme/langfuse-deploy/blob/v1/docs/failure-reasons.md#state-locked',
    ],
    [
      {
        GITHUB_SERVER_URL: 'https://github.example.com',
        GITHUB_ACTION_REPOSITORY: '',
        LANGFUSE_DEPLOY_SOURCE: 'acme/langfuse-deploy@a1b2',
      },
      'https://github.example.com/acme/langfuse-deploy/blob/a1b2/docs/failure-reasons.md#state-locked',
    ],
    [{ GITHUB_ACTION_REPOSITORY: 'acme/langfuse-deploy' }, undefined],
    [{ LANGFUSE_DEPLOY_SOURCE: '@' }, undefined],
    [{ LANGFUSE_DEPLOY_SOURCE: 'acme/x@main) [a](javascript:1' }, undefined],
    [{}, undefined],
  ])('with %j', (env, link) => {
    expect(helpLink('state-locked', env)).toBe(link)
  })
})
