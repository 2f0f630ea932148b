import { describe, expect, it } from 'vitest'
import { type Condition, STATUSES, type Status } from '../../../src/core/model.ts'
import { prove } from '../../../src/core/prove/prove.ts'
import { guideOf, is, option, rule, yesNo } from '../../support/build.ts'
import { facetJoint } from '../../support/compiled-guides.ts'
import { place } from '../../support/fixture-options.ts'
import { countFates, type Mutant, mutate, mutateGates } from '../../support/mutate.ts'

describe('what becomes of a fault in a rule', () => {
  const kidney = rule('kidney', is('kidney', 'yes'), 'avoid')
  const mild = rule('mild', is('kidney', 'yes'), 'caution')
  const property = {
    id: 'kidney',
    says: 'Avoided with kidney disease.',
    place,
    kind: 'status',
    options: ['tablets'],
    when: is('kidney', 'yes'),
    only: ['avoid', 'not-now'],
  } as const
  const fates = (rules: readonly (typeof kidney)[], properties: readonly (typeof property)[]) =>
    mutate(guideOf([yesNo('kidney')], [option('tablets', rules)], { properties })).map(
      ({ rule: { id }, mutation, fate, weaker }) => ({ id, mutation, fate, weaker }),
    )

  it('a property notices what weakens the rule, and lets pass what it allows', () => {
    expect(fates([kidney], [property])).toEqual([
      { id: 'kidney', mutation: 'dropped', fate: 'property', weaker: true },
      { id: 'kidney', mutation: 'negated', fate: 'property', weaker: true },
      { id: 'kidney', mutation: { status: 'caution' }, fate: 'property', weaker: true },
      { id: 'kidney', mutation: { status: 'check-first' }, fate: 'property', weaker: true },
      { id: 'kidney', mutation: { status: 'not-now' }, fate: 'survives', weaker: true },
    ])
  })

  it('without a property a fault survives unless a check of every guide notices it', () => {
    const [dropped, negated] = fates([kidney], [])
    expect(dropped).toMatchObject({ fate: 'survives' })
    expect(negated).toMatchObject({ fate: 'survives' })
  })

  it('a fault in a rule that never decided is equivalent', () => {
    expect(fates([kidney, mild], [property]).find(({ id }) => id === 'mild')).toMatchObject({
      mutation: 'dropped',
      fate: 'equivalent',
      weaker: false,
    })
  })
})

const guide = facetJoint()
const mutants = mutate(guide)
const withFeature = (...features: readonly string[]) =>
  guide.options
    .filter((candidate) => candidate.features.some((feature) => features.includes(feature)))
    .map(({ id }) => id)

type Spoken = {
  readonly says: string
  readonly options: readonly string[]
  readonly question: string
  readonly value: string
  readonly allowed: readonly Status[]
}

/** The contract's own words (section 5), written down a second time: what the guide's YAML says is not asked here. */
const SPOKEN: readonly Spoken[] = [
  ...['substance-use', 'sedatives', 'breathing-problems'].map((question) => ({
    says: `2. opioids are avoided with ${question}`,
    options: ['opioids'],
    question,
    value: 'yes',
    allowed: ['avoid'] as const,
  })),
  ...['kidney-disease', 'stomach-bleed', 'nsaid-reaction', 'pregnancy'].map((question) => ({
    says: `3. NSAIDs are avoided with ${question}`,
    options: ['nsaids'],
    question,
    value: 'yes',
    allowed: ['avoid'] as const,
  })),
  {
    says: '3. NSAIDs are avoided with an anticoagulant',
    options: ['nsaids'],
    question: 'blood-thinners',
    value: 'anticoagulant',
    allowed: ['avoid'],
  },
  {
    says: '4. what passes a needle or cuts waits during an infection',
    options: withFeature('needle', 'surgery'),
    question: 'infection-or-immune',
    value: 'active-infection',
    allowed: ['not-now', 'avoid'],
  },
  {
    says: '5. denervation is more than checked first only after a positive block',
    options: ['radiofrequency-denervation'],
    question: 'diagnostic-block',
    value: 'positive',
    allowed: ['check-first', 'not-now', 'avoid', 'not-relevant'],
  },
  {
    says: '5. denervation is more than checked first only after a positive block',
    options: ['radiofrequency-denervation'],
    question: 'diagnostic-block',
    value: 'negative',
    allowed: ['check-first', 'not-now', 'avoid', 'not-relevant'],
  },
  {
    says: '6. surgery waits for physical therapy',
    options: ['facet-rhizotomy', 'facet-fusion'],
    question: 'tried',
    value: 'physical-therapy',
    allowed: ['not-now', 'avoid'],
  },
  {
    says: '7. chiropractic is avoided with thin bones',
    options: ['chiropractic'],
    question: 'osteoporosis',
    value: 'yes',
    allowed: ['avoid'],
  },
  {
    says: '8. X-ray guided options wait in pregnancy',
    options: withFeature('x-ray'),
    question: 'pregnancy',
    value: 'yes',
    allowed: ['not-now', 'avoid'],
  },
  {
    says: '9. stopping smoking is for smokers',
    options: ['stop-smoking'],
    question: 'smoking',
    value: 'no',
    allowed: ['not-relevant'],
  },
  {
    says: '9. weight loss is for a BMI from 30',
    options: ['weight-loss'],
    question: 'weight',
    value: 'bmi-under-30',
    allowed: ['not-relevant'],
  },
]

/** Whether a rule asks for this answer, under a `not` or not. */
function names(condition: Condition, question: string, value: string): boolean {
  if (condition.kind === 'is') return condition.question === question && condition.values.includes(value)
  if (condition.kind === 'not') return names(condition.of, question, value)
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.some((part) => names(part, question, value))
  return false
}

/** The rules that carry a sentence of the contract, with the faults that break it. */
function faultsAgainst({ options, question, value, allowed }: Spoken): readonly Mutant[] {
  return mutants.filter(
    ({ option: id, rule: mutated, mutation }) =>
      options.includes(id) &&
      allowed.includes(mutated.status) &&
      names(mutated.when, question, value) &&
      (typeof mutation === 'string' || !allowed.includes(mutation.status)),
  )
}

const named = ({ option: id, rule: mutated, mutation }: Mutant) =>
  `${id} ${mutated.id} ${typeof mutation === 'string' ? mutation : mutation.status}`

describe('the facet-joint guide', () => {
  it('is proved: every property holds for every combination of answers, and nothing else is wrong', () => {
    const { properties, universal, findings } = prove(guide)
    expect(findings).toEqual([])
    expect(properties.length).toBeGreaterThan(10)
    expect([...properties, ...universal].every(({ verdict }) => verdict === 'holds')).toBe(true)
  })

  it.each(SPOKEN)('notices every fault in a rule that the contract speaks of: $says ($value)', (spoken) => {
    const faults = faultsAgainst(spoken)
    for (const id of spoken.options) expect(faults.map((fault) => fault.option)).toContain(id)
    expect(faults.filter(({ fate }) => fate !== 'property').map(named)).toEqual([])
  })

  it('10. notices a missing "tried" rule of every option that could be suitable without it', () => {
    const breaks = guide.options.filter((candidate) => {
      const rules = candidate.rules.filter(({ when }) => !names(when, 'tried', candidate.id))
      const property = {
        id: 'tried',
        says: 'What was tried is never suitable.',
        place,
        kind: 'status',
        options: [candidate.id],
        when: is('tried', candidate.id),
        only: STATUSES.slice(1),
      } as const
      const { findings } = prove({ ...guide, options: [{ ...candidate, rules }], properties: [property] })
      return findings.some(({ code }) => code === 'property-status')
    })
    const missed = mutants.filter(
      ({ option: id, rule: mutated, mutation, fate }) =>
        names(mutated.when, 'tried', id) &&
        mutation === 'dropped' &&
        fate !== 'property' &&
        breaks.some((broken) => broken.id === id),
    )
    expect(breaks.length).toBeGreaterThan(5)
    expect(missed.map(named)).toEqual([])
  })

  it('1. notices a warning sign or a limit that is left out or turned around', () => {
    expect(mutateGates(guide).filter(({ fate }) => fate !== 'property')).toEqual([])
  })

  it('has no rule that could be left out or turned around without any status changing', () => {
    const idle = mutants.filter(({ fate, mutation }) => fate === 'equivalent' && typeof mutation === 'string')
    expect(idle.map(named)).toEqual([])
  })

  it('lets no fault in any rule pass: dropped, turned round, weakened or made stricter than its reason', () => {
    const { property, check, equivalent, survives } = countFates(mutants)
    expect(mutants.filter(({ fate }) => fate === 'survives').map(named)).toEqual([])
    expect(property + check + equivalent + survives).toBe(mutants.length)
    expect(mutants.length).toBeGreaterThan(700)
  })
})
