import { describe, expect, test } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import { splitShellWords } from '../../src/text/shell-words'

const TEXTS = [
  String.raw`-a  "b c"	'd e' x"y"'z' -v="s t" a\b "c\d" 'e\f' \" \' "it's" 'say "x"'`,
  '"" \'\' -a="" ""b',
  '$(x "y) `p q` a`b c`d `"`"`',
  'x$(y) x)y z) "(" \'`\' "&" \\;',
  '-a;-b',
  '-a 3>b',
  '-a b>c',
  'a\r\nb\n',
  'a\u00a0b ä\\ö',
  '',
]

/** Returns the words that Terraform reads from TF_CLI_ARGS_version; undefined if it rejects the text. */
function terraformWords(text: string): readonly string[] | undefined {
  const env = { ...process.env, TF_LOG: 'info', TF_CLI_ARGS_version: text, CHECKPOINT_DISABLE: '1' }
  const { stdout, stderr } = spawnSync('terraform', ['version'], { env, encoding: 'utf8' })
  if (`${stdout}${stderr}`.includes('Error parsing extra CLI args')) return undefined
  const [, list = ''] = /CLI command args: \[\]string\{"version"(.*)\}$/m.exec(stderr) ?? []
  const quoted: unknown = JSON.parse(`[${list.replace(/^, /, '').replace(/\\u00a0/g, '\u00a0')}]`)
  return quoted as string[]
}

const isMissing = (): boolean => {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' })
    return false
  } catch {
    return process.env['CI'] !== 'true'
  }
}

;(isMissing() ? test.skip : test)(
  'a text is split as Terraform splits TF_CLI_ARGS',
  () => {
    expect(TEXTS.map((text) => splitShellWords(text))).toEqual(
      TEXTS.map((text) => ({ words: terraformWords(text), isComplete: true })),
    )
  },
  60_000,
)

describe('a text that Terraform rejects is incomplete', () => {
  test.each(['"a', "a 'b", 'a\\', '`a', '$(a', '$(a(', '`"`', 'a)', '(a)', 'a "b\\"'])('%s', (text) => {
    expect(splitShellWords(text).isComplete).toBe(false)
  })
})
