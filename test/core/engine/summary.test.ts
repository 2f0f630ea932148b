import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNextStep } from '../../../src/core/engine/order.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import { type Counts, createCounter } from '../../../src/core/engine/summary.ts'
import type { Answers, Guide } from '../../../src/core/model.ts'
import { anyAnswers } from '../../support/answers.ts'
import { fixtureGuide, healthy } from '../../support/fixture-guide.ts'
import { smallGuide } from '../../support/random-guide.ts'

/** The same counts from one plan after the other. */
function countPlans(guide: Guide, people: readonly Answers[]): Counts {
  const plans = people.map((answers) => plan(guide, answers))
  const options = Object.fromEntries(
    guide.options.map(({ id }) => {
      const planned = plans.flatMap((whole) => whole.options).filter(({ option }) => option.id === id)
      const names = planned.flatMap((option) => [option.status, ...(isNextStep(option) ? ['next-step'] : [])])
      return [id, tally(names)]
    }),
  )
  return {
    people: people.length,
    outcomes: { urgent: 0, 'out-of-scope': 0, options: 0, ...tally(plans.map(({ outcome }) => outcome)) },
    options,
    open: tally(plans.flatMap((whole) => [...new Set(whole.options.flatMap(({ ask }) => ask))])),
  }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

describe('counting a register', () => {
  it('gives what counting the plans gives, for any guide and any people', () => {
    const registers = smallGuide.chain((guide) =>
      fc.array(anyAnswers(guide), { maxLength: 20 }).map((people) => ({ guide, people })),
    )
    fc.assert(
      fc.property(registers, ({ guide, people }) => {
        const counter = createCounter(guide)
        for (const answers of people) expect(counter.add(answers)).toBe(true)
        expect(counter.counts()).toEqual(countPlans(guide, people))
      }),
      { numRuns: 100 },
    )
  })

  it('counts nobody whose answers are not well formed', () => {
    const counter = createCounter(fixtureGuide)
    expect(counter.add({ ...healthy, colour: 'red' })).toBe(false)
    expect(counter.counts().people).toBe(0)
  })

  it('keeps two counters of one guide apart', () => {
    const first = createCounter(fixtureGuide)
    const second = createCounter(fixtureGuide)
    first.add(healthy)
    second.add({ ...healthy, age: 'under-18' })
    expect(first.counts().outcomes).toEqual({ urgent: 0, 'out-of-scope': 0, options: 1 })
    expect(second.counts().outcomes).toEqual({ urgent: 0, 'out-of-scope': 1, options: 0 })
  })
})
