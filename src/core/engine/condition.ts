import type { AnswerId, Answers, Condition, Question, QuestionId } from '../model.ts'
import { UNSURE } from '../model.ts'
import { all, any, not, type Truth } from './truth.ts'

/** Questions by id, to look up what a condition names. */
export type QuestionIndex = ReadonlyMap<QuestionId, Question>

export function indexQuestions(questions: readonly Question[]): QuestionIndex {
  return new Map(questions.map((question) => [question.id, question]))
}

const NONE: readonly AnswerId[] = []

/** The person's answer as a list; empty when the question was not answered. */
export function givenValues(answers: Answers, question: QuestionId): readonly AnswerId[] {
  const answer = answers[question]
  if (answer === undefined) return NONE
  return typeof answer === 'string' ? [answer] : answer
}

function holds(answer: Answers[string], value: AnswerId): boolean {
  return typeof answer === 'string' ? answer === value : answer.includes(value)
}

/** Unanswered, or answered `unsure`. */
export function isOpen(answers: Answers, question: QuestionId): boolean {
  const answer = answers[question]
  return answer === undefined || answer.length === 0 || holds(answer, UNSURE)
}

/**
 * Whether a question applies to this person: its `askWhen` can still be true. A question that was answered all the
 * same applies, so that an explicit answer is never lost to the judgement that it need not be asked.
 */
export function applies(question: Question, answers: Answers, index: QuestionIndex): boolean {
  if (question.askWhen === undefined || !isOpen(answers, question.id)) return true
  return evaluate(question.askWhen, answers, index) !== false
}

/**
 * A condition against answers: true, false or unknown. An answer that is missing or `unsure` is never read as a no;
 * only a question that its own `ask-when` rules out counts as "does not apply".
 */
export function evaluate(condition: Condition, answers: Answers, index: QuestionIndex): Truth {
  switch (condition.kind) {
    case 'always':
      return true
    case 'open':
      return isOpen(answers, condition.question)
    case 'not':
      return not(evaluate(condition.of, answers, index))
    case 'all':
      return all(condition.of.map((part) => evaluate(part, answers, index)))
    case 'any':
      return any(condition.of.map((part) => evaluate(part, answers, index)))
    case 'is':
      return evaluateIs(condition.question, condition.values, answers, index)
  }
}

function evaluateIs(
  id: QuestionId,
  values: readonly AnswerId[],
  answers: Answers,
  index: QuestionIndex,
): Truth {
  const answer = answers[id]
  if (answer !== undefined && values.some((value) => holds(answer, value))) return true
  if (!isOpen(answers, id)) return false
  const question = index.get(id)
  return question !== undefined && !applies(question, answers, index) ? false : 'unknown'
}

/** Every question that a condition names, in the order it names them, each once. */
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

/** The answers that made a condition true or false: a person's own answers to the questions that decided it. */
export function decidingAnswers(condition: Condition, answers: Answers, index: QuestionIndex): Answers {
  const decided: Record<QuestionId, Answers[string]> = {}
  for (const id of decidingQuestions(condition, answers, index)) {
    const answer = answers[id]
    if (answer !== undefined) decided[id] = answer
  }
  return decided
}

function decidingQuestions(
  condition: Condition,
  answers: Answers,
  index: QuestionIndex,
): readonly QuestionId[] {
  const whole = evaluate(condition, answers, index)
  if (whole === 'unknown') return []
  switch (condition.kind) {
    case 'always':
      return []
    case 'is':
    case 'open':
      return whole === true || givenValues(answers, condition.question).length > 0
        ? [condition.question]
        : askWhenQuestions(condition.question, index)
    case 'not':
      return decidingQuestions(condition.of, answers, index)
    case 'all':
    case 'any': {
      const parts = condition.of.filter((part) => evaluate(part, answers, index) === whole)
      return [...new Set(parts.flatMap((part) => decidingQuestions(part, answers, index)))]
    }
  }
}

function askWhenQuestions(id: QuestionId, index: QuestionIndex): readonly QuestionId[] {
  const askWhen = index.get(id)?.askWhen
  return askWhen === undefined ? [] : questionsIn(askWhen)
}

/**
 * The open questions that an unknown condition hangs on: those whose answer could still settle it. Empty when the
 * condition is not unknown.
 */
export function openQuestionsIn(
  condition: Condition,
  answers: Answers,
  index: QuestionIndex,
): readonly QuestionId[] {
  if (evaluate(condition, answers, index) !== 'unknown') return []
  switch (condition.kind) {
    case 'always':
    case 'open':
      return []
    case 'is':
      return [condition.question]
    case 'not':
      return openQuestionsIn(condition.of, answers, index)
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap((part) => openQuestionsIn(part, answers, index)))]
  }
}
