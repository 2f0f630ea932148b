#!/usr/bin/env node
import module from 'node:module'

// Absent on Node 20; from 22.1 on it saves compiling the program at every start.
module.enableCompileCache?.()
const { main } = await import('../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
