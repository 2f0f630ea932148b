import fc from 'fast-check'
import type { Answers, Guide } from '../../src/core/model.ts'
import { anyAnswers } from '../support/answers.ts'

/** Any answers; of most people without a warning sign, as random signs would leave no options to compare. */
export function people(guide: Guide): fc.Arbitrary<Answers> {
  return fc
    .tuple(anyAnswers(guide), fc.integer({ min: 0, max: 3 }))
    .map(([answers, kind]) =>
      kind === 0
        ? answers
        : { ...answers, 'warning-signs': ['none'], age: kind === 1 ? '65-or-over' : '18-64' },
    )
}
