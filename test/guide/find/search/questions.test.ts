import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { search } from '../../../../src/guide/find/search/search.ts'
import { buildSearchIndex } from '../../../../src/guide/find/search/search-index.ts'
import { facetJoint } from '../../../support/compiled-guides.ts'

type Query = {
  readonly query: string
  readonly targets: readonly string[]
  readonly added?: readonly string[]
  readonly answerable: boolean
  readonly safety: boolean
}
const { queries } = JSON.parse(readFileSync('bench/search-questions.json', 'utf8')) as {
  queries: readonly Query[]
}

/** The measure itself is `npm run bench -- search`. */
describe('questions as people ask them', () => {
  const index = buildSearchIndex(facetJoint())
  const found = queries.map((asked) => {
    const hits = search(index, asked.query).hits.map(({ kind, id }) => `${kind}:${id}`)
    const rank = hits.findIndex((hit) => [...asked.targets, ...(asked.added ?? [])].includes(hit)) + 1
    return { ...asked, hits, rank }
  })

  it('nine of ten find an answer among the first three hits', () => {
    const answerable = found.filter((asked) => asked.answerable)
    const good = answerable.filter(({ rank }) => rank >= 1 && rank <= 3)
    expect(good.length / answerable.length).toBeGreaterThanOrEqual(0.9)
  })

  it.each(found.filter(({ safety }) => safety))(
    'a question of safety is answered first: $query',
    ({ rank }) => {
      expect(rank).toBe(1)
    },
  )

  it.each(found.filter(({ answerable }) => !answerable))('is not in this guide: $query', ({ hits }) => {
    expect(hits).toEqual([])
  })
})
