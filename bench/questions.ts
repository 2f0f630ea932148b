import { plan } from '../src/core/engine/plan.ts'
import { dropRuledOut, screensAhead } from '../src/core/engine/questionnaire.ts'
import type { Answer, Guide, Question } from '../src/core/model.ts'
import { random } from './generate.ts'
import { fixed, table } from './measure.ts'

const PEOPLE = 300

/** How many questions a walk asks on average, in nextline's order, in the guide's order, and without leaving any out. */
export function questionsTable(guide: Guide): string {
  const next = random(7)
  const people = Array.from(
    { length: PEOPLE },
    () => new Map(guide.questions.map((question) => [question.id, randomAnswer(question, next)])),
  )
  const mean = (asking: Guide) => people.reduce((sum, person) => sum + countAsked(asking, person), 0) / PEOPLE
  const rows = [
    ['the one that can still change most first', mean(guide)],
    ['the guide’s own order, only what still matters', mean({ ...guide, questionOrder: 'fixed' })],
    ['every question', guide.questions.length],
  ] as const
  return table(
    [`order (${PEOPLE} random adults without a warning sign)`, 'questions asked'],
    rows.map(([order, count]) => [order, fixed(count)]),
  )
}

function countAsked(guide: Guide, person: ReadonlyMap<string, Answer>): number {
  let answers: Record<string, Answer> = {}
  let count = 0
  for (;;) {
    const screen = screensAhead(plan(guide, answers))[0]
    if (screen === undefined) return count
    for (const { id } of screen.questions) {
      answers[id] = person.get(id) ?? 'unsure'
      count += 1
    }
    answers = { ...dropRuledOut(guide, answers).answers }
  }
}

/** A random answer; nobody here has a warning sign or is a child, as the walk would end there. */
function randomAnswer(question: Question, next: () => number): Answer {
  if (question.id === 'warning-signs') return ['none']
  const values = question.answers.map(({ id }) => id).filter((id) => id !== 'under-18')
  if (question.type === 'one') return values[Math.floor(next() * values.length)] ?? 'unsure'
  const some = values.filter((id) => id !== 'none' && next() < 0.15)
  return some.length === 0 ? ['none'] : some
}
