import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers, Guide } from '../../src/core/model.ts'
import { guideBundle } from '../../src/fhir/guide-bundle.ts'
import { planBundle } from '../../src/fhir/plan-bundle.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { guideAndAnswers } from '../support/random-guide.ts'
import { VALIDATORS } from './validators.ts'

// biome-ignore lint/suspicious/noExplicitAny: faults are planted anywhere in a resource
type Any = any

const guide = facetJoint()
const ofGuide = (): Any => plain(guideBundle(guide, guide.options.slice(0, 2), 'patient'))
const plain = (bundle: object): Any => JSON.parse(JSON.stringify(bundle))

const PEOPLE = {
  'with options': {
    'warning-signs': ['none'],
    age: '65-or-over',
    'kidney-disease': 'yes',
    tried: ['heat', 'unsure'],
  },
  'with a warning sign': { 'warning-signs': ['fever'] },
  'who is out of scope': { 'warning-signs': ['none'], age: 'under-18' },
  'who answered nothing': {},
}
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const ofPlan = (who: keyof typeof PEOPLE = 'with options'): Any =>
  plain(planBundle(plan(guide, PEOPLE[who]), 'patient', hash))

const caughtBy = (bundle: object) =>
  Object.entries(VALIDATORS).flatMap(([name, validate]) => (validate(bundle).length > 0 ? [name] : []))

const resource = (bundle: Any, type: string): Any =>
  bundle.entry.find((entry: Any) => entry.resource.resourceType === type).resource
const item = (bundle: Any, id: string): Any =>
  resource(bundle, 'Questionnaire').item.find(({ linkId }: Any) => linkId === id)

describe.each(Object.entries(VALIDATORS))('by %s', (_, validate) => {
  it.each(['patient', 'clinician'] as const)(
    'the whole guide as FHIR is valid, for a %s',
    (reader) => {
      expect(validate(plain(guideBundle(guide, guide.options, reader)))).toEqual([])
    },
    180_000,
  )

  it.each(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])(
    'the plan of a person %s is valid',
    (who) => {
      expect(validate(ofPlan(who))).toEqual([])
    },
    180_000,
  )
})

/** FHIR has no empty list, object or text, and none of the validators says so. */
function emptyPlaces(value: unknown, place = 'Bundle'): readonly string[] {
  if (value === '') return [place]
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value)
  return inside.length === 0 ? [place] : inside.flatMap(([name, one]) => emptyPlaces(one, `${place}.${name}`))
}

function expectValid(guide: Guide, answers: Answers): void {
  const bundles = [
    guideBundle(guide, guide.options, 'clinician'),
    planBundle(plan(guide, answers), 'clinician', hash),
  ].map(plain)
  for (const bundle of bundles) {
    expect(emptyPlaces(bundle)).toEqual([])
    for (const validate of Object.values(VALIDATORS)) expect(validate(bundle)).toEqual([])
  }
}

it('any other guide is valid as FHIR too, and so is any plan of it', () => {
  fc.assert(
    fc.property(guideAndAnswers, ({ guide, answers }) => expectValid(guide, answers)),
    { numRuns: 15 },
  )
}, 180_000)

it('a guide without warning signs or limits is valid as FHIR', () => {
  expectValid({ ...guide, options: guide.options.slice(0, 2), warningSigns: [], outOfScope: [] }, {})
}, 180_000)

/** A fault, and which validators see it. */
const FAULTS: readonly (readonly [string, readonly string[], () => Any, (bundle: Any) => void])[] = [
  ['a Questionnaire without a status', ['fhir'], ofGuide, (b) => delete resource(b, 'Questionnaire').status],
  [
    'a status that there is not',
    ['fhir', 'schema'],
    ofGuide,
    (b) => Object.assign(resource(b, 'PlanDefinition'), { status: 'ready' }),
  ],
  [
    'a field that there is not',
    ['fhir', 'schema'],
    ofGuide,
    (b) => Object.assign(resource(b, 'PlanDefinition'), { rules: [] }),
  ],
  ['an item without a linkId', ['fhir'], ofGuide, (b) => delete item(b, 'age').linkId],
  [
    'two items with one linkId',
    ['invariants'],
    ofGuide,
    (b) => Object.assign(item(b, 'region'), { linkId: 'age' }),
  ],
  [
    'answers to a text that is only shown',
    ['invariants'],
    ofGuide,
    (b) => Object.assign(item(b, 'age'), { type: 'display' }),
  ],
  [
    'several enableWhen, not said how joined',
    ['invariants'],
    ofGuide,
    (b) => delete item(b, 'denervation-relief').enableBehavior,
  ],
  [
    'a test for existence with a code',
    ['invariants'],
    ofGuide,
    (b) => {
      const test = item(b, 'denervation-relief').enableWhen[1]
      delete test.answerBoolean
      test.answerCoding = { code: 'x' }
    },
  ],
  [
    'a date written as in a letter',
    ['schema'],
    ofGuide,
    (b) => Object.assign(resource(b, 'Questionnaire'), { date: '22 November 2026' }),
  ],
  [
    'a boolean as a text',
    ['fhir', 'schema'],
    ofGuide,
    (b) => Object.assign(item(b, 'age'), { repeats: 'no' }),
  ],
  [
    'an id with a space',
    ['schema'],
    ofGuide,
    (b) => Object.assign(resource(b, 'CodeSystem'), { id: 'plan status' }),
  ],
  [
    'a code that two concepts have',
    ['invariants'],
    ofGuide,
    (b) => resource(b, 'CodeSystem').concept.push(resource(b, 'CodeSystem').concept[0]),
  ],
  [
    'an extension with nothing in it',
    ['invariants'],
    ofGuide,
    (b) => delete item(b, 'age').extension[0].valueCodeableConcept,
  ],
  [
    'a condition without its kind',
    ['fhir'],
    ofGuide,
    (b) => delete resource(b, 'PlanDefinition').action[0].condition[0].kind,
  ],
  [
    'an expression in no language',
    ['fhir'],
    ofGuide,
    (b) => delete resource(b, 'PlanDefinition').action[0].condition[0].expression.language,
  ],
  [
    'two entries with one address',
    ['invariants'],
    ofGuide,
    (b) => Object.assign(b.entry[1], { fullUrl: b.entry[0].fullUrl }),
  ],
  ['a CarePlan without a subject', ['fhir', 'schema'], ofPlan, (b) => delete resource(b, 'CarePlan').subject],
  [
    'an activity that is and points to one',
    ['invariants'],
    ofPlan,
    (b) => Object.assign(resource(b, 'CarePlan').activity[0], { reference: { display: 'x' } }),
  ],
  [
    'a note without a text',
    ['fhir', 'invariants'],
    ofPlan,
    (b) => delete resource(b, 'CarePlan').note[0].text,
  ],
  [
    'an answer with two values',
    [],
    ofPlan,
    (b) => Object.assign(resource(b, 'QuestionnaireResponse').item[0].answer[0], { valueString: 'none' }),
  ],
  [
    'a GuidanceResponse of no module',
    ['fhir'],
    ofPlan,
    (b) => delete resource(b, 'GuidanceResponse').moduleCanonical,
  ],
  [
    'a reference to what is not in the Bundle',
    [],
    ofPlan,
    (b) => Object.assign(resource(b, 'GuidanceResponse'), { result: { reference: 'urn:uuid:0' } }),
  ],
]

describe('a fault that was planted', () => {
  it.each(FAULTS)(
    '%s is seen by %j',
    (_, validators, make, plant) => {
      const bundle = make()
      plant(bundle)
      expect(caughtBy(bundle)).toEqual(validators)
    },
    180_000,
  )
})
