import process from 'node:process'
import { transformSync } from 'esbuild'

/** Compiles a TypeScript file for jest, without its types: `npm run typecheck` checks them. */
export default {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: `node${process.versions.node}`,
      sourcefile: path,
      sourcemap: true,
    })
    return { code, map }
  },
}
