import { givenValues } from './engine/condition.ts'
import { guideId } from './guide-id.ts'
import { type Answer, type AnswerId, type Answers, type Guide, type QuestionId, UNSURE } from './model.ts'

/** A saved walk or plan, with everything needed to build the plan again and to say what has changed. */
export type PlanRecord = {
  readonly schema: typeof RECORD_SCHEMA
  readonly program: string
  readonly guide: GuideVersion
  readonly answers: Answers
  /** The plan as `plan --json` prints it. */
  readonly plan: PlanData
  /** A short hash of each piece of the guide that affects a plan, by name: `option nsaids`, `rule nsaids/kidney`. */
  readonly pieces: Readonly<Record<string, string>>
}

/** The guide that was used. The hash distinguishes two guides with the same version. */
export type GuideVersion = {
  readonly id: string
  readonly version: string
  readonly reviewed: string
  readonly hash: string
}

export const RECORD_SCHEMA = 'nextline/record@1'

type PlanData = {
  readonly outcome: string
  readonly options: readonly { readonly id: string; readonly status: string; readonly rank: number }[]
}

type Hash = (text: string) => string

/** Characters of a piece's hash: enough to distinguish a few hundred pieces. */
const SHORT = 16

/** Makes the record of a plan. `planData` is the plan as printed by --json; `hash` returns hex digits. */
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
    guide: guideVersion(guide, hash),
    answers,
    plan: planData as PlanData,
    pieces: Object.fromEntries(
      hashedPieces(guide).map(([name, piece]) => [
        name,
        hash(JSON.stringify(withoutPlaces(piece))).slice(0, SHORT),
      ]),
    ),
  }
}

/** Identifies the guide, with a hash of everything in it but places. */
export function guideVersion(guide: Guide, hash: Hash): GuideVersion {
  return { ...guideId(guide), hash: hash(JSON.stringify(withoutPlaces(guide))) }
}

function hashedPieces(guide: Guide): readonly (readonly [string, unknown])[] {
  return [
    ...guide.options.flatMap((option) => {
      const { rules, indications = [], ...texts } = option
      return [
        [`option ${option.id}`, texts] as const,
        ...rules.map((rule) => [`rule ${option.id}/${rule.id}`, rule] as const),
        ...indications.map((indication) => [`indication ${option.id}/${indication.id}`, indication] as const),
      ]
    }),
    ...guide.questions.map((question) => [`question ${question.id}`, question] as const),
    ...guide.warningSigns.map((sign) => [`warning sign ${sign.id}`, sign] as const),
    ...guide.outOfScope.map((gate) => [`limit ${gate.id}`, gate] as const),
    ['notice', guide.notice],
  ]
}

/** Removes every `place`, so that moving a rule to another line does not change a hash. */
function withoutPlaces(piece: unknown): unknown {
  if (Array.isArray(piece)) return piece.map(withoutPlaces)
  if (piece === null || typeof piece !== 'object') return piece
  return Object.fromEntries(
    Object.entries(piece)
      .filter(([key]) => key !== 'place')
      .map(([key, value]) => [key, withoutPlaces(value)]),
  )
}

/** An answer of a record that the guide no longer accepts; without `answer`, the question is gone. */
export type NoLongerAsked = { readonly question: QuestionId; readonly answer?: AnswerId }

/** Splits a record's answers into those that the guide still accepts and those that it does not. */
export function fitToGuide(
  guide: Guide,
  answers: Answers,
): { readonly answers: Answers; readonly noLongerAsked: readonly NoLongerAsked[] } {
  const fitted: Record<QuestionId, Answer> = {}
  const noLongerAsked: NoLongerAsked[] = []
  for (const [id, answer] of Object.entries(answers)) {
    const question = guide.questions.find((each) => each.id === id)
    if (question === undefined) {
      noLongerAsked.push({ question: id })
      continue
    }
    const isAccepted = (value: AnswerId) =>
      value === UNSURE || question.answers.some((choice) => choice.id === value)
    const values = givenValues(answers, id)
    const accepted = values.filter(isAccepted)
    for (const value of values) if (!isAccepted(value)) noLongerAsked.push({ question: id, answer: value })
    const [first] = accepted
    if (first !== undefined) fitted[id] = typeof answer === 'string' ? first : accepted
  }
  return { answers: fitted, noLongerAsked }
}

/** Questions whose answers in `before` are not all in `after`, and would be lost by replacing it. */
export function lostAnswers(before: Answers, after: Answers): readonly QuestionId[] {
  return Object.keys(before).filter((id) => {
    const remaining = givenValues(after, id)
    return givenValues(before, id).some((value) => value !== UNSURE && !remaining.includes(value))
  })
}

export type Difference =
  | { readonly kind: 'guide'; readonly from: string; readonly to: string }
  | { readonly kind: 'program'; readonly from: string; readonly to: string }
  | { readonly kind: 'outcome'; readonly from: string; readonly to: string }
  | { readonly kind: 'status' | 'rank'; readonly option: string; readonly from: string; readonly to: string }
  /** The guide has the same version but another text. */
  | { readonly kind: 'guide-text' }
  /** The guide no longer asks this, so the plan was built without it. */
  | ({ readonly kind: 'no-longer-asked' } & NoLongerAsked)
  /** Statuses and ranks are the same; texts or reasons differ. */
  | { readonly kind: 'wording' }

export type Replay = {
  /** Guide and plan are identical. */
  readonly same: boolean
  readonly differences: readonly Difference[]
  /** Pieces of the guide that differ. */
  readonly changed: readonly { readonly piece: string; readonly how: 'changed' | 'added' | 'removed' }[]
}

/** Compares a record with a new one made from the same answers. */
export function compareRecords(
  before: PlanRecord,
  now: PlanRecord,
  noLongerAsked: readonly NoLongerAsked[] = [],
): Replay {
  const samePlan = JSON.stringify(before.plan) === JSON.stringify(now.plan)
  const sameGuide = before.guide.hash === now.guide.hash
  const inPlan = samePlan ? [] : planDifferences(before.plan, now.plan)
  const guideChange = changeOf('guide', guideName(before), guideName(now))
  return {
    same: samePlan && sameGuide && noLongerAsked.length === 0,
    differences: [
      ...guideChange,
      ...(sameGuide || guideChange.length > 0 ? [] : [{ kind: 'guide-text' } as const]),
      ...changeOf('program', before.program, now.program),
      ...noLongerAsked.map((gone) => ({ kind: 'no-longer-asked', ...gone }) as const),
      ...(samePlan || inPlan.length > 0 ? inPlan : [{ kind: 'wording' } as const]),
    ],
    changed: changedPieces(before.pieces, now.pieces),
  }
}

function guideName({ guide }: PlanRecord): string {
  return `${guide.id} ${guide.version}, reviewed ${guide.reviewed}`
}

function changeOf(kind: 'guide' | 'program' | 'outcome', from: string, to: string): readonly Difference[] {
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
    if (from === to || from === undefined || to === undefined) return []
    return [{ kind: 'rank', option, from: String(from), to: String(to) }]
  })
  // Changed statuses move the ranks as well; listing those too would hide the cause.
  return [...changeOf('outcome', before.outcome, now.outcome), ...(statuses.length > 0 ? statuses : ranks)]
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
