#!/usr/bin/env node
// Bundles src/ into dist/, then compiles the built-in guides from their validated YAML.
//
// What a start costs is the code that has to be read and the number of files (bench/RESULTS.md). dist/main.cjs holds
// what every line needs and answers plain look-ups; dist/program.cjs holds the grammar; every command, and each large
// library with its readers, is a file of its own that is read when it is called.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** What is read only when it is called: the program, each command, and whatever brings a large library along. */
const WHEN_CALLED =
  /\/(cli\/(program|records|read-answers|output-files|walk-actions)|cli\/commands\/[a-z-]+|guide\/load\/(compile|exported|source-folder)|guide\/find\/search|guide\/parse\/yaml-tree|io\/[a-z]+-prompter)\.ts$/
/**
 * What main.cjs hands to every other file. Failures are told apart by their class, so there may be one of each; the
 * others are used at every start anyway.
 */
const SHARED = [
  'io/failure.ts',
  'io/node-io.ts',
  'view/render/to-terminal.ts',
  'guide/find/fold-name.ts',
  'cli/review-notice.ts',
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
  const isRoot = /src\/[^/]+$/.test(file) || file.includes('/cli/')
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram(`${root}dist`)
  process.exitCode = await require('../dist/build-guides.cjs').buildGuides()
}
