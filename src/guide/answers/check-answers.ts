import { isRecord } from '../../core/is-record.ts'
import {
  type Answer,
  type AnswerChoice,
  type AnswerId,
  type Answers,
  type Guide,
  NONE,
  type Question,
  UNSURE,
} from '../../core/model.ts'
import { nearest, orMeant } from '../../text/nearest.ts'
import { showValue } from '../../text/show-value.ts'
import type { Path } from '../parse/diagnostic.ts'
import { answersNamed, choicesOf, questionsNamed } from './match-names.ts'

/** A fault in answers, with its path in the data. */
export type AnswerFault = { readonly path: Path; readonly message: string }

/** An answer that was written by another name than its id. */
export type ReadAs = {
  readonly question: string
  readonly written: string
  readonly answer: AnswerId
  /** The answer's label: "65 or over". */
  readonly label: string
}

export type CheckedAnswers = {
  readonly answers: Answers
  readonly readAs: readonly ReadAs[]
  readonly faults: readonly AnswerFault[]
}

/**
 * Answers as data against the guide's questions. One value for a question that takes one, else a list in the
 * question's own order without repeats; questions in the guide's order. Faulty answers are left out and reported.
 */
export function checkAnswers(data: unknown, guide: Guide): CheckedAnswers {
  // An empty YAML file has no answers.
  if (data === null || data === undefined) return { answers: {}, readAs: [], faults: [] }
  if (!isRecord(data)) {
    const message = 'answers are written as question: answer'
    return { answers: {}, readAs: [], faults: [{ path: [], message }] }
  }
  const faults: AnswerFault[] = []
  const readAs: ReadAs[] = []
  const accepted = new Map<string, Answer>()
  for (const [written, value] of Object.entries(data)) {
    const [question, ...others] = questionsNamed(written, guide)
    const refuse = (message: string) => faults.push({ path: [written], message })
    if (question === undefined) refuse(unknownQuestion(written, guide))
    else if (others.length > 0) refuse(severalNamed(written, [question, ...others]))
    else if (accepted.has(question.id)) {
      refuse(`${showValue(written)} is ${question.id}, which is answered already`)
    } else {
      const checked = checkAnswer(value, question, written)
      faults.push(...checked.faults)
      readAs.push(...checked.readAs)
      if (checked.answer !== undefined) accepted.set(question.id, checked.answer)
    }
  }
  return { answers: inGuideOrder(Object.fromEntries(accepted), guide), readAs, faults }
}

function unknownQuestion(written: string, guide: Guide): string {
  const ids = guide.questions.map(({ id }) => id)
  const near = nearest(written, ids).map((name) => `"${name}"`)
  const hint = near.length === 0 ? 'list them with: nextline questions' : `did you mean ${near.join(' or ')}?`
  return `there is no question ${showValue(written)}; ${hint}`
}

function severalNamed(written: string, things: readonly { readonly id: string }[]): string {
  return `${showValue(written)} can mean ${things.map(({ id }) => id).join(' or ')}: write one of these`
}

type CheckedAnswer = {
  readonly answer?: Answer
  readonly readAs: readonly ReadAs[]
  readonly faults: readonly AnswerFault[]
}

/** @param key the question as it was written, for the place of a fault */
function checkAnswer(value: unknown, question: Question, key: string): CheckedAnswer {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  const pathOf = (index: number): Path => (Array.isArray(value) ? [key, index] : [key])
  const refuse = (message: string): CheckedAnswer => ({ readAs: [], faults: [{ path: [key], message }] })
  if (items.length === 0 || value === null || value === '') {
    return refuse(`${question.id} has no answer: leave it out, or say ${UNSURE}`)
  }
  if (items.length > MOST_VALUES) return refuse(`${question.id} has ${items.length} answers`)
  const read = items.map((item) => readItem(item, question))
  const faults = read.flatMap((item, index) =>
    typeof item === 'string' ? [{ path: pathOf(index), message: item }] : [],
  )
  if (faults.length > 0) return { readAs: [], faults }
  const choices = read.filter((item) => typeof item !== 'string')
  const readAs = choices.flatMap((choice, index) => {
    const written = String(items[index])
    return choice.id === written
      ? []
      : [{ question: question.id, written, answer: choice.id, label: choice.label }]
  })
  // In the question's own order, unsure last, each once.
  const chosen = choicesOf(question)
    .map(({ id }) => id)
    .filter((id) => choices.some((choice) => choice.id === id))
  const conflict = chosen.length > 1 ? conflictOf(chosen, question) : undefined
  if (conflict !== undefined) return refuse(conflict)
  return { answer: question.type === 'many' ? chosen : (chosen[0] ?? UNSURE), readAs, faults: [] }
}

/** More values than any question has; they are not checked one by one. */
const MOST_VALUES = 1000

/** The answer for a written value, or a message. */
function readItem(item: unknown, question: Question): AnswerChoice | string {
  const written = typeof item === 'number' || typeof item === 'boolean' ? String(item) : item
  if (typeof written !== 'string') return unknownAnswer(item, question)
  const [choice, ...others] = answersNamed(written, question)
  if (choice === undefined) return unknownAnswer(written, question)
  return others.length === 0 ? choice : severalNamed(written, [choice, ...others])
}

function conflictOf(chosen: readonly AnswerId[], question: Question): string | undefined {
  if (question.type === 'one') return `${question.id} takes one answer, not ${chosen.join(' and ')}`
  if (!chosen.includes(NONE)) return undefined
  const others = chosen.filter((id) => id !== NONE)
  return `${question.id}: "${NONE}" stands alone, without ${others.join(', ')}`
}

/** The most answers that an error message lists. */
const MOST_LISTED = 12

function unknownAnswer(value: unknown, question: Question): string {
  const allowed = choicesOf(question).map(({ id }) => id)
  const [near] = typeof value === 'string' ? nearest(value, allowed, 1) : []
  const takes =
    allowed.length <= MOST_LISTED
      ? `It takes ${allowed.join(', ')}`
      : `See what it takes with: nextline questions ${question.id}`
  return `${showValue(value)} is not an answer to ${question.id}${orMeant(near)} ${takes}`
}

/** Answers in the order of the guide's questions. */
export function inGuideOrder(answers: Answers, guide: Guide): Answers {
  return Object.fromEntries(
    guide.questions.flatMap(({ id }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}
