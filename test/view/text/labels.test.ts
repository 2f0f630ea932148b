import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../src/core/model.ts'
import { counted } from '../../../src/text/words.ts'
import { answerWords, conditionWords } from '../../../src/view/text/condition-text.ts'
import { guidelinesInBrief } from '../../../src/view/text/guideline-text.ts'
import { asSentence, inSentence } from '../../../src/view/text/labels.ts'
import { is } from '../../support/build.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { screen } from '../screen.ts'

describe('titles inside a sentence', () => {
  it.each([
    ['Physical therapy', 'physical therapy'],
    ['Anti-inflammatory tablets (NSAIDs)', 'anti-inflammatory tablets (NSAIDs)'],
    ['NSAIDs', 'NSAIDs'],
    ['X-ray', 'X-ray'],
    ['MRI scan', 'MRI scan'],
  ])('%s becomes %s', (title, words) => {
    expect(inSentence(title)).toBe(words)
  })

  it('makes a sentence of words, and counts in words', () => {
    expect(asSentence(' ask a doctor')).toBe('Ask a doctor.')
    expect(asSentence('Why?')).toBe('Why?')
    expect([counted(1, 'option'), counted(3, 'option')]).toEqual(['1 option', '3 options'])
  })
})

describe('answers in the person’s own words', () => {
  it('name the question and the answer as it was shown', () => {
    expect(answerWords(fixtureGuide, { 'kidney-disease': 'yes', tried: ['nsaids', 'opioids'] })).toEqual([
      'kidney disease: Yes',
      'what you have already tried: Anti-inflammatory tablets (NSAIDs); Opioids (strong painkillers)',
    ])
  })

  it('say "not sure" for an answer that the person did not know', () => {
    expect(answerWords(fixtureGuide, { age: 'unsure', 'warning-signs': ['unsure', 'fever'] })).toEqual([
      'age: not sure',
      'warning signs: not sure; Fever or feeling very unwell with the pain',
    ])
  })

  it('use the clinical words for a clinician, where there are any', () => {
    const answers = { 'warning-signs': ['fever', 'leg-weakness'] }
    expect(answerWords(fixtureGuide, answers, 'clinician')).toEqual([
      'warning signs: Fever; New or growing weakness in a leg',
    ])
  })

  it('show an id that the guide does not know as it is', () => {
    expect(answerWords(fixtureGuide, { colour: 'red' })).toEqual(['colour: red'])
  })
})

describe('conditions in words', () => {
  const kidney = is('kidney-disease', 'yes')
  const old = is('age', '65-or-over')
  it.each<[string, Condition]>([
    ['always', { kind: 'always' }],
    ['kidney disease: Yes', kidney],
    ['age: 18 to 64; or 65 or over', is('age', '18-64', '65-or-over')],
    ['kidney disease: anything but Yes', { kind: 'not', of: kidney }],
    ['kidney disease: not known', { kind: 'open', question: 'kidney-disease' }],
    ['kidney disease: known', { kind: 'not', of: { kind: 'open', question: 'kidney-disease' } }],
    ['kidney disease: Yes, and age: 65 or over', { kind: 'all', of: [kidney, old] }],
    ['kidney disease: Yes, or age: 65 or over', { kind: 'any', of: [kidney, old] }],
    [
      'kidney disease: Yes, and (age: 65 or over, or pregnancy: Yes)',
      { kind: 'all', of: [kidney, { kind: 'any', of: [old, is('pregnancy', 'yes')] }] },
    ],
    [
      'not (kidney disease: Yes, and age: 65 or over)',
      { kind: 'not', of: { kind: 'all', of: [kidney, old] } },
    ],
  ])('%s', (words, condition) => {
    expect(conditionWords(fixtureGuide, condition)).toBe(words)
  })
})

describe('guidelines in one line', () => {
  const [first] = fixtureGuide.options.flatMap(({ recommendations }) => recommendations)
  const [option] = fixtureGuide.options
  const saying = (strength: 'strong' | 'conditional') => {
    if (first === undefined || option === undefined) throw new Error('the fixture has lost its guidelines')
    const said = { ...first, short: 'NICE 2016', direction: 'against' as const, strength }
    return screen(
      [{ kind: 'paragraph', text: guidelinesInBrief({ ...option, recommendations: [said] }) }],
      80,
    )
  }

  it('say which are strong', () => {
    expect(saying('strong')).toBe('Against: NICE 2016 (strong).')
    expect(saying('conditional')).toBe('Against: NICE 2016.')
  })
})
