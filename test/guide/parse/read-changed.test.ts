import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKind } from '../../../src/guide/parse/guide-files.ts'
import { LIMITS } from '../../../src/guide/parse/limits.ts'
import { readChanged } from '../../../src/guide/parse/read-changed.ts'
import { type ReadFile, readGuideFile } from '../../../src/guide/parse/read-file.ts'
import { validFolder } from '../fixture-folder.ts'

const kindOf = (file: string) => {
  const kind = fileKind(file)
  if (kind === undefined) throw new Error(`${file} is no file of a guide`)
  return kind
}

const fresh = (file: string, text: string) => readGuideFile(file, text, kindOf(file))

/** The result of a text after a change of it, without reading the whole file; undefined when that was not possible. */
const changed = (file: string, before: string, after: string) =>
  readChanged(file, after, kindOf(file), { text: before, read: fresh(file, before) })

/** All but the syntax tree, as text: the order of the fields is part of a guide. */
const resultOf = ({ pieces, faulty, ids, topics, features, problems }: ReadFile) =>
  JSON.stringify([pieces, faulty, ids, topics, features, problems])

const LINES = [
  ...[
    '# a note',
    '',
    '  # a note',
    '- id: x',
    'x: y',
    'id: x',
    '  more words',
    '    - { text: x, sources: [] }',
  ],
  ...[
    '---',
    '...',
    '%YAML 1.2',
    'a: &b c',
    'd: *b',
    'x: !!str y',
    '? x',
    ': y',
    '-',
    '  - x',
    'why: |+',
    ' x\r',
  ],
]
const SIGNS = [
  '"',
  "'",
  '|',
  '>',
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '#',
  ' #',
  '&a ',
  '*a',
  '\t',
  '  ',
  '\n',
  '\r\n',
  '\uFEFF',
  ',',
]

type Edit = readonly [kind: 'line' | 'sign' | 'drop' | 'swap', at: number, what: string]

const edits = fc.oneof(
  fc.tuple(fc.constant('line'), fc.nat(), fc.constantFrom(...LINES)),
  fc.tuple(fc.constant('sign'), fc.nat(), fc.constantFrom(...SIGNS)),
  fc.tuple(fc.constantFrom('drop', 'swap'), fc.nat(), fc.constant('')),
) as fc.Arbitrary<Edit>

function edited(text: string, [kind, at, what]: Edit): string {
  if (kind === 'sign') {
    const place = at % text.length
    return text.slice(0, place) + what + text.slice(place)
  }
  const lines = text.split('\n')
  const place = at % lines.length
  const [line = '', next = ''] = lines.slice(place)
  const put = { line: [what, line, next], drop: [next], swap: [next, line] }[kind]
  return [...lines.slice(0, place), ...put, ...lines.slice(place + 2)].join('\n')
}

describe('a changed file of a guide', () => {
  it('is read as a fresh reading reads it, or not at all, whatever changes', () => {
    const names = [...validFolder().keys()]
    let seen = 0
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(edits, { minLength: 1, maxLength: 4 }), (file, all) => {
        let before = validFolder().get(file) ?? ''
        for (const edit of all) {
          const after = edited(before, edit)
          const whole = fresh(file, after)
          const result = changed(file, before, after)
          if (result !== undefined) {
            seen += 1
            expect(resultOf(result)).toBe(resultOf(whole))
          }
          if (whole.problems.length === 0) before = after
        }
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  it.each([
    ['options/tablets.yaml', 'title: Pain tablets', '# new\n\ntitle: Tablets'],
    ['sources.yaml', 'title: A trial', 'title: A good trial'],
    ['questions.yaml', 'label: Adult', 'label: Grown up'],
    ['warning-signs.yaml', 'sign: Fever', 'sign: |\n      Fever'],
    ['guide.yaml', 'version: 1.0.0', 'version: 2.0.0'],
  ])('of %s, only the entry with %j is parsed', (file, from, to) => {
    const before = validFolder().get(file) ?? ''
    expect(before).toContain(from)
    const after = before.replace(from, to)
    expect(resultOf(changed(file, before, after) ?? fresh(file, ''))).toBe(resultOf(fresh(file, after)))
  })

  it.each([
    ['an anchor', 'title: &name Pain tablets'],
    ['a fault of shape', 'title: [Pain]'],
    ['a fault of syntax', 'title: "Pain'],
    ['an unknown field', 'titles: Pain tablets'],
    ['a field that stands twice', 'title: Pain tablets\ntitle: Tablets'],
    ['a second document', 'title: Pain tablets\n---'],
  ])('is read as a whole with %s', (_, line) => {
    const before = validFolder().get('options/tablets.yaml') ?? ''
    expect(
      changed('options/tablets.yaml', before, before.replace('title: Pain tablets', line)),
    ).toBeUndefined()
  })

  it('is read as a whole with a sign that cannot be seen in a comment at the top', () => {
    const before = validFolder().get('options/tablets.yaml') ?? ''
    expect(changed('options/tablets.yaml', before, `# a\u200Bb\n${before}`)).toBeUndefined()
  })

  it('is read as a whole when it may be past a limit', () => {
    const before = validFolder().get('sources.yaml') ?? ''
    const long = `# ${'a '.repeat(LIMITS.yamlFile / 2)}\n`
    const many = `# ${'a,'.repeat(LIMITS.yamlValues / 2)}\n`
    for (const comment of [long, many])
      expect(changed('sources.yaml', before, before + comment)).toBeUndefined()
  })

  it('is read as a whole when its earlier text and result have not the same items', () => {
    const text = validFolder().get('sources.yaml') ?? ''
    const read = fresh('sources.yaml', text)
    const earlier = { text, read: { ...read, pieces: [...read.pieces, ...read.pieces] } }
    expect(readChanged('sources.yaml', `# note\n${text}`, kindOf('sources.yaml'), earlier)).toBeUndefined()
  })
})
