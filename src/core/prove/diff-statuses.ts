import { plan } from '../engine/plan.ts'
import { openStatus } from '../engine/status.ts'
import type {
  Answers,
  Guide,
  OptionId,
  Place,
  PlanOutcome,
  Question,
  QuestionId,
  Rule,
  Status,
} from '../model.ts'
import { OUTCOMES, STATUSES } from '../model.ts'
import { attempt, createDiagrams, type Diagram } from './diagram.ts'
import { hasOptions, type Judgement, judgeIn, NO_OPTIONS, OUT_OF_SCOPE, URGENT } from './diagram-guide.ts'
import { countAnswers, encodeAnswers, fewestAnswers } from './diagram-space.ts'
import { type ChangeKind, inBoth, sameRule } from './diff-pieces.ts'
import { questionsThatMatter } from './reach.ts'
import { focusOn, orderQuestions } from './variable-order.ts'

/** For some answers the first guide gives `from` and the second `to`. */
type Shift<T> = {
  readonly from: T
  readonly to: T
  /** The fewest answers that show it. */
  readonly answers: Answers
  /** The questions that it depends on, and for how many combinations of their answers it occurs. */
  readonly questions: readonly QuestionId[]
  readonly combinations: number
  readonly of: number
}

/** A rule that decides the status for a shift's answers, and how it differs between the guides. */
type DecidingRule = {
  readonly guide: 'before' | 'after'
  readonly rule: string
  readonly place: Place
  readonly how: ChangeKind | 'same'
}

type StatusShift = Shift<Status> & { readonly rules: readonly DecidingRule[] }

export type StatusDiff = {
  readonly outcomes: readonly Shift<PlanOutcome>[]
  /** Options of both guides whose status differs for some answers, in the guide's order. */
  readonly statuses: readonly { readonly option: OptionId; readonly shifts: readonly StatusShift[] }[]
  /** Options, or `outcome`, whose comparison exceeded the limit on work. */
  readonly undecided: readonly (OptionId | 'outcome')[]
}

/** The limit on work (Diagrams.allow) for the outcomes and for each option. */
const STEPS = 600_000

/** Two guides judged on shared diagrams, so that equal functions are one diagram. */
type GuidePair = { readonly before: Judgement; readonly after: Judgement }

function judgePair(before: Guide, after: Guide): GuidePair {
  const questions = jointQuestions(before.questions, after.questions)
  const gates = {
    questions,
    warningSigns: [...before.warningSigns, ...after.warningSigns],
    outOfScope: [...before.outOfScope, ...after.outOfScope],
  }
  const focus = [...before.options, ...after.options].map(focusOn)
  const diagrams = createDiagrams()
  diagrams.allow(STEPS)
  const shared = { diagrams, space: encodeAnswers(orderQuestions(gates, focus), questions) }
  return { before: judgeIn(shared, before), after: judgeIn(shared, after) }
}

/** The questions of both guides with the answers of both. A question that takes several answers in either does here. */
function jointQuestions(before: readonly Question[], after: readonly Question[]): readonly Question[] {
  const joined = after.map((now): Question => {
    const old = before.find(({ id }) => id === now.id)
    if (old === undefined) return now
    const gone = old.answers.filter(({ id }) => !now.answers.some((choice) => choice.id === id))
    const type = old.type === 'many' ? 'many' : now.type
    return { ...now, type, answers: [...now.answers, ...gone] }
  })
  return [...joined, ...before.filter(({ id }) => !after.some((now) => now.id === id))]
}

/** Compares outcomes and statuses of two guides over all combinations of answers. */
export function compareStatuses(before: Guide, after: Guide): StatusDiff {
  const pair = attempt(() => judgePair(before, after))
  const outcomes = pair && attempt(() => outcomeShifts(pair))
  if (pair === undefined || outcomes === undefined)
    return { outcomes: [], statuses: [], undecided: ['outcome'] }
  const compared = inBoth(before.options, after.options).map(([old, now]) => {
    pair.before.diagrams.allow(STEPS)
    const shifts = attempt(() =>
      shiftsBetween(pair, pair.before.statusOf(old.rules), pair.after.statusOf(now.rules), STATUSES),
    )
    const withRules = shifts?.map((shift) => ({
      ...shift,
      rules: decidingRules(before, after, now.id, shift),
    }))
    return { option: now.id, shifts: withRules }
  })
  return {
    outcomes,
    statuses: compared.flatMap(({ option, shifts = [] }) =>
      shifts.length === 0 ? [] : [{ option, shifts }],
    ),
    undecided: compared.filter(({ shifts }) => shifts === undefined).map(({ option }) => option),
  }
}

function outcomeShifts(pair: GuidePair): readonly Shift<PlanOutcome>[] {
  const named = ({ diagrams, outcome }: Judgement) =>
    diagrams.map(outcome, (value) => (hasOptions(value) ? OUTCOMES.indexOf('options') : (NAMED[value] ?? 0)))
  return shiftsBetween(pair, named(pair.before), named(pair.after), OUTCOMES)
}

const NAMED: Readonly<Record<number, number>> = {
  [URGENT]: OUTCOMES.indexOf('urgent'),
  [OUT_OF_SCOPE]: OUTCOMES.indexOf('out-of-scope'),
}

/** Every pair of different values that two diagrams have for the same answers. Values are indexes into `names`. */
function shiftsBetween<T extends string>(
  { before: { diagrams, space, both } }: GuidePair,
  from: Diagram,
  to: Diagram,
  names: readonly T[],
): readonly Shift<T>[] {
  if (from === to) return []
  const values = (diagram: Diagram) =>
    [...diagrams.values(diagram)].filter((value) => value !== NO_OPTIONS).sort((a, b) => a - b)
  return values(from).flatMap((old) =>
    values(to).flatMap((now): readonly Shift<T>[] => {
      if (old === now) return []
      const shifted = both(
        diagrams.where(from, (value) => value === old),
        diagrams.where(to, (value) => value === now),
      )
      const answers = fewestAnswers(diagrams, space, shifted)
      if (answers === undefined) return []
      const matter = new Set(questionsThatMatter({ diagrams, space }, [shifted]))
      return [
        {
          from: names[old] as T,
          to: names[now] as T,
          answers,
          questions: space.encodings.map(({ question }) => question.id).filter((id) => matter.has(id)),
          ...countAnswers(diagrams, space, shifted),
        },
      ]
    }),
  )
}

/** The rules that decide the option's status in either guide; only those that differ, if any do. */
function decidingRules(
  before: Guide,
  after: Guide,
  option: OptionId,
  { answers }: Shift<Status>,
): readonly DecidingRule[] {
  const rulesOf = (guide: Guide) => guide.options.find(({ id }) => id === option)?.rules ?? []
  const of = (name: DecidingRule['guide'], guide: Guide, other: Guide) =>
    decidingIn(guide, option, answers).map((rule): DecidingRule => {
      const twin = rulesOf(other).find(({ id }) => id === rule.id)
      const alone = name === 'before' ? 'removed' : 'added'
      const how = twin === undefined ? alone : sameRule(rule, twin) ? 'same' : 'changed'
      return { guide: name, rule: rule.id, place: rule.place, how }
    })
  const all = [...of('before', before, after), ...of('after', after, before)]
  const differing = all.filter(({ how }) => how !== 'same')
  return differing.length > 0 ? differing : all
}

function decidingIn(guide: Guide, option: OptionId, answers: Answers): readonly Rule[] {
  const planned = plan(guide, answers).options.find((planned) => planned.option.id === option)
  return (planned?.reasons ?? []).flatMap((reason) => {
    if (reason.code === 'gate' || reason.status !== planned?.status) return []
    return reason.code === 'rule'
      ? [reason.rule]
      : reason.rules.filter((rule) => openStatus(rule) === reason.status)
  })
}
