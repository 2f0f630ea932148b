import fc from 'fast-check'
import { type Answers, type Guide, NONE, type Question, UNSURE } from '../../src/core/model.ts'

/** Any answers to a guide: each question unanswered, unsure, or with some of its values, lists with `unsure` too. */
export function anyAnswers(guide: Guide): fc.Arbitrary<Answers> {
  const answers = guide.questions.map((question) => [question.id, anyAnswer(question)])
  return fc.record(Object.fromEntries(answers), { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

function anyAnswer({ type, answers }: Question): fc.Arbitrary<string | readonly string[]> {
  const values = answers.map(({ id }) => id)
  if (type === 'one') return fc.constantFrom(UNSURE, ...values)
  const several = fc.subarray([...values.filter((value) => value !== NONE), UNSURE], { minLength: 1 })
  return values.includes(NONE) ? fc.oneof(several, fc.constantFrom([NONE], NONE)) : several
}
