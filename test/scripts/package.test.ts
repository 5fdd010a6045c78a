import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runScript } from './run'

interface Packed {
  readonly files: readonly { readonly path: string }[]
  readonly unpackedSize: number
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the npm package of the command line', () => {
  test('is written with the release that it belongs to', async () => {
    expect(await runScript('package.js', folder, 'acme/langfuse-deploy')).toMatchObject({ exitCode: 0 })
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      name: 'langfuse-deploy',
      bin: { 'langfuse-deploy': 'dist/cli/index.js' },
      repository: { url: 'git+https://github.com/acme/langfuse-deploy.git' },
    })
    for (const field of ['private', 'scripts', 'dependencies', 'optionalDependencies'])
      expect(manifest).not.toHaveProperty(field)
  })

  test('contains the bundle and the files that it reads, and nothing else', () => {
    const output = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: folder, encoding: 'utf8' })
    const [{ files, unpackedSize }] = JSON.parse(output) as [Packed]
    const paths = files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'dist/cli/index.js',
        'dist/cli/programs/start.js',
        'examples/workflows/deploy.yml',
        'images.v4.yaml',
        'images.yaml',
        'terraform/bootstrap/versions.tf',
        'terraform/langfuse/.terraform.lock.hcl',
        'terraform/langfuse/outputs.tf',
      ]),
    )
    const allowed =
      /^(?:[\w.-]+|dist\/(?:cli\/.*|package\.json)|examples\/(?:settings|workflows)\/.*|terraform\/.*)$/
    expect(paths.filter((path) => !allowed.test(path))).toEqual([])
    expect(paths.filter((path) => /\.terraform\/|tfstate|\/tests\/|node_modules/.test(path))).toEqual([])
    expect(unpackedSize).toBeLessThan(20_000_000)
  })

  test('runs without its dependencies', () => {
    const output = execFileSync(process.execPath, [join(folder, 'dist/cli/index.js'), '--help'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    })
    expect(output).toContain('langfuse-deploy init')
  })

  test.each([[['only-a-folder']], [['folder', 'not a repository']]])(
    'is not written with %j',
    async (args) => {
      expect(await runScript('package.js', ...args)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('Usage: node scripts/package.js FOLDER OWNER/NAME'),
      })
    },
  )
})
