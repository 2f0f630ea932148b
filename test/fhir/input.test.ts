import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionnaireResponse } from '../../src/fhir/questionnaire-response.ts'
import { checkAnswers } from '../../src/guide/answers/check-answers.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const guide = facetJoint()
const folder = mkdtempSync(join(tmpdir(), 'nextline-fhir-input-'))
const people = fc
  .sample(anyAnswers(guide), { numRuns: 12, seed: 15 })
  .map((answers) => checkAnswers(answers, guide).answers)

function fileOf(name: string, ...data: readonly unknown[]): string {
  const file = join(folder, name)
  writeFileSync(file, data.map((one) => JSON.stringify(one)).join('\n'))
  return file
}

const yesTo = (linkId: string) => ({ linkId, answer: [{ valueBoolean: true }] })
const response = (...item: readonly object[]) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item,
})

describe('a QuestionnaireResponse with --answers', () => {
  it('gives the plan that the same answers give', async () => {
    for (const answers of people.slice(0, 4)) {
      const file = fileOf('response.json', questionnaireResponse(guide, answers, 'patient'))
      const fromFhir = await run(['plan', '--json', '--answers', file])
      const fromAnswers = await run(['plan', '--json', '--answers', fileOf('answers.json', answers)])
      expect(fromFhir).toEqual(fromAnswers)
    }
  })

  it('loses to --set, as any file does', async () => {
    const file = fileOf('response.json', response(yesTo('kidney-disease')))
    const { out } = await run(['plan', '--json', '--answers', file, '--set', 'kidney-disease=no'])
    expect(JSON.parse(out).answers).toEqual({ 'kidney-disease': 'no' })
  })

  it('is read from the plan that was exported, and the plan of that is the same', async () => {
    const file = join(folder, 'plan.json')
    const set = ['--set', 'warning-signs=none', '--set', 'age=72', '--set', 'kidney-disease=unsure']
    await run(['export', '--format', 'fhir', '--out', file, '--force', ...set])
    const again = await run(['export', '--format', 'fhir', '--answers', file])
    const first = await run(['export', '--format', 'fhir', ...set])
    expect(again.out).toBe(first.out)
  })

  it('names on stderr what it did not understand, and goes on', async () => {
    const { code, out, err } = await run(['plan', '--json', '--answers', '-'], {
      stdin: JSON.stringify(response(yesTo('kidney-disease'), yesTo('gluten'))),
    })
    expect(code).toBe(0)
    expect(JSON.parse(out).answers).toEqual({ 'kidney-disease': 'yes' })
    expect(err).toContain(
      'standard input: not understood, and left out: "gluten" is no question of this guide.',
    )
  })

  it('with a wrong answer is refused', async () => {
    const item = {
      linkId: 'warning-signs',
      answer: [{ valueCoding: { code: 'none' } }, { valueCoding: { code: 'fever' } }],
    }
    const { code, out, err } = await run(['plan', '--answers', fileOf('wrong.json', response(item))])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('warning-signs: "none" stands alone, without fever')
  })
})

describe('QuestionnaireResponses in a batch', () => {
  const batch = async (...lines: readonly unknown[]) => {
    const { code, out } = await run(['plan', '--batch', fileOf('people.ndjson', ...lines)])
    const plans = out.trimEnd().split('\n')
    return { code, plans: plans.map((line) => JSON.parse(line)) }
  }

  it('give the plans that the same answers give', async () => {
    const responses = people.map((answers) => questionnaireResponse(guide, answers, 'patient'))
    expect(await batch(...responses)).toEqual(await batch(...people))
  })

  it('say in their line what was not understood, with --full too', async () => {
    const line = response(yesTo('kidney-disease'), yesTo('gluten'))
    for (const flags of [[], ['--full']]) {
      const { out } = await run(['plan', '--batch', '-', ...flags], { stdin: JSON.stringify(line) })
      expect(JSON.parse(out).notUnderstood).toEqual(['"gluten" is no question of this guide'])
    }
  })

  it('with a wrong answer, and FHIR that is no response, give an error in their place', async () => {
    const wrong = response({ linkId: 'age', answer: [{ valueBoolean: true }] })
    const { code, plans } = await batch(wrong, { resourceType: 'Patient' }, response())
    expect(code).toBe(1)
    expect(plans.map(({ schema }) => schema)).toEqual([
      'nextline/error@1',
      'nextline/error@1',
      'nextline/brief@1',
    ])
    expect(plans[1].error).toBe('this is a FHIR Patient, not answers')
  })
})

describe('FHIR where none is read is named', () => {
  const patient = () => fileOf('patient.json', { resourceType: 'Patient' })

  it.each([
    ['plan --answers', ['plan', '--answers'], 'is a FHIR Patient, not answers'],
    ['plan --guide', ['plan', '--set', 'age=72', '--guide'], 'is a FHIR Patient, not a guide'],
    ['replay', ['replay'], 'is a FHIR Patient, not a record'],
    ['check', ['check'], 'is a FHIR Patient, not the folder of a guide'],
    ['diff', ['diff', 'facet-joint'], 'is a FHIR Patient, not a guide'],
    ['summary', ['summary'], 'is a FHIR Patient, not what'],
  ])('%s', async (_, words, message) => {
    const { code, err } = await run([...words, patient()])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('a whole guide as FHIR, which is larger than any answers', async () => {
    const file = join(folder, 'guide.json')
    await run(['export', '--format', 'fhir', '--out', file, '--force'])
    const { code, err } = await run(['plan', '--answers', file])
    expect(code).toBe(2)
    expect(err).toContain('is a FHIR Bundle, not answers')
  })

  it('FHIR as XML', async () => {
    const stdin = '<QuestionnaireResponse xmlns="http://hl7.org/fhir"></QuestionnaireResponse>'
    const { code, err } = await run(['plan', '--answers', '-'], { stdin })
    expect(code).toBe(2)
    expect(err).toContain('Give the FHIR resource as JSON.')
  })
})
