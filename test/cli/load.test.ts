import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
// @ts-expect-error: the build is plain JavaScript
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
     const { readFileSync } = fs
     fs.readFileSync = (path, ...rest) => (read.push(path), readFileSync(path, ...rest))
     process.on('exit', () => fs.writeSync(2, JSON.stringify({
       files: Object.keys(require.cache).filter((file) => file.includes('/dist/')), parts: read, own: process.moduleLoadList })))
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
  return { files: names(files), parts: names(parts).filter((name) => name.endsWith('.json')), own: own ?? [] }
}

const packagesIn = (file: string) => [
  ...new Set(
    (inside[file] ?? []).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  ),
]

const SLOW_PACKAGES = ['chalk', 'fast-string-width', 'fast-wrap-ansi', 'fastest-levenshtein']

describe('what a command loads', () => {
  it.each([
    ['', []],
    ['topics', []],
    ['show nsaids', []],
    ['ibuprofen', []],
    ['risks', []],
    ['faq', []],
    ['tips', []],
    ['--plain show nsaids', []],
    ['show nsaids --for patient', ['show.cjs']],
    ['risks nsaids', ['risks.cjs']],
    ['plan --set age=18-64', ['plan.cjs']],
    ['faq blood', ['faq.cjs', 'with-search.cjs']],
    ['topics --guide data/facet-joint', ['topics.cjs', 'with-compile.cjs']],
    ['walk --plain', ['walk.cjs', 'with-numbered-prompter.cjs']],
    ['walk', ['walk.cjs', 'with-inquirer-prompter.cjs']],
    ['--version', ['program.cjs']],
    ['compare nsaids opioids', ['program.cjs', 'compare.cjs']],
    ['search blood', ['program.cjs', 'search.cjs']],
    ['plan --batch', ['program.cjs', 'batch.cjs']],
    ['explain nsaids', ['program.cjs', 'explain.cjs']],
    ['export nsaids', ['program.cjs', 'export.cjs']],
  ])('"nextline %s" loads the start and %j', (line, more) => {
    expect(loadedBy(line).files).toEqual(['main.cjs', ...more])
  })

  it('colours and names that are not found bring a library each', () => {
    expect(loadedBy('topics --color').files).toContain('with-chalk.cjs')
    expect(loadedBy('show nsaid').files).toEqual(['main.cjs'])
    expect(loadedBy('show nsiads').files).toContain('with-fastest-levenshtein.cjs')
  })

  it('no library is part of the start, and the grammar is a file of its own', () => {
    expect(packagesIn('main.cjs')).toEqual([])
    expect(packagesIn('show.cjs')).toEqual([])
    expect(packagesIn('plan.cjs')).toEqual([])
    expect(packagesIn('program.cjs')).toEqual(['commander'])
  })

  it('yaml and valibot come with a guide of one’s own, minisearch with a search, inquirer with drawn prompts', () => {
    const holding = (name: string) =>
      Object.keys(inside)
        .filter((file) => packagesIn(file).includes(name))
        .sort()
    const building = ['build-guides.cjs', 'check.cjs']
    expect(holding('yaml')).toEqual([...building, 'with-compile.cjs', 'with-yaml-tree.cjs'])
    expect(holding('valibot')).toEqual([...building, 'with-compile.cjs', 'with-exported.cjs'])
    expect(holding('minisearch')).toEqual(['search.cjs', 'with-search.cjs'])
    expect(holding('@inquirer/core')).toEqual(['with-inquirer-prompter.cjs'])
    for (const name of SLOW_PACKAGES) expect(holding(name)).toEqual([`with-${name}.cjs`])
  })

  it.each(['', 'topics', 'show nsaids', 'risks', 'faq', 'plan'])(
    '"nextline %s" loads none of the modules of Node that take milliseconds',
    (line) => {
      const slow = /^NativeModule (crypto|child_process|readline|http|worker_threads|tty|net|stream|os)$/
      expect(loadedBy(line).own.filter((name) => slow.test(name))).toEqual([])
    },
  )

  it.each([
    ['topics', ['topics.json']],
    ['show nsaids', ['names.json', 'option-nsaids.json']],
    [
      'plan',
      [
        'guide.json',
        'options.questionsToAsk.json',
        'options.rules.json',
        'questions.json',
        'warningSigns.json',
      ],
    ],
  ])('"nextline %s" reads of the guide only %j', (line, parts) => {
    expect([...loadedBy(line).parts].sort()).toEqual(parts)
  })
})
