import { describe, expect, it } from 'vitest'
import { citedOnReportsAlone, sourcesOfOption, sourceUsage } from '../../src/core/citations.ts'
import { fixtureGuide as guide } from '../support/fixture-guide.ts'

describe('what rests on a source', () => {
  const usage = sourceUsage(guide)

  it('is every field, rule, warning sign, question and tip that cites it, in the order of the guide', () => {
    expect(usage.get('back-guideline-2016')).toEqual([
      'nsaids: at a glance',
      'nsaids: recommendation NICE NG59',
      'opioids: at a glance',
      'opioids: involves',
      'opioids: may suit',
      'opioids: rule always',
      'nerve-block-test: at a glance',
      'nerve-block-test: may suit',
      'warning sign leg-weakness',
    ])
  })

  it('names a field once, however often it cites the source', () => {
    const risks = usage.get('harm-review-2018')?.filter((name) => name === 'nsaids: risks')
    expect(risks).toEqual(['nsaids: risks'])
  })

  it('has an entry for every source of the guide, in the guide’s order', () => {
    expect([...usage.keys()]).toEqual(guide.sources.map((source) => source.id))
  })

  it('is nothing for a source that no one cites, and known for one that the guide lacks', () => {
    const [first, ...rest] = guide.sources
    if (first === undefined) throw new Error('the fixture has lost its sources')
    const spare = { ...first, id: 'spare' }
    const changed = sourceUsage({ ...guide, sources: [spare, ...rest] })
    expect(changed.get('spare')).toEqual([])
    expect(changed.get(first.id)).toContain('nsaids: summary')
  })
})

describe('what rests on reports of other work alone', () => {
  const withReports = (...ids: readonly string[]) => ({
    ...guide,
    sources: guide.sources.map((source) =>
      ids.includes(source.id) ? { ...source, kind: 'secondary' as const } : source,
    ),
  })
  const all = citedOnReportsAlone(withReports(...guide.sources.map(({ id }) => id)))

  it('is nothing while no source is a report, and everything that cites a source when all are', () => {
    expect(citedOnReportsAlone(guide)).toEqual({ cited: all.cited, alone: [] })
    expect(all.alone).toHaveLength(all.cited)
  })

  it('is what cites a report and nothing else', () => {
    const withTips = (...sources: readonly string[]) => ({
      ...withReports('harm-review-2018'),
      tips: [{ id: 'tip', title: 'Move', options: [], text: { text: 'Keep moving.', sources } }],
    })
    const isAlone = (...sources: readonly string[]) =>
      citedOnReportsAlone(withTips(...sources)).alone.some(({ name }) => name === 'tip tip')
    expect(isAlone('harm-review-2018')).toBe(true)
    expect(isAlone('harm-review-2018', 'pain-trial-2020')).toBe(false)
    expect(isAlone('pain-trial-2020')).toBe(false)
  })
})

describe('the sources of an option', () => {
  it('are each named once, test facts and clinical notes included', () => {
    const block = guide.options.find((option) => option.id === 'nerve-block-test')
    if (block === undefined) throw new Error('the fixture has lost its test')
    const sources = sourcesOfOption(block)
    expect(sources).toEqual([...new Set(sources)])
    expect(sources).toContain('block-study-2010')
    const notesAlone = { ...block, clinicalNotes: [{ text: 'x', sources: ['only-here'] }] }
    expect(sourcesOfOption(notesAlone)).toContain('only-here')
  })
})
