#!/usr/bin/env node
// Bundles src/ into dist/, then compiles the built-in guides from their validated YAML.
//
// What a start costs is the code that has to be read and the number of files (bench/RESULTS.md). dist/main.cjs holds
// what every line needs and answers plain look-ups; dist/program.cjs holds the grammar; every command, and each large
// library with its readers, is a file of its own that is read when it is called. Beside each file that a look-up or a
// walk needs stands the code that V8 compiled for it (*.cache).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** What is read only when it is called: the program, each command, and whatever brings a large library along. */
const WHEN_CALLED =
  /\/(program|commands\/(?!find|guide|setting|stale|write)[a-z-]+|guide\/(compile|exported|search|yaml-tree|source-folder)|io\/[a-z]+-prompter)\.ts$/
/**
 * What main.cjs hands to every other file. Failures are told apart by their class, so there may be one of each; the
 * others are used at every start anyway.
 */
const SHARED = [
  'io/failure.ts',
  'io/process-io.ts',
  'view/to-terminal.ts',
  'guide/fold-name.ts',
  'commands/stale.ts',
]

/** Modules that take milliseconds to load, with what is used of them: packages are files of their own too. */
const SLOW = {
  'node:child_process': ['spawn'],
  'node:crypto': ['createHash', 'randomBytes'],
  'node:tty': ['isatty'],
  chalk: ['Chalk'],
  'fastest-levenshtein': ['distance'],
  'fast-string-width': ['default'],
  'fast-wrap-ansi': ['wrapAnsi'],
}

/** What @inquirer/core is given in place of these: the same, quicker for plain text (test/text/wrap.test.ts). */
const QUICKER = { 'fast-wrap-ansi': 'breakLine as wrapAnsi' }

/** What is run to learn which code a start needs. */
const KEPT_LINES = [
  '',
  'topics',
  'show nsaids',
  'risks',
  'faq',
  'tips',
  'show nsaids --json',
  'plan --set age=18-64',
  '--version',
]
/** Milliseconds for a screen to come up. */
const KEY_PAUSE = 300

/** @param {Set<string>} found gathers the modules that become files of their own */
const split = (outfile, found) => ({
  name: 'split',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir }) => {
      if (kind === 'entry-point' || !importer.startsWith(`${root}src/`)) return undefined
      const file = fileURLToPath(new URL(path, pathToFileURL(`${resolveDir}/`)))
      if (outfile !== 'main' && SHARED.includes(file.slice(`${root}src/`.length))) {
        return { path: './main.cjs', external: true }
      }
      if (kind !== 'dynamic-import' || !WHEN_CALLED.test(file)) return undefined
      found.add(file)
      return { path: `./${nameOf(file)}.cjs`, external: true }
    })
  },
})

/** In place of a slow module: its functions, each of which loads it when it is called. */
const slowModules = (found) => ({
  name: 'slow-modules',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: new RegExp(`^(${Object.keys(SLOW).join('|')})$`) },
      ({ path, namespace, importer }) => {
        if (importer === '<stdin>') return undefined
        if (QUICKER[path] !== undefined && importer.includes('@inquirer'))
          return { path, namespace: 'quicker' }
        if (namespace !== 'slow') return { path, namespace: 'slow' }
        if (path.startsWith('node:')) return { path, external: true }
        found.add(path)
        return { path: `./${nameOf(path)}.cjs`, external: true }
      },
    )
    onLoad({ filter: /./, namespace: 'quicker' }, ({ path }) => ({
      resolveDir: `${root}src`,
      contents: `export { ${QUICKER[path]} } from './text/wrap.ts'`,
    }))
    onLoad({ filter: /./, namespace: 'slow' }, ({ path }) => ({
      contents: SLOW[path].map((name) => callLater(path, name)).join('\n'),
    }))
  },
})

const callLater = (
  path,
  name,
) => `export ${name === 'default' ? 'default function' : `function ${name}`}(...args) {
  const real = require('${path}').${name}
  return new.target ? new real(...args) : real(...args)
}`

// chalk is given its level, so its own look at the terminal, at every start, serves nobody.
const noColourDetection = {
  name: 'no-colour-detection',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'none' }))
    onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }))
  },
}

/** The file that a module or a package goes to, without its ending. */
const nameOf = (file) => {
  const isRoot = /src\/[^/]+$/.test(file) || file.includes('/commands/')
  return `${isRoot ? '' : 'with-'}${basename(file, '.ts')}`
}

/** Names that a module of src/ exports, or those of a package that are used. */
const exportsOf = (file) =>
  SLOW[file] ??
  [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(
    ([, name]) => name,
  )

/** Hands over its modules' exports as a plain object: esbuild's own form of them takes longer to make at each start. */
function entryOf(files) {
  const names = files.map((file) =>
    exportsOf(file).map((name) => (name === 'default' ? 'default as fallback' : name)),
  )
  const imports = files.map((file, at) => `import { ${names[at]} } from ${JSON.stringify(file)}`)
  return [
    ...imports,
    `module.exports = { ${names.flat().map((name) => name.replace(' as fallback', ': fallback'))} }`,
  ].join('\n')
}

async function bundle(file, { name, outdir, found, sources }) {
  const files = name === 'main' ? [file, ...SHARED.map((path) => `${root}src/${path}`)] : [file]
  return build({
    stdin: { contents: entryOf(files), resolveDir: root },
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
    absWorkingDir: root,
    outfile: `${outdir}/${name}.cjs`,
    bundle: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', __BUILD__: JSON.stringify(sources) },
    plugins: [split(name, found), slowModules(found), noColourDetection],
    logLevel: 'warning',
  })
}

/**
 * Builds the program into a folder.
 * @returns {Promise<Record<string, string[]>>} each file that was written, with the modules and packages in it
 */
export async function buildProgram(outdir) {
  rmSync(outdir, { recursive: true, force: true })
  const inputs = {}
  const sources = hashOf([`${root}package.json`, ...filesIn(`${root}src`)])
  const found = new Set([`${root}src/main.ts`, `${root}src/build-guides.ts`])
  // A set that grows while it is walked: what a file calls becomes a file too.
  for (const file of found) {
    const name = nameOf(file)
    const { metafile } = await bundle(file, { name, outdir, found, sources })
    inputs[`${name}.cjs`] = Object.keys(metafile.inputs)
  }
  return inputs
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** Runs some lines, and keeps what V8 compiled for them beside each file that they loaded. */
async function keepCompiledCode() {
  for (const name of readdirSync(`${root}dist`)) if (name.endsWith('.cache')) rmSync(`${root}dist/${name}`)
  const { load, loaded } = require('./nextline.js')
  const { main, createProcessIo } = load('./main.cjs')
  for (const line of KEPT_LINES) await main(line.split(' ').filter(Boolean))
  // Before the walk: what only a walk needs of the start would make every other start longer.
  keepNew(loaded)
  await beginWalk((io) => main(['walk'], io), createProcessIo())
  keepNew(loaded)
}

/** Keeps the compiled code of each file that has none yet. */
function keepNew(loaded) {
  for (const [name, { script }] of Object.entries(loaded)) {
    const file = `${root}dist/${name.replace('.cjs', '.cache')}`
    if (!existsSync(file)) writeFileSync(file, script.createCachedData())
  }
}

/** The first screens of a walk on a made-up terminal: Enter to begin, Enter to leave the first question open, Ctrl-C. */
async function beginWalk(walk, io) {
  const terminal = () =>
    Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40, setRawMode() {} })
  const [stdin, stderr] = [terminal(), terminal().resume()]
  Object.defineProperty(process, 'stdin', { value: stdin })
  Object.defineProperty(process, 'stderr', { value: stderr })
  const ended = walk({ ...io, canPrompt: () => true, colorLevel: 2, unicode: true })
  for (const key of ['\r', '\r', '\x03']) {
    await setTimeout(KEY_PAUSE)
    stdin.write(key)
  }
  // On a machine so busy that a key came before its screen: the end of the input ends the walk too.
  stdin.end()
  await ended
}

/** In a process whose output goes nowhere. Without what it keeps the program works as well, only later. */
function keepInOwnProcess() {
  try {
    execFileSync(process.execPath, [self, '--keep'], { stdio: 'ignore', timeout: 60_000 })
  } catch (error) {
    process.stderr.write(`Compiled code could not be kept, so each start takes longer: ${error.message}\n`)
  }
}

const [, self, mode] = process.argv
if (self === fileURLToPath(import.meta.url)) {
  if (mode === '--keep') await keepCompiledCode()
  else {
    await buildProgram(`${root}dist`)
    process.exitCode = await require('./nextline.js').load('./build-guides.cjs').buildGuides()
    if (process.exitCode === 0) keepInOwnProcess()
  }
}
