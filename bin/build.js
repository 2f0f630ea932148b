#!/usr/bin/env node
// Bundles src/ into dist/, then compiles the built-in guides from their validated YAML.
//
// What a start costs is the code that has to be parsed and the number of files (bench/RESULTS.md), so dist/main.cjs
// holds the grammar and the look-ups, minified, and every other command and each large library with its readers is a
// file of its own, whole, that is read when it is called. CommonJS, because Node 20 opens one file of it faster than
// the same code as linked modules.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Commands that answer before the thought is gone: they and what they import are part of main.cjs. */
const AT_ONCE = /\/commands\/(overview|topics|show|risks|faq|tips|compare|sources|plan)\.ts$/
/** What is read only when it is called: the other commands, and whatever brings a large library along. */
const WHEN_CALLED =
  /\/(commands\/(?!find|guide|setting|write)[a-z-]+|guide\/(compile|exported|search|yaml-tree|source-folder)|io\/[a-z]+-prompter)\.ts$/
/** Failures are told apart by their class, so every file has to hold the same one. */
const SHARED = /\/io\/failure\.ts$/

/** Node's own modules that take milliseconds to load: the functions that are used, loaded at their first call. */
const SLOW = { 'node:child_process': ['spawn'], 'node:crypto': ['createHash', 'randomBytes'] }

/** @param {Set<string>} found gathers the modules that become files of their own */
const split = (found) => ({
  name: 'split',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir }) => {
      if (kind === 'entry-point' || !importer.startsWith(`${root}src/`)) return undefined
      const file = fileURLToPath(new URL(path, pathToFileURL(`${resolveDir}/`)))
      const own = kind === 'dynamic-import' && WHEN_CALLED.test(file) && !AT_ONCE.test(file)
      if (!own && !SHARED.test(file)) return undefined
      found.add(file)
      return { path: `./${nameOf(file)}.cjs`, external: true }
    })
  },
})

const slowBuiltIns = {
  name: 'slow-built-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${Object.keys(SLOW).join('|')})$`) }, ({ path, namespace }) =>
      namespace === 'slow' ? { path, external: true } : { path, namespace: 'slow' },
    )
    onLoad({ filter: /./, namespace: 'slow' }, ({ path }) => ({
      contents: `module.exports = {${SLOW[path].map((name) => `get ${name}() { return require('${path}').${name} }`)}}`,
    }))
  },
}

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

const nameOf = (file) => `${file.includes('/commands/') ? '' : 'with-'}${basename(file, '.ts')}`

async function bundle(file, name, outdir, found) {
  return build({
    absWorkingDir: root,
    entryPoints: [{ in: file, out: name }],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '$url' },
    banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [split(found), slowBuiltIns, noColourDetection],
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
  const found = new Set([`${root}src/main.ts`, `${root}src/build-guides.ts`])
  // A set that grows while it is walked: what a file calls becomes a file too.
  for (const file of found) {
    const name = /src\/[^/]+$/.test(file) ? basename(file, '.ts') : nameOf(file)
    const { metafile } = await bundle(file, name, outdir, found)
    inputs[`${name}.cjs`] = Object.keys(metafile.inputs)
  }
  return inputs
}

/** Runs the look-ups and keeps what V8 compiled for them, as bin/nextline.js loads it (one byte a character: ASCII). */
async function keepCompiledCode() {
  const file = `${root}dist/main.cjs`
  const script = new Script(module.wrap(readFileSync(file, 'latin1')), { filename: file })
  const own = { exports: {} }
  script.runInThisContext()(own.exports, module.createRequire(file), own, file)
  for (const argv of [[], ['topics'], ['show', 'nsaids'], ['risks'], ['faq'], ['tips'], ['plan']]) {
    await own.exports.main(argv)
  }
  writeFileSync(`${root}dist/main.cache`, script.createCachedData())
}

const [, self, mode] = process.argv
if (self === fileURLToPath(import.meta.url)) {
  if (mode === '--keep') await keepCompiledCode()
  else {
    await buildProgram(`${root}dist`)
    const { buildGuides } = (await import('../dist/build-guides.cjs')).default
    process.exitCode = await buildGuides()
    // In a process of its own, whose output goes nowhere.
    if (process.exitCode === 0) execFileSync(process.execPath, [self, '--keep'], { stdio: 'ignore' })
  }
}
