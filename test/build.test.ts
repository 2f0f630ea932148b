import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildProgram } from '../bin/build.mjs'
import { compiledGuides } from './support/compiled-guides.ts'

/** Files of a folder and of the folders in it, with their texts. */
function textsIn(folder: string, ending: RegExp): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

it('dist/ holds the program as it is now (npm run build)', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'nextline-build-'))
  await buildProgram(fresh)
  expect(textsIn('dist', /\.cjs$/)).toEqual(textsIn(fresh, /\.cjs$/))
})

it('dist/ holds the built-in guides as their YAML is now, and nothing else (npm run build)', () => {
  expect(textsIn('dist/guides', /\.json$/)).toEqual(textsIn(compiledGuides(), /\.json$/))
})
