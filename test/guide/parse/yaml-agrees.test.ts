import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, isScalar, isSeq, type Node, parse, parseDocument, stringify } from 'yaml'
import type { Path } from '../../../src/guide/parse/diagnostic.ts'
import { spotIn } from '../../../src/guide/parse/read-json.ts'
import { readYaml } from '../../../src/guide/parse/yaml/read-yaml.ts'

/* Guides have one reader of YAML, ours. The package `yaml` is the other opinion here: what ours takes, it reads the same. */

const RUNS = Number(process.env.FUZZ_RUNS ?? 4000)

/** Every form of YAML that guides may use, and some that they may not. */
const FORMS = [
  'a: 1\nb:\n  - x\n  - y: 2\n    z: [1, {q: w}, "e"]\nc: >-\n  one\n  two\n\n  three\nd: |\n  as it\n    stands\n  here\n',
  'a: &x\n  b: 1\n  c: [p, q]\nd: *x\ne: [*x, *x]\nf: &y "text"\ng: *y\n',
  '---\n# comment\n- a\n-\n  - b\n- - c\n  - d: e\n    f: g\n-   h: i\n    j: k # comment\n',
  "k: \"several\n  lines\n\n  text \\\n  more\\n\"\nl: 'it''s\n  two'\nm: plain\n  goes on\n\n  here # end\nn:\n",
  'a: {b: c, d: , e, "f":1, \'g\': [ ]}\nh: [a b\n  c, d]\ni: {}\nj: [\n  x,\n  y,\n  ]\n',
  'a: >+\n  x\n\n\nb: |-\n\n  y\n  z\n\nc: >\n  a\n   b\n\n   c\n  d\n',
  'a: |2\n    x\n   y\n  z\nb: >1-\n  q\n r\n',
  'x: 1\ny: -2.5\nz: 0x1F\nt: true\nn: ~\nu: null\nv: .inf\nw: 1e3\nq: "1"\nr: 010\ns: 0o7\np: +3\no: 1_000\nd: 2020-01-01\n',
  '"quoted": v\n\'other\': w\n18-64: yes\n1: one\n2: two\n',
  'a:\n- b\n- c:\n  - d\n  -  e\nf: g\n',
  '- "\\x41\\u0042\\U00000043\\t\\"\\\\\\/ \\_ \\N"\n- \'a # b\'\n- a#b\n- http://x.y/z?a=b\n- -x\n- ?y\n- :z\n',
  'plain text\n over lines\n',
  '? a\n: b\n',
  '[a: b, c]\n',
  '',
]
const SIGNS = [
  ...' \n\t:-#\'"[]{},&*|>?!%@`~0a.\\=+é\r😀',
  '\n  ',
  '\n- ',
  ': ',
  ' #',
  '- ',
  'a: ',
  '\n\n',
  '>-',
  '|+',
  '---',
  '...',
]
const MORE_SIGNS = [
  '&x ',
  '*x',
  '\\\n',
  '? ',
  '!t ',
  '<<: ',
  'null',
  '\r\n',
  ':\n',
  '\n: ',
  '|1',
  '>2-\n',
  '__proto__: ',
]

const folder = 'data/facet-joint'
const guide = (readdirSync(folder, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Some lines of a guide, moved to the left. */
const linesOfGuide = fc
  .tuple(fc.constantFrom(...guide), fc.nat(), fc.integer({ min: 1, max: 14 }))
  .map(([text, at, count]) => {
    const lines = text.split('\n')
    const from = at % lines.length
    const some = lines.slice(from, from + count)
    const indents = some.filter((line) => line.trim() !== '').map((line) => line.search(/[^ ]/))
    return `${some.map((line) => line.slice(Math.min(...indents, 99))).join('\n')}\n`
  })

const edit = fc.tuple(
  fc.nat(),
  fc.nat(3),
  fc.constantFrom('put', 'put', 'drop', 'indent', 'outdent', 'repeat'),
  fc.constantFrom(...SIGNS, ...MORE_SIGNS),
)

function edited(
  text: string,
  [place, length, what, sign]: readonly [number, number, string, string],
): string {
  const at = place % (text.length + 1)
  if (what === 'put') return text.slice(0, at) + sign + text.slice(at)
  if (what === 'drop') return text.slice(0, at) + text.slice(at + length + 1)
  const line = text.lastIndexOf('\n', at - 1) + 1
  const end = `${text}\n`.indexOf('\n', line) + 1
  if (what === 'repeat') return text.slice(0, end) + text.slice(line)
  const indented = what === 'indent' ? ' '.repeat(length) : ''
  return text.slice(0, line) + indented + text.slice(line).replace(what === 'indent' ? '' : /^ {1,2}/, '')
}

const texts = fc
  .tuple(fc.oneof(fc.constantFrom(...FORMS), linesOfGuide), fc.array(edit, { maxLength: 4 }))
  .map(([text, edits]) => edits.reduce(edited, text))

function nodeAt(root: Node | null, path: Path): Node | null {
  let node: unknown = root
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)]
    else if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && key.value === step)?.value
  }
  return node as Node | null
}

function pathsIn(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [path]
  const entries = Array.isArray(data) ? [...data.entries()] : Object.entries(data)
  return [path, ...entries.flatMap(([step, value]) => pathsIn(value, [...path, step]))]
}

/** What the package says of a text, and whether it has anything against it but a field that stands twice. */
function otherOpinion(text: string) {
  const document = parseDocument(text, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' })
  return { document, faults: [...document.errors, ...document.warnings].map(({ message }) => message) }
}

describe('YAML that our reader takes', () => {
  it('means what the package yaml says, whatever was edited in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, faults } = readYaml(text)
        if (tree === undefined) return
        const { document, faults: others } = otherOpinion(text)
        expect(others, JSON.stringify(text)).toEqual([])
        expect(tree.data, JSON.stringify(text)).toEqual(document.toJS({ maxAliasCount: -1 }))
        if (faults.length === 0) return
        expect(() => parse(text, { stringKeys: true })).toThrow('Map keys must be unique')
      }),
      { numRuns: RUNS },
    )
  })

  it('stands where the package says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, faults } = readYaml(text)
        if (tree === undefined || faults.length > 0 || text.includes('\r')) return
        const { document } = otherOpinion(text)
        for (const path of pathsIn(tree.data)) {
          const node = nodeAt(document.contents, path)
          // An alias has the fields of what it repeats; where nothing stands, the package names different places.
          if (!isMap(node) && !isSeq(node) && !(isScalar(node) && node.value !== null)) continue
          expect(tree.spotOf(path), JSON.stringify([text, path])).toEqual(spotIn(text, node.range?.[0] ?? 0))
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('is all that the package writes', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab ,:#-\n"\'[]{}&*|>é0.') })
    const data = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(word, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).value
    fc.assert(
      fc.property(data, fc.constantFrom(20, 80, 0), fc.boolean(), (value, lineWidth, flow) => {
        const text = stringify(value, {
          lineWidth,
          aliasDuplicateObjects: false,
          ...(flow && { collectionStyle: 'flow' as const }),
        })
        // A field of several lines is written with `?`, which no guide has; a lone carriage return never is.
        if (/(^|[\s[{,])\? /.test(text)) return
        expect(readYaml(text), text).toMatchObject({ faults: [] })
        expect(readYaml(text).tree?.data).toEqual(parse(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('YAML that our reader does not take', () => {
  it.each([
    ['a field after a question mark', '? a\n: b', '1:1 ? cannot stand here'],
    [
      'a field in a list without braces',
      'a: [b: c]',
      '1:6 put braces around a field in a list: { field: value }',
    ],
    ['a text with a colon', 'a: b: c', '1:5 a colon and a space stand inside this text: put it in quotes'],
    ['a line that is indented too far', 'a: 1\n  b: 2', '2:4 a text of several lines cannot be a field'],
    [
      'a line that is not indented enough',
      '- a\nb: 1',
      '2:1 this line belongs to nothing above it: check how far it is indented',
    ],
    ['quotes without an end', 'a: "b', '1:4 a closing quote is missing'],
    ['a word after quotes', 'a: "b" c', '1:7 something follows a value on its line'],
    ['brackets without an end', 'a: [b, c', '1:4 this bracket is not closed'],
    ['a sign that needs quotes', 'a: @home', '1:4 @ cannot begin a text: put it in quotes'],
    ['a missing space', 'a: 1\nb:2', '2:1 a field is missing here, or the colon and the space after it'],
    ['an escape that is none', 'a: "\\q"', '1:5 "\\\\q" is no escape'],
  ])('says where %s stands, and what to do', (_, text, expected) => {
    const { tree, faults } = readYaml(text)
    expect(tree).toBeUndefined()
    expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([expected])
  })
})
