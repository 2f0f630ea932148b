import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerEffects, whatAnswerChanges } from '../../../src/core/engine/answer-effects.ts'
import { givenValues } from '../../../src/core/engine/condition.ts'
import type { Answers, Condition, Question } from '../../../src/core/model.ts'
import { NONE } from '../../../src/core/model.ts'
import { everyAnswers } from '../../support/answer-sets.ts'
import { fever, guideOf, indication, is, many, option, rule, yesNo } from '../../support/build.ts'
import { evaluate } from '../../support/evaluate.ts'
import { smallGuide } from '../../support/random-guide.ts'

const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of })
const not = (of: Condition): Condition => ({ kind: 'not', of })

const questions = [
  many('signs', ['fever'], { role: 'gate' }),
  yesNo('older'),
  yesNo('pregnancy', { askWhen: not(is('older', 'yes')) }),
  yesNo('kidney'),
  many('tried', ['exercise', 'tablets']),
  many('wishes', [], {
    role: 'preference',
    answers: [
      { id: 'no-needle', label: 'no needle', avoids: 'needle' },
      { id: 'quick', label: 'quick', seeks: 'quick-relief' },
    ],
  }),
]
const tablets = option(
  'tablets',
  [
    rule('kidney', is('kidney', 'yes'), 'avoid'),
    rule('older-kidney', all(is('older', 'yes'), is('kidney', 'yes')), 'not-now'),
    rule('older', is('older', 'yes'), 'caution'),
    rule('tell', is('pregnancy', 'yes'), 'suitable', { kind: 'note' }),
    rule('tried', is('tried', 'tablets'), 'not-now', { kind: 'tried' }),
  ],
  { features: ['quick-relief'] },
)
const surgery = option('surgery', [rule('first', not(is('tried', 'exercise')), 'not-now')], {
  features: ['needle'],
})
const exercise = option('exercise', [], {
  indications: [
    indication('not-tried', is('tried', 'none')),
    indication('older-back', all(is('older', 'yes'), not(is('tried', 'exercise')))),
  ],
})
const guide = guideOf(questions, [tablets, surgery, exercise], { warningSigns: [fever] })

const brief = ({ options }: AnswerEffects) =>
  options.map(({ option: { id }, status, effects }) => [
    id,
    status,
    ...effects.map((effect) => {
      const name =
        effect.cause === 'rule'
          ? effect.rule.id
          : effect.cause === 'indication'
            ? effect.indication.id
            : 'wish'
      return `${effect.effect} ${name}${effect.together === undefined ? '' : ` with ${JSON.stringify(effect.together)}`}`
    }),
  ])
const changes = (question: string, answer: string) => {
  const [found] = whatAnswerChanges(guide, question, answer)
  if (found === undefined) throw new Error('no such answer')
  return found
}

describe('what an answer changes', () => {
  it('is what each rule makes of it, strongest first, with what has to hold too', () => {
    expect(brief(changes('kidney', 'yes'))).toEqual([
      [
        'tablets',
        'avoid',
        'rules-out kidney',
        `puts-off older-kidney with ${JSON.stringify(is('older', 'yes'))}`,
      ],
    ])
    expect(brief(changes('older', 'yes'))).toEqual([
      [
        'tablets',
        'caution',
        `puts-off older-kidney with ${JSON.stringify(is('kidney', 'yes'))}`,
        'caution older',
      ],
      ['exercise', 'suitable', `speaks-for older-back with ${JSON.stringify(not(is('tried', 'exercise')))}`],
    ])
  })

  it('names a note, which informs and changes no status', () => {
    expect(brief(changes('pregnancy', 'yes'))).toEqual([['tablets', 'suitable', 'note tell']])
  })

  it('names what an answer lifts: the rule of another answer that can no longer apply', () => {
    expect(brief(changes('tried', 'exercise'))).toEqual([['surgery', 'suitable', 'lifts first']])
    expect(brief(changes('kidney', 'no'))).toEqual([
      ['tablets', 'suitable', 'lifts kidney', 'lifts older-kidney'],
    ])
  })

  it('of several answers, looks at the list with it and the list without it', () => {
    expect(brief(changes('tried', 'tablets'))).toEqual([['tablets', 'not-now', 'puts-off tried']])
    expect(brief(changes('tried', 'none'))).toEqual([
      ['surgery', 'not-now', 'puts-off first'],
      [
        'exercise',
        'suitable',
        'speaks-for not-tried',
        `speaks-for older-back with ${JSON.stringify(is('older', 'yes'))}`,
      ],
      ['tablets', 'suitable', 'lifts tried'],
    ])
  })

  it('names wishes that an option meets or goes against', () => {
    expect(brief(changes('wishes', 'no-needle'))).toEqual([['surgery', 'suitable', 'goes-against-wish wish']])
    expect(brief(changes('wishes', 'quick'))).toEqual([['tablets', 'suitable', 'meets-wish wish']])
  })

  it('names the options that it leaves as they are, in the order of the guide', () => {
    expect(changes('kidney', 'yes').unchanged.map(({ id }) => id)).toEqual(['surgery', 'exercise'])
  })

  it('names the warning sign that it is, and the questions that it makes needless or lets be asked', () => {
    expect(changes('signs', 'fever').warningSigns).toEqual([{ sign: fever }])
    expect(changes('older', 'yes').asksNoMore.map(({ id }) => id)).toEqual(['pregnancy'])
    expect(changes('older', 'no').asks.map(({ id }) => id)).toEqual(['pregnancy'])
    expect(changes('kidney', 'yes')).toMatchObject({
      warningSigns: [],
      outOfScope: [],
      asks: [],
      asksNoMore: [],
    })
  })

  it('is given for every answer of a question, or for the one that is named', () => {
    expect(whatAnswerChanges(guide, 'kidney').map(({ answer }) => answer.id)).toEqual(['no', 'yes'])
    expect(whatAnswerChanges(guide, 'kidney', 'yes')).toHaveLength(1)
    expect(() => whatAnswerChanges(guide, 'colour')).toThrow('The guide has no question colour.')
  })

  it('leaves out an answer that a condition does not need', () => {
    const rules = [
      rule('r', all(any(is('older', 'no'), is('kidney', 'yes')), is('tried', 'tablets')), 'avoid'),
    ]
    const [older] = whatAnswerChanges(guideOf(questions, [option('o', rules)]), 'older', 'yes')
    expect(older?.options).toEqual([])
  })
})

describe('laws, against every combination of answers', () => {
  const closed = (given: Answers, asked: readonly Question[]) =>
    asked.every(({ id }) => given[id] !== undefined && !givenValues(given, id).includes('unsure'))

  it('an answer that is said to be enough makes its rule true; one that lifts makes it false; any other bears no rule', () => {
    fc.assert(
      fc.property(smallGuide, (small) => {
        const rows = everyAnswers(small.questions).filter((answers) => closed(answers, small.questions))
        const truth = (when: Condition, answers: Answers) => evaluate(when, answers, small.questions) === true
        for (const question of small.questions) {
          for (const { answer, options } of whatAnswerChanges(small, question.id)) {
            const withIt = rows.filter((answers) => givenValues(answers, question.id).includes(answer.id))
            for (const each of small.options) {
              const effects = options.find(({ option }) => option.id === each.id)?.effects ?? []
              for (const ruled of each.rules) {
                const effect = effects.find((found) => found.cause === 'rule' && found.rule.id === ruled.id)
                const trueWith = withIt.map((answers) => truth(ruled.when, answers))
                if (effect?.effect === 'lifts') expect(trueWith).not.toContain(true)
                else if (effect !== undefined && effect.together === undefined)
                  expect(trueWith).not.toContain(false)
                if (effect === undefined)
                  expect(brings(question, answer.id, rows, (row) => truth(ruled.when, row))).toBe(false)
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  /** Whether some answers with this one make it true, and the same with another one, or without it, do not. */
  function brings(
    question: Question,
    answer: string,
    rows: readonly Answers[],
    isTrue: (answers: Answers) => boolean,
  ): boolean {
    const rest = (answers: Answers) => {
      const members = givenValues(answers, question.id).filter((value) => value !== answer && value !== NONE)
      const list = question.type === 'many' && answer !== NONE ? members : []
      return JSON.stringify({ ...answers, [question.id]: list })
    }
    const without = new Set(
      rows
        .filter((row) => !givenValues(row, question.id).includes(answer) && !isTrue(row))
        .map((row) => rest(row)),
    )
    return rows.some(
      (row) => givenValues(row, question.id).includes(answer) && isTrue(row) && without.has(rest(row)),
    )
  }
})
