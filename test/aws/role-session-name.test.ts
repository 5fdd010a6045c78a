import { expect, test } from '@jest/globals'
import { sessionName } from '../../src/aws/role-session-name'

const long = 'o'.repeat(39)

test.each([
  ['a repository as it is', 'acme/langfuse', '42', '1', 'acme-langfuse-42-1'],
  ['characters that AWS refuses', 'acmé/lang fuse!', '42', '1', 'acm-lang-fuse--42-1'],
  ['an empty repository', '', '42', '1', '42-1'],
  [
    'a long repository, cut',
    `${long}/${long}`,
    '16512345678',
    '12',
    `${`${long}-${long}`.slice(0, 49)}-16512345678-12`,
  ],
])('%s', (_, repository, runId, runAttempt, expected) => {
  expect(sessionName({ repository, runId, runAttempt })).toBe(expected)
})

test.each([0, 1, 10, 47, 48, 49, 50, 51, 52, 100, 1000])(
  'with a repository of %i characters AWS accepts the name, and run id and attempt survive',
  (length) => {
    const name = sessionName({ repository: '/é'.repeat(length), runId: '16512345678', runAttempt: '3' })
    expect(name).toMatch(/^[\w+=,.@-]{2,64}$/)
    expect(name).toMatch(/16512345678-3$/)
  },
)
