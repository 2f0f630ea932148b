#!/usr/bin/env node
// A CommonJS file (bin/package.json), because Node starts one faster than an ES module. It runs what the build bundled
// into dist/, with the code that V8 had compiled for it then; V8 refuses what another version compiled.
'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const folder = join(__dirname, '../dist')
const loaded = {}
const load = (name) => {
  if (!name.startsWith('./')) return require(name)
  if (loaded[name] !== undefined) return loaded[name].own.exports
  const filename = join(folder, name)
  const kept = filename.replace('.cjs', '.cache')
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
  const own = { exports: {} }
  loaded[name] = { own, script }
  script.runInThisContext()(own.exports, load, own, filename, folder)
  return own.exports
}

module.exports = { load, loaded }
if (require.main === module) {
  const { main } = load('./main.cjs')
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}
