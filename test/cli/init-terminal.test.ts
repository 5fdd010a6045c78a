import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SetupEnvironment } from '../../testkit/runner/setup-environment'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { runOnTerminal, type TerminalResult } from '../../testkit/terminal/terminal'

const missing = stackEnvironmentIsMissing()
const TSX = createRequire(import.meta.url).resolve('tsx')
const ROOT = join(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'src/cli/main.ts')
const [ENTER, CTRL_C, DOWN, BACKSPACE] = ['\r', '\u0003', '\u001B[B', '\u007F']

const COLOR = /\u001B\[(?:3|4|9|10)\d(?:;[\d;]+)?m/

const CONFIRMATION = 'Set up langfuse in account 123456789012'

type Step = readonly [text: string, keys: string]
;(missing === undefined ? describe : describe.skip)(
  `init on a terminal (${missing ?? 'moto, Git, python3'})`,
  () => {
    let environment: SetupEnvironment
    beforeAll(async () => {
      environment = await SetupEnvironment.build({ hasSmallBootstrap: true })
    }, 60_000)
    afterAll(() => environment.tearDown())

    interface Session {
      readonly args?: readonly string[]
      readonly env?: Readonly<Record<string, string>>
      readonly columns?: number
    }

    const run = (steps: readonly Step[], { args = [], env = {}, columns = 100 }: Session = {}) =>
      runOnTerminal({
        argv: [
          process.execPath,
          '--import',
          TSX,
          MAIN,
          'init',
          '--skip-checks',
          '--release',
          'acme/langfuse-deploy@v0.1.0',
          ...args,
        ],
        env: { ...environment.env, AWS_REGION: '', TERM: 'xterm', ...env },
        directory: environment.clone,
        columns,
        steps,
      })
    const shown = ({ output }: TerminalResult): string =>
      stripVTControlCharacters(output)
        .replaceAll('\r', '')
        .replaceAll(/\n[│┃] +/g, ' ')

    const wroteNothing = async (): Promise<void> => {
      expect(environment.git('status', '--porcelain', '--ignored')).toBe('')
      expect(await environment.buckets()).toEqual([])
    }

    test('asks every question, and again after a wrong answer', async () => {
      const wrong: Step[] = [
        ['AWS Region', `Frankfurt${ENTER}`],
        ["'Frankfurt' is not an AWS Region", `${BACKSPACE.repeat(9)}eu-central-1${ENTER}`],
        ['Name of the stack', ENTER],
        ['Email address', ENTER],
        ["'' is not an email address", `ada@example.com${ENTER}`],
        ['Size', `${DOWN}${ENTER}`],
        ['Do you have a domain', 'y'],
        ['Host name', `https://x${ENTER}`],
        ['is not a lowercase host name', `${BACKSPACE.repeat(9)}langfuse.example.com${ENTER}`],
        ['Major version', ENTER],
        ['Who approves', ENTER],
      ]
      const result = await run(wrong)
      expect(result).toMatchObject({ missing: [], exitCode: 1, isRestored: true })
      // Nothing is asked that Route 53 cannot fulfil.
      expect(shown(result)).toContain('Route 53 has no public hosted zone example.com in this account.')
      await wroteNothing()
    }, 90_000)

    test('Ctrl-C at a question ends it, and changes nothing', async () => {
      const given = ['--region', 'eu-central-1', '--stack', 'langfuse', '--email', 'ada@example.com']
      const results = await Promise.all([
        run([['AWS Region', CTRL_C]]),
        run([['Size', CTRL_C]], { args: given }),
        run([['Do you have a domain', CTRL_C]], { args: [...given, '--size', 'small'] }),
      ])
      for (const result of results) {
        expect(result).toMatchObject({ missing: [], exitCode: 130, isRestored: true })
        expect(shown(result)).toMatch(/langfuse-deploy: Cancelled\. Nothing was changed\.\n$/)
      }
      await wroteNothing()
    }, 90_000)

    test('fits in 40 columns, without colours if NO_COLOR is set', async () => {
      const given = ['--email', 'ada@example.com', '--size', 'small', '--langfuse', '4', '--reviewers', '']
      const session = { args: given, columns: 40, env: { NO_COLOR: '1', AWS_REGION: 'eu-central-1' } }
      const steps: Step[] = [
        ['Name of the stack', ENTER],
        ['Do you have a domain', ENTER],
        ['Set up langfuse', 'n'],
      ]
      const result = await run(steps, session)
      expect(result).toMatchObject({ missing: [], exitCode: 1, isRestored: true })
      expect(result.output).not.toMatch(COLOR)
      const drawn = stripVTControlCharacters(result.output).split(/\r?\n|\r/)
      expect(drawn.filter((line) => /^[│◆◇└]/.test(line) && line.length > 40)).toEqual([])
      await wroteNothing()
    }, 90_000)

    // Last, because it leaves a repository that is set up.
    test('the commands of the quick start set up a repository', async () => {
      const page = readFileSync(join(ROOT, 'docs/quick-start.md'), 'utf8')
      const [, block = ''] = /```sh\ncd langfuse\n([^`]*)```/.exec(page) ?? []
      expect(block.match(/^langfuse-deploy init/gm)).toHaveLength(2)
      const program = [process.execPath, '--import', TSX, MAIN].map((word) => `'${word}'`).join(' ')
      const more = '--skip-checks --no-wait --release acme/langfuse-deploy@v0.1.0'
      const answers: Step[] = [
        ['AWS Region', `eu-central-1${ENTER}`],
        ['Name of the stack', ENTER],
        ['Email address', `ada@example.com${ENTER}`],
        ['Size', ENTER],
        ['Do you have a domain', ENTER],
        ['Major version', ENTER],
        ['Who approves', `octocat${ENTER}`],
        [CONFIRMATION, ENTER],
      ]
      const result = await runOnTerminal({
        argv: ['bash', '-ec', `langfuse-deploy() { ${program} "$@" ${more}; }\n${block}`],
        env: { ...environment.env, AWS_REGION: '', TERM: 'xterm' },
        directory: environment.clone,
        steps: [...answers, ['Dry run: ', ''], ...answers, ['Set up. The deployment', '']],
      })
      expect(result).toMatchObject({ missing: [], exitCode: 0, isRestored: true })
      expect(environment.git('log', '--format=%s', 'origin/main')).toBe('feat: deploy Langfuse')
      const { environments } = environment.github.state.settings
      expect(environments.get('production')?.reviewers).toHaveLength(1)
    }, 300_000)
  },
)
