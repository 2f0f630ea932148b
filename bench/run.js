// `npm run bench`: builds the program, bundles the measurements (TypeScript) and runs them. Writes bench/RESULTS.md.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
execFileSync(process.execPath, ['bin/build.js'], { stdio: 'inherit' })
// Inside node_modules, so that the pseudo-terminal is found and git does not see it.
const outfile = `${root}node_modules/.cache/nextline-bench/main.cjs`
await build({
  entryPoints: ['bench/main.ts'],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  external: ['@lydell/node-pty'],
  logLevel: 'warning',
})
const { bench } = (await import(outfile)).default
await bench(process.argv.slice(2))
