import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which rooms a room may import from. What is not listed is a wall. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: [],
  guide: ['core', 'io', 'text'],
  check: ['core', 'guide', 'io'],
  view: ['core', 'check', 'guide', 'text'],
  io: ['text'],
  walk: ['core', 'view', 'io'],
  fhir: ['core', 'guide', 'view'],
  cli: ['core', 'guide', 'check', 'fhir', 'view', 'walk', 'io', 'text'],
}

/** One room a library: the only files that may import each package. */
const LIBRARY_ROOMS: Readonly<Record<string, readonly string[]>> = {
  chalk: ['src/view/render/colours.ts'],
  commander: ['src/cli/program'],
  inquirer: ['src/io/inquirer-prompter.ts'],
  '@inquirer/core': ['src/io/inquirer-prompter.ts', 'src/io/prompts/'],
  'supports-hyperlinks': ['src/io/node-hyperlinks.ts'],
  'csv-parse/sync': ['src/guide/answers/csv-rows.ts'],
  'js-yaml': ['src/guide/parse/'],
  valibot: ['src/guide/parse/schema/'],
  'mdast-util-to-markdown': ['src/view/render/to-markdown.ts'],
  'mdast-util-gfm-table': ['src/view/render/to-markdown.ts'],
  preact: ['src/view/render/html/'],
  'preact-render-to-string': ['src/view/render/html/'],
  'github-slugger': ['src/view/render/page-headings.ts'],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('src', file))
const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const importsOf = (file: string) =>
  [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
const room = (file: string) => file.split('/')[1] ?? ''
const isRoom = (file: string) => room(file) in MAY_IMPORT

describe('walls between rooms', () => {
  it.each(files.filter(isRoom))('%s imports only from the rooms it may', (file) => {
    const targets = importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => normalize(join(dirname(file), path)))
    const strangers = targets.filter(
      (target) =>
        room(target) !== room(file) &&
        target !== 'src/version.ts' &&
        !MAY_IMPORT[room(file)]?.includes(room(target)),
    )
    expect(strangers).toEqual([])
  })

  it.each(files.filter((file) => room(file) === 'core'))(
    '%s is pure: no package, no node:, nothing async',
    (file) => {
      expect(importsOf(file).filter((path) => !path.startsWith('.'))).toEqual([])
      expect(code(file)).not.toMatch(/\b(async|await|Promise)\b/)
    },
  )

  it.each(files)('%s imports a library only where that library lives', (file) => {
    for (const [library, rooms] of Object.entries(LIBRARY_ROOMS)) {
      if (importsOf(file).includes(library))
        expect(
          rooms.some((place) => file.startsWith(place)),
          library,
        ).toBe(true)
    }
  })

  it.each(files.filter((file) => !/^src\/io\/node-[a-z]+\.ts$/.test(file)))(
    '%s leaves process, console, clock and files alone',
    (file) => {
      expect(code(file)).not.toMatch(/\bprocess\.|\bconsole\.|\bDate\.now|new Date\(|Math\.random/)
      expect(
        importsOf(file).filter((path) => /^node:(fs|process|child_process|http|https|net|dns)/.test(path)),
      ).toEqual([])
    },
  )

  it.each(files)('%s is no barrel and exports no default', (file) => {
    expect(code(file)).not.toMatch(/^export (\* from|default)/m)
  })
})
