import { describe, expect, it } from 'vitest'
import { parseGuide } from '../../../src/guide/parse/parse-guide.ts'
import { validFolder } from '../fixture-folder.ts'

const propertiesFrom = (text: string) => {
  const { guide, diagnostics } = parseGuide(validFolder().set('properties.yaml', text))
  expect(diagnostics).toEqual([])
  return guide?.properties ?? []
}

describe('a safety property', () => {
  it.each([
    ['all', ['surgery', 'tablets']],
    ['[tablets]', ['tablets']],
    ['{ with: [needle] }', ['surgery']],
    ['{ with: [needle, medicine] }', ['surgery', 'tablets']],
  ])('about options %s is about %j', (options, ids) => {
    const [property] = propertiesFrom(
      `- { id: a, says: A., options: ${options}, when: always, never: [suitable] }`,
    )
    expect(property).toMatchObject({ kind: 'status', options: ids, when: { kind: 'always' } })
  })

  it('that rules statuses out allows the others', () => {
    const [property] = propertiesFrom(
      '- { id: a, says: A., options: all, when: always, never: [suitable, avoid] }',
    )
    expect(property).toMatchObject({ only: ['caution', 'check-first', 'not-now', 'not-relevant'] })
  })

  it('that says self is one property for each of its options', () => {
    const properties = propertiesFrom(
      '- { id: tried, says: A., options: all, when: { all: [{ tried: self }] }, unless: { not: { tried: [self, none] } }, only: [avoid] }',
    )
    const is = (...values: string[]) => ({ kind: 'is', question: 'tried', values })
    expect(properties.map(({ id }) => id)).toEqual(['tried/surgery', 'tried/tablets'])
    expect(properties[1]).toMatchObject({
      options: ['tablets'],
      when: { kind: 'all', of: [is('tablets')] },
      unless: { kind: 'not', of: is('tablets', 'none') },
      place: { file: 'properties.yaml', line: 1, column: 3 },
    })
  })

  it('about the outcome, or about texts, is kept as it is written', () => {
    const properties = propertiesFrom(`
- { id: a, says: A., when: { any: [{ open: age }, { age: under-18 }] }, outcome: out-of-scope }
- { id: b, says: B., lint: stop-medicine }`)
    expect(properties).toMatchObject([
      { kind: 'outcome', when: { kind: 'any', of: [{ kind: 'open', question: 'age' }, { kind: 'is' }] } },
      { kind: 'text', lint: 'stop-medicine' },
    ])
  })
})
