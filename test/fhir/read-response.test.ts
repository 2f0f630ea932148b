import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import { planBundle } from '../../src/fhir/plan-bundle.ts'
import { questionnaireResponse } from '../../src/fhir/questionnaire-response.ts'
import { answersFromQuestionnaireResponse, type ResponseAnswers } from '../../src/fhir/read-response.ts'
import { checkAnswers } from '../../src/guide/answers/check-answers.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'

const guide = facetJoint()
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
const SYSTEM = 'https://nextline.example/fhir/CodeSystem/facet-joint.answers.'

const response = (item: readonly object[], own: object = {}) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  ...own,
  item,
})
const answered = (linkId: string, ...answer: readonly object[]) => ({ linkId, answer })
const coded = (linkId: string, ...codes: readonly string[]) =>
  answered(linkId, ...codes.map((code) => ({ valueCoding: { system: `${SYSTEM}${linkId}`, code } })))

function read(data: unknown): ResponseAnswers {
  const found = answersFromQuestionnaireResponse(data, guide)
  if (found === undefined) throw new Error('no QuestionnaireResponse')
  return found
}

describe('answers from a QuestionnaireResponse', () => {
  it('are those that were exported', () => {
    fc.assert(
      fc.property(anyAnswers(guide), (given) => {
        const { answers } = checkAnswers(given, guide)
        const found = read(questionnaireResponse(guide, answers, 'patient'))
        expect(found).toEqual({ answers, readAs: [], notUnderstood: [], faults: [] })
      }),
    )
  })

  it('are found in a plan that was exported', () => {
    const answers = { 'warning-signs': ['none'], age: '18-64', 'kidney-disease': 'unsure' }
    const bundle = planBundle(plan(guide, answers), 'patient', () => '0'.repeat(64))
    expect(read(bundle).answers).toEqual(answers)
  })

  it('are read from groups, and from items inside answers', () => {
    const inside = { linkId: 'age', answer: [{ valueString: '72', item: [coded('kidney-disease', 'yes')] }] }
    const { answers } = read(response([{ linkId: 'group', item: [{ linkId: 'deeper', item: [inside] }] }]))
    expect(answers).toEqual({ age: '65-or-over', 'kidney-disease': 'yes' })
  })

  it('are joined where an item of several answers stands twice', () => {
    const { answers } = read(response([coded('tried', 'nsaids'), coded('tried', 'heat')]))
    expect(answers).toEqual({ tried: ['nsaids', 'heat'] })
  })

  it.each([
    ['a text', { valueString: 'Yes' }, 'yes'],
    ['a boolean', { valueBoolean: false }, 'no'],
    [
      'a code of another publisher of the form',
      {
        valueCoding: { system: 'https://hospital.example/x/facet-joint.answers.kidney-disease', code: 'yes' },
      },
      'yes',
    ],
    ['a code without a system', { valueCoding: { code: 'no' } }, 'no'],
    ['HL7: asked, but not known', { valueCoding: { system: ABSENT, code: 'asked-unknown' } }, 'unsure'],
    ['HL7: declined', { valueCoding: { system: ABSENT, code: 'asked-declined' } }, 'unsure'],
    [
      'no value at all, with HL7’s reason',
      {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
        ],
      },
      'unsure',
    ],
    [
      'no value, with HL7’s reason',
      {
        _valueString: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
          ],
        },
      },
      'unsure',
    ],
  ])('%s is understood', (_, answer, meant) => {
    expect(read(response([answered('kidney-disease', answer)])).answers).toEqual({ 'kidney-disease': meant })
  })

  it('a number is read as the range that it is in, and that is said', () => {
    const { answers, readAs } = read(response([answered('age', { valueInteger: 72 })]))
    expect(answers).toEqual({ age: '65-or-over' })
    expect(readAs).toMatchObject([{ question: 'age', written: '72', answer: '65-or-over' }])
  })

  it('an item without an answer leaves the question open', () => {
    expect(read(response([{ linkId: 'age' }, { linkId: 'pregnancy', answer: [] }])).answers).toEqual({})
    expect(read({ resourceType: 'QuestionnaireResponse', status: 'completed' }).answers).toEqual({})
  })

  it('what is no question of the guide is named, once, and the rest is read', () => {
    const found = read(response([coded('dob', '1'), coded('dob', '2'), coded('age', '18-64')]))
    expect(found.answers).toEqual({ age: '18-64' })
    expect(found.notUnderstood).toEqual(['"dob" is no question of this guide'])
    expect(found.faults).toEqual([])
  })

  it.each([
    ['https://other.example/Questionnaire/knee', 1],
    ['https://nextline.example/fhir/Questionnaire/facet-joint|0.9.0', 1],
    ['https://nextline.example/fhir/Questionnaire/facet-joint|1.0.0', 0],
    ['https://hospital.example/Questionnaire/facet-joint', 0],
  ])('a response to %s has %i thing to say about it', (questionnaire, things) => {
    expect(read(response([], { questionnaire })).notUnderstood).toHaveLength(things)
  })

  it.each([
    ['"none" beside a warning sign', coded('warning-signs', 'none', 'fever'), 'stands alone'],
    ['two answers to a question that takes one', coded('age', '18-64', '65-or-over'), 'takes one answer'],
    ['an answer that the question does not have', coded('kidney-disease', 'maybe'), 'is not an answer'],
    [
      'a code of another system',
      answered('kidney-disease', { valueCoding: { system: 'http://snomed.info/sct', code: 'yes' } }),
      'not of this question',
    ],
    ['a kind of value that is no answer', answered('age', { valueDate: '1950-01-01' }), 'valueDate'],
    [
      'two values in one answer',
      answered('age', { valueInteger: 72, valueString: '72' }),
      'one value is meant',
    ],
    ['an answer that is a text', { linkId: 'age', answer: ['72'] }, 'no object'],
    ['an answer without an id of its question', { answer: [{ valueInteger: 72 }] }, 'no linkId'],
  ])('%s is refused in words', (_, item, words) => {
    const { faults } = read(response([item]))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(words)
  })

  it('a response that was entered in error is refused', () => {
    const { faults } = read(response([coded('age', '18-64')], { status: 'entered-in-error' }))
    expect(faults).toEqual(['it is marked as entered in error'])
  })

  it.each([
    [{ resourceType: 'Patient' }],
    [{ resourceType: 'Bundle', entry: [] }],
    [{ resourceType: 'Bundle', entry: [{ resource: response([]) }, { resource: response([]) }] }],
    [{ age: '18-64' }],
    [null],
    [[]],
  ])('%j holds no one person’s response', (data) => {
    expect(answersFromQuestionnaireResponse(data, guide)).toBeUndefined()
  })

  it('survives any JSON in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (item, answer) => {
        expect(() => read({ ...response([]), item })).not.toThrow()
        expect(() =>
          read(
            response([
              { linkId: 'age', answer },
              { linkId: '__proto__', answer: [answer] },
            ]),
          ),
        ).not.toThrow()
      }),
    )
  })
})
