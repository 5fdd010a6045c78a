import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const folder = join(import.meta.dirname, '../src/cli/programs')

/**
 * Compiles a program that the CLI runs in a container of the stack. One file, because a container gets it as text:
 * it may import types of other files, and values of Node.js only.
 */
export function compileProgram(name) {
  const file = join(folder, `${name}.ts`)
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    // ECS limits the size.
    removeComments: true,
  }
  return ts.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions }).outputText
}
