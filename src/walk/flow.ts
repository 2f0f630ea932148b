import { givenValues } from '../core/engine/condition.ts'
import { plan } from '../core/engine/plan.ts'
import { applicable, dropRuledOut, screensAhead } from '../core/engine/questionnaire.ts'
import { groupBy } from '../core/group-by.ts'
import type { Answer, Answers, Guide, Plan, Question, QuestionId } from '../core/model.ts'

/** The questions of one screen. */
type ScreenQuestions = readonly QuestionId[]

/** State of a walk as plain data. Every operation returns a new state; the plan depends only on `answers`. */
export type Flow = {
  readonly guide: Guide
  readonly answers: Answers
  readonly plan: Plan
  /** Questions that were shown and left open. They are asked again only after going back. */
  readonly leftOpen: readonly QuestionId[]
  /** Screens already shown, the latest last. */
  readonly trail: readonly ScreenQuestions[]
  /** Screens that the person went back from, the next one first. */
  readonly ahead: readonly ScreenQuestions[]
  /** The current screen; `end` when nothing is left to ask or a gate has closed. */
  readonly current: ScreenQuestions | 'end'
  /** The screen was opened from the review to change one answer; back returns there. */
  readonly isEditing: boolean
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
 * A new walk, or one resumed from earlier answers. Those count as asked, so that back reaches them. Answers that
 * others rule out are dropped and listed in `dropped`.
 */
export function start(guide: Guide, answers: Answers = {}): Flow {
  const applying = dropRuledOut(guide, answers)
  const answered = guide.questions.filter((question) => givenValues(applying.answers, question.id).length > 0)
  return advance({
    guide,
    answers: applying.answers,
    plan: plan(guide, applying.answers),
    leftOpen: [],
    trail: screensOf(answered),
    ahead: [],
    current: 'end',
    isEditing: false,
    dropped: applying.dropped,
  })
}

/** The next step of the walk: ask, show a closed gate, or review all answers. */
export function step(flow: Flow): Step {
  const { guide, current } = flow
  if (current === 'end') {
    const { outcome } = flow.plan
    return { kind: outcome === 'options' ? 'review' : outcome, plan: flow.plan }
  }
  return {
    kind: 'ask',
    questions: guide.questions.filter((question) => current.includes(question.id)),
    ...(flow.isEditing ? {} : { progress: progressOf(flow, current) }),
    canGoBack: flow.isEditing || flow.trail.length > 0,
    canGoForward: !flow.isEditing && isAnsweredOrLeftOpen(flow, current),
  }
}

function progressOf(flow: Flow, current: ScreenQuestions): { readonly at: number; readonly of: number } {
  const further = unasked(flow).filter((screen) => !screen.every((id) => current.includes(id)))
  const at = flow.trail.length + 1
  return { at, of: at + flow.ahead.length + further.length }
}

/**
 * Takes the answers to the current screen. Its questions without an answer in `replies` are left open. Answers that
 * the new ones rule out are dropped and listed in `dropped`.
 */
export function answer(flow: Flow, replies: Readonly<Record<QuestionId, Answer | undefined>>): Flow {
  const { current, guide } = flow
  if (current === 'end') return flow
  const others = Object.entries(flow.answers).filter(([id]) => !current.includes(id))
  const added = current.flatMap((id) => {
    const value = replies[id]
    return value === undefined || value.length === 0 ? [] : [[id, value] as const]
  })
  const applying = dropRuledOut(guide, Object.fromEntries([...others, ...added]))
  const answered = added.map(([id]) => id)
  return advance({
    ...flow,
    answers: applying.answers,
    plan: plan(guide, applying.answers),
    leftOpen: [
      ...flow.leftOpen.filter((id) => !current.includes(id)),
      ...current.filter((id) => !answered.includes(id)),
    ],
    trail: trailWith(flow, current),
    dropped: applying.dropped,
  })
}

/** Leaves the screen's questions open. */
export function skip(flow: Flow): Flow {
  return answer(flow, {})
}

/** Goes to the previous screen with its answers; from an edit, to the end. Unchanged at the first screen. */
export function back(flow: Flow): Flow {
  if (flow.isEditing) return { ...flow, current: 'end', isEditing: false, dropped: [] }
  const last = flow.trail.at(-1)
  if (last === undefined) return flow
  const { current } = flow
  const ahead =
    current !== 'end' && isAnsweredOrLeftOpen(flow, current) ? [current, ...flow.ahead] : flow.ahead
  return { ...flow, current: last, trail: flow.trail.slice(0, -1), ahead, dropped: [] }
}

/** Goes to the next screen and leaves this one as it is. Unchanged while this screen has no answer. */
export function forward(flow: Flow): Flow {
  const { current } = flow
  if (current === 'end' || flow.isEditing || !isAnsweredOrLeftOpen(flow, current)) return flow
  return advance({ ...flow, trail: trailWith(flow, current), dropped: [] })
}

/** Opens one question from the end to change its answer. Unchanged when other answers rule it out. */
export function edit(flow: Flow, question: QuestionId): Flow {
  if (flow.current !== 'end') return flow
  const applies = applicable(flow.guide, flow.answers).some(({ id }) => id === question)
  return applies ? { ...flow, current: [question], isEditing: true, dropped: [] } : flow
}

/** Goes to the end; questions not asked yet are left open. */
export function review(flow: Flow): Flow {
  const { current } = flow
  if (current === 'end') return flow
  const rest = [...current, ...unasked(flow).flat()].filter(
    (id) => givenValues(flow.answers, id).length === 0,
  )
  return {
    ...flow,
    leftOpen: [...new Set([...flow.leftOpen, ...rest])],
    trail: [...trailWith(flow, current), ...flow.ahead],
    ahead: [],
    current: 'end',
    isEditing: false,
    dropped: [],
  }
}

/** True for a question that can be a yes/no row: two answers, the first of which means no. */
function isRow(question: Question): boolean {
  return question.type === 'one' && question.answers.length === 2
}

/** Goes to the next screen: one the person went back from, else one not asked yet, else the end. */
function advance(flow: Flow): Flow {
  const next = { ...flow, trail: stillApplying(flow, flow.trail), isEditing: false }
  if (flow.plan.outcome !== 'options') return { ...next, current: 'end' }
  const [nextScreen, ...ahead] = stillApplying(flow, flow.ahead)
  return { ...next, current: nextScreen ?? unasked(flow)[0] ?? 'end', ahead }
}

function stillApplying(
  { guide, answers }: Flow,
  screens: readonly ScreenQuestions[],
): readonly ScreenQuestions[] {
  const applying = applicable(guide, answers).map(({ id }) => id)
  return screens
    .map((screen) => screen.filter((id) => applying.includes(id)))
    .filter((screen) => screen.length > 0)
}

/** Screens that can still change the plan and were never shown. */
function unasked(flow: Flow): readonly ScreenQuestions[] {
  return screensAhead(flow.plan).flatMap((screen) =>
    screensOf(screen.questions.filter((question) => !flow.leftOpen.includes(question.id))),
  )
}

/** Groups questions into screens: rows with the same `screen` share one, every other question has its own. */
function screensOf(questions: readonly Question[]): readonly ScreenQuestions[] {
  const screens = groupBy(questions, (question) =>
    question.screen !== undefined && isRow(question)
      ? `screen ${question.screen}`
      : `question ${question.id}`,
  )
  return [...screens.values()].map((screen) => screen.map(({ id }) => id))
}

/** The trail with this screen added, unless an edited question is already on it. */
function trailWith(flow: Flow, current: ScreenQuestions): readonly ScreenQuestions[] {
  const isKnown = flow.isEditing && flow.trail.some((screen) => current.every((id) => screen.includes(id)))
  return isKnown ? flow.trail : [...flow.trail, current]
}

function isAnsweredOrLeftOpen(flow: Flow, screen: ScreenQuestions): boolean {
  return screen.every((id) => givenValues(flow.answers, id).length > 0 || flow.leftOpen.includes(id))
}
