import { describe, expect, test } from '@jest/globals'
import { changesBetween } from '../../src/cli/upgrade/changelog'
import { movePins, pinnedTags } from '../../src/cli/upgrade/pins'

const release = { source: 'acme/langfuse-deploy', tag: 'v1.3.0', commit: 'b'.repeat(40) }

const FILE = `jobs:
  langfuse:
    uses: acme/langfuse-deploy/.github/workflows/plan.yml@${'a'.repeat(40)} # v1.2.0
  other:
    uses: acme/other/.github/workflows/plan.yml@v1
module "langfuse" {
  source = "git::https://github.com/acme/langfuse-deploy.git//terraform/modules/langfuse?ref=v1.2.0"
  other  = "git::https://github.com/acme/modules.git//terraform/modules/langfuse?ref=v9.0.0"
}
`

describe('pins', () => {
  test('only those of the project are moved', () => {
    expect(movePins(FILE, release)).toBe(
      FILE.replace(`${'a'.repeat(40)} # v1.2.0`, `${'b'.repeat(40)} # v1.3.0`).replace(
        'ref=v1.2.0',
        'ref=v1.3.0',
      ),
    )
    expect(movePins(movePins(FILE, release), release)).toBe(movePins(FILE, release))
  })

  test('a tag becomes a commit', () => {
    expect(movePins('uses: acme/langfuse-deploy/.github/workflows/deploy.yml@v1', release)).toBe(
      `uses: acme/langfuse-deploy/.github/workflows/deploy.yml@${release.commit} # v1.3.0`,
    )
  })

  // Formatters quote, and editors on Windows end lines with CRLF.
  test.each([
    ["uses: 'acme/langfuse-deploy/.github/workflows/plan.yml@v1.2.0'", `'`],
    ['uses: "acme/langfuse-deploy/.github/workflows/plan.yml@v1.2.0" # v1.2.0', '"'],
    ['uses:   acme/langfuse-deploy/.github/workflows/plan.yml@v1.2.0 #v1.2.0', ''],
  ])('%s is moved', (line, quote) => {
    expect(pinnedTags(`${line}\r\nnext`, release.source)).toEqual(['v1.2.0'])
    const pinned = `acme/langfuse-deploy/.github/workflows/plan.yml@${release.commit}`
    expect(movePins(`${line}\r\nnext`, release).replace(/ +/g, ' ')).toBe(
      `uses: ${quote}${pinned}${quote} # v1.3.0\r\nnext`,
    )
  })

  test('the pinned versions are read', () => {
    expect(pinnedTags(FILE, release.source)).toEqual(['v1.2.0', 'v1.2.0'])
  })
})

test('the changelog of an upgrade has the versions after the old one', () => {
  const section = (version: string): string => `## [${version}] - 2026-01-01\n\n- ${version}\n\n`
  const text = `# Changelog\n\n## [Unreleased]\n\n- next\n\n${['1.4.0', '1.3.0', '1.2.1', '1.2.0'].map(section).join('')}`
  expect(changesBetween(text, '1.2.0', '1.3.0')).toBe((section('1.3.0') + section('1.2.1')).trim())
  expect(changesBetween(text, undefined, '1.3.0')).toBe(section('1.3.0').trim())
})
