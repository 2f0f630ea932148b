#!/usr/bin/env node
// Bundles src/ into dist/ with split points, then compiles the built-in guides from their validated YAML.
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true })
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/main.ts', 'src/build-guides.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // A few dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
  },
  logLevel: 'warning',
})
const { buildGuides } = await import('../dist/build-guides.js')
process.exitCode = await buildGuides()
