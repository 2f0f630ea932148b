// @ts-check
// After `npm ci`: builds the program. Without the development packages that takes, says what to do.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const has = (/** @type {string} */ path) => existsSync(new URL(`../${path}`, import.meta.url))

if (has('node_modules/esbuild')) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  process.exitCode = spawnSync(process.execPath, [build], { stdio: 'inherit' }).status ?? 1
} else {
  console.error(
    'nextline was not built, as the packages that build it were left out. Run: npm ci --include=dev',
  )
}
