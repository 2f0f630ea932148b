import { addCounts, type Counts } from './engine/summary.ts'
import { groupBy } from './group-by.ts'
import type { AnswerId, QuestionId } from './model.ts'
import type { GuideVersion } from './record.ts'

/** Counts over a register as one document, the same whether it was made at once or merged from parts. */
export type RegisterSummary = Counts & {
  readonly schema: typeof SUMMARY_SCHEMA
  readonly guide: GuideVersion
  /** Lines without a plan; included in `people`. */
  readonly errors: number
  /** The questions that the groups are split by. */
  readonly by?: readonly QuestionId[]
  readonly groups?: readonly SummaryGroup[]
}

/** The people who gave these answers; null where a question was not answered. */
export type SummaryGroup = Counts & { readonly where: Readonly<Record<QuestionId, AnswerId | null>> }

export const SUMMARY_SCHEMA = 'nextline/summary@1'

type SummaryParts = {
  readonly guide: GuideVersion
  readonly errors: number
  readonly counts: Counts
  readonly by: readonly QuestionId[]
  readonly groups: readonly SummaryGroup[]
}

/** The document of these counts, sorted. `people` includes the lines without a plan. */
export function registerSummary({ guide, errors, counts, by, groups }: SummaryParts): RegisterSummary {
  return {
    schema: SUMMARY_SCHEMA,
    guide,
    errors,
    ...sortedCounts({ ...counts, people: counts.people + errors }),
    ...(by.length === 0 ? {} : { by, groups: sortedGroups(groups) }),
  }
}

/** Sorts counts by their own values and names, so that the order of input does not matter. */
function sortedCounts({ people, outcomes, options, open }: Counts): Counts {
  const byCount = Object.entries(open).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return {
    people,
    outcomes: {
      options: outcomes.options,
      urgent: outcomes.urgent,
      'out-of-scope': outcomes['out-of-scope'],
    },
    options,
    open: Object.fromEntries(byCount),
  }
}

function sortedGroups(groups: readonly SummaryGroup[]): readonly SummaryGroup[] {
  return groups
    .map((group) => ({ key: groupKey(Object.values(group.where)), group }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ group: { where, ...counts } }) => ({ where, ...sortedCounts(counts) }))
}

/** Identifies and orders a group: by the answers as text, unanswered last. */
export function groupKey(answers: readonly (AnswerId | null)[]): string {
  return answers.map((answer) => (answer === null ? '~' : answer)).join(' ')
}

/** Adds summaries that were made with the same guide and split by the same questions. */
export function mergeSummaries(first: RegisterSummary, others: readonly RegisterSummary[]): RegisterSummary {
  const all = [first, ...others]
  const groups = groupBy(
    all.flatMap((summary) => summary.groups ?? []),
    ({ where }) => groupKey(Object.values(where)),
  )
  const errors = all.reduce((sum, summary) => sum + summary.errors, 0)
  const counts = addCounts(all)
  return registerSummary({
    guide: first.guide,
    errors,
    counts: { ...counts, people: counts.people - errors },
    by: first.by ?? [],
    groups: [...groups.values()].map((same) => ({
      where: same[0]?.where ?? {},
      ...addCounts(same),
    })),
  })
}

/** The reason why two summaries cannot be added; undefined when they can. */
export function mergeFault(a: RegisterSummary, b: RegisterSummary): string | undefined {
  if (a.guide.hash !== b.guide.hash) {
    const name = ({ guide }: RegisterSummary) => `${guide.id} ${guide.version} (${guide.hash.slice(0, 8)})`
    return `they were made with different guides: ${name(a)} and ${name(b)}`
  }
  const [x, y] = [a, b].map(({ by }) => by?.join(',') ?? '')
  return x === y ? undefined : `they are split by different questions: ${x || 'none'} and ${y || 'none'}`
}
