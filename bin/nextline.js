#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const file = fileURLToPath(new URL('../dist/main.cjs', import.meta.url))
const require = module.createRequire(file)
// From 22.1 on Node keeps compiled code by itself. For Node 20 the build kept it; V8 refuses what is not its own.
module.enableCompileCache?.()
const kept = file.replace('.cjs', '.cache')
const own = { exports: {} }
if (module.enableCompileCache === undefined && existsSync(kept)) {
  const source = module.wrap(readFileSync(file, 'latin1'))
  const script = new Script(source, { filename: file, cachedData: readFileSync(kept) })
  script.runInThisContext()(own.exports, require, own, file)
} else own.exports = require(file)
process.exitCode = await own.exports.main(process.argv.slice(2))
