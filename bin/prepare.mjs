// @ts-check
// Runs after `npm ci`: builds the program, or says what to do when the development packages are missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

if (existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  process.exitCode = spawnSync(process.execPath, [build], { stdio: 'inherit' }).status ?? 1
} else {
  console.error(
    'nextline was not built, as the packages that build it were left out. Run: npm ci --include=dev',
  )
}
