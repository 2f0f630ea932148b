import {
  type Answer,
  type AnswerId,
  type Answers,
  type Guide,
  NONE,
  type Question,
  UNSURE,
} from '../../core/model.ts'
import { nearest } from '../find/nearest.ts'
import { type Path, show } from '../parse/diagnostic.ts'
import { isMapping } from '../parse/is-record.ts'

/** What is wrong with answers: where in their data, and in words. */
type Fault = { readonly path: Path; readonly message: string }

/**
 * Answers as data against the guide's questions. One value for a question that takes one, else a list in the
 * question's own order without repeats; questions in the guide's order. Faulty answers are left out and reported.
 */
export function checkAnswers(
  data: unknown,
  guide: Guide,
): { readonly answers: Answers; readonly faults: readonly Fault[] } {
  // An empty YAML file: nothing is answered.
  if (data === null || data === undefined) return { answers: {}, faults: [] }
  if (!isMapping(data))
    return { answers: {}, faults: [{ path: [], message: 'answers are written as question: answer' }] }
  const questions = new Map(guide.questions.map((question) => [question.id, question]))
  const faults: Fault[] = []
  const given = new Map<string, Answer>()
  for (const [id, value] of Object.entries(data)) {
    const question = questions.get(id)
    if (question === undefined) faults.push({ path: [id], message: unknownQuestion(id, questions) })
    else {
      const own = checkAnswer(value, question)
      if ('faults' in own) faults.push(...own.faults)
      else given.set(id, own.answer)
    }
  }
  return { answers: inGuideOrder(Object.fromEntries(given), guide), faults }
}

function unknownQuestion(id: string, questions: ReadonlyMap<string, Question>): string {
  const near = nearest(id, questions.keys())
  const meant = near.length > 0 ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?` : undefined
  return `there is no question "${id}"; ${meant ?? `the questions are ${[...questions.keys()].join(', ')}`}`
}

function checkAnswer(
  value: unknown,
  question: Question,
): { readonly answer: Answer } | { readonly faults: readonly Fault[] } {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  const pathOf = (index: number): Path => (Array.isArray(value) ? [question.id, index] : [question.id])
  const refuse = (message: string) => ({ faults: [{ path: [question.id], message }] })
  if (items.length === 0 || value === null || value === '') {
    return refuse(`${question.id} has no answer: leave it out, or say ${UNSURE}`)
  }
  const values = items.map((item) =>
    typeof item === 'number' || typeof item === 'boolean' ? String(item) : item,
  )
  const allowed = [...question.answers.map(({ id }) => id), UNSURE]
  const faults = values.flatMap((item, index) =>
    typeof item === 'string' && allowed.includes(item)
      ? []
      : [{ path: pathOf(index), message: unknownAnswer(item, question.id, allowed) }],
  )
  if (faults.length > 0) return { faults }
  // In the question's own order, unsure last, each once.
  const chosen = allowed.filter((id) => values.includes(id))
  return chosen.length > 1 ? checkSeveral(chosen, question, refuse) : { answer: oneOrMany(chosen, question) }
}

function checkSeveral<T>(chosen: readonly AnswerId[], question: Question, refuse: (message: string) => T) {
  if (question.type === 'one') {
    return refuse(`${question.id} takes one answer, not ${chosen.join(' and ')}`)
  }
  if (chosen.includes(NONE)) {
    const others = chosen.filter((id) => id !== NONE)
    return refuse(`${question.id}: "${NONE}" stands alone, without ${others.join(', ')}`)
  }
  return { answer: chosen }
}

function oneOrMany(chosen: readonly AnswerId[], question: Question): Answer {
  return question.type === 'many' ? chosen : (chosen[0] ?? UNSURE)
}

function unknownAnswer(value: unknown, question: string, allowed: readonly AnswerId[]): string {
  const [near] = typeof value === 'string' ? nearest(value, allowed, 1) : []
  const meant = near === undefined ? '.' : `; did you mean "${near}"?`
  return `${show(value)} is not an answer to ${question}${meant} It takes ${allowed.join(', ')}`
}

/** Answers in the order of the guide's questions. */
export function inGuideOrder(given: Answers, guide: Guide): Answers {
  return Object.fromEntries(
    guide.questions.flatMap(({ id }) => {
      const answer = given[id]
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}
