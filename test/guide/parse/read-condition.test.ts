import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../src/core/model.ts'
import { readCondition } from '../../../src/guide/parse/read-condition.ts'

/** A condition as an author would write it. */
function written(condition: Condition): unknown {
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'open':
      return { open: condition.question }
    case 'not':
      return { not: written(condition.of) }
    case 'is':
      return { [condition.question]: condition.values.length === 1 ? condition.values[0] : condition.values }
    default:
      return { [condition.kind]: condition.of.map(written) }
  }
}

const name = fc.constantFrom('age', 'tried', 'kidney-disease')
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constant<Condition>({ kind: 'always' }),
    fc.record({ kind: fc.constant('is' as const), question: name, values: fc.array(name, { minLength: 1 }) }),
    fc.record({ kind: fc.constant('open' as const), question: name }),
    fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('any'), { minLength: 1 }),
    }),
  ),
})).any

describe('a condition as authors write it', () => {
  it('reads as the condition that it says', () => {
    fc.assert(
      fc.property(condition, (original) => {
        const report = () => expect.unreachable()
        expect(readCondition(written(original), { open: true, report })).toEqual(original)
      }),
    )
  })

  it('is either read or reported, whatever data stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (data) => {
        let reports = 0
        const read = readCondition(data, { open: false, report: () => (reports += 1) })
        expect(read === undefined).toBe(reports > 0)
      }),
    )
  })
})
