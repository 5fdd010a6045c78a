import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** `registry/client` for a file of src, else the package as written: `yaml`, `node:http`. */
  readonly of: string
  /** `type` leaves nothing behind at run time, `lazy` is loaded when a call gets there, `static` at the start. */
  readonly kind: 'static' | 'lazy' | 'type'
  readonly names: readonly { readonly name: string; readonly isType: boolean }[]
}

export interface Module {
  /** Path under src without its ending, as in `registry/client`. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}

export const SRC = join(import.meta.dirname, '../src')

export function readModules(): Module[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.map((file) => parseModule(file, readFileSync(join(SRC, file), 'utf8')))
}

/** @param file path under src, `registry/client.ts` */
export function parseModule(file: string, text: string): Module {
  const path = file.replaceAll('\\', '/').replace(/\.ts$/, '')
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    const found = importAt(node)
    if (found !== undefined) imports.push({ ...found, of: resolve(path, found.of) })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return { path, lines: text.trimEnd().split('\n').length, imports }
}

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier

function importAt(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const kind = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'static'
    return { of: textOf(node.moduleSpecifier), kind, names: namesOf(node.importClause?.namedBindings, kind) }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const kind = node.isTypeOnly ? 'type' : 'static'
    return { of: textOf(node.moduleSpecifier), kind, names: namesOf(node.exportClause, kind) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { of: textOf(node.argument.literal), kind: 'type', names: [] }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { of: textOf(node.arguments[0]), kind: 'lazy', names: [] }
  }
  return undefined
}

/** A name that is computed would escape every rule. */
function textOf(node: ts.Node | undefined): string {
  if (node !== undefined && ts.isStringLiteralLike(node)) return node.text
  throw new Error(`import of '${node?.getText() ?? ''}': only a literal can be checked`)
}

/** `*` for all that a module exports; a default import has no entry, since no module of src has a default. */
function namesOf(
  bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined,
  kind: 'static' | 'type',
): Import['names'] {
  if (bindings === undefined) return kind === 'type' ? [] : [{ name: '*', isType: false }]
  if (ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) {
    return [{ name: '*', isType: kind === 'type' }]
  }
  return bindings.elements.map(({ name, propertyName, isTypeOnly }) => ({
    name: (propertyName ?? name).text,
    isType: isTypeOnly || kind === 'type',
  }))
}
