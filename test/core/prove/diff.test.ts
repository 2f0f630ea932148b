import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Answers, Guide, Question } from '../../../src/core/model.ts'
import { diffGuides } from '../../../src/core/prove/diff.ts'
import { answersTo, everyAnswers } from '../../support/answer-sets.ts'
import { guideOf, indication, is, many, option, rule, yesNo } from '../../support/build.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { place } from '../../support/fixture-options.ts'
import { smallGuide } from '../../support/random-guide.ts'

const questions = [yesNo('kidney'), yesNo('older'), many('tried', ['tablets'])]
const kidney = rule('kidney', is('kidney', 'yes'), 'avoid')
const older = rule('older', is('older', 'yes'), 'caution', { place: { ...place, line: 7 } })
const tablets = option('tablets', [kidney, older])
const before = guideOf(questions, [tablets, option('waiting', [])])
const withRules = (...rules: readonly ReturnType<typeof rule>[]) =>
  guideOf(questions, [option('tablets', rules), option('waiting', [])])

describe('what differs for people between two guides', () => {
  it('is nothing between a guide and itself', () => {
    const diff = diffGuides(fixtureGuide, structuredClone(fixtureGuide))
    for (const differences of Object.values(diff)) expect(differences).toEqual([])
  })

  it('is every change of a status, for how many answers, the fewest that show it, and the rule', () => {
    const after = withRules(kidney, { ...older, status: 'not-now' })
    const decided = { rule: 'older', place: older.place, how: 'changed' }
    const rules = [
      { guide: 'before', ...decided },
      { guide: 'after', ...decided },
    ]
    const shared = { questions: ['kidney', 'older'], of: 9, rules }
    expect(diffGuides(before, after).statuses).toEqual([
      {
        option: 'tablets',
        shifts: [
          {
            ...shared,
            from: 'caution',
            to: 'check-first',
            answers: { kidney: 'no' },
            combinations: 1,
          },
          {
            ...shared,
            from: 'caution',
            to: 'not-now',
            answers: { kidney: 'no', older: 'yes' },
            combinations: 1,
          },
          {
            ...shared,
            from: 'check-first',
            to: 'not-now',
            answers: { older: 'yes' },
            combinations: 1,
            rules: rules.slice(1),
          },
        ],
      },
    ])
  })

  it('names a rule that was added, also where it changes no status', () => {
    const both = rule('both', { kind: 'all', of: [is('kidney', 'yes'), is('older', 'yes')] }, 'caution')
    const diff = diffGuides(before, withRules(kidney, older, both))
    expect(diff.statuses).toEqual([])
    expect(diff.rules).toEqual([{ option: 'tablets', rule: 'both', how: 'added', place }])
    expect(diffGuides(withRules(kidney, older, both), before).rules).toEqual([
      { option: 'tablets', rule: 'both', how: 'removed', place },
    ])
  })

  it('names options, questions, answers and indications that come or go', () => {
    const fits = indication('older', is('older', 'yes'))
    const after = guideOf(
      [yesNo('kidney'), many('tried', ['gel']), yesNo('asthma')],
      [option('tablets', [kidney], { indications: [fits] }), option('gel', [])],
    )
    const diff = diffGuides(before, after)
    expect(diff).toMatchObject({
      addedOptions: ['gel'],
      removedOptions: ['waiting'],
      addedQuestions: ['asthma'],
      removedQuestions: ['older'],
      answers: [{ question: 'tried', added: ['gel'], removed: ['tablets'] }],
      indications: [{ option: 'tablets', indication: 'older', how: 'added' }],
      rules: [{ option: 'tablets', rule: 'older', how: 'removed' }],
    })
    expect(diff.texts.map(({ path }) => path)).toEqual([['topics', 'all', 'options', 1]])
  })

  it('is a change of the outcome where a gate changes', () => {
    const child = { id: 'child', when: is('older', 'no'), because: 'Not for children.', place }
    const diff = diffGuides(before, { ...before, outOfScope: [child] })
    expect(diff.gates).toEqual([{ gate: 'child', how: 'added', place }])
    expect(diff.outcomes).toEqual([
      {
        from: 'options',
        to: 'out-of-scope',
        answers: { older: 'no' },
        questions: ['older'],
        combinations: 1,
        of: 3,
      },
    ])
  })

  it('is every text, number and source that changed, by id, and none that only moved', () => {
    const [nsaids, ...rest] = fixtureGuide.options
    if (nsaids === undefined) throw new Error('the fixture has no options')
    const [outcome] = nsaids.outcomes
    const changed = {
      ...nsaids,
      title: 'Tablets',
      outcomes: [{ ...outcome, better: 5 } as (typeof nsaids.outcomes)[number]],
      rules: nsaids.rules.map((moving) => ({ ...moving, place: { ...moving.place, line: 99 } })),
    }
    const after = { ...fixtureGuide, options: [changed, ...rest], sources: fixtureGuide.sources.slice(1) }
    const { texts, rules, statuses } = diffGuides(fixtureGuide, after)
    expect(texts).toEqual([
      { path: ['options', 'nsaids', 'title'], from: nsaids.title, to: 'Tablets' },
      { path: ['options', 'nsaids', 'outcomes', 'pain', 'better'], from: 3.3, to: 5 },
      { path: ['sources', 'pain-trial-2020'], from: fixtureGuide.sources[0], to: undefined },
    ])
    expect([rules, statuses]).toEqual([[], []])
  })
})

describe('trust in the comparison', () => {
  /** The questions of both with the answers of both, written once more. */
  function joint(a: Guide, b: Guide): readonly Question[] {
    return [...new Set([...a.questions, ...b.questions].map(({ id }) => id))].map((id) => {
      const same = [a, b].flatMap((guide) => guide.questions.filter((question) => question.id === id))
      const ids = [...new Set(same.flatMap(({ answers }) => answers.map((choice) => choice.id)))]
      const type = same.some((question) => question.type === 'many') ? 'many' : 'one'
      return { ...(same[0] as Question), type, answers: ids.map((value) => ({ id: value, label: value })) }
    })
  }

  const size = (guides: readonly Question[]) =>
    guides.reduce((product, own) => product * answersTo(own).length, 1)
  const pairs = fc.tuple(smallGuide, smallGuide).filter(([a, b]) => size(joint(a, b)) <= 400)

  /** Not answered and "unsure" are one thing, and count once. */
  const isPlain = (answers: Answers) =>
    Object.values(answers).every((answer) => [answer].flat().join() !== 'unsure')

  it('finds what trying all answers finds, as often and with as few answers, in random small guides', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const rows = everyAnswers(joint(a, b)).filter(isPlain)
        const found = new Map<string, { count: number; size: number }>()
        for (const answers of rows) {
          for (const name of shiftsFor(a, b, answers)) {
            const { count, size: least } = found.get(name) ?? { count: 0, size: Number.POSITIVE_INFINITY }
            found.set(name, { count: count + 1, size: Math.min(least, Object.keys(answers).length) })
          }
        }
        const diff = diffGuides(a, b)
        const shifts = [
          ...diff.outcomes.map((shift) => ['outcome', shift] as const),
          ...diff.statuses.flatMap(({ option: id, shifts }) => shifts.map((shift) => [id, shift] as const)),
        ]
        expect(shifts.map(([id, { from, to }]) => `${id} ${from} ${to}`).sort()).toEqual(
          [...found.keys()].sort(),
        )
        for (const [id, { from, to, answers, combinations, of }] of shifts) {
          const { count, size: least } = found.get(`${id} ${from} ${to}`) ?? { count: 0, size: 0 }
          expect(shiftsFor(a, b, answers)).toContain(`${id} ${from} ${to}`)
          expect(Object.keys(answers)).toHaveLength(least)
          expect(combinations * rows.length).toBe(count * of)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  function shiftsFor(a: Guide, b: Guide, answers: Answers): readonly string[] {
    const old = plan(a, answers)
    const now = plan(b, answers)
    const outcome = old.outcome === now.outcome ? [] : [`outcome ${old.outcome} ${now.outcome}`]
    const statuses = now.options.flatMap(({ option: { id }, status }) => {
      const was = old.options.find((planned) => planned.option.id === id)?.status ?? status
      return was === status ? [] : [`${id} ${was} ${status}`]
    })
    return [...outcome, ...statuses]
  }
})
