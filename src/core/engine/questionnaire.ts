import { groupBy } from '../group-by.ts'
import type { Answers, Guide, Plan, Question, QuestionId, TreatmentOption } from '../model.ts'
import { markedQuestions } from './answer-sheet.ts'
import { compile } from './compile.ts'
import { FALSE } from './compiled-condition.ts'
import { givenValues, isOpen } from './condition.ts'
import { CHECK_FIRST, severity } from './status.ts'

/** Questions asked together: one, or several with the same `screen`. */
export type Screen = { readonly id: string; readonly questions: readonly Question[] }

/** Gates, then safety, then the person's situation, then what matters to them (contract: warning signs first). */
const ROLES = ['gate', 'safety', 'situation', 'preference'] as const

/**
 * The screens still to be asked, the next one first: unanswered questions whose answer could change a status, or bring
 * an indication for an option that nothing puts off. After gates and safety questions, the question that most options
 * depend on comes first; ties, and a guide with a fixed order, follow the guide. Empty when nothing matters any more.
 */
export function screensAhead(current: Plan): readonly Screen[] {
  const { guide } = current
  const useCounts = countUses(current)
  const asked = guide.questions.filter(
    (question) => current.unanswered.includes(question.id) && matters(question, current, useCounts),
  )
  const byRole = ROLES.map((role) => asked.filter((question) => question.role === role))
  return byRole.flatMap((questions) => groupScreens(sortByUse(guide, questions, useCounts)))
}

/** By question: the number of options whose status or indications its answer could change. */
function countUses(current: Plan): ReadonlyMap<QuestionId, number> {
  const useCounts = new Map<QuestionId, number>()
  const openIndications = openIndicationQuestions(current)
  for (const { option, ask } of current.options) {
    for (const id of new Set([...ask, ...(openIndications.get(option) ?? [])])) {
      useCounts.set(id, (useCounts.get(id) ?? 0) + 1)
    }
  }
  return useCounts
}

/** By option that nothing puts off: the open questions that its indications depend on. */
function openIndicationQuestions({
  guide,
  answers,
  options,
}: Plan): ReadonlyMap<TreatmentOption, readonly QuestionId[]> {
  const { layout, sheet, options: compiled } = compile(guide)
  layout.read(answers, sheet)
  const possible = options.filter(({ status }) => severity(status) <= CHECK_FIRST)
  return new Map(
    possible.map(({ option }) => {
      sheet.mark += 1
      const compiledOption = compiled.find((candidate) => candidate.option === option)
      for (const { when } of compiledOption?.indications ?? []) when.markOpen(sheet)
      return [option, markedQuestions(guide.questions, sheet)]
    }),
  )
}

function matters(question: Question, current: Plan, useCounts: ReadonlyMap<QuestionId, number>): boolean {
  if (current.outcome !== 'options') return false
  if (question.role === 'preference') return current.options.length > 1
  return question.role === 'gate' || useCounts.has(question.id)
}

function sortByUse(guide: Guide, questions: readonly Question[], useCounts: ReadonlyMap<QuestionId, number>) {
  if (questions[0]?.role !== 'situation' || guide.questionOrder === 'fixed') return questions
  return [...questions].sort((a, b) => (useCounts.get(b.id) ?? 0) - (useCounts.get(a.id) ?? 0))
}

function groupScreens(questions: readonly Question[]): readonly Screen[] {
  const screens = groupBy(questions, ({ screen, id }) => screen ?? id)
  return [...screens].map(([id, members]) => ({ id, questions: members }))
}

/** Answered questions that another answer rules out. */
export function ruledOut(guide: Guide, answers: Answers): readonly QuestionId[] {
  const isRuledOut = ruledOutFor(guide, answers)
  return guide.questions
    .filter(({ id }, index) => givenValues(answers, id).length > 0 && isRuledOut(index))
    .map(({ id }) => id)
}

/** Returns a test whether a question's own ask-when is false. */
function ruledOutFor(guide: Guide, answers: Answers): (question: number) => boolean {
  const { layout, sheet, conditions } = compile(guide)
  layout.read(answers, sheet)
  return (question) => conditions.askWhen(question).truth(sheet) === FALSE
}

/** Removes answers that others rule out, until none is left to remove, and lists the removed ones. */
export function dropRuledOut(
  guide: Guide,
  answers: Answers,
): { readonly answers: Answers; readonly dropped: readonly QuestionId[] } {
  const dropped = ruledOut(guide, answers)
  if (dropped.length === 0) return { answers, dropped }
  const remaining = Object.fromEntries(Object.entries(answers).filter(([id]) => !dropped.includes(id)))
  const further = dropRuledOut(guide, remaining)
  return { answers: further.answers, dropped: [...dropped, ...further.dropped] }
}

/**
 * The questions that apply to this person, answered or not, in the guide's order. A question that was answered although
 * it is ruled out applies too, so that an explicit answer is never lost.
 */
export function applicable(guide: Guide, answers: Answers): readonly Question[] {
  const isRuledOut = ruledOutFor(guide, answers)
  return guide.questions.filter(({ id }, index) => !isOpen(answers, id) || !isRuledOut(index))
}
