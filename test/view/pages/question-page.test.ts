import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/core/model.ts'
import { questionTexts, rowsTexts } from '../../../src/view/pages/question-page.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'

const question = (id: string): Question => {
  const found = guide.questions.find((each) => each.id === id)
  if (found === undefined) throw new Error(`the fixture has no question ${id}`)
  return found
}
const patient = { reader: 'patient', unicode: true } as const

describe('the words of a question', () => {
  it('"none" comes after what it excludes and "not sure" comes last: signs are read before they are denied', () => {
    const { choices } = questionTexts(guide, question('warning-signs'), patient)
    expect(choices.map(({ value }) => value)).toEqual(['fever', 'leg-weakness', 'none', 'unsure'])
    expect(choices.filter(({ takenByEnter }) => takenByEnter).map(({ value }) => value)).toEqual([
      'none',
      'unsure',
    ])
  })

  it('a question that takes one answer keeps the guide’s order', () => {
    const { choices } = questionTexts(guide, question('age'), patient)
    expect(choices.map(({ label }) => label)).toEqual(['Under 18', '18 to 64', '65 or over', 'Not sure'])
  })

  it('a clinician reads clinical words, and both wordings find an answer', () => {
    const words = questionTexts(guide, question('warning-signs'), { reader: 'clinician', unicode: true })
    expect(words.text).toBe('warning signs?')
    expect(words.choices[0]).toMatchObject({
      label: 'Fever',
      aliases: ['Fever or feeling very unwell with the pain', 'Fever'],
    })
  })

  it('an answer with a range is found by each number in it', () => {
    const age = question('age')
    const ranges = [{ to: 17 }, { from: 18, to: 64 }, { from: 65, to: 125 }]
    const answers = age.answers.map((choice, index) => ({ ...choice, range: ranges[index] ?? {} }))
    const { choices } = questionTexts(guide, { ...age, answers }, patient)
    const found = (typed: string) =>
      choices.filter(({ aliases }) => aliases.includes(typed)).map(({ label }) => label)
    expect(['0', '17', '18', '72', '126'].map(found)).toEqual([
      ['Under 18'],
      ['Under 18'],
      ['18 to 64'],
      ['65 or over'],
      [],
    ])
  })

  it('help explains the terms that the question uses, and how an open answer is settled', () => {
    const asked = { ...question('age'), text: 'Was it a facet injection?' }
    expect(questionTexts(guide, asked, patient).help).toEqual([
      'facet joint: A small joint between two bones of the spine.',
      'Not sure about age? Your date of birth settles it.',
    ])
    expect(questionTexts(guide, question('age'), patient).help).toHaveLength(1)
  })

  it('a personal question says that it may be left open; others do not', () => {
    expect(questionTexts(guide, question('pregnancy'), patient).notes[0]).toContain('You may leave it open')
    expect(questionTexts(guide, question('age'), patient).notes).toEqual([])
    const rows = [question('pregnancy'), question('kidney-disease')]
    expect(rowsTexts(guide, rows, patient).notes[0]).toContain('You may leave any row open')
    expect(rowsTexts(guide, rows.slice(1), patient).notes).toEqual([])
  })

  it('a terminal without Unicode gets ASCII marks, and control characters never reach any', () => {
    const odd = { ...question('age'), text: 'How “old” are you… \u001B[31mreally?' }
    expect(questionTexts(guide, odd, { ...patient, unicode: false }).text).toBe(
      'How "old" are you... [31mreally?',
    )
    expect(questionTexts(guide, odd, patient).text).not.toContain('\u001B')
  })
})
