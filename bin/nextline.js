#!/usr/bin/env node
// CommonJS (bin/package.json), because Node starts a CommonJS file faster than an ES module.
'use strict'
const { main } = require('../dist/main.cjs')

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
