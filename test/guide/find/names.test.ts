import { describe, expect, it } from 'vitest'
import { findByName } from '../../../src/guide/find/names.ts'
import { validGuide } from '../fixture-io.ts'

const guide = validGuide()
const found = (words: string) => {
  const name = findByName(guide, words)
  return name.kind === 'option'
    ? `option ${name.option.id}`
    : name.kind === 'topic'
      ? `topic ${name.topic.id}`
      : name
}

const nearTo = (from: typeof guide, words: string) => {
  const name = findByName(from, words)
  return name.kind === 'none' ? name.nearest() : undefined
}

describe('a name that a person types', () => {
  it.each([
    ['tablets', 'option tablets'],
    ['TABLETS', 'option tablets'],
    ['Pain Tablets', 'option tablets'],
    ['pain_tablets', 'option tablets'],
    ['  pain-tablets ', 'option tablets'],
    ['pain’ tablets', 'option tablets'],
    ["pain tablet's", 'option tablets'],
    ['Ibuprofen', 'option tablets'],
    ['nsaid', 'option tablets'],
    ['knee replacement', 'option surgery'],
    ['knee', 'option surgery'],
    ['medicines', 'topic medicines'],
    ['Drugs', 'topic medicines'],
  ])('%s leads to %s: an id, a title or an alias in any case', (words, expected) => {
    expect(found(words)).toBe(expected)
  })

  it('leads to the option when a topic has the same name', () => {
    expect(found('surgery')).toBe('option surgery')
    expect(found('operations')).toBe('topic surgery')
  })

  it.each([
    ['ibuprofin', ['tablets']],
    ['medicine', ['medicines']],
    ['surgary', ['surgery']],
    ['kne', ['surgery']],
    ['kn', []],
    ['acupuncture', []],
    ['', []],
    ['???', []],
  ])('%j leads nowhere, but near %j', (words, nearest) => {
    expect(nearTo(guide, words)).toEqual(nearest)
  })

  it('that is near many says three at most, each once', () => {
    const many = {
      ...guide,
      options: 'abcde'.split('').map((letter) => ({ ...guide.options[0], id: `option-${letter}` })),
    }
    expect(nearTo(many as typeof guide, 'option-x')).toEqual(['option-a', 'option-b', 'option-c'])
  })
})
