import { copyFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

const library = { index: 'src/index.ts', core: 'src/core.ts', schema: 'src/schema.ts' }

const shared: Options = {
  target: 'node20',
  dts: true,
  splitting: true,
  sourcemap: false,
  treeshake: true,
  // Bundled: natural's index loads database clients, and noble-hashes is published for ES modules only.
  noExternal: [/^natural/, /^@noble\/hashes/],
}

export default defineConfig([
  {
    ...shared,
    format: 'esm',
    entry: { ...library, cli: 'src/cli/index.ts', 'batch-worker': 'src/batch/worker.ts' },
    async onSuccess() {
      // Both are opened by their place beside the chunks.
      await copyFile('src/bytes/pdf-worker.mjs', 'dist/pdf-worker.mjs')
      await copyFile('src/restore/model/vi.bin', 'dist/vi.bin')
    },
  },
  // Shims: `import.meta.url` in CommonJS.
  { ...shared, format: 'cjs', shims: true, entry: library },
])
