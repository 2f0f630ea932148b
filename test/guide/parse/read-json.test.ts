import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, readJsonTree } from '../../../src/guide/parse/read-json.ts'
import { scanJson } from '../../../src/guide/parse/scan-json.ts'

const problems = (text: string) => {
  const read = readJson(text)
  return 'problems' in read
    ? read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : []
}

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Valid JSON, and JSON with a few characters changed, in any layout. */
const nearlyJson = fc
  .tuple(
    fc.jsonValue(),
    fc.constantFrom(undefined, 2),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('', '"', ',', '{', '}', '[', ']', ':', '\\', '0', 'e', '\n', '\t', '\u0001', 'true'),
      ),
    ),
  )
  .map(([value, indent, changes]) =>
    changes.slice(0, 3).reduce(
      (text, [at, put]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + put + text.slice(place + (put === '' ? 1 : 0))
      },
      JSON.stringify(value, null, indent),
    ),
  )

/** An object as text with its keys written twice or not, at any depth: text, and whether a key stands twice. */
const keyed = fc.letrec<{ readonly value: { readonly text: string; readonly twice: boolean } }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', '"a:b"', '"{\\"x\\":1}"', '"\\\\"', 'null').map((text) => ({ text, twice: false })),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(',')}]`,
      twice: items.some(({ twice }) => twice),
    })),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'c"', '\\u0061'), tie('value')), {
        maxLength: 4,
      })
      .map((fields) => {
        const written = fields.map(([key, { text }]) => `"${key.replace('"', '\\"')}": ${text}`)
        const keys = fields.map(([key]) => (key === '\\u0061' ? 'a' : key))
        return {
          text: `{${written.join(', ')}}`,
          twice: new Set(keys).size < keys.length || fields.some(([, { twice }]) => twice),
        }
      }),
  ),
})).value

describe('strict JSON', () => {
  it('is what JSON.parse takes and no field twice, and says the same data', () => {
    fc.assert(
      fc.property(keyed, ({ text, twice }) => {
        const read = readJson(text)
        expect('problems' in read).toBe(twice)
        if ('data' in read) expect(read.data).toEqual(JSON.parse(text))
        expect(scanJson(text).faults.length > 0).toBe(twice)
      }),
      { numRuns: 500 },
    )
  })

  it('has a place for the fault in every text that JSON.parse refuses, and in no other', () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const syntax = scanJson(text).faults.filter(({ code }) => code !== 'duplicate-key')
        expect(syntax.length === 0).toBe(isJson(text))
        for (const { offset } of syntax) expect(offset).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['{"a":1,"a":2}', ['1:8 a']],
    ['{"x":{"a":1,\n "\\u0061":2}}', ['2:2 a']],
    ['{"__proto__":1,"__proto__":2}', ['1:16 __proto__']],
    ['{"a":1,}', ['1:8 the name of a field is expected here, in double quotes']],
    ['{"a" 1}', ['1:6 ":" is expected here, between a field and its value']],
    ['[1 2]', ['1:4 "," or "]" is expected here']],
    ['{"a":\n  tru}', ['2:3 a value is expected here']],
    ['["a\nb"]', ['1:4 a line break or control character stands in a text in quotes']],
    ['["abc', ['1:2 this text in quotes has no end']],
    ['{} {}', ['1:4 nothing may follow the value']],
    ['', ['1:1 the text is empty']],
    ['root:x:0:0', ['1:1 a value is expected here']],
    ['['.repeat(97), ['1:97 more than 96 levels inside one another']],
    ['{"a":'.repeat(100_000), ['1:481 more than 96 levels inside one another']],
    [`"${'x'.repeat(1_000_000)}"`, ['1:1 more than 1000000 characters']],
  ])('%# is refused at its place', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('takes a byte order mark and Windows line ends', () => {
    expect(readJson('\uFEFF{"a":\r\n1}\r\n')).toEqual({ data: { a: 1 } })
  })

  it('says where each value and each key stands', () => {
    const read = readJsonTree('{"a": 1,\n "b": [{"c": 2}, 3]}')
    const spot = (path: (string | number)[], part?: 'key') =>
      'tree' in read ? Object.values(read.tree.spotOf(path, part)).join(':') : ''
    expect([
      spot([]),
      spot(['a']),
      spot(['b'], 'key'),
      spot(['b', 0, 'c']),
      spot(['b', 1]),
      spot(['x']),
    ]).toEqual(['1:1', '1:7', '2:2', '2:14', '2:18', '1:1'])
  })
})
