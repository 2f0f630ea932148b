import { givenValues } from '../core/engine/condition.ts'
import { plan } from '../core/engine/plan.ts'
import { applicable, dropRuledOut, screensAhead } from '../core/engine/questionnaire.ts'
import type { Answer, Answers, Guide, Plan, Question, QuestionId } from '../core/model.ts'

/** The questions of one screen, shown or to be shown. */
type Visit = readonly QuestionId[]

/** Where a walk stands. Data only: every operation gives a new one, and the plan depends on `answers` alone. */
export type Flow = {
  readonly guide: Guide
  readonly answers: Answers
  /** The plan for these answers. */
  readonly current: Plan
  /** Questions that were shown and left without an answer: not asked again unless the person goes back to them. */
  readonly leftOpen: readonly QuestionId[]
  /** Screens behind, the last one nearest. */
  readonly trail: readonly Visit[]
  /** Screens that were gone back from, the next one first. */
  readonly ahead: readonly Visit[]
  /** The screen that is shown; `end` when nothing is left to ask or a gate has closed. */
  readonly here: Visit | 'end'
  /** The screen was opened from the end to change one answer: back returns there. */
  readonly editing: boolean
  /** Answers that the last operation dropped, because another answer rules them out. */
  readonly dropped: readonly QuestionId[]
}

export type Step =
  | {
      readonly kind: 'ask'
      readonly questions: readonly Question[]
      /** This screen's number and about how many there are in all; absent while one answer is edited. */
      readonly progress?: { readonly at: number; readonly of: number }
      readonly canGoBack: boolean
      readonly canGoForward: boolean
    }
  | { readonly kind: 'urgent' | 'out-of-scope' | 'review'; readonly plan: Plan }

/**
 * A walk from its beginning, or from answers given before: those count as asked, so that back leads to them. Answers
 * that others rule out are dropped and said to be.
 */
export function start(guide: Guide, answers: Answers = {}): Flow {
  const kept = dropRuledOut(guide, answers)
  const answered = guide.questions.filter((question) => givenValues(kept.answers, question.id).length > 0)
  return advance({
    guide,
    answers: kept.answers,
    current: plan(guide, kept.answers),
    leftOpen: [],
    trail: visitsOf(answered),
    ahead: [],
    here: 'end',
    editing: false,
    dropped: kept.dropped,
  })
}

/** What the walk does now: ask, stop for a gate, or review all answers before the plan. */
export function step(flow: Flow): Step {
  const { guide, here, current } = flow
  if (here === 'end') {
    return { kind: current.outcome === 'options' ? 'review' : current.outcome, plan: current }
  }
  return {
    kind: 'ask',
    questions: guide.questions.filter((question) => here.includes(question.id)),
    ...(flow.editing ? {} : { progress: progressOf(flow, here) }),
    canGoBack: flow.editing || flow.trail.length > 0,
    canGoForward: !flow.editing && isSeen(flow, here),
  }
}

function progressOf(flow: Flow, here: Visit): { readonly at: number; readonly of: number } {
  const further = unasked(flow).filter((visit) => !visit.every((id) => here.includes(id)))
  const at = flow.trail.length + 1
  return { at, of: at + flow.ahead.length + further.length }
}

/**
 * The answers of the screen that is shown. A question of it that `given` does not hold is left open. Answers that
 * these rule out are dropped (`dropped`); all others are kept.
 */
export function answer(flow: Flow, given: Readonly<Record<QuestionId, Answer | undefined>>): Flow {
  const { here, guide } = flow
  if (here === 'end') return flow
  const before = Object.entries(flow.answers).filter(([id]) => !here.includes(id))
  const now = here.flatMap((id) => {
    const value = given[id]
    return value === undefined || value.length === 0 ? [] : [[id, value] as const]
  })
  const kept = dropRuledOut(guide, Object.fromEntries([...before, ...now]))
  const answered = now.map(([id]) => id)
  return advance({
    ...flow,
    answers: kept.answers,
    current: plan(guide, kept.answers),
    leftOpen: [
      ...flow.leftOpen.filter((id) => !here.includes(id)),
      ...here.filter((id) => !answered.includes(id)),
    ],
    trail: walked(flow, here),
    dropped: kept.dropped,
  })
}

/** Leaves the screen's questions open. */
export function skip(flow: Flow): Flow {
  return answer(flow, {})
}

/** The screen before, with its answers; from an edit, back to the end. Unchanged at the first screen. */
export function back(flow: Flow): Flow {
  if (flow.editing) return { ...flow, here: 'end', editing: false, dropped: [] }
  const last = flow.trail.at(-1)
  if (last === undefined) return flow
  const { here } = flow
  const ahead = here !== 'end' && isSeen(flow, here) ? [here, ...flow.ahead] : flow.ahead
  return { ...flow, here: last, trail: flow.trail.slice(0, -1), ahead, dropped: [] }
}

/** On to the next screen with this one as it is. Unchanged while the screen has no answer yet. */
export function forward(flow: Flow): Flow {
  const { here } = flow
  if (here === 'end' || flow.editing || !isSeen(flow, here)) return flow
  return advance({ ...flow, trail: walked(flow, here), dropped: [] })
}

/** From the end, one question alone, to change its answer. Unchanged for one that other answers rule out. */
export function edit(flow: Flow, question: QuestionId): Flow {
  if (flow.here !== 'end') return flow
  const applies = applicable(flow.guide, flow.answers).some(({ id }) => id === question)
  return applies ? { ...flow, here: [question], editing: true, dropped: [] } : flow
}

/** To the end at once: what was not asked yet is left open. */
export function review(flow: Flow): Flow {
  const { here } = flow
  if (here === 'end') return flow
  const seen = [...walked(flow, here), ...flow.ahead]
  const rest = [...here, ...unasked(flow).flat()].filter((id) => givenValues(flow.answers, id).length === 0)
  return {
    ...flow,
    leftOpen: [...new Set([...flow.leftOpen, ...rest])],
    trail: seen,
    ahead: [],
    here: 'end',
    editing: false,
    dropped: [],
  }
}

/** Whether a question can be a row of yes and no: it has two answers, of which the first says no. */
function isRow(question: Question): boolean {
  return question.type === 'one' && question.answers.length === 2
}

/** On to the next screen: one that was gone back from, else one not asked yet, else the end. */
function advance(flow: Flow): Flow {
  const next = { ...flow, trail: stillApplying(flow, flow.trail), editing: false }
  if (flow.current.outcome !== 'options') return { ...next, here: 'end' }
  const [kept, ...ahead] = stillApplying(flow, flow.ahead)
  return { ...next, here: kept ?? unasked(flow)[0] ?? 'end', ahead }
}

function stillApplying({ guide, answers }: Flow, visits: readonly Visit[]): readonly Visit[] {
  const still = applicable(guide, answers).map(({ id }) => id)
  return visits.map((visit) => visit.filter((id) => still.includes(id))).filter((visit) => visit.length > 0)
}

/** Screens that can still matter and were never shown. */
function unasked(flow: Flow): readonly Visit[] {
  return screensAhead(flow.current).flatMap((screen) =>
    visitsOf(screen.questions.filter((question) => !flow.leftOpen.includes(question.id))),
  )
}

/** Questions as screens: rows with the same screen together, all others alone. */
function visitsOf(questions: readonly Question[]): readonly Visit[] {
  const visits = new Map<string, readonly QuestionId[]>()
  for (const question of questions) {
    const key =
      question.screen !== undefined && isRow(question)
        ? `screen ${question.screen}`
        : `question ${question.id}`
    visits.set(key, [...(visits.get(key) ?? []), question.id])
  }
  return [...visits.values()]
}

/** The trail with this screen on it. One question that is edited stands on it already, unless it was never shown. */
function walked(flow: Flow, here: Visit): readonly Visit[] {
  const known = flow.editing && flow.trail.some((visit) => here.every((id) => visit.includes(id)))
  return known ? flow.trail : [...flow.trail, here]
}

function isSeen(flow: Flow, visit: Visit): boolean {
  return visit.every((id) => givenValues(flow.answers, id).length > 0 || flow.leftOpen.includes(id))
}
