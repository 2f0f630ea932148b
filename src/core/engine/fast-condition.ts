import type { AnswerId, Condition, Guide, Question, QuestionId } from '../model.ts'
import { UNSURE } from '../model.ts'

/** Truth as a number, so that judging allocates nothing: 0 false, 1 true, 2 unknown. */
type Truth3 = 0 | 1 | 2

/**
 * One person's answers, laid out for fast conditions. A slot holds the number of the person it was last set for, so
 * nothing has to be cleared between two people. `given[value]` and `closed[question]` are set by `read`.
 */
export type Slots = {
  person: number
  readonly given: Int32Array
  readonly closed: Int32Array
  readonly marked: Int32Array
}

/** A condition made ready: its truth, and marking the open questions that it hangs on while it is unknown. */
export type FastCondition = {
  readonly truth: (slots: Slots) => Truth3
  readonly markOpen: (slots: Slots, mark: number) => void
}

/** Where a question's own values stand in `given`. */
type Layout = {
  readonly question: number
  readonly several: boolean
  readonly valueAt: ReadonlyMap<AnswerId, number>
  readonly none: number
}

export type FastGuide = {
  readonly newSlots: () => Slots
  /** Reads answers into the slots for the next person. False when they are not the guide's own (say so elsewhere). */
  readonly read: (answers: unknown, slots: Slots) => boolean
  readonly condition: (condition: Condition) => FastCondition
  readonly questionAt: (id: QuestionId) => number
  readonly valueAt: (question: QuestionId, value: AnswerId) => number
}

/** Lays out a guide's questions once, for any number of people. Same meaning as core/condition.ts, without objects. */
export function fastGuide(guide: Guide): FastGuide {
  const layouts = new Map<QuestionId, Layout>()
  let values = 0
  for (const question of guide.questions) {
    const valueAt = new Map(question.answers.map((choice) => [choice.id, values++]))
    layouts.set(question.id, {
      question: layouts.size,
      several: question.type === 'many',
      valueAt,
      none: valueAt.get('none') ?? -1,
    })
  }
  const questions = new Map(guide.questions.map((question) => [question.id, question]))
  const at = (id: QuestionId) => layouts.get(id)?.question ?? -1
  return {
    newSlots: () => ({
      person: 0,
      given: new Int32Array(values),
      closed: new Int32Array(layouts.size),
      marked: new Int32Array(layouts.size),
    }),
    read: (answers, slots) => readAnswers(answers, slots, layouts),
    condition: (condition) => compile(condition, layouts, questions),
    questionAt: at,
    valueAt: (question, value) => layouts.get(question)?.valueAt.get(value) ?? -1,
  }
}

function readAnswers(answers: unknown, slots: Slots, layouts: ReadonlyMap<QuestionId, Layout>): boolean {
  if (answers === null || typeof answers !== 'object' || Array.isArray(answers)) return false
  slots.person += 1
  for (const id in answers) {
    const layout = layouts.get(id)
    if (layout === undefined || !readAnswer((answers as Record<string, unknown>)[id], layout, slots))
      return false
  }
  return true
}

function readAnswer(answer: unknown, layout: Layout, slots: Slots): boolean {
  if (typeof answer === 'string') return readValues([answer], layout, slots)
  if (!Array.isArray(answer) || answer.length === 0) return false
  return (layout.several || answer.length === 1) && readValues(answer, layout, slots)
}

function readValues(values: readonly unknown[], layout: Layout, slots: Slots): boolean {
  let unsure = false
  for (const value of values) {
    if (value === UNSURE) {
      unsure = true
      continue
    }
    const at = typeof value === 'string' ? layout.valueAt.get(value) : undefined
    if (at === undefined || (at === layout.none && layout.several && values.length > 1)) return false
    slots.given[at] = slots.person
  }
  if (!unsure) slots.closed[layout.question] = slots.person
  return true
}

function compile(
  condition: Condition,
  layouts: ReadonlyMap<QuestionId, Layout>,
  questions: ReadonlyMap<QuestionId, Question>,
): FastCondition {
  switch (condition.kind) {
    case 'always':
      return { truth: () => 1, markOpen: () => {} }
    case 'open': {
      const question = layouts.get(condition.question)?.question ?? -1
      return { truth: (slots) => (slots.closed[question] === slots.person ? 0 : 1), markOpen: () => {} }
    }
    case 'is':
      return compileIs(condition.question, condition.values, layouts, questions)
    case 'not': {
      const inner = compile(condition.of, layouts, questions)
      return { truth: (slots) => NEGATED[inner.truth(slots)], markOpen: inner.markOpen }
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => compile(part, layouts, questions))
      return compileParts(parts, condition.kind === 'all' ? 0 : 1)
    }
  }
}

const NEGATED = [1, 0, 2] as const

/** `settles`: the truth of one part that settles the whole: 0 for all, 1 for any. */
function compileParts(parts: readonly FastCondition[], settles: 0 | 1): FastCondition {
  const truth = (slots: Slots): Truth3 => {
    let found: Truth3 = NEGATED[settles]
    for (const part of parts) {
      const one = part.truth(slots)
      if (one === settles) return settles
      if (one === 2) found = 2
    }
    return found
  }
  return {
    truth,
    markOpen: (slots, mark) => {
      if (truth(slots) !== 2) return
      for (const part of parts) part.markOpen(slots, mark)
    },
  }
}

function compileIs(
  id: QuestionId,
  values: readonly AnswerId[],
  layouts: ReadonlyMap<QuestionId, Layout>,
  questions: ReadonlyMap<QuestionId, Question>,
): FastCondition {
  const layout = layouts.get(id)
  const question = layout?.question ?? -1
  const slotsOf = values.flatMap((value) => layout?.valueAt.get(value) ?? [])
  const askWhen = questions.get(id)?.askWhen
  const applies = askWhen === undefined ? undefined : compile(askWhen, layouts, questions)
  const truth = (slots: Slots): Truth3 => {
    for (const at of slotsOf) if (slots.given[at] === slots.person) return 1
    if (slots.closed[question] === slots.person) return 0
    return applies !== undefined && applies.truth(slots) === 0 ? 0 : 2
  }
  return {
    truth,
    markOpen: (slots, mark) => {
      if (truth(slots) === 2) slots.marked[question] = mark
    },
  }
}
