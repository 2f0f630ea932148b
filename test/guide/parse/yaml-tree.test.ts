import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, parseDocument, stringify } from 'yaml'
import type { Path } from '../../../src/guide/parse/diagnostic.ts'
import { readYaml } from '../../../src/guide/parse/yaml-tree.ts'

const TEXT = `# a comment
name: tablets
empty:
list:
  - { a: 1, b: [x, "y"] }
  - &shared
    a: 2
again: *shared
18-64: yes
`

describe('where a piece of YAML stands', () => {
  it.each<readonly [string, Path, 'key' | 'value', number, number]>([
    ['the whole', [], 'value', 2, 1],
    ['a value', ['name'], 'value', 2, 7],
    ['a key', ['name'], 'key', 2, 1],
    ['a value in quotes', ['list', 0, 'b', 1], 'value', 5, 20],
    ['a value that is empty: its field', ['empty'], 'value', 3, 1],
    ['an item of a list', ['list', 1], 'value', 7, 5],
    ['a value deep inside', ['list', 0, 'b', 0], 'value', 5, 17],
    ['a value behind an alias', ['again', 'a'], 'value', 7, 8],
    ['a key that looks like numbers', ['18-64'], 'key', 9, 1],
    ['a missing field: its parent', ['list', 0, 'c'], 'value', 5, 5],
    ['a missing item: the list', ['list', 7, 'a'], 'value', 5, 3],
    ['a field of a text: the text', ['name', 'a', 'b'], 'value', 2, 7],
  ])('%s', (_, path, part, line, column) => {
    expect(readYaml(TEXT).tree?.spotOf(path, part)).toEqual({ line, column })
  })

  it.each(['|', '>-', '|2 # a note'])('of a text after %s is its first letter', (mark) => {
    const { tree } = readYaml(`a:\n  b: ${mark}\n    some words\n    and more\n  c: 1`)
    expect(tree?.spotOf(['a', 'b'])).toEqual({ line: 3, column: 5 })
  })

  it('counts lines the same with Windows line ends', () => {
    const windows = TEXT.replaceAll('\n', '\r\n')
    expect(readYaml(windows).tree?.spotOf(['list', 0, 'b', 1])).toEqual({ line: 5, column: 20 })
  })
})

const dataOf = (text: string) => readYaml(text).tree?.data

const yamlFilesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))

/** What another library reads; undefined for what it refuses. */
function otherwise(text: string): unknown {
  const document = parseDocument(text, { stringKeys: true, logLevel: 'silent' })
  return document.errors.length > 0 ? undefined : document.toJS()
}

describe('what YAML means', () => {
  it('reads yes, no and days as text, so that they can be answers and dates', () => {
    expect(dataOf('[yes, no, on, 2026-01-31]')).toEqual(['yes', 'no', 'on', '2026-01-31'])
  })

  it.each(yamlFilesIn('data'))('is the same to another library in %s', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(dataOf(text)).toEqual(parse(text))
  })

  it('is the same to another library in what that library writes', () => {
    const options = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      indent: fc.constantFrom(2, 4),
      defaultStringType: fc.constantFrom(
        'PLAIN',
        'QUOTE_DOUBLE',
        'QUOTE_SINGLE',
        'BLOCK_FOLDED',
        'BLOCK_LITERAL',
      ),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    } as const)
    const words = fc.stringMatching(/^[\w .,:;#'"%@&*!?|>{}[\]\n-]{0,40}$/)
    const values = fc
      .jsonValue({ maxDepth: 4 })
      .chain((json) => words.map((text) => ({ json, text, list: [text, [text]] })))
    fc.assert(
      fc.property(values, options, (data, written) => {
        const text = stringify(data, { ...written, defaultKeyType: 'PLAIN' })
        fc.pre(readYaml(text).faults.every(({ message }) => !message.includes('cannot be seen')))
        expect(dataOf(text)).toEqual(parse(text))
      }),
    )
  })

  it('is the same to another library in any text that both read', () => {
    const signs = [
      'a',
      'b',
      ' ',
      '  ',
      '\n',
      '\n  ',
      ': ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '#',
      ' #',
    ]
    const more = [
      '|\n',
      '>-\n',
      '&a ',
      '*a',
      '1',
      '0x1F',
      '.5',
      '~',
      'true',
      '\r\n',
      '\\',
      ':',
      '-',
      'k: ',
      '\nk: ',
    ]
    const texts = fc
      .tuple(fc.constantFrom('k: ', '- '), fc.array(fc.constantFrom(...signs, ...more), { maxLength: 15 }))
      .map(([start, parts]) => start + parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, faults } = readYaml(text)
        fc.pre(faults.length === 0)
        const other = otherwise(text)
        fc.pre(other !== undefined)
        // Libraries differ about a name that is empty; no field of a guide or answer has one.
        fc.pre(!JSON.stringify(other).includes('"":'))
        expect(tree?.data).toEqual(other)
      }),
      { numRuns: 1000, maxSkipsPerRun: 100 },
    )
  })
})

describe('a mistake in YAML says what to do', () => {
  it.each([
    [
      'a colon in a text',
      'text: one: two',
      '1:10 nothing can begin here: indent a field as the fields beside it',
    ],
    ['a text that begins with a sign', 'text: @home', '1:7 nothing can begin here'],
    ['a field that is indented too far', 'a: 1\n  b: 2', '2:4 nothing can begin here'],
    ['an item that stands between two levels', 'x:\n   - [a]\n  - b', '3:3 no'],
    [
      'a bracket that is open',
      'a: [x\nb: 2',
      '2:1 this line stands too far to the left: indent it, or close',
    ],
    ['a bracket that is open at the end', 'a: [x', '1:6 a bracket is not closed'],
    ['quotes that are open', 'a: "x\n', '2:1 this line stands too far to the left: indent it, or close'],
    [
      'an apostrophe that ends a text',
      "a: 'don't'",
      '1:9 the text in quotes ends before this: put quotes around all of it',
    ],
    ['a word in quotes at the start', 'a: "x" y', '1:8 the text in quotes ends before this'],
    [
      'a closing bracket in the column of its field',
      'a: [\n  x\n]',
      '3:1 indent this closing bracket further than the field that it belongs to',
    ],
    ['a text that begins with >', 'a: > 50 of 100', '1:6 a text that begins with > or | needs quotes'],
    ['a text that begins with *', 'a: *', '1:5 a text that begins with * needs quotes'],
    ['a text that begins with &', 'a: & b', '1:5 a text that begins with & needs quotes'],
    ['a text that begins with !', 'a: !b c', '1:4 a tag stands here: write the value alone'],
    ['two commas', 'a: [x,, y]', '1:7 an item is missing before this comma'],
    ['a field beside the items of a list', '- a\nb: 1', '2:1 nothing can follow here'],
    ['a comma that is missing', 'a: ["x" "y"]', '1:9 a comma is missing before this'],
    ['a colon that is missing', 'a: 1\nb\nc: 2', '3:2 a colon and a space are missing on the line above'],
    ['a tab', 'a:\n\tb: 1', '2:1 a tab stands here: indent with spaces'],
    ['a backslash in double quotes', 'a: "C:\\x y"', '1:9 the backslash begins nothing that YAML knows'],
    ['a name that is missing', 'a: 1\n: 2', '2:3 the name of a field is a text, and here is none'],
    ['a name that is no text', '? [a]\n: 1', '1:3 the name of a field is a text, and here is none'],
  ])('%s', (_, text, message) => {
    const { faults, tree } = readYaml(text)
    expect(faults.map(({ line, column, message: words }) => `${line}:${column} ${words}`).join()).toContain(
      message,
    )
    expect(tree).toBeUndefined()
  })
})
