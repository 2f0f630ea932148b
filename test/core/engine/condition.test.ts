import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedQuestions } from '../../../src/core/engine/answer-sheet.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { isOpen } from '../../../src/core/engine/condition.ts'
import { decidingAnswers, plan } from '../../../src/core/engine/plan.ts'
import type { Answers, Condition, Guide } from '../../../src/core/model.ts'
import { guideOf, is, many, option, rule, yesNo } from '../../support/build.ts'
import { evaluate } from '../../support/evaluate.ts'
import { guideAndAnswers } from '../../support/random-guide.ts'

const notOlder: Condition = { kind: 'not', of: is('older', 'yes') }
const questions = [
  yesNo('older'),
  yesNo('kidney'),
  yesNo('bleed'),
  yesNo('pregnancy', { askWhen: notOlder }),
  many('tried', ['tablets', 'exercise']),
]
const guide = guideOf(questions, [])

/** A condition tested against answers by the compiled guide. */
function tested(condition: Condition, answers: Answers, from: Guide = guide) {
  const compiled = compile(from)
  const { layout, sheet, conditions } = compiled
  layout.read(answers, sheet)
  const when = conditions.condition(condition)
  const decided = decidingAnswers(compiled, when, answers)
  sheet.mark += 1
  when.markOpen(sheet)
  const truth = ([false, true, 'unknown'] as const)[when.truth(sheet)]
  return { truth, decided, open: markedQuestions(from.questions, sheet) }
}

describe('a condition against answers', () => {
  it.each<[string, Condition, Answers, true | false | 'unknown']>([
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
    ['an empty list is no answer', is('tried', 'tablets'), { tried: [] }, 'unknown'],
    ['open is true of an empty list', { kind: 'open', question: 'tried' }, { tried: [] }, true],
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
    expect(tested(condition, answers).truth).toBe(expected)
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
    expect(tested(condition, answers).decided).toEqual(expected)
  })

  it('are none of those that the rest makes irrelevant: open questions leave out shielded parts', () => {
    const shielded: Condition = { kind: 'any', of: [both, is('tried', 'tablets')] }
    expect(tested(shielded, { kidney: 'no' }).open).toEqual(['tried'])
    expect(tested(shielded, { tried: ['tablets'] }).open).toEqual([])
  })
})

it.each<[string, Answers, boolean]>([
  ['without an answer', {}, true],
  ['with an empty list', { tried: [] }, true],
  ['with "unsure"', { tried: 'unsure' }, true],
  ['with "unsure" among others', { tried: ['tablets', 'unsure'] }, true],
  ['with an answer', { tried: ['tablets'] }, false],
])('a question is open %s: %j is %s', (_title, answers, expected) => {
  expect(isOpen(answers, 'tried')).toBe(expected)
})

describe('a compiled condition', () => {
  it('has the truth that the contract gives it, for any rule and any answers', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide: small, answers }) => {
        const whens = [...small.options.flatMap(({ rules }) => rules), ...small.questions].map((piece) =>
          'when' in piece ? piece.when : (piece.askWhen ?? ({ kind: 'always' } as const)),
        )
        for (const when of whens) {
          expect(tested(when, answers, small).truth).toBe(evaluate(when, answers, small.questions))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('tests each ask-when once: a chain of 200 that name the one before twice does not hang', () => {
    const chain = Array.from({ length: 200 }, (_, at) => {
      const before = `q${at - 1}`
      const twice: Condition = { kind: 'any', of: [is(before, 'yes'), { kind: 'not', of: is(before, 'no') }] }
      return yesNo(`q${at}`, at === 0 ? {} : { askWhen: twice })
    })
    const last = option('o', [rule('last', is('q199', 'yes'), 'avoid')])
    const { options, unanswered } = plan(guideOf(chain, [last]), {})
    expect(options.map(({ status, ask }) => [status, ask])).toEqual([['check-first', ['q199']]])
    expect(unanswered).toHaveLength(200)
  })
})
