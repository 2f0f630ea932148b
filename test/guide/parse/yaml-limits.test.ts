import { describe, expect, it } from 'vitest'
import { parseGuide } from '../../../src/guide/parse/parse-guide.ts'
import { readYaml } from '../../../src/guide/parse/yaml-tree.ts'
import { validFolder } from '../fixture-folder.ts'

const faults = (text: string) =>
  readYaml(text).faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

const flowMap = (fields: number) => `{${Array.from({ length: fields }, (_, at) => `k${at}: 1`).join(', ')}}`
const laughs = [...'bcdefghi'].map(
  (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`,
)

describe('YAML within the limits', () => {
  it.each([
    [
      'a file that is too large',
      `a: ${'x'.repeat(600_000)}`,
      ['1:1 the file has more than 500000 characters'],
    ],
    [
      'too many values',
      '- a\n'.repeat(100_000),
      ['1:1 the file has more than 50000 values, aliases counted as what they repeat'],
    ],
    ['lists in lists', '['.repeat(200_000), ['1:65 more than 64 levels inside one another']],
    ['lists of one item', '- '.repeat(25_000), ['1:131 more than 64 levels inside one another']],
    [
      'aliases of aliases',
      ['a: &a [ha]', ...laughs].join('\n'),
      ['1:1 the file has more than 50000 values, aliases counted as what they repeat'],
    ],
    [
      'a large alias, often',
      `x: &x ${flowMap(300)}\ny: [${'*x, '.repeat(900)}]`,
      ['1:1 the file has more than 50000 values, aliases counted as what they repeat'],
    ],
    [
      'a long text behind an alias, often',
      `- &a ${'x'.repeat(200_000)}\n${'- *a\n'.repeat(3)}`,
      ['1:1 the file has more than 500000 characters, aliases counted as what they repeat'],
    ],
    [
      'an alias without an anchor',
      '- *zz\n'.repeat(2),
      [
        '1:3 the alias *zz has no anchor before it; a text that begins with * needs quotes',
        '2:3 the alias *zz has no anchor before it; a text that begins with * needs quotes',
      ],
    ],
    ['an alias inside what it repeats', 'a: &a [*a]', ['1:8 the alias *a stands inside what it repeats']],
    [
      'a tag',
      'kidney-disease: !not yes',
      ['1:17 a tag stands here: write the value alone, and a text that begins with ! in quotes'],
    ],
    [
      'binary data',
      'a: !!binary aGVsbG8=',
      ['1:4 a tag stands here: write the value alone, and a text that begins with ! in quotes'],
    ],
    [
      'a version that is not known',
      '%YAML 9.9\n---\na: 1',
      ['2:1 leave out the lines above that begin with %'],
    ],
    ['NUL', 'a: b\0c', ['1:5 the character U+0000 cannot be seen']],
    ['an override of the direction', 'a: 1\nb: "\u202Ec"', ['2:5 the character U+202E cannot be seen']],
    ['two documents', 'a: 1\n---\nb: 2', ['2:1 a second document begins here; a file holds one']],
    [
      'a second document after an end',
      'a: 1\n...\nb: 2',
      ['3:1 a second document begins here; a file holds one'],
    ],
    ['tabs', 'a:\n\tb: 1', ['2:1 a tab stands here: indent with spaces']],
    ['a field twice', 'a: 1\n__proto__: 2\na: 3\n__proto__: 4', ['3:1 a', '4:1 __proto__']],
  ])('%s is refused with a place', (_, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  it('stops at the first faults of a text that is full of them', () => {
    expect(faults('"'.repeat(100_000))).toHaveLength(1)
    expect(faults('a: 1\n'.repeat(10_000))).toHaveLength(20)
  })

  it('gives no data where faults of another kind hide that there is too much', () => {
    const text = `${'x: 1\n'.repeat(30)}a: &a [ha]\n${laughs.join('\n')}`
    expect(readYaml(text).tree).toBeUndefined()
  })

  it('says what it refuses in a short line, however long the text is', () => {
    const long = 'x'.repeat(10_000)
    for (const text of [`a: *${long}`, `a: !${long}" b`, `a: !${long}!b c`])
      expect(faults(text).join().length).toBeLessThan(200)
  })

  it('keeps a field named __proto__ a field', () => {
    expect(Object.keys(readYaml('__proto__: { a: 1 }').tree?.data as object)).toEqual(['__proto__'])
  })

  it('finds many fields of one set as fast as few', () => {
    expect(Object.keys(readYaml(flowMap(10_000)).tree?.data as object).length).toBe(10_000)
  })
})

describe('a guide with a file full of faults', () => {
  it('is refused with the first of them', () => {
    const texts = new Map([...validFolder(), ['sources.yaml', '- {}\n'.repeat(40_000)]])
    const { guide, diagnostics } = parseGuide(texts)
    expect(guide).toBeUndefined()
    expect(diagnostics.filter(({ file }) => file === 'sources.yaml').length).toBeLessThan(600)
  })
})
