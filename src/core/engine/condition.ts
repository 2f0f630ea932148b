import type { AnswerId, Answers, Condition, Guide, QuestionId } from '../model.ts'
import { UNSURE } from '../model.ts'

const NO_VALUES: readonly AnswerId[] = []

/** The person's answer as a list; empty when the question was not answered. */
export function givenValues(answers: Answers, question: QuestionId): readonly AnswerId[] {
  const answer = answers[question]
  if (answer === undefined) return NO_VALUES
  return typeof answer === 'string' ? [answer] : answer
}

/** The conditions of the warning signs and of the guide's scope. */
export function gateConditions({
  warningSigns,
  outOfScope,
}: Pick<Guide, 'warningSigns' | 'outOfScope'>): readonly Condition[] {
  return [...warningSigns, ...outOfScope].map(({ when }) => when)
}

/** Unanswered, or answered `unsure`. */
export function isOpen(answers: Answers, question: QuestionId): boolean {
  const values = givenValues(answers, question)
  return values.length === 0 || values.includes(UNSURE)
}

/** Every question that a condition names, in its order, without repeats. */
export function questionsIn(condition: Condition): readonly QuestionId[] {
  switch (condition.kind) {
    case 'always':
      return []
    case 'is':
    case 'open':
      return [condition.question]
    case 'not':
      return questionsIn(condition.of)
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(questionsIn))]
  }
}
