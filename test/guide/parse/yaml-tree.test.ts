import { describe, expect, it } from 'vitest'
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
    ['a value that is empty', ['empty'], 'value', 3, 7],
    ['an item of a list', ['list', 1], 'value', 7, 5],
    ['a value deep inside', ['list', 0, 'b', 1], 'value', 5, 20],
    ['a value behind an alias', ['again', 'a'], 'value', 7, 8],
    ['a key that looks like numbers', ['18-64'], 'key', 9, 1],
    ['a missing field: its parent', ['list', 0, 'c'], 'value', 5, 5],
    ['a missing item: the list', ['list', 7, 'a'], 'value', 5, 3],
    ['a field of a text: the text', ['name', 'a', 'b'], 'value', 2, 7],
  ])('%s', (_, path, part, line, column) => {
    expect(readYaml(TEXT).tree?.spotOf(path, part)).toEqual({ line, column })
  })

  it('counts lines the same with Windows line ends', () => {
    const windows = TEXT.replaceAll('\n', '\r\n')
    expect(readYaml(windows).tree?.spotOf(['list', 0, 'b', 1])).toEqual({ line: 5, column: 20 })
  })
})

describe('what YAML means', () => {
  it('reads yes, no and days as text, so that they can be answers and dates', () => {
    expect(readYaml('[yes, no, on, 2026-01-31]').tree?.data).toEqual(['yes', 'no', 'on', '2026-01-31'])
  })
})
