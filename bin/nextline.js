#!/usr/bin/env node
// A CommonJS file (bin/package.json), because Node starts one faster than an ES module. It runs what the build bundled
// into dist/, with the code that V8 had compiled for it then. V8 refuses what another version compiled: then Node loads
// the same files by itself, with its own cache of compiled code where it has one (from 22.1 on).
'use strict'
const { closeSync, openSync, readFileSync, readvSync } = require('node:fs')
const { Script } = require('node:vm')

const folder = `${__dirname.slice(0, -'bin'.length)}dist/`
const ROOM = 2 ** 18
const loaded = {}

const load = (name) => {
  if (!name.startsWith('./')) return require(name)
  if (loaded[name] !== undefined) return loaded[name].exports
  const filename = folder + name.slice(2)
  const text = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'utf8')}\n})`
  const script = new Script(text, { filename, cachedData: kept(filename) })
  if (script.cachedDataRejected && name === './main.cjs') return loadByNode(filename)
  const own = { exports: {}, script }
  loaded[name] = own
  script.runInThisContext()(own.exports, load, own, filename, folder)
  return own.exports
}

// Not readFileSync: its first call for bytes takes longer than all of this. A file that fills the room is refused by V8.
const kept = (filename) => {
  try {
    const file = openSync(filename.replace('.cjs', '.cache'))
    const bytes = new Uint8Array(ROOM)
    const length = readvSync(file, [bytes])
    closeSync(file)
    return bytes.subarray(0, length)
  } catch {
    return undefined
  }
}

const loadByNode = (filename) => {
  require('node:module').enableCompileCache?.()
  return require(filename)
}

module.exports = { load, loaded }
if (require.main === module) {
  const { main, isAllDone } = load('./main.cjs')
  main(process.argv.slice(2)).then((code) => {
    if (isAllDone()) process.exit(code)
    process.exitCode = code
  })
}
