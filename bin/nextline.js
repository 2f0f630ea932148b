#!/usr/bin/env node
// CommonJS (bin/package.json), because Node starts a CommonJS file faster than an ES module.
'use strict'
const { main, isAllDone } = require('../dist/main.cjs')

main(process.argv.slice(2)).then((code) => {
  if (isAllDone()) process.exit(code)
  process.exitCode = code
})
