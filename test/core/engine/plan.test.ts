import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import { severity } from '../../../src/core/engine/status.ts'
import { type Answers, type Condition, STATUSES, type Status } from '../../../src/core/model.ts'
import { anyAnswers } from '../../support/answers.ts'
import { fever, guideOf, is, many, option, planned, rule, yesNo } from '../../support/build.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { place } from '../../support/fixture-options.ts'

const questions = [
  many('signs', ['fever'], { role: 'gate' }),
  yesNo('child', { role: 'gate' }),
  yesNo('kidney'),
  yesNo('bleed'),
  yesNo('older'),
  many('tried', ['tablets']),
  many('preferences', [], {
    role: 'preference',
    answers: [
      { id: 'none', label: 'none' },
      { id: 'avoid-tablets', label: 'avoid tablets', avoids: 'medicine' },
      { id: 'quick-relief', label: 'quick relief', seeks: 'quick' },
    ],
  }),
]
const child = { id: 'child', when: is('child', 'yes'), because: 'This guide is for adults.', place }
const tablets = option(
  'tablets',
  [
    rule('kidney', is('kidney', 'yes'), 'avoid'),
    rule('bleed', is('bleed', 'yes'), 'not-now'),
    rule('older', is('older', 'yes'), 'caution'),
    rule('tried', is('tried', 'tablets'), 'not-now', { kind: 'tried' }),
  ],
  { features: ['medicine', 'quick'] },
)
const waiting = option('waiting', [])
const guide = guideOf(questions, [tablets, waiting], { warningSigns: [fever], outOfScope: [child] })
const safe: Answers = {
  signs: ['none'],
  child: 'no',
  kidney: 'no',
  bleed: 'no',
  older: 'no',
  tried: ['none'],
}

describe('gates come before options', () => {
  it('a warning sign is urgent and leaves no options, whatever else is answered', () => {
    const found = plan(guide, { ...safe, signs: ['fever'], child: 'yes' })
    expect(found.outcome).toBe('urgent')
    expect(found.urgent.map(({ sign, answers }) => [sign.id, answers])).toEqual([
      ['fever', { signs: ['fever'] }],
    ])
    expect(found.options).toEqual([])
    expect(found.outOfScope).toEqual([])
  })

  it('a person whom the guide does not cover gets the reason and no options', () => {
    const found = plan(guide, { ...safe, child: 'yes' })
    expect(found.outcome).toBe('out-of-scope')
    expect(found.outOfScope.map(({ gate }) => gate.because)).toEqual(['This guide is for adults.'])
    expect(found.options).toEqual([])
  })

  it.each(['signs', 'child'])(
    'while "%s" is open nothing is better than check-first, and it is named',
    (gate) => {
      const found = plan(guide, { ...safe, [gate]: 'unsure' })
      expect(found.options.map(({ status }) => status)).toEqual(['check-first', 'check-first'])
      for (const { ask } of found.options) expect(ask).toContain(gate)
    },
  )
})

it('an open gate is not asked for an option that is out whatever the answer', () => {
  const { status, ask, reasons } = planned(guide, 'tablets', { ...safe, signs: 'unsure', bleed: 'yes' })
  expect([status, ask]).toEqual(['not-now', []])
  expect(reasons.map(({ code }) => code)).toEqual(['rule'])
})

describe('the status of an option', () => {
  it.each<[string, Answers, Status, readonly string[]]>([
    ['is suitable when every rule is known not to apply', {}, 'suitable', []],
    ['is the one that a rule gives', { older: 'yes' }, 'caution', []],
    ['is the most restrictive of several', { older: 'yes', kidney: 'yes' }, 'avoid', []],
    [
      'is check-first while a contraindication is open, naming it',
      { kidney: 'unsure' },
      'check-first',
      ['kidney'],
    ],
    ['is no worse than the caution that is open', { older: 'unsure' }, 'caution', ['older']],
    ['is not lifted by what is open', { bleed: 'yes', kidney: 'unsure' }, 'not-now', ['kidney']],
    [
      'asks nothing that can no longer change it',
      { kidney: 'yes', bleed: 'unsure', older: 'unsure' },
      'avoid',
      [],
    ],
    ['asks nothing milder than what is known', { bleed: 'yes', older: 'unsure' }, 'not-now', []],
    ['is never suitable for what was already tried', { tried: ['tablets'] }, 'not-now', []],
  ])('%s', (_title, changed, status, ask) => {
    const found = planned(guide, 'tablets', { ...safe, ...changed })
    expect(found.status).toBe(status)
    expect(found.ask).toEqual(ask)
  })

  it('is what a prerequisite says while it is unknown whether it is met', () => {
    const notTried: Condition = { kind: 'not', of: is('tried', 'tablets') }
    const surgery = option('surgery', [
      rule('first', notTried, 'not-now', { kind: 'prerequisite', whileOpen: 'not-now' }),
    ])
    const status = (answers: Answers) => planned(guideOf(questions, [surgery]), 'surgery', answers)
    expect(status({})).toMatchObject({
      status: 'not-now',
      ask: ['tried'],
      reasons: [{ code: 'open', status: 'not-now' }],
    })
    expect(status({ tried: ['none'] }).status).toBe('not-now')
    expect(status({ tried: ['tablets'] }).status).toBe('suitable')
  })

  it('carries every rule that applies, most restrictive first, with the answers that decided it', () => {
    const { reasons } = planned(guide, 'tablets', { ...safe, older: 'yes', kidney: 'yes' })
    expect(reasons).toMatchObject([
      { code: 'rule', rule: { id: 'kidney' }, status: 'avoid', answers: { kidney: 'yes' } },
      { code: 'rule', rule: { id: 'older' }, status: 'caution', answers: { older: 'yes' } },
    ])
  })

  it('names no open rule that could not change it: one that is as strict as what is known', () => {
    const { reasons, ask } = planned(guide, 'tablets', { ...safe, bleed: 'yes', tried: 'unsure' })
    expect(reasons).toMatchObject([{ code: 'rule', rule: { id: 'bleed' } }])
    expect([reasons.length, ask]).toEqual([1, []])
  })

  it('says which questions hold it open, as a reason of its own', () => {
    const { reasons } = planned(guide, 'tablets', { ...safe, bleed: 'unsure', kidney: 'unsure' })
    expect(reasons).toMatchObject([{ code: 'open', status: 'check-first', questions: ['kidney', 'bleed'] }])
  })
})

describe('wishes', () => {
  it('never change a status', () => {
    const answers = { ...safe, kidney: 'yes' }
    const wished = { ...answers, preferences: ['avoid-tablets'] }
    const statuses = (given: Answers) =>
      Object.fromEntries(plan(guide, given).options.map(({ option: { id }, status }) => [id, status]))
    expect(statuses(wished)).toEqual(statuses(answers))
  })

  it('are met by an option that has what they seek, and gone against by one that has what they avoid', () => {
    const preferences = ['avoid-tablets', 'quick-relief']
    expect(planned(guide, 'tablets', { preferences })).toMatchObject({
      meets: ['quick-relief'],
      conflicts: ['avoid-tablets'],
    })
    expect(planned(guide, 'waiting', { preferences })).toMatchObject({ meets: [], conflicts: [] })
    expect(planned(guide, 'tablets', {})).toMatchObject({ meets: [], conflicts: [] })
  })
})

describe('laws of every plan', () => {
  it('the order in which answers were given never matters', () => {
    fc.assert(
      fc.property(anyAnswers(fixtureGuide), (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(JSON.stringify(plan(fixtureGuide, reversed))).toBe(JSON.stringify(plan(fixtureGuide, answers)))
      }),
    )
  })

  it('the list is never empty while the outcome is options, and every option stands in it once', () => {
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const found = plan(guide, answers)
        expect(found.options).toHaveLength(found.outcome === 'options' ? guide.options.length : 0)
      }),
    )
  })

  it('adding a contraindication never improves a status', () => {
    const contraindications = fc.constantFrom<Condition>(
      is('kidney', 'yes'),
      { kind: 'all', of: [is('kidney', 'yes'), is('older', 'yes')] },
      { kind: 'not', of: is('tried', 'tablets') },
    )
    const status = fc.constantFrom<'caution' | 'avoid' | 'not-now'>('caution', 'avoid', 'not-now')
    fc.assert(
      fc.property(anyAnswers(guide), contraindications, status, (answers, when, worst) => {
        const more = guideOf(questions, [
          option('tablets', [...tablets.rules, rule('added', when, worst)]),
          waiting,
        ])
        const before = planned(guideOf(questions, [tablets, waiting]), 'tablets', answers)
        expect(severity(planned(more, 'tablets', answers).status)).toBeGreaterThanOrEqual(
          severity(before.status),
        )
      }),
    )
  })

  it('an unknown is never worse than its worst answer', () => {
    const ids = ['a', 'b', 'c']
    const yesRules = fc.tuple(...ids.map(() => fc.constantFrom(...STATUSES.slice(1))))
    const asked = ids.map((id) => yesNo(id))
    fc.assert(
      fc.property(yesRules, anyAnswers(guideOf(asked, [])), (statuses, answers) => {
        const rules = ids.map((id, at) => rule(id, is(id, 'yes'), statuses[at] as Status))
        const status = (given: Answers) =>
          severity(planned(guideOf(asked, [option('o', rules)]), 'o', given).status)
        const isOpen = (id: string) => answers[id] === undefined || answers[id] === 'unsure'
        const allYes = Object.fromEntries(ids.filter(isOpen).map((id) => [id, 'yes']))
        expect(status(answers)).toBeLessThanOrEqual(status({ ...answers, ...allYes }))
      }),
    )
  })

  it('settling an open question never shows that it could not matter: what is not asked changes nothing', () => {
    fc.assert(
      fc.property(anyAnswers(guide), fc.constantFrom('no', 'yes'), (answers, value) => {
        const before = plan(guide, answers)
        if (before.outcome !== 'options') return
        const { ask, status } = planned(guide, 'tablets', answers)
        for (const id of ['kidney', 'bleed', 'older']) {
          if (ask.includes(id) || (answers[id] !== undefined && answers[id] !== 'unsure')) continue
          expect(planned(guide, 'tablets', { ...answers, [id]: value }).status).toBe(status)
        }
      }),
    )
  })
})

describe('unanswered questions', () => {
  it('are those that could be asked: one that its own ask-when rules out is none of them', () => {
    expect(plan(fixtureGuide, {}).unanswered).toContain('pregnancy')
    expect(plan(fixtureGuide, { age: '65-or-over' }).unanswered).not.toContain('pregnancy')
  })
})
