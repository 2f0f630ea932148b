import { describe, expect, it } from 'vitest'
import {
  decidingAnswers,
  evaluate,
  indexQuestions,
  openQuestionsIn,
} from '../../../src/core/engine/condition.ts'
import type { Truth } from '../../../src/core/engine/truth.ts'
import type { Answers, Condition } from '../../../src/core/model.ts'
import { is, many, yesNo } from '../../support/build.ts'

const notOlder: Condition = { kind: 'not', of: is('older', 'yes') }
const questions = [
  yesNo('older'),
  yesNo('kidney'),
  yesNo('bleed'),
  yesNo('pregnancy', { askWhen: notOlder }),
  many('tried', ['tablets', 'exercise']),
]
const index = indexQuestions(questions)

describe('a condition against answers', () => {
  it.each<[string, Condition, Answers, Truth]>([
    ['a question with the answer is true', is('kidney', 'yes'), { kidney: 'yes' }, true],
    ['a question with another answer is false', is('kidney', 'yes'), { kidney: 'no' }, false],
    ['an unanswered question is unknown, never no', is('kidney', 'yes'), {}, 'unknown'],
    ['"unsure" is unknown, never no', is('kidney', 'yes'), { kidney: 'unsure' }, 'unknown'],
    [
      'one of several answers given is true',
      is('tried', 'tablets'),
      { tried: ['exercise', 'tablets'] },
      true,
    ],
    ['"none" of several is false', is('tried', 'tablets'), { tried: ['none'] }, false],
    [
      'several, with "unsure" about the rest, is unknown',
      is('tried', 'tablets'),
      { tried: ['exercise', 'unsure'] },
      'unknown',
    ],
    [
      'several, with "unsure", keeps what was named',
      is('tried', 'tablets'),
      { tried: ['tablets', 'unsure'] },
      true,
    ],
    ['open is true of an unsure answer', { kind: 'open', question: 'kidney' }, { kidney: 'unsure' }, true],
    ['open is false of a known answer', { kind: 'open', question: 'kidney' }, { kidney: 'no' }, false],
    ['a question ruled out for this person does not apply', is('pregnancy', 'yes'), { older: 'yes' }, false],
    ['a question that may still apply is unknown', is('pregnancy', 'yes'), {}, 'unknown'],
    [
      'an explicit answer counts even where it need not be asked',
      is('pregnancy', 'yes'),
      { older: 'yes', pregnancy: 'yes' },
      true,
    ],
  ])('%s', (_title, condition, answers, expected) => {
    expect(evaluate(condition, answers, index)).toBe(expected)
  })
})

describe('the answers that decided', () => {
  const both: Condition = { kind: 'all', of: [is('kidney', 'yes'), is('bleed', 'yes')] }
  const either: Condition = { kind: 'any', of: [is('kidney', 'yes'), is('bleed', 'yes')] }

  it.each<[string, Condition, Answers, Answers]>([
    [
      'all parts, when all had to hold',
      both,
      { kidney: 'yes', bleed: 'yes' },
      { kidney: 'yes', bleed: 'yes' },
    ],
    [
      'only the part that held, when one was enough',
      either,
      { kidney: 'yes', bleed: 'no' },
      { kidney: 'yes' },
    ],
    [
      'only the part that failed, when all had to hold',
      both,
      { kidney: 'no', bleed: 'yes' },
      { kidney: 'no' },
    ],
    ['nothing while it is unknown', both, { kidney: 'yes' }, {}],
    [
      'what ruled a question out, when that decided',
      is('pregnancy', 'yes'),
      { older: 'yes' },
      { older: 'yes' },
    ],
  ])('are %s', (_title, condition, answers, expected) => {
    expect(decidingAnswers(condition, answers, index)).toEqual(expected)
  })

  it('are none of those that the rest makes irrelevant: open questions leave out shielded parts', () => {
    const shielded: Condition = { kind: 'any', of: [both, is('tried', 'tablets')] }
    expect(openQuestionsIn(shielded, { kidney: 'no' }, index)).toEqual(['tried'])
    expect(openQuestionsIn(shielded, { tried: ['tablets'] }, index)).toEqual([])
  })
})
