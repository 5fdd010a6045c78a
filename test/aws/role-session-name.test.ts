import { expect, test } from '@jest/globals'
import { sessionName } from '../../src/aws/role-session-name'

const long = 'o'.repeat(39)

test.each([
  ['a repository without changes', 'acme/langfuse', '42', '1', 'acme-langfuse-42-1'],
  ['characters that AWS rejects', 'acmé/lang fuse!', '42', '1', 'acm-lang-fuse--42-1'],
  ['an empty repository', '', '42', '1', '42-1'],
  [
    'a long repository, truncated',
    `${long}/${long}`,
    '16512345678',
    '12',
    `${`${long}-${long}`.slice(0, 49)}-16512345678-12`,
  ],
])('%s', (_, repository, runId, runAttempt, expected) => {
  expect(sessionName({ repository, runId, runAttempt })).toBe(expected)
})

test.each([0, 1, 10, 47, 48, 49, 50, 51, 52, 100, 1000])(
  'with a repository of %i characters the name is valid and contains run id and attempt',
  (length) => {
    const name = sessionName({ repository: '/é'.repeat(length), runId: '16512345678', runAttempt: '3' })
    expect(name).toMatch(/^[\w+=,.@-]{2,64}$/)
    expect(name).toMatch(/16512345678-3$/)
  },
)
