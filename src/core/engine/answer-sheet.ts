import type { AnswerId, Answers, Question, QuestionId } from '../model.ts'
import { NONE, UNSURE } from '../model.ts'

/**
 * One person's answers in typed arrays, so that judging allocates nothing. An entry holds the number of the person it
 * was last set for, so that nothing is cleared between two people.
 */
export type AnswerSheet = {
  person: number
  /** By value: it was given. */
  readonly given: Int32Array
  /** By question: it was answered, and not with `unsure`. */
  readonly closed: Int32Array
  /** By question: its ask-when is not false (`asked`) or false (`ruledOut`). */
  readonly asked: Int32Array
  readonly ruledOut: Int32Array
  /** By question: in the current collection when it equals `mark`. */
  readonly marked: Int32Array
  mark: number
}

/** The indexes of a guide's questions and answers in an answer sheet. */
export type SheetLayout = {
  readonly questions: readonly Question[]
  /** -1 for a question that the guide does not have. */
  readonly questionAt: (id: QuestionId) => number
  readonly valueAt: (question: QuestionId, value: AnswerId) => number | undefined
  readonly newSheet: () => AnswerSheet
  /**
   * Puts the next person's answers on the sheet; undefined and what the guide does not know are ignored. False when the
   * answers are not well formed: an unknown question or value, an empty list, `none` with another answer.
   */
  readonly read: (answers: unknown, sheet: AnswerSheet) => boolean
}

type Column = {
  readonly question: number
  readonly several: boolean
  readonly valueAt: ReadonlyMap<AnswerId, number>
  readonly none: number | undefined
}

/** Gives each question and each of its answers an index. */
export function layOut(questions: readonly Question[]): SheetLayout {
  let values = 0
  const columns = new Map(
    questions.map(({ id, type, answers }, question): [QuestionId, Column] => {
      const valueAt = new Map(answers.map((choice) => [choice.id, values++]))
      return [id, { question, several: type === 'many', valueAt, none: valueAt.get(NONE) }]
    }),
  )
  return {
    questions,
    questionAt: (id) => columns.get(id)?.question ?? -1,
    valueAt: (question, value) => columns.get(question)?.valueAt.get(value),
    newSheet: () => ({
      person: 0,
      given: new Int32Array(values),
      closed: new Int32Array(questions.length),
      asked: new Int32Array(questions.length),
      ruledOut: new Int32Array(questions.length),
      marked: new Int32Array(questions.length),
      mark: 0,
    }),
    read: (answers, sheet) => fillSheet(answers, sheet, columns),
  }
}

function fillSheet(answers: unknown, sheet: AnswerSheet, columns: ReadonlyMap<QuestionId, Column>): boolean {
  sheet.person += 1
  if (answers === null || typeof answers !== 'object' || Array.isArray(answers)) return false
  let wellFormed = true
  for (const id in answers) {
    const column = columns.get(id)
    const answer = (answers as Record<string, unknown>)[id]
    if (answer === undefined) continue
    if (column === undefined || !readAnswer(answer, column, sheet)) wellFormed = false
  }
  return wellFormed
}

function readAnswer(answer: unknown, column: Column, sheet: AnswerSheet): boolean {
  if (typeof answer === 'string') return readValues([answer], column, sheet)
  if (!Array.isArray(answer) || answer.length === 0) return false
  return readValues(answer, column, sheet) && (column.several || answer.length === 1)
}

function readValues(values: readonly unknown[], column: Column, sheet: AnswerSheet): boolean {
  let isUnsure = false
  let wellFormed = true
  for (const value of values) {
    if (value === UNSURE) {
      isUnsure = true
      continue
    }
    const place = typeof value === 'string' ? column.valueAt.get(value) : undefined
    if (place === undefined || (place === column.none && column.several && values.length > 1))
      wellFormed = false
    if (place !== undefined) sheet.given[place] = sheet.person
  }
  if (!isUnsure) sheet.closed[column.question] = sheet.person
  return wellFormed
}

/** The answers to the questions that are marked, in the guide's order. */
export function markedAnswers({ questions }: SheetLayout, sheet: AnswerSheet, answers: Answers): Answers {
  const marked: Record<QuestionId, Answers[string]> = {}
  for (const id of markedQuestions(questions, sheet)) {
    const answer = answers[id]
    if (answer !== undefined) marked[id] = answer
  }
  return marked
}

/** The questions that are marked, in the guide's order. */
export function markedQuestions(questions: readonly Question[], sheet: AnswerSheet): readonly QuestionId[] {
  return questions.filter((_, place) => sheet.marked[place] === sheet.mark).map(({ id }) => id)
}
