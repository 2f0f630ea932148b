import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import { applicable, dropRuledOut, screensAhead } from '../../../src/core/engine/questionnaire.ts'
import type { Answers } from '../../../src/core/model.ts'
import { guideOf, indication, is, many, option, rule, yesNo } from '../../support/build.ts'
import { place } from '../../support/fixture-options.ts'

const questions = [
  many('tried', ['rest', 'tablets'], { role: 'situation' }),
  yesNo('severe', { role: 'situation' }),
  yesNo('kidney', { screen: 'conditions' }),
  yesNo('bleed', { screen: 'conditions' }),
  yesNo('pregnancy', { askWhen: { kind: 'not', of: is('older', 'yes') } }),
  yesNo('older'),
  yesNo('unused'),
  yesNo('child', { role: 'gate' }),
  many('wishes', ['cheap'], { role: 'preference' }),
]
const options = [
  option('tablets', [
    rule('kidney', is('kidney', 'yes'), 'avoid'),
    rule('bleed', is('bleed', 'yes'), 'not-now'),
    rule('pregnancy', is('pregnancy', 'yes'), 'avoid'),
    rule('older', is('older', 'yes'), 'caution'),
    rule('severe', is('severe', 'no'), 'not-now'),
  ]),
  option('rest', [
    rule('severe', is('severe', 'yes'), 'caution'),
    rule('tried', is('tried', 'rest'), 'caution'),
  ]),
]
const child = { id: 'child', when: is('child', 'yes'), because: 'Adults only.', place }
const guide = guideOf(questions, options, { outOfScope: [child] })
const ids = (answers: Answers, from = guide) => screensAhead(plan(from, answers)).map((screen) => screen.id)

describe('which question comes next', () => {
  it('gates first, then safety, then what most options wait for, then preferences', () => {
    expect(ids({})).toEqual(['child', 'conditions', 'pregnancy', 'older', 'severe', 'tried', 'wishes'])
  })

  it('related questions share a screen', () => {
    expect(screensAhead(plan(guide, {}))[1]?.questions.map(({ id }) => id)).toEqual(['kidney', 'bleed'])
  })

  it('a guide may keep its own order', () => {
    expect(ids({}, { ...guide, questionOrder: 'fixed' })).toEqual([
      'child',
      'conditions',
      'pregnancy',
      'older',
      'tried',
      'severe',
      'wishes',
    ])
  })

  it('a question that can change nothing is not asked', () => {
    expect(ids({})).not.toContain('unused')
    expect(ids({ child: 'no', kidney: 'yes' })).toEqual(['tried', 'severe', 'wishes'])
  })

  it('a question that another answer rules out is not asked', () => {
    expect(ids({ older: 'yes' })).not.toContain('pregnancy')
  })

  it('"unsure" is an answer: it is not asked again', () => {
    expect(ids({ child: 'no', pregnancy: 'unsure' })).not.toContain('pregnancy')
  })

  it('nothing more is asked once a gate has closed', () => {
    expect(ids({ child: 'yes' })).toEqual([])
  })
})

describe('a question that only an indication asks for', () => {
  const asking = [yesNo('kidney'), yesNo('bad-back')]
  const asks = indication('bad-back', is('bad-back', 'yes'))
  const speaking = guideOf(asking, [
    option('tablets', [rule('kidney', is('kidney', 'yes'), 'avoid')], { indications: [asks] }),
  ])
  const asked = (answers: Answers) =>
    screensAhead(plan(speaking, answers)).flatMap((screen) => screen.questions.map(({ id }) => id))

  it('is asked while its option can be chosen', () => {
    expect(asked({ kidney: 'no' })).toEqual(['bad-back'])
    expect(asked({})).toEqual(['kidney', 'bad-back'])
  })

  it('is not asked once its option is out, or the indication is settled', () => {
    expect(asked({ kidney: 'yes' })).toEqual([])
    expect(asked({ kidney: 'no', 'bad-back': 'no' })).toEqual([])
  })
})

describe('the questions that apply', () => {
  const ids = (answers: Answers) => applicable(guide, answers).map(({ id }) => id)

  it('leave out one that another answer rules out, unless it was answered all the same', () => {
    expect(ids({})).toContain('pregnancy')
    expect(ids({ older: 'yes' })).not.toContain('pregnancy')
    expect(ids({ older: 'yes', pregnancy: 'unsure' })).not.toContain('pregnancy')
    expect(ids({ older: 'yes', pregnancy: 'yes' })).toContain('pregnancy')
  })
})

describe('an answer that a change makes irrelevant', () => {
  it('is dropped, and said which', () => {
    expect(dropRuledOut(guide, { pregnancy: 'no', older: 'yes' })).toEqual({
      answers: { older: 'yes' },
      dropped: ['pregnancy'],
    })
  })

  it('is kept while it may still apply', () => {
    expect(dropRuledOut(guide, { pregnancy: 'no', older: 'unsure' }).dropped).toEqual([])
  })
})
