#!/usr/bin/env node
// @ts-check
// Bundles src/ into dist/, then compiles the built-in guides from their YAML.
//
// src/main.ts and each module that a file of src/ imports with `import()` become one file of dist/, so that a command
// loads only its own code. The other files take the modules of main.cjs from there, and have a copy of all others.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './licences.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const MAIN = join(root, 'src/main.ts')
const ENTRIES = ['main.ts', 'build-guides.ts', 'build-manual.ts']

/** Prompts of inquirer that are not used. @inquirer/editor alone would add 500 KB. */
const UNUSED_PROMPTS = ['checkbox', 'editor', 'expand', 'number', 'password', 'rawlist', 'search', 'select']

/**
 * Bundles the program into a folder.
 * @param {string} outdir
 * @returns {Promise<Record<string, string[]>>} each file that was written, with the modules and packages in it
 */
export async function buildProgram(outdir) {
  rmSync(outdir, { recursive: true, force: true })
  /** @type {Record<string, string[]>} */
  const written = {}
  const entries = new Set(ENTRIES.map((file) => join(root, 'src', file)))
  const sources = sourceHash()
  const shared = await modulesOf(MAIN, { entries, sources, shared: new Set() })
  // A set may grow while it is iterated: an entry that a bundle finds is bundled after it.
  for (const entry of entries) {
    const { metafile } = await bundle(entry, { entries, sources, shared }, outdir)
    written[fileName(entry)] = Object.keys(metafile.inputs).filter((input) => !input.startsWith('shared:'))
  }
  writeFileSync(join(outdir, 'LICENCES.txt'), licencesOf(root, Object.values(written).flat()))
  return written
}

/**
 * @typedef {{ entries: Set<string>, sources: string, shared: Set<string> }} Context `shared`: the modules of main.cjs
 */

/**
 * The modules of src/ in a bundle that other bundles can take from it: all but io/node-*.ts.
 * @param {string} entry
 * @param {Context} context
 * @returns {Promise<Set<string>>}
 */
async function modulesOf(entry, context) {
  const { metafile } = await bundle(entry, context)
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
  const paths = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => join(root, path))
  return new Set(paths.filter((path) => /^(?!.*\/io\/node-).*\/src\//.test(path) && path !== entry))
}

/**
 * Bundles an entry into a folder, or nowhere.
 * @param {string} entry
 * @param {Context} context
 * @param {string} [outdir]
 */
function bundle(entry, { entries, sources, shared }, outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(outdir ?? root, fileName(entry)),
    write: outdir !== undefined,
    bundle: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    alias: {
      'node:child_process': './bin/no-child-process.mjs',
      ...Object.fromEntries(UNUSED_PROMPTS.map((name) => [`@inquirer/${name}`, './bin/no-prompt.mjs'])),
      // The same parser, a tenth faster: the build for Node reads the environment at every token.
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
      // chalk gets its level from the program and need not inspect the terminal.
      '#supports-color': join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js'),
    },
    define: { 'import.meta.dirname': '__dirname', __BUILD__: JSON.stringify(sources) },
    plugins: [
      onlyVersion,
      separateFiles(entries),
      entry === MAIN ? shareModules(shared) : takeShared(shared),
    ],
    logLevel: 'warning',
  })
}

/**
 * Puts only the version of package.json into a bundle.
 * @type {import('esbuild').Plugin}
 */
const onlyVersion = {
  name: 'only-version',
  setup({ onLoad }) {
    onLoad({ filter: /package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined
      const { version } = JSON.parse(readFileSync(path, 'utf8'))
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
}

/**
 * Leaves what a module imports with `import()` to a file of its own.
 * @param {Set<string>} entries
 * @returns {import('esbuild').Plugin}
 */
function separateFiles(entries) {
  return {
    name: 'separate-files',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const entry = resolve(resolveDir, path)
        entries.add(entry)
        return { path: `./${fileName(entry)}`, external: true }
      })
    },
  }
}

/**
 * Adds an export to main.ts: its modules by their paths.
 * @param {Set<string>} shared
 * @returns {import('esbuild').Plugin}
 */
function shareModules(shared) {
  const paths = [...shared]
  const imports = paths.map((path, index) => `import * as module${index} from ${JSON.stringify(path)}`)
  const entries = paths.map((path, index) => `${JSON.stringify(relative(root, path))}: module${index}`)
  const exported = `${imports.join('\n')}\nexport const modules = { ${entries.join(', ')} }`
  return {
    name: 'share-modules',
    setup({ onLoad }) {
      onLoad({ filter: /main\.ts$/ }, ({ path }) =>
        path === MAIN ? { contents: `${readFileSync(path, 'utf8')}\n${exported}`, loader: 'ts' } : undefined,
      )
    },
  }
}

/**
 * Replaces the modules that main.cjs holds by a reference to main.cjs.
 * @param {Set<string>} shared
 * @returns {import('esbuild').Plugin}
 */
function takeShared(shared) {
  return {
    name: 'take-shared',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path)
        return shared.has(file) ? { path: file, namespace: 'shared' } : undefined
      })
      onResolve({ filter: /main\.cjs$/, namespace: 'shared' }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
        contents: `module.exports = require('./main.cjs').modules[${JSON.stringify(relative(root, path))}]`,
      }))
    },
  }
}

/** @param {string} entry */
function fileName(entry) {
  return relative(join(root, 'src'), entry)
    .replace(/\.tsx?$/, '.cjs')
    .replaceAll('/', '-')
}

/** A hash of the sources, for the key of a cached guide. */
function sourceHash() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')))
  for (const file of files) hash.update(readFileSync(join(root, 'src', file)))
  return hash.digest('hex')
}

/**
 * Writes the manual page. Its date is fixed: the same sources give the same page.
 * @param {string} markdown
 */
function writeManual(markdown) {
  const tool = join(root, 'node_modules/.bin/marked-man')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const argv = ['--manual', 'nextline', '--version', version, '--date', '2026-01-01T00:00:00Z']
  const page = execFileSync(tool, argv, { input: markdown, encoding: 'utf8' })
  writeFileSync(join(root, 'dist/nextline.1'), page)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram(join(root, 'dist'))
  const { buildGuides } = createRequire(import.meta.url)('../dist/build-guides.cjs')
  process.exitCode = await buildGuides()
  const { manualMarkdown } = createRequire(import.meta.url)('../dist/build-manual.cjs')
  writeManual(await manualMarkdown())
}
