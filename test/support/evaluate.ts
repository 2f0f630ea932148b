import type { Answers, Condition, Question } from '../../src/core/model.ts'
import { UNSURE } from '../../src/core/model.ts'

type Truth = true | false | 'unknown'

/** A condition against answers, as the contract says it, case by case: the oracle of the compiled conditions. */
export function evaluate(condition: Condition, answers: Answers, questions: readonly Question[]): Truth {
  const given = (id: string) => [answers[id] ?? []].flat()
  const isOpen = (id: string) => given(id).length === 0 || given(id).includes(UNSURE)
  const parts = (of: readonly Condition[]) => of.map((part) => evaluate(part, answers, questions))
  switch (condition.kind) {
    case 'always':
      return true
    case 'open':
      return isOpen(condition.question)
    case 'not': {
      const inner = evaluate(condition.of, answers, questions)
      return inner === 'unknown' ? 'unknown' : !inner
    }
    case 'all':
      return parts(condition.of).includes(false)
        ? false
        : !parts(condition.of).includes('unknown') || 'unknown'
    case 'any':
      return (
        parts(condition.of).includes(true) || (parts(condition.of).includes('unknown') ? 'unknown' : false)
      )
    case 'is': {
      if (condition.values.some((value) => given(condition.question).includes(value))) return true
      if (!isOpen(condition.question)) return false
      const askWhen = questions.find(({ id }) => id === condition.question)?.askWhen
      return askWhen !== undefined && evaluate(askWhen, answers, questions) === false ? false : 'unknown'
    }
  }
}
