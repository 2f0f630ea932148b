import { describe, expect, it } from 'vitest'
import { scoreIpdas } from '../../src/check/ipdas.ts'
import type { Guide } from '../../src/core/model.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { fixtureGuide } from '../support/fixture-guide.ts'

const verdicts = (guide: Guide) => new Map(scoreIpdas(guide).map((item) => [item.id, item.verdict]))

describe('the 44 items of IPDASi v4', () => {
  const guide = facetJoint()
  const items = scoreIpdas(guide)
  const count = (category: string, verdict: string) =>
    items.filter((item) => item.category === category && item.verdict === verdict).length

  it('are 6 qualifying, 10 certification and 28 quality items', () => {
    const sizes = (start: string) => items.filter(({ category }) => category.startsWith(start)).length
    expect([items.length, sizes('qualifying'), sizes('certification'), sizes('quality')]).toEqual([
      44, 6, 10, 28,
    ])
  })

  it('the facet-joint guide meets all qualifying and certification items, and 15 of the 23 general quality items', () => {
    expect(count('qualifying', 'met')).toBe(6)
    expect(count('certification', 'met')).toBe(6)
    expect(count('certification (test)', 'met')).toBe(4)
    expect(count('quality', 'met')).toBe(15)
  })

  it('the 8 items that only people can judge are open, whatever a guide says', () => {
    const open = items.filter(({ verdict }) => verdict === 'needs people').map(({ id }) => id)
    expect(open).toEqual(['S12', 'S13', 'S14', 'S15', 'S16', 'S17', 'S22', 'S23'])
  })

  it('a chance that is not known is not counted as given', () => {
    const options = guide.options.map((option) =>
      option.test === undefined
        ? option
        : { ...option, test: { ...option.test, falseNegative: { text: 'Not known.', sources: [] } } },
    )
    expect(verdicts({ ...guide, options }).get('S27')).toBe('not met')
  })

  it('a guide without a test is not asked about one', () => {
    const options = fixtureGuide.options.map(({ test: _, ...option }) => option)
    expect(verdicts({ ...fixtureGuide, options }).get('C7')).toBe('does not apply')
  })

  it.each<[string, Partial<Guide>]>([
    ['Q2', { decision: '' }],
    ['Q3', { options: guide.options.slice(0, 1) }],
    ['Q4', { options: guide.options.map((option) => ({ ...option, benefits: [] })) }],
    ['Q5', { options: guide.options.map((option) => ({ ...option, risks: [] })) }],
    ['C2', { sources: [] }],
    ['C4', { updatePolicy: '' }],
    ['C6', { funding: '' }],
    ['S1', { course: { text: '', sources: [] } }],
    ['S5', { options: guide.options.map((option) => ({ ...option, outcomes: [] })) }],
    ['S9', { questions: guide.questions.filter(({ role }) => role !== 'preference') }],
    ['S11', { options: guide.options.map((option) => ({ ...option, questionsToAsk: [] })) }],
    ['S18', { notFound: [] }],
  ])('%s is not met, with what is missing, once its data are gone', (id, gone) => {
    const item = scoreIpdas({ ...guide, ...gone }).find((candidate) => candidate.id === id)
    expect(item?.verdict).toBe('not met')
    expect(item?.missing.length).toBeGreaterThan(0)
  })
})
