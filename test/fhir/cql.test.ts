import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { cqlJudge } from './cql.ts'
import { people } from './people.ts'

// More people by hand: FHIR_PEOPLE=100 npx vitest run test/fhir/cql.test.ts
const count = Number(process.env['FHIR_PEOPLE'] ?? 8)

describe('the rules in CQL, by cql-execution', () => {
  it('give each person the outcome and the statuses that the engine gives', async () => {
    const guide = facetJoint()
    const judge = cqlJudge(guide)
    let same = 0
    await fc.assert(
      fc.asyncProperty(people(guide), async (answers) => {
        const { outcome, options } = plan(guide, answers)
        const { urgent, 'out-of-scope': outside, ...statuses } = await judge(answers)
        expect(urgent ? 'urgent' : outside ? 'out-of-scope' : 'options').toBe(outcome)
        if (outcome !== 'options') return
        const found = Object.keys(statuses).filter((name) => statuses[name] === true)
        expect(found.sort()).toEqual(options.map(({ option, status }) => `${option.id}/${status}`).sort())
        same += options.length
      }),
      { numRuns: count },
    )
    if (count > 50) process.stdout.write(`${count} people, ${same} statuses, none different\n`)
  }, 3_600_000)
})
