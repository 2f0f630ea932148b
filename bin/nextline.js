#!/usr/bin/env node
// CommonJS (bin/package.json), because Node starts a CommonJS file faster than an ES module.
'use strict'
const { existsSync, realpathSync } = require('node:fs')
const { join } = require('node:path')

// The real path: with --preserve-symlinks-main, `__filename` may be a link in another folder.
const program = join(realpathSync(__filename), '../../dist/main.cjs')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`it needs Node.js 20.19 or newer, and this is ${process.version}.`, 'Get it from https://nodejs.org')
} else if (!existsSync(program)) {
  stop(`it has not been built: ${program} is missing.`, 'In its folder, run: npm ci --include=dev')
} else {
  const setExitCode = (code) => (process.exitCode = code)
  require(program).main(process.argv.slice(2)).then(setExitCode)
}

function stop(problem, advice) {
  process.exitCode = 2
  console.error(`nextline cannot start: ${problem}\n${advice}`)
}
