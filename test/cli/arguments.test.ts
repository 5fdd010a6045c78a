import { describe, expect, test } from '@jest/globals'
import { parseCommandLine } from '../../src/cli/arguments'
import { runCommandLine } from '../../src/cli/run'
import { COMMAND_USAGE } from '../../src/cli/usage'
import { InvalidArgument } from '../../src/cli/error'
import type { CliEnvironment } from '../../src/cli/runtime'

describe('a command line', () => {
  test.each([
    ['', 'langfuse-deploy COMMAND'],
    ['help', 'langfuse-deploy COMMAND'],
    ...Object.entries(COMMAND_USAGE).map(([name, usage]) => [`${name} --help`, usage] as const),
    ...Object.entries(COMMAND_USAGE).map(([name, usage]) => [`${name} -h`, usage] as const),
  ])("'%s' has help", (line, help) => {
    const parsed = parseCommandLine(line.split(' ').filter((word) => word !== ''))
    expect(parsed).toMatchObject({ help: expect.stringContaining(help) })
  })

  test.each([
    ['Init', "'Init' is not one of init, upgrade, "],
    ['toString', "'toString' is not one of init, "],
    ['--stack observe doctor', '--stack is before the command: options follow it.'],
    ['doctor extra', "doctor does not take 'extra'."],
    ['doctor --size', "Option '--size <value>' argument missing.\n"],
    ['doctor --sise small', "Unknown option '--sise'.\n"],
    ['doctor --dry-run', '--dry-run is not an option of doctor.'],
    ['doctor --domain=yes', "Option '--domain' does not take an argument."],
    ['doctor --region Frankfurt', "--region: 'Frankfurt' is not an AWS Region, for example eu-central-1."],
    ['doctor --region=', "--region: '' is not an AWS Region"],
    ['doctor --stack Langfuse', "--stack: 'Langfuse' must have 2 to 20 lowercase letters"],
    ['doctor --stack lang--fuse', "--stack: 'lang--fuse' must have "],
    ['doctor --stack langfuse-', "--stack: 'langfuse-' must have "],
    ['doctor --stack an-even-longer-name-xy', "--stack: 'an-even-longer-name-xy' must have "],
    ['query clickhouse', 'query clickhouse needs an argument.'],
    [
      'query clickhouse SELECT 1',
      "query clickhouse does not take '1'. Quote an argument that contains spaces.",
    ],
    ['query', 'query needs one of clickhouse, postgres.'],
    ['query mysql', "'mysql' is not one of clickhouse, postgres."],
    ['move', 'move needs one of clickhouse.'],
  ])("'%s' is checked", (line, message) => {
    const parse = (): unknown => parseCommandLine(line.split(' '))
    expect(parse).toThrow(InvalidArgument)
    expect(parse).toThrow(message)
  })

  test('a name of 20 characters is accepted', () => {
    expect(parseCommandLine(['doctor', '--stack', 'a-long-name-of-20-ch'])).toMatchObject({
      stack: 'a-long-name-of-20-ch',
    })
  })

  test('an empty statement is not run', () => {
    expect(() => parseCommandLine(['query', 'postgres', ' '])).toThrow('query postgres needs an argument.')
  })
})

describe('without a connection', () => {
  const printed: string[] = []
  const run = (args: string[], env: Record<string, string> = {}): Promise<number> =>
    runCommandLine(args, {
      env,
      print: (text: string) => printed.push(text),
      packageDirectory: () => Promise.resolve('.'),
    } as unknown as CliEnvironment)

  test('--version prints the version', async () => {
    expect(await run(['--version'])).toBe(0)
    expect(printed).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  })

  test.each([
    [{}, 'No AWS Region: set --region or AWS_REGION.'],
    [{ AWS_REGION: 'eu-central-1a' }, "AWS_REGION: 'eu-central-1a' is not an AWS Region"],
    [{ AWS_DEFAULT_REGION: 'aws-global' }, "AWS_DEFAULT_REGION: 'aws-global' is not an AWS Region"],
  ])('the environment %j is rejected', async (env, message) => {
    await expect(run(['doctor'], env)).rejects.toThrow(message)
  })
})
