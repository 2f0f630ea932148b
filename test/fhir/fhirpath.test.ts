import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers, Guide } from '../../src/core/model.ts'
import { planDefinition } from '../../src/fhir/plan-definition.ts'
import { questionnaireResponse } from '../../src/fhir/questionnaire-response.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { guideAndAnswers } from '../support/random-guide.ts'
import { type Action, type Applied, applyPlanDefinition } from './fhirpath-plan.ts'
import { people } from './people.ts'

/** What the engine says, in the same form. */
function judged(guide: Guide, answers: Answers): Applied {
  const { outcome, urgent, options } = plan(guide, answers)
  const inOrder = guide.options.flatMap(({ id }) => options.filter(({ option }) => option.id === id))
  return {
    outcome,
    signs: urgent.map(({ sign }) => sign.id),
    statuses: new Map(inOrder.map(({ option, status }) => [option.id, [status]])),
    indications: new Map(
      inOrder.map(({ option, fits }) => [option.id, fits.map(({ indication }) => indication.id)]),
    ),
  }
}

const actionsOf = (guide: Guide) =>
  (planDefinition(guide, guide.options) as unknown as { readonly action: readonly Action[] }).action

const applied = (guide: Guide, actions: readonly Action[], answers: Answers) =>
  applyPlanDefinition(actions, questionnaireResponse(guide, answers, 'patient'))

describe('the exported PlanDefinition, applied by fhirpath.js', () => {
  // More people by hand: FHIR_PEOPLE=2000 npx vitest run test/fhir/fhirpath.test.ts
  const count = Number(process.env['FHIR_PEOPLE'] ?? 12)

  it('gives each person of any answers the outcome, statuses and indications that the engine gives', () => {
    const guide = facetJoint()
    const actions = actionsOf(guide)
    let statuses = 0
    fc.assert(
      fc.property(people(guide), (answers) => {
        const found = applied(guide, actions, answers)
        expect(found).toEqual(judged(guide, answers))
        statuses += found.statuses.size
      }),
      { numRuns: count },
    )
    if (count > 50) process.stdout.write(`${count} people, ${statuses} statuses, none different\n`)
  }, 3_600_000)

  it('gives the same in any guide: with "ask when", "not", open answers and every kind of status', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide, answers }) => {
        expect(applied(guide, actionsOf(guide), answers)).toEqual(judged(guide, answers))
      }),
      { numRuns: 150 },
    )
  }, 180_000)
})
