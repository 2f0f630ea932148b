import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidingKey, guidelineBacking, isNextStep } from '../../../src/core/engine/order.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import type {
  Answers,
  Direction,
  PlannedOption,
  Recommendation,
  TreatmentOption,
} from '../../../src/core/model.ts'
import { guideOf, indication, is, many, option, rule, yesNo } from '../../support/build.ts'
import { fixtureOptions } from '../../support/fixture-options.ts'
import { guideAndAnswers } from '../../support/random-guide.ts'

/** The keys of the contract, section 4, written down once more: a list of numbers, the lower comes first. */
function writtenKeys({ option, status, fits, meets, conflicts }: PlannedOption): readonly number[] {
  const directions = option.recommendations.map(({ direction }) => direction)
  const isFor = directions.includes('for')
  const isAgainst = directions.includes('against')
  const isMixed = directions.includes('only-if') || (isFor && isAgainst)
  return [
    fits.length > 0 && ['suitable', 'caution', 'check-first'].includes(status) && conflicts.length === 0
      ? 0
      : 1,
    ['suitable', 'caution', 'check-first', 'not-now', 'avoid', 'not-relevant'].indexOf(status),
    option.purpose === 'find-out' ? 0 : 1,
    -meets.length,
    isMixed ? 1 : isFor ? 0 : isAgainst ? 3 : 2,
    option.benefitNoticed === 'yes' ? 0 : option.benefitNoticed === 'smaller' ? 1 : 2,
    ['high', 'moderate', 'low', 'very-low'].indexOf(option.certainty),
    ['none', 'touch', 'medicine', 'needle', 'ablation', 'surgery'].indexOf(option.invasiveness),
  ]
}

const KEYS = [
  'next-step',
  'status',
  'find-out',
  'wishes',
  'guidelines',
  'benefit-noticed',
  'certainty',
  'invasiveness',
] as const

describe('the order of a plan', () => {
  it('is the written order of the contract, for any guide and any answers', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide, answers }) => {
        const { options } = plan(guide, answers)
        for (const [at, below] of options.entries()) {
          const above = options[at - 1]
          expect(below.rank).toBe(at + 1)
          if (above === undefined) continue
          const upper = writtenKeys(above)
          const lower = writtenKeys(below)
          const first = upper.findIndex((key, index) => key !== lower[index])
          if (first >= 0) expect(upper[first]).toBeLessThan(lower[first] ?? 0)
          else expect(guide.options.indexOf(above.option)).toBeLessThan(guide.options.indexOf(below.option))
          expect(decidingKey(above, below)).toBe(first < 0 ? 'guide-order' : KEYS[first])
        }
      }),
      { numRuns: 500 },
    )
  })

  const questions = [
    yesNo('bad-back'),
    yesNo('kidney'),
    many('wishes', [], {
      role: 'preference',
      answers: [
        { id: 'none', label: 'none' },
        { id: 'no-needle', label: 'no needle', avoids: 'needle' },
        { id: 'quick', label: 'quick', seeks: 'quick-relief' },
        { id: 'cheap', label: 'cheap', seeks: 'low-cost' },
      ],
    }),
  ]
  const settled = { 'bad-back': 'yes', kidney: 'no', wishes: ['none'] }
  const fitsBadBack = indication('bad-back', is('bad-back', 'yes'))
  const caution = rule('always', { kind: 'always' }, 'caution')
  const later = rule('later', { kind: 'always' }, 'not-now')
  const says = (...directions: readonly Direction[]) =>
    directions.map((direction) => ({ ...fixtureOptions[0]?.recommendations[0], direction }) as Recommendation)
  type Fields = Partial<TreatmentOption>
  const plain: Fields = { recommendations: [], certainty: 'low', invasiveness: 'touch' }

  it.each<[string, Fields, Fields, Answers]>([
    [
      'an indication that applies, even with a stricter status',
      { indications: [fitsBadBack], rules: [caution] },
      {},
      {},
    ],
    ['a milder status', {}, { rules: [caution] }, {}],
    [
      'a milder status, where the indication belongs to an option that is out',
      { rules: [caution] },
      { indications: [fitsBadBack], rules: [later] },
      {},
    ],
    [
      'guideline backing, where the indicated option goes against a wish',
      { recommendations: says('for') },
      { indications: [fitsBadBack], features: ['needle'] },
      { wishes: ['no-needle'] },
    ],
    [
      'what finds out before treating',
      { purpose: 'find-out' },
      { features: ['quick-relief'] },
      { wishes: ['quick'] },
    ],
    [
      'what meets a wish',
      { features: ['quick-relief'] },
      { recommendations: says('for') },
      { wishes: ['quick'] },
    ],
    [
      'what meets more wishes',
      { features: ['quick-relief', 'low-cost'] },
      { features: ['low-cost'], recommendations: says('for') },
      { wishes: ['quick', 'cheap'] },
    ],
    [
      'guidelines for, before mixed',
      { recommendations: says('for') },
      { recommendations: says('for', 'against') },
      {},
    ],
    ['guidelines mixed, before silent', { recommendations: says('only-if') }, { recommendations: [] }, {}],
    [
      'guidelines silent, before against',
      {},
      { recommendations: says('against'), benefitNoticed: 'yes' },
      {},
    ],
    [
      'a benefit that people notice',
      { benefitNoticed: 'yes' },
      { benefitNoticed: 'smaller', certainty: 'high' },
      {},
    ],
    [
      'a smaller benefit, before one that is not known',
      { benefitNoticed: 'smaller' },
      { certainty: 'high' },
      {},
    ],
    ['more certain evidence', { certainty: 'high', invasiveness: 'surgery' }, {}, {}],
    ['what is less invasive', { invasiveness: 'none' }, {}, {}],
  ])('puts first %s', (_title, first, second, answers) => {
    const optionWith = ({ rules = [], ...fields }: Fields, id: string) =>
      option(id, rules, { ...plain, ...fields })
    const guide = guideOf(questions, [optionWith(second, 'second'), optionWith(first, 'first')])
    const { options } = plan(guide, { ...settled, ...answers })
    expect(options.map(({ option: { id } }) => id)).toEqual(['first', 'second'])
  })

  it('keeps the order of the guide where no key differs', () => {
    const guide = guideOf(questions, [option('b', []), option('a', [])])
    expect(plan(guide, settled).options.map(({ option: { id } }) => id)).toEqual(['b', 'a'])
  })

  it.each<[readonly Direction[], string]>([
    [[], 'silent'],
    [['no-position'], 'silent'],
    [['for', 'no-position'], 'for'],
    [['only-if'], 'mixed'],
    [['for', 'only-if'], 'mixed'],
    [['against', 'for'], 'mixed'],
    [['against', 'against'], 'against'],
  ])('reads guidelines that say %j as %s', (directions, backing) => {
    expect(guidelineBacking(says(...directions))).toBe(backing)
  })
})

describe('what speaks for an option', () => {
  it('never changes a status, a reason or what is asked', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide, answers }) => {
        const judged = (options: readonly TreatmentOption[]) =>
          new Map(
            plan({ ...guide, options }, answers).options.map(({ option: { id }, status, reasons, ask }) => [
              id,
              { status, reasons, ask },
            ]),
          )
        const without = guide.options.map(({ indications: _, ...rest }) => rest)
        expect(judged(guide.options)).toEqual(judged(without))
      }),
      { numRuns: 300 },
    )
  })

  it('applies only when it is known to be true', () => {
    const fits = indication('bad-back', is('bad-back', 'yes'))
    const guide = guideOf([yesNo('bad-back')], [option('o', [], { indications: [fits] })])
    const fitting = (answers: Answers) =>
      plan(guide, answers).options.map((planned) => [planned.fits, isNextStep(planned)])
    expect(fitting({ 'bad-back': 'yes' })).toEqual([
      [[{ indication: fits, answers: { 'bad-back': 'yes' } }], true],
    ])
    expect(fitting({ 'bad-back': 'no' })).toEqual([[[], false]])
    expect(fitting({ 'bad-back': 'unsure' })).toEqual([[[], false]])
    expect(fitting({})).toEqual([[[], false]])
  })
})
