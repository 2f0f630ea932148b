import { readFileSync } from 'node:fs'
import type { Guide } from '../src/core/model.ts'
import { search } from '../src/guide/find/search/search.ts'
import { buildSearchIndex } from '../src/guide/find/search/search-index.ts'
import { table } from './measure.ts'

type Query = {
  readonly query: string
  readonly targets: readonly string[]
  /** Hits that answer as well, of questions that were added to the guide later. */
  readonly added?: readonly string[]
  readonly answerable: boolean
  readonly safety: boolean
}

/** How often a question that people ask finds its answer first, or among the first three. */
export function searchTable(guide: Guide, file = 'bench/search-questions.json'): string {
  const { queries } = JSON.parse(readFileSync(file, 'utf8')) as { readonly queries: readonly Query[] }
  const index = buildSearchIndex(guide)
  const results = queries.map((query) => {
    const hits = search(index, query.query).hits.map(({ kind, id }) => `${kind}:${id}`)
    const rank = (targets: readonly string[]) => hits.findIndex((hit) => targets.includes(hit)) + 1
    return {
      ...query,
      hits,
      givenRank: rank(query.targets),
      allRank: rank([...query.targets, ...(query.added ?? [])]),
    }
  })
  const answerable = results.filter((result) => result.answerable)
  const countUpTo = (most: number, rank: 'givenRank' | 'allRank') =>
    answerable.filter((result) => result[rank] > 0 && result[rank] <= most).length
  const share = (count: number) =>
    `${count} of ${answerable.length} (${Math.round((100 * count) / answerable.length)} %)`
  const safety = answerable.filter((result) => result.safety)
  const safetyFirst = (rank: 'givenRank' | 'allRank') =>
    `${safety.filter((result) => result[rank] === 1).length} of ${safety.length}`
  const unanswerable = results.filter((result) => !result.answerable)
  const empty = unanswerable.filter(({ hits }) => hits.length === 0)
  const late = answerable.filter(({ allRank }) => allRank !== 1)
  return [
    table(
      ['', 'targets as given', 'and those added'],
      [
        ['hit@1', share(countUpTo(1, 'givenRank')), share(countUpTo(1, 'allRank'))],
        ['hit@3', share(countUpTo(3, 'givenRank')), share(countUpTo(3, 'allRank'))],
        ['safety questions first', safetyFirst('givenRank'), safetyFirst('allRank')],
        ['"not in this guide"', `${empty.length} of ${unanswerable.length}`, ''],
      ],
    ),
    ...late.map(
      ({ query, allRank, hits }) =>
        `- ${allRank === 0 ? 'not found' : `at ${allRank}`}: ${query} (first: ${hits[0] ?? 'none'})`,
    ),
  ].join('\n')
}
