import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildProgram } from '../../bin/build.mjs'
import { compiledGuides } from '../support/compiled-guides.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nextline-load-')))
const dist = join(folder, 'dist')
let inside: Readonly<Record<string, readonly string[]>> = {}

beforeAll(async () => {
  inside = await buildProgram(dist)
  cpSync(compiledGuides(), join(dist, 'guides'), { recursive: true })
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  writeFileSync(
    join(folder, 'run.cjs'),
    `const fs = require('node:fs')
     const read = []
     const { openSync, readFileSync } = fs
     fs.openSync = (path, ...rest) => (read.push(path), openSync(path, ...rest))
     fs.readFileSync = (path, ...rest) => (read.push(String(path)), readFileSync(path, ...rest))
     process.on('exit', () => fs.writeSync(2, JSON.stringify({
       files: Object.keys(require.cache).filter((file) => file.includes('/dist/')), parts: [...new Set(read.map(String))], own: process.moduleLoadList })))
     require('./dist/main.cjs').main(process.argv.slice(2))`,
  )
})

/** Our own files that a command line loads, the parts of the guide that it reads, and Node's modules. */
function loadedBy(line: string) {
  const argv = line.split(' ').filter((word) => word !== '')
  const report = execFileSync(
    'bash',
    [
      '-c',
      '"$0" "$@" 2>&1 >/dev/null </dev/null | tail -n 1; true',
      process.execPath,
      join(folder, 'run.cjs'),
      ...argv,
    ],
    { env: { ...process.env, NEXTLINE_CACHE: '0' } },
  )
  const { files, parts, own } = JSON.parse(String(report)) as Record<string, readonly string[]>
  const names = (paths: readonly string[] = []) => paths.map((path) => basename(path))
  return {
    files: names(files),
    parts: [...new Set(names(parts).filter((name) => /\.(?:json|txt)$/.test(name)))],
    own: own ?? [],
  }
}

const packagesIn = (file: string) => [
  ...new Set(
    (inside[file] ?? []).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  ),
]

describe('what a command loads', () => {
  it.each([
    ['', []],
    ['topics', []],
    ['show nsaids', []],
    ['ibuprofen', []],
    ['ibuprofen --for patient', []],
    ['risks', []],
    ['faq', []],
    ['tips', []],
    ['--version', ['cli-program']],
    ['--plain show nsaids', ['cli-program', 'cli-commands-show']],
    ['risks nsaids', ['cli-program', 'cli-commands-risks']],
    ['plan --set age=18-64', ['cli-program', 'cli-commands-plan']],
    ['plan --batch', ['cli-program', 'cli-commands-plan', 'cli-batch-plan-register']],
    ['compare nsaids opioids', ['cli-program', 'cli-commands-compare']],
    ['explain nsaids', ['cli-program', 'cli-commands-explain']],
    ['export nsaids', ['cli-program', 'cli-commands-export', 'cli-page-files']],
    ['walk --plain', ['cli-program', 'cli-commands-walk', 'io-numbered-prompter']],
    ['walk', ['cli-program', 'cli-commands-walk', 'io-inquirer-prompter']],
    [
      'risks nsaids --guide data/facet-joint',
      ['cli-program', 'cli-commands-risks', 'guide-load-own-guide', 'guide-load-compile'],
    ],
  ])('"nextline %s" loads the start and %j', (line, more) => {
    const files = loadedBy(line).files.filter((file) => !file.startsWith('view-'))
    expect(files).toEqual(['main.cjs', ...more.map((name) => `${name}.cjs`)])
  })

  it('the start has no package, and the grammar is a file of its own', () => {
    expect(packagesIn('main.cjs')).toEqual([])
    expect(packagesIn('cli-program.cjs')).toEqual(['commander'])
    expect(packagesIn('cli-commands-plan.cjs')).not.toContain('commander')
  })

  it('look-ups and plans bring no parser and no prompts', () => {
    for (const file of [
      'cli-commands-show',
      'cli-commands-plan',
      'cli-commands-search',
      'cli-commands-sources',
    ]) {
      for (const name of ['yaml', 'valibot', '@inquirer/core']) {
        expect(packagesIn(`${file}.cjs`)).not.toContain(name)
      }
    }
  })

  it.each(['', 'topics', 'show nsaids', 'risks', 'faq', 'plan'])(
    '"nextline %s" loads none of the modules of Node that take milliseconds',
    (line) => {
      const slow = /^NativeModule (crypto|child_process|readline|http|worker_threads|tty|net|stream|os)$/
      expect(loadedBy(line).own.filter((name) => slow.test(name))).toEqual([])
    },
  )

  it.each([
    ['topics', ['command-topics.json', 'names.txt']],
    ['show nsaids', ['names.txt', 'option-nsaids.clinician.json']],
  ])('"nextline %s" reads of the guide only %j', (line, parts) => {
    expect([...loadedBy(line).parts].sort()).toEqual(parts)
  })

  it('a plan reads neither sources nor texts that it does not print', () => {
    const { parts } = loadedBy('plan')
    for (const part of ['sources.json', 'properties.json', 'options.risks.json', 'options.outcomes.json']) {
      expect(parts).not.toContain(part)
    }
  })
})
