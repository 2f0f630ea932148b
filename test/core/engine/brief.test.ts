import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefWriter } from '../../../src/core/engine/brief.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Answers, Guide } from '../../../src/core/model.ts'
import { planJson } from '../../../src/view/json/plan-json.ts'
import { anyAnswers } from '../../support/answers.ts'
import { facetJoint } from '../../support/compiled-guides.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { guideAndAnswers } from '../../support/random-guide.ts'

/** A brief plan as it would be cut from a whole one. */
function cut(guide: Guide, answers: Answers) {
  const whole = plan(guide, answers)
  return {
    outcome: whole.outcome,
    urgent: whole.urgent.map(({ sign }) => sign.id),
    options: whole.options.map(({ option, status, reasons, ask }) => ({
      id: option.id,
      status,
      rules: reasons.flatMap((reason) => (reason.code === 'rule' ? [reason.rule.id] : [])),
      ask,
    })),
  }
}

/** The same from a plan as JSON. */
function cutJson(json: {
  readonly outcome: string
  readonly urgent: readonly { readonly sign: string }[]
  readonly options: readonly {
    readonly id: string
    readonly status: string
    readonly reasons: readonly { readonly rule?: string }[]
    readonly ask: readonly string[]
  }[]
}) {
  return {
    outcome: json.outcome,
    urgent: json.urgent.map(({ sign }) => sign),
    options: json.options.map(({ id, status, reasons, ask }) => ({
      id,
      status,
      rules: reasons.flatMap(({ rule }) => rule ?? []),
      ask,
    })),
  }
}

const guide = facetJoint()

describe('a brief plan', () => {
  it('says what the whole plan and its JSON say, for any answers to the facet-joint guide', () => {
    const write = briefWriter(guide)
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const brief = JSON.parse(`{${write(answers)}}`)
        expect(brief).toEqual(cut(guide, answers))
        expect(brief).toEqual(cutJson(JSON.parse(JSON.stringify(planJson(plan(guide, answers))))))
      }),
      { numRuns: 150 },
    )
  })

  it('says what the whole plan says, in its order, for any guide', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide, answers }) => {
        expect(JSON.parse(`{${briefWriter(guide)(answers)}}`)).toEqual(cut(guide, answers))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['an unknown question', { colour: 'red' }],
    ['an answer that is not the question’s own', { 'kidney-disease': 'perhaps' }],
    ['"none" beside another answer', { tried: ['none', 'nsaids'] }],
    ['two answers to a question that takes one', { 'kidney-disease': ['no', 'yes'] }],
    ['an empty list', { tried: [] }],
    ['a list instead of answers', []],
    ['nothing', null],
  ])('is refused for %s', (_title, answers) => {
    expect(briefWriter(fixtureGuide)(answers)).toBeUndefined()
  })
})
