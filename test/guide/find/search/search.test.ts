import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { search } from '../../../../src/guide/find/search/search.ts'
import {
  buildSearchIndex,
  indexFromText,
  indexToText,
  type SearchIndex,
} from '../../../../src/guide/find/search/search-index.ts'
import { groupOf, questionStems, stem, stems } from '../../../../src/guide/find/search/words.ts'
import { facetJoint } from '../../../support/compiled-guides.ts'

let index: SearchIndex
beforeAll(() => {
  index = buildSearchIndex(facetJoint())
})
const keys = (words: string) => search(index, words).hits.map(({ kind, id }) => `${kind}:${id}`)

describe('words of a question', () => {
  it.each([
    ['injections injected injecting', 'injection'],
    ['bleeding bleeds', 'bleed'],
    ['exercises exercising', 'exercise'],
    ['numbness', 'numb'],
    ['losing lost', 'lose'],
    ['therapies', 'therapy'],
  ])('forms of one word meet: %s, %s', (forms, word) => {
    for (const form of forms.split(' ')) expect(stem(form)).toBe(stem(word))
  })

  it('common words do not count', () => {
    expect(questionStems('What can I do about the bleeding?')).toEqual([stem('bleeding')])
    expect(questionStems('NSAIDs x')).toEqual([stem('nsaids')])
  })
})

describe('a search of the facet-joint guide', () => {
  it.each([
    ['stomack bleding', 'option:nsaids', 'misspelled'],
    ['nerve burning', 'option:radiofrequency-denervation', 'another word for it'],
    ['physio', 'option:physical-therapy', 'everyday word'],
    ['Eliquis injection', 'faq:blood-thinner', 'brand name'],
    ['yoga', 'faq:which-exercises', 'one word'],
  ])('%s finds %s (%s)', (words, hit) => {
    expect(keys(words).slice(0, 3)).toContain(hit)
  })

  it.each([
    ['numb between my legs', 'warning:saddle-numbness'],
    ["can't pee since the injection", 'warning:bladder-or-bowel'],
    ['fever and shivering', 'warning:fever'],
    ['chest pain', 'warning:chest-pain-or-collapse'],
  ])('a warning sign that matches comes before everything: %s', (words, hit) => {
    expect(keys(words)[0]).toBe(hit)
  })

  it.each([['can I fly after the injection'], ['best mattress'], ['capital of France'], ['zzzzqqq'], ['']])(
    'has no answer to: %s',
    (words) => {
      expect(keys(words)).toEqual([])
    },
  )

  it('says what to open when it has no answer but knows the subject', () => {
    const { hits, near } = search(index, 'can I drive after a facet injection')
    expect([hits, near[0]]).toEqual([[], expect.stringMatching(/^nextline /)])
  })

  it('shows whole sentences, and for a warning sign what to do and how soon', () => {
    const [hit] = search(index, 'numb between my legs').hits
    expect(hit?.excerpt).toMatch(/^Get emergency care now\. .*\.$/)
    for (const { excerpt } of search(index, 'stomach bleeding').hits) expect(excerpt).toMatch(/[.?!)"”%\d]$/)
  })

  it('says what an option is where nothing but its name matches', () => {
    const meanings = (text: string) => stems(text).flatMap((word) => [word, groupOf(word) ?? word])
    for (const { id, title, summary } of facetJoint().options) {
      const excerpt = search(index, title).hits.find((hit) => hit.id === id)?.excerpt ?? ''
      const isAnswer = meanings(title).some((word) => meanings(excerpt).includes(word))
      expect(isAnswer || summary.text.startsWith(excerpt), `${title}: ${excerpt}`).toBe(true)
    }
  })

  it('finds guidelines, rules, numbers, terms and sources by author and year', () => {
    expect(search(index, 'kidney disease ibuprofen').hits.map(({ where }) => where)).toContain('rules')
    expect(keys('cauda equina')).toContain('term:Cauda equina syndrome')
    expect(keys('Cohen 2020')).toContain('source:cohen2020')
  })

  it('is the same from the text that the build writes', () => {
    const again = indexFromText(indexToText(index))
    for (const words of ['stomach bleeding', 'numb legs', 'can I drive']) {
      expect(search(again, words)).toEqual(search(index, words))
    }
  })

  it('answers any input: hits once each, and quickly for very long words', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.constantFrom(
        'x'.repeat(40_000),
        'ab '.repeat(20_000),
        '\u0000\u001b[31m',
        '__proto__',
        'constructor',
      ),
    )
    fc.assert(
      fc.property(hostile, (words) => {
        const found = keys(words)
        expect(new Set(found).size).toBe(found.length)
      }),
      { numRuns: 60 },
    )
  })
})
