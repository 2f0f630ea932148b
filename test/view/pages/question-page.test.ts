import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/core/model.ts'
import { questionWords, rowsWords } from '../../../src/view/pages/question-page.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'

const question = (id: string): Question => {
  const found = guide.questions.find((each) => each.id === id)
  if (found === undefined) throw new Error(`the fixture has no question ${id}`)
  return found
}
const patient = { reader: 'patient', unicode: true } as const

describe('the words of a question', () => {
  it('"none" comes after what it excludes and "not sure" comes last: signs are read before they are denied', () => {
    const { choices } = questionWords(guide, question('warning-signs'), patient)
    expect(choices.map(({ value }) => value)).toEqual(['fever', 'leg-weakness', 'none', 'unsure'])
    expect(choices.filter(({ atOnce }) => atOnce).map(({ value }) => value)).toEqual(['none', 'unsure'])
  })

  it('a question that takes one answer keeps the guide’s order', () => {
    const { choices } = questionWords(guide, question('age'), patient)
    expect(choices.map(({ label }) => label)).toEqual(['Under 18', '18 to 64', '65 or over', 'Not sure'])
  })

  it('a clinician reads clinical words, and both wordings find an answer', () => {
    const words = questionWords(guide, question('warning-signs'), { reader: 'clinician', unicode: true })
    expect(words.text).toBe('warning signs?')
    expect(words.choices[0]).toMatchObject({
      label: 'Fever',
      also: ['Fever or feeling very unwell with the pain', 'Fever'],
    })
  })

  it('help explains the terms that the question uses, and how an open answer is settled', () => {
    const asked = { ...question('age'), text: 'Was it a facet injection?' }
    expect(questionWords(guide, asked, patient).help).toEqual([
      'facet joint: A small joint between two bones of the spine.',
      'Not sure about age? Your date of birth settles it.',
    ])
    expect(questionWords(guide, question('age'), patient).help).toHaveLength(1)
  })

  it('a personal question says that it may be left open; others do not', () => {
    expect(questionWords(guide, question('pregnancy'), patient).notes[0]).toContain('You may leave it open')
    expect(questionWords(guide, question('age'), patient).notes).toEqual([])
    const rows = [question('pregnancy'), question('kidney-disease')]
    expect(rowsWords(guide, rows, patient).notes[0]).toContain('You may leave any row open')
    expect(rowsWords(guide, rows.slice(1), patient).notes).toEqual([])
  })

  it('a terminal without Unicode gets ASCII marks, and control characters never reach any', () => {
    const odd = { ...question('age'), text: 'How “old” are you… \u001B[31mreally?' }
    expect(questionWords(guide, odd, { ...patient, unicode: false }).text).toBe(
      'How "old" are you... [31mreally?',
    )
    expect(questionWords(guide, odd, patient).text).not.toContain('\u001B')
  })
})
