import { join } from 'node:path'
import { buildSync } from 'esbuild'

const folder = join(import.meta.dirname, '../src/cli/programs')

/**
 * Bundles a program that the CLI runs in a container of the stack. One module, because a container gets it as text:
 * it needs Node.js only. It keeps its names, because other code calls its exports.
 */
export function compileProgram(name) {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    // ECS limits the size.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
  })
  return outputFiles[0].text
}
