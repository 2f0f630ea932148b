import fc from 'fast-check'
import type { Answers, Guide } from '../../src/core/model.ts'

/** Every way to answer a guide: each question unanswered, unsure, or with values of its own, mixed with unsure too. */
export function anyAnswers(guide: Guide): fc.Arbitrary<Answers> {
  const answers = guide.questions.map(({ id, type, answers }) => {
    const values = answers.map((choice) => choice.id)
    if (type === 'one') return [id, fc.constantFrom('unsure', ...values)]
    const several = fc.subarray([...values.filter((value) => value !== 'none'), 'unsure'], { minLength: 1 })
    return [id, fc.oneof(several, fc.constant(['none']))]
  })
  return fc.record(Object.fromEntries(answers), { requiredKeys: [] }) as fc.Arbitrary<Answers>
}
