import type { Answers, Guide } from './model.ts'

/** A walk or a plan kept in a file: enough to build the plan again, and to say what has changed since. */
export type PlanRecord = {
  readonly schema: typeof RECORD_SCHEMA
  readonly program: string
  readonly guide: {
    readonly id: string
    readonly version: string
    readonly reviewed: string
    readonly hash: string
  }
  readonly answers: Answers
  /** The plan as `plan --json` prints it. */
  readonly plan: PlanData
  /** A short hash of every piece of the guide that a plan is made of, by name: `option nsaids`, `rule nsaids/kidney`. */
  readonly pieces: Readonly<Record<string, string>>
}

export const RECORD_SCHEMA = 'nextline/record@1'

type PlanData = {
  readonly outcome: string
  readonly options: readonly { readonly id: string; readonly status: string; readonly rank: number }[]
}

type Hash = (text: string) => string

/** Characters of a piece's hash: enough to tell a few hundred pieces apart, short enough to read past. */
const SHORT = 16

/** The record of a plan. `planData` is the plan as printed; `hash` turns a text into hex digits. */
export function recordOf(
  guide: Guide,
  answers: Answers,
  planData: object,
  program: string,
  hash: Hash,
): PlanRecord {
  return {
    schema: RECORD_SCHEMA,
    program,
    guide: {
      id: guide.id,
      version: guide.version,
      reviewed: guide.reviewed,
      hash: hash(JSON.stringify(unplaced(guide))),
    },
    answers,
    plan: planData as PlanData,
    pieces: Object.fromEntries(
      piecesOf(guide).map(([name, piece]) => [name, hash(JSON.stringify(unplaced(piece))).slice(0, SHORT)]),
    ),
  }
}

function piecesOf(guide: Guide): readonly (readonly [string, unknown])[] {
  return [
    ...guide.options.flatMap((option) => {
      const { rules, ...texts } = option
      const named = rules.map((rule) => [`rule ${option.id}/${rule.id}`, rule] as const)
      return [[`option ${option.id}`, texts] as const, ...named]
    }),
    ...guide.questions.map((question) => [`question ${question.id}`, question] as const),
    ...guide.warningSigns.map((sign) => [`warning sign ${sign.id}`, sign] as const),
    ...guide.outOfScope.map((gate) => [`limit ${gate.id}`, gate] as const),
    ['notice', guide.notice],
  ]
}

/** A piece without the lines of its file: moving a rule down a line changes nothing for anyone. */
function unplaced(piece: unknown): unknown {
  if (Array.isArray(piece)) return piece.map(unplaced)
  if (piece === null || typeof piece !== 'object') return piece
  return Object.fromEntries(
    Object.entries(piece)
      .filter(([key]) => key !== 'place')
      .map(([key, value]) => [key, unplaced(value)]),
  )
}

export type Difference =
  | { readonly kind: 'guide'; readonly from: string; readonly to: string }
  | { readonly kind: 'program'; readonly from: string; readonly to: string }
  | { readonly kind: 'outcome'; readonly from: string; readonly to: string }
  | { readonly kind: 'status' | 'rank'; readonly option: string; readonly from: string; readonly to: string }
  /** The statuses are the same, and words or reasons are not. */
  | { readonly kind: 'wording' }

export type Replay = {
  /** The plan is the same to the letter. */
  readonly same: boolean
  readonly differences: readonly Difference[]
  /** Pieces of the guide that are not what they were. */
  readonly changed: readonly { readonly piece: string; readonly how: 'changed' | 'added' | 'removed' }[]
}

/** What differs between a record and the same answers judged again. */
export function compareRecords(before: PlanRecord, now: PlanRecord): Replay {
  const same = JSON.stringify(before.plan) === JSON.stringify(now.plan)
  const differences = same ? [] : planDifferences(before.plan, now.plan)
  return {
    same,
    differences: [
      ...versions(
        'guide',
        `${before.guide.id} ${before.guide.version}`,
        `${now.guide.id} ${now.guide.version}`,
      ),
      ...versions('program', before.program, now.program),
      ...(same || differences.length > 0 ? differences : [{ kind: 'wording' } as const]),
    ],
    changed: changedPieces(before.pieces, now.pieces),
  }
}

function versions(kind: 'guide' | 'program' | 'outcome', from: string, to: string): readonly Difference[] {
  return from === to ? [] : [{ kind, from, to }]
}

const ABSENT = 'not in the plan'

function planDifferences(before: PlanData, now: PlanData): readonly Difference[] {
  const ids = [...new Set([...before.options, ...now.options].map(({ id }) => id))]
  const find = (plan: PlanData, id: string) => plan.options.find((option) => option.id === id)
  const statuses = ids.flatMap((option): readonly Difference[] => {
    const from = find(before, option)?.status ?? ABSENT
    const to = find(now, option)?.status ?? ABSENT
    return from === to ? [] : [{ kind: 'status', option, from, to }]
  })
  const ranks = ids.flatMap((option): readonly Difference[] => {
    const from = find(before, option)?.rank
    const to = find(now, option)?.rank
    return from === to || from === undefined || to === undefined
      ? []
      : [{ kind: 'rank', option, from: String(from), to: String(to) }]
  })
  // When a status moved, ranks move with it: naming those too would bury what matters.
  return [...versions('outcome', before.outcome, now.outcome), ...(statuses.length > 0 ? statuses : ranks)]
}

function changedPieces(before: PlanRecord['pieces'], now: PlanRecord['pieces']): Replay['changed'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return names.flatMap((piece) => {
    const from = before[piece]
    const to = now[piece]
    if (from === to) return []
    return [{ piece, how: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed' } as const]
  })
}
