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
  writeFileSync(
    join(folder, 'run.cjs'),
    `process.on('exit', () => process.stderr.write(JSON.stringify({
       files: Object.keys(require.cache), own: process.moduleLoadList })))
     require('./dist/main.cjs').main(process.argv.slice(2))`,
  )
})

/** Our own files that a command line loads, and Node's modules. */
function loadedBy(line: string) {
  const argv = line.split(' ').filter((word) => word !== '')
  const report = execFileSync('bash', [
    '-c',
    '"$0" "$@" 2>&1 >/dev/null </dev/null | tail -n 1; true',
    process.execPath,
    join(folder, 'run.cjs'),
    ...argv,
  ])
  const { files, own } = JSON.parse(String(report)) as {
    readonly files: readonly string[]
    readonly own: readonly string[]
  }
  return { files: files.filter((file) => file.startsWith(dist)).map((file) => basename(file)), own }
}

const packagesIn = (file: string) => [
  ...new Set(
    (inside[file] ?? []).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  ),
]

const START = ['main.cjs', 'with-failure.cjs']

describe('what a command loads', () => {
  it.each([
    ['', []],
    ['topics', []],
    ['show nsaids', []],
    ['ibuprofen', []],
    ['risks', []],
    ['faq', []],
    ['tips', []],
    ['compare nsaids opioids', []],
    ['plan --set age=18-64', []],
    ['--version', []],
    ['faq blood', ['with-search.cjs']],
    ['search blood', ['search.cjs']],
    ['plan --batch', ['batch.cjs']],
    ['explain nsaids', ['explain.cjs']],
    ['export nsaids', ['export.cjs']],
    ['walk', ['walk.cjs', 'with-inquirer-prompter.cjs']],
    ['walk --plain', ['walk.cjs', 'with-numbered-prompter.cjs']],
    ['topics --guide data/facet-joint', ['with-compile.cjs']],
  ])('"nextline %s" loads the start and %j', (line, more) => {
    expect(loadedBy(line).files).toEqual([...START, ...more])
  })

  it('the start holds what a look-up uses, and no large library', () => {
    expect(packagesIn('main.cjs').sort()).toEqual([
      'chalk',
      'commander',
      'fast-string-truncated-width',
      'fast-string-width',
      'fast-wrap-ansi',
      'fastest-levenshtein',
    ])
    expect(packagesIn('with-failure.cjs')).toEqual([])
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
  })

  it.each(['', 'topics', 'show nsaids', 'risks', 'faq', 'plan'])(
    '"nextline %s" loads none of the modules of Node that take milliseconds',
    (line) => {
      const slow = /^NativeModule (crypto|child_process|readline|http|worker_threads)$/
      expect(loadedBy(line).own.filter((name) => slow.test(name))).toEqual([])
    },
  )
})
