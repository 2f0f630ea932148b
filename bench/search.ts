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
  const found = queries.map((query) => {
    const hits = search(index, query.query).hits.map(({ kind, id }) => `${kind}:${id}`)
    const rank = (targets: readonly string[]) => hits.findIndex((hit) => targets.includes(hit)) + 1
    return {
      ...query,
      hits,
      given: rank(query.targets),
      both: rank([...query.targets, ...(query.added ?? [])]),
    }
  })
  const answerable = found.filter((own) => own.answerable)
  const within = (most: number, rank: 'given' | 'both') =>
    answerable.filter((own) => own[rank] > 0 && own[rank] <= most).length
  const share = (count: number) =>
    `${count} of ${answerable.length} (${Math.round((100 * count) / answerable.length)} %)`
  const safety = answerable.filter((own) => own.safety)
  const open = found.filter((own) => !own.answerable)
  const late = answerable.filter(({ both }) => both !== 1)
  return [
    table(
      ['', 'targets as given', 'and those added'],
      [
        ['hit@1', share(within(1, 'given')), share(within(1, 'both'))],
        ['hit@3', share(within(3, 'given')), share(within(3, 'both'))],
        [
          'safety questions first',
          ...(['given', 'both'] as const).map(
            (rank) => `${safety.filter((own) => own[rank] === 1).length} of ${safety.length}`,
          ),
        ],
        [
          '"not in this guide"',
          `${open.filter(({ hits }) => hits.length === 0).length} of ${open.length}`,
          '',
        ],
      ],
    ),
    ...late.map(
      ({ query, both, hits }) =>
        `- ${both === 0 ? 'not found' : `at ${both}`}: ${query} (first: ${hits[0] ?? 'none'})`,
    ),
  ].join('\n')
}
