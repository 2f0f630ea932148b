import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../../../src/core/engine/explain.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import { severity } from '../../../src/core/engine/status.ts'
import type { Answers, Guide } from '../../../src/core/model.ts'
import { UNSURE } from '../../../src/core/model.ts'
import { anyAnswers } from '../../support/answers.ts'
import { bruteChanges } from '../../support/brute-changes.ts'
import { guideOf, is, many, option, planned, rule, yesNo } from '../../support/build.ts'
import { facetJoint } from '../../support/compiled-guides.ts'
import { fixtureGuide, healthy } from '../../support/fixture-guide.ts'
import { guideAndAnswers } from '../../support/random-guide.ts'

const changesOf = (id: string, answers: Answers, guide: Guide = fixtureGuide) =>
  explain(guide, id, answers).changes ?? []

describe('what an explanation says', () => {
  it('each rule of the option, whether it applies, and the answers that decided it', () => {
    const { rules } = explain(fixtureGuide, 'nsaids', { ...healthy, 'kidney-disease': 'yes', tried: UNSURE })
    expect(
      rules.map(({ rule: { id }, truth, answers, questions }) => ({ id, truth, answers, questions })),
    ).toEqual([
      { id: 'kidney', truth: true, answers: { 'kidney-disease': 'yes' }, questions: [] },
      { id: 'pregnancy', truth: false, answers: { pregnancy: 'no' }, questions: [] },
      { id: 'older', truth: false, answers: { age: '18-64' }, questions: [] },
      { id: 'tried', truth: 'unknown', answers: {}, questions: ['tried'] },
    ])
  })

  it('a rule that a question’s own ask-when rules out was decided by what rules it out', () => {
    const { rules } = explain(fixtureGuide, 'nsaids', { age: '65-or-over' })
    expect(rules[1]).toMatchObject({ truth: false, answers: { age: '65-or-over' } })
  })

  it.each([
    ['a warning sign', { ...healthy, 'warning-signs': ['fever'] }, 'urgent'],
    ['an age that the guide is not for', { ...healthy, age: 'under-18' }, 'out-of-scope'],
  ])('with %s nothing is judged and nothing proposed', (_, answers, outcome) => {
    const explained = explain(fixtureGuide, 'nsaids', answers)
    expect(explained.plan.outcome).toBe(outcome)
    expect(explained.planned).toBeUndefined()
    expect(explained.changes).toEqual([])
  })

  it('the options above and below it in the plan; none at either end', () => {
    const { options } = plan(fixtureGuide, healthy)
    for (const [index, { option }] of options.entries()) {
      const { after, before } = explain(fixtureGuide, option.id, healthy)
      expect(after?.planned.option.id).toBe(options[index - 1]?.option.id)
      expect(before?.planned.option.id).toBe(options[index + 1]?.option.id)
    }
  })

  it('an option that the guide does not have is an error', () => {
    expect(() => explain(fixtureGuide, 'no-such-option', {})).toThrow(RangeError)
  })
})

describe('what would move an option', () => {
  it('one contraindication that can pass needs one change', () => {
    expect(changesOf('nsaids', { ...healthy, pregnancy: 'yes' })).toEqual([
      { to: 'suitable', set: { pregnancy: 'no' } },
    ])
  })

  it('a diagnosis is never proposed to change, alone or with others', () => {
    expect(changesOf('nsaids', { ...healthy, 'kidney-disease': 'yes' })).toEqual([])
    expect(changesOf('nsaids', { ...healthy, 'kidney-disease': 'yes', pregnancy: 'yes' })).toEqual([])
  })

  it('an open diagnosis can be found out, together with what can pass, and neither alone is proposed', () => {
    expect(changesOf('nsaids', { ...healthy, 'kidney-disease': UNSURE, pregnancy: 'yes' })).toEqual([
      { to: 'check-first', set: { pregnancy: 'no' } },
    ])
    const { 'kidney-disease': _, ...rest } = healthy
    expect(changesOf('nsaids', { ...rest, age: '65-or-over', pregnancy: 'no' })).toEqual([
      { to: 'caution', set: { 'kidney-disease': 'no' } },
    ])
  })

  it('nothing is proposed where nothing speaks against the option', () => {
    expect(changesOf('nsaids', healthy)).toEqual([])
  })

  it('a fixed answer is never proposed to change: nobody gets younger', () => {
    expect(changesOf('nsaids', { ...healthy, age: '65-or-over' })).toEqual([])
  })

  it('a fixed question that is open can be found out, by whichever answer helps', () => {
    const { age: _, ...rest } = healthy
    expect(changesOf('nsaids', rest)).toEqual([
      { to: 'suitable', set: { age: '18-64' } },
      { to: 'caution', set: { age: '65-or-over' } },
    ])
  })

  it('what was tried stays tried, even if its answer is said to pass', () => {
    expect(changesOf('nsaids', { ...healthy, tried: ['nsaids'] })).toEqual([])
    const passing = many('tried', [], {
      answers: [
        { id: 'none', label: 'none' },
        { id: 'gel', label: 'gel', canBecome: ['none'] },
      ],
    })
    const gel = option('gel', [rule('tried', is('tried', 'gel'), 'not-now', { kind: 'tried' })])
    expect(changesOf('gel', { tried: ['gel'] }, guideOf([passing], [gel]))).toEqual([])
  })

  it('open questions that have to be settled together are proposed together', () => {
    const { pregnancy: _, ...rest } = healthy
    expect(changesOf('nsaids', { ...rest, 'kidney-disease': UNSURE })).toEqual([
      { to: 'suitable', set: { pregnancy: 'no', 'kidney-disease': 'no' } },
    ])
  })

  const therapyFirst = guideOf(
    [many('tried', ['therapy', 'surgery', 'gel']), yesNo('severe')],
    [
      option('surgery', [
        rule('first', { kind: 'not', of: is('tried', 'therapy') }, 'not-now', { kind: 'prerequisite' }),
        rule('mild', is('severe', 'no'), 'caution'),
        rule('tried', is('tried', 'surgery'), 'not-now', { kind: 'tried' }),
      ]),
    ],
  )

  it('a list of what was tried may grow, and keeps what it holds', () => {
    expect(changesOf('surgery', { tried: ['gel'], severe: 'yes' }, therapyFirst)).toEqual([
      { to: 'suitable', set: { tried: ['therapy', 'gel'] } },
    ])
  })

  it('a list left unsure is closed with what it is sure of, and the least beside it', () => {
    expect(changesOf('surgery', { tried: ['therapy', UNSURE], severe: 'yes' }, therapyFirst)).toEqual([
      { to: 'suitable', set: { tried: ['therapy'] } },
    ])
    expect(changesOf('surgery', { tried: UNSURE, severe: 'yes' }, therapyFirst)).toEqual([
      { to: 'suitable', set: { tried: ['therapy'] } },
    ])
  })

  it('a list may lose a member that can pass, and no other', () => {
    const signs = guideOf(
      [
        many('signs', [], {
          answers: [
            { id: 'none', label: 'none' },
            { id: 'rash', label: 'rash', canBecome: ['none'] },
            { id: 'scar', label: 'scar' },
          ],
        }),
      ],
      [
        option('gel', [rule('rash', is('signs', 'rash'), 'not-now')]),
        option('cream', [rule('scar', is('signs', 'scar'), 'not-now')]),
      ],
    )
    expect(changesOf('gel', { signs: ['rash', 'scar'] }, signs)).toEqual([
      { to: 'suitable', set: { signs: ['scar'] } },
    ])
    expect(changesOf('gel', { signs: ['rash'] }, signs)).toEqual([
      { to: 'suitable', set: { signs: ['none'] } },
    ])
    expect(changesOf('cream', { signs: ['scar'] }, signs)).toEqual([])
  })
})

/** How many sets of changes an explanation names at most. */
const SHOWN = 5

/** Each named change does what it says and none smaller exists; the smallest are all named, up to five, best first. */
function isExact(guide: Guide, id: string, answers: Answers): void {
  const changes = changesOf(id, answers, guide)
  const expected = bruteChanges(guide, id, answers)
  expect(changes.length).toBe(Math.min(SHOWN, expected.length))
  for (const change of changes) expect(expected).toContainEqual(change)
  expect(new Set(changes.map(({ set }) => JSON.stringify(set))).size).toBe(changes.length)
  const best = expected.map(({ to }) => severity(to)).sort()
  expect(changes.map(({ to }) => severity(to))).toEqual(best.slice(0, SHOWN))
}

describe('every named change does what it says, and none smaller exists', () => {
  it('for random answers to the fixture', () => {
    fc.assert(
      fc.property(anyAnswers(fixtureGuide), fc.constantFrom(...fixtureGuide.options), (answers, { id }) =>
        isExact(fixtureGuide, id, answers),
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  it('for random answers to random small guides', () => {
    fc.assert(
      fc.property(guideAndAnswers, ({ guide, answers }) => {
        for (const { id } of guide.options) isExact(guide, id, answers)
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  it('for random answers to the facet-joint guide: no smaller part of a named change would do', () => {
    const guide = facetJoint()
    fc.assert(
      fc.property(anyAnswers(guide), fc.constantFrom(...guide.options), (answers, { id }) => {
        const { planned: before, changes = [] } = explain(guide, id, answers)
        for (const { to, set } of changes) {
          expect(planned(guide, id, { ...answers, ...set }).status).toBe(to)
          expect(severity(to)).toBeLessThan(severity(before?.status ?? 'suitable'))
          for (const kept of Object.keys(set)) {
            const { [kept]: _, ...part } = set
            const status = plan(guide, { ...answers, ...part }).options.find(
              (planned) => planned.option.id === id,
            )?.status
            expect(severity(status ?? 'not-relevant')).toBeGreaterThanOrEqual(
              severity(before?.status ?? 'suitable'),
            )
          }
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
