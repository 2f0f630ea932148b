import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Guide, Property } from '../../../src/core/model.ts'
import { prove } from '../../../src/core/prove/prove.ts'
import { smallestChanges } from '../../../src/core/prove/smallest-changes.ts'
import { focusOn, orderQuestions } from '../../../src/core/prove/variable-order.ts'
import { bruteFaults } from '../../support/brute.ts'
import { guideOf, indication, is, many, option, rule, yesNo } from '../../support/build.ts'
import { findingName } from '../../support/finding-name.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { place } from '../../support/fixture-options.ts'
import { smallGuide } from '../../support/random-guide.ts'

const questions = [yesNo('kidney'), yesNo('bleed'), many('tried', ['tablets', 'gel'])]
const kidney = rule('kidney', is('kidney', 'yes'), 'avoid')
const bleed = rule('bleed', is('bleed', 'yes'), 'not-now')
const tried = rule('tried', is('tried', 'tablets'), 'not-now', { kind: 'tried' })
const gel = option('gel', [rule('tried', is('tried', 'gel'), 'caution', { kind: 'tried' })])
const tablets = option('tablets', [kidney, bleed, tried])
const sound = guideOf(questions, [tablets, gel])

const onTablets = (fields: Partial<Property & { readonly kind: 'status' }>): Property => ({
  id: 'tablets-safe',
  says: 'Tablets are avoided with kidney disease.',
  place,
  kind: 'status',
  options: ['tablets'],
  when: is('kidney', 'yes'),
  only: ['avoid'],
  ...fields,
})

const found = (guide: Guide) => prove(guide).findings.map(findingName)
const foundWith = (...rules: readonly ReturnType<typeof rule>[]) =>
  found(guideOf(questions, [option('tablets', [...rules, bleed, tried]), gel]))

describe('a safety property', () => {
  it('holds when no answers speak against it', () => {
    const { properties, findings } = prove({ ...sound, properties: [onTablets({})] })
    expect(properties.map(({ verdict }) => verdict)).toEqual(['holds'])
    expect(findings).toEqual([])
  })

  it('that fails is shown with the fewest answers that break it, and its place in the guide', () => {
    const property = onTablets({ when: is('bleed', 'yes'), only: ['avoid'] })
    expect(prove({ ...sound, properties: [property] }).findings).toEqual([
      {
        code: 'property-status',
        property: 'tablets-safe',
        option: 'tablets',
        status: 'not-now',
        answers: { bleed: 'yes' },
        place,
      },
    ])
  })

  it('counts a question left open: without answers tablets are check-first, so "only suitable" fails', () => {
    const property = onTablets({ when: { kind: 'always' }, only: ['suitable', 'avoid', 'not-now'] })
    const [finding] = prove({ ...sound, properties: [property] }).findings
    expect(finding).toMatchObject({ status: 'check-first', answers: {} })
  })

  it('is excused by "unless" only where that is known to be true', () => {
    const rules = [rule('first', { kind: 'not', of: is('tried', 'gel') }, 'not-now')]
    const guide = guideOf([many('tried', ['gel'])], [option('tablets', rules), option('gel', [])])
    const unless = is('tried', 'gel')
    const property = onTablets({ when: { kind: 'always' }, unless, only: ['not-now'] })
    const [finding] = prove({ ...guide, properties: [property] }).findings
    expect(finding).toMatchObject({ code: 'property-status', status: 'check-first', answers: {} })
    const answered = { kind: 'not', of: { kind: 'open', question: 'tried' } } as const
    const known = onTablets({ when: answered, unless, only: ['not-now'] })
    expect(prove({ ...guide, properties: [known] }).findings).toEqual([])
  })

  it('about the outcome fails where a warning sign is passed over', () => {
    const property: Property = {
      id: 'any-sign',
      says: 'Any warning sign: care first.',
      place,
      kind: 'outcome',
      when: is('warning-signs', 'fever', 'leg-weakness'),
      outcome: 'urgent',
    }
    const guide = { ...fixtureGuide, properties: [property] }
    expect(found(guide)).toEqual([])
    expect(prove({ ...guide, warningSigns: guide.warningSigns.slice(1) }).findings).toContainEqual({
      code: 'property-outcome',
      property: 'any-sign',
      outcome: 'options',
      answers: { 'warning-signs': ['leg-weakness'] },
      place,
    })
  })

  it('that no answers bring into play is reported, as it promises nothing', () => {
    const never = onTablets({ when: { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } })
    expect(found({ ...sound, properties: [never] })).toEqual(['property-never-applies tablets-safe'])
  })

  it('about texts is left to lint', () => {
    const text: Property = { id: 'words', says: 'No such text.', place, kind: 'text', lint: 'stop-medicine' }
    expect(prove({ ...sound, properties: [text] }).properties).toEqual([])
  })
})

describe('of every guide', () => {
  it('nothing is reported when it is sound', () => {
    expect(found(sound)).toEqual([])
    expect(found(fixtureGuide)).toEqual([])
  })

  it('the list is never empty: not every option may be not relevant at once', () => {
    const lean = (id: string, value: string) =>
      option(id, [rule('none', is('kidney', value), 'not-relevant', { kind: 'relevance' })])
    const [finding] = prove(guideOf([yesNo('kidney')], [lean('a', 'no'), lean('b', 'no')])).findings
    expect(finding).toMatchObject({ code: 'list-empty', answers: { kidney: 'no' } })
    expect(found(guideOf([yesNo('kidney')], [lean('a', 'no'), lean('b', 'yes')]))).toEqual([])
  })

  it('no rule is dead: one that can never be true', () => {
    const never = { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } as const
    expect(foundWith(kidney, rule('never', never, 'avoid'))).toEqual(['rule-never-applies tablets never'])
  })

  it('no rule is dead: one that only applies where there are no options', () => {
    const child = { id: 'child', when: is('kidney', 'yes'), because: 'For adults.', place }
    expect(found({ ...sound, outOfScope: [child] })).toContain('rule-never-applies tablets kidney')
  })

  it('no rule is dead: one that never decides, because another always says as much', () => {
    const both = { kind: 'all', of: [is('kidney', 'yes'), is('bleed', 'yes')] } as const
    expect(foundWith(kidney, rule('both', both, 'caution'))).toEqual(['rule-never-decides tablets both'])
  })

  it('no indication is dead: it can apply, and not only while its option is out', () => {
    const speaksFor = (when: Condition) =>
      found(
        guideOf(questions, [
          option('tablets', [kidney, bleed, tried], { indications: [indication('good', when)] }),
          gel,
        ]),
      )
    const never = { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } as const
    const out = { kind: 'any', of: [is('kidney', 'yes'), is('bleed', 'yes')] } as const
    expect(speaksFor(never)).toEqual(['indication-never-applies tablets good'])
    expect(speaksFor(is('kidney', 'yes'))).toEqual(['indication-only-when-out tablets good'])
    expect(speaksFor(out)).toEqual(['indication-only-when-out tablets good'])
    expect(speaksFor(is('kidney', 'no'))).toEqual([])
  })

  it('a question that only an indication asks for has an effect', () => {
    const asked = [...questions, yesNo('bad-back')]
    const fits = indication('bad-back', is('bad-back', 'yes'))
    const speaking = option('tablets', [kidney, bleed, tried], { indications: [fits] })
    expect(found(guideOf(asked, [tablets, gel]))).toEqual(['question-without-effect bad-back'])
    expect(found(guideOf(asked, [speaking, gel]))).toEqual([])
  })

  it.each([
    ['avoids', 'needle', []],
    ['seeks', 'needle', []],
    ['avoids', 'surgery', ['question-without-effect wish']],
    ['seeks', 'surgery', ['question-without-effect wish']],
  ])('a wish that %s "%s" has an effect only if an option has that: %j', (kind, feature, findings) => {
    const answers = [
      { id: 'none', label: 'none' },
      { id: 'own', label: 'own', [kind]: feature },
    ]
    const wish = many('wish', [], { role: 'preference', answers })
    const needle = option('needle', [kidney, bleed, tried], { features: ['needle'] })
    expect(found(guideOf([...questions, wish], [needle, gel]))).toEqual(findings)
  })

  it('an alert can come up, and gives the question that it asks for an effect', () => {
    const alert = (when: Condition) =>
      ({ id: 'a', when, text: 'Ask today.', basis: 'editorial', sources: [], place }) as const
    const asking = { ...sound, questions: [...questions, yesNo('infection')] }
    const never = { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } as const
    expect(found({ ...asking, alerts: [alert(is('infection', 'yes'))] })).toEqual([])
    expect(found({ ...sound, alerts: [alert(never)] })).toEqual(['alert-unreachable a'])
  })

  it('a note may decide nothing, as it only informs, but it has to apply to somebody', () => {
    const note = { kind: 'note' } as const
    const either = { kind: 'any', of: [is('kidney', 'yes'), is('bleed', 'yes')] } as const
    const never = { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } as const
    expect(foundWith(kidney, rule('either', either, 'suitable', note))).toEqual([])
    expect(foundWith(kidney, rule('never', never, 'suitable', note))).toEqual([
      'rule-never-applies tablets never',
    ])
  })

  it('no text is unreachable: a limit that only holds together with a warning sign is never read', () => {
    const [sign] = fixtureGuide.warningSigns
    const signs = sign === undefined ? [] : [{ ...sign, id: 'sign', when: is('kidney', 'yes') }]
    const scope = { id: 'scope', when: is('kidney', 'yes'), because: 'For others.', place }
    expect(found({ ...sound, warningSigns: signs, outOfScope: [scope] })).toContain(
      'out-of-scope-unreachable scope',
    )
  })

  it('no text is unreachable: a question whose ask-when is never true', () => {
    const askWhen = { kind: 'all', of: [is('kidney', 'yes'), is('kidney', 'no')] } as const
    const asked = [yesNo('kidney'), yesNo('bleed', { askWhen }), many('tried', ['tablets', 'gel'])]
    expect(found({ ...sound, questions: asked })).toContain('question-unreachable bleed')
  })

  it('no question is without effect, a preference that no option could meet or break included', () => {
    const wish = yesNo('wish', {
      role: 'preference',
      answers: [
        { id: 'no', label: 'No' },
        { id: 'yes', label: 'Yes', seeks: 'balm' },
      ],
    })
    const idle = { ...sound, questions: [...questions, yesNo('idle'), wish] }
    expect(found(idle)).toEqual(['question-without-effect idle', 'question-without-effect wish'])
    const balm = option('balm', [], { features: ['balm'] })
    expect(found({ ...idle, options: [...idle.options, balm] })).toEqual(['question-without-effect idle'])
  })

  it('a question counts that only decides whether another one applies', () => {
    const asked = [yesNo('child'), yesNo('kidney', { askWhen: is('child', 'no') })]
    expect(found(guideOf(asked, [option('tablets', [kidney])]))).toEqual([])
  })

  it('no two rules contradict: the same condition with different statuses', () => {
    const notNo = rule('not-no', { kind: 'not', of: is('kidney', 'no') }, 'caution')
    expect(foundWith(kidney, notNo)).toContain('rules-contradict tablets kidney not-no')
  })

  it('no two rules contradict: a condition and its opposite both rule the option out', () => {
    const healthy = rule('healthy', is('kidney', 'no'), 'avoid')
    expect(foundWith(kidney, healthy)).toEqual(['option-never-available tablets'])
    const [finding] = prove(
      guideOf(questions, [option('tablets', [tried, kidney, healthy])]),
    ).findings.filter(({ code }) => code === 'option-never-available')
    expect(finding).toMatchObject({ rules: ['kidney', 'healthy'] })
  })

  it('an option that a single rule always rules out is meant to be', () => {
    expect(foundWith(rule('always', { kind: 'always' }, 'avoid'))).not.toContain(
      'option-never-available tablets',
    )
  })

  it('adding a contraindication never improves a status: one that relieves another rule is shown', () => {
    const weak = rule('kidney', is('kidney', 'yes'), 'caution')
    const healthy = rule('healthy', is('kidney', 'no'), 'check-first', { kind: 'precaution' })
    const { findings } = prove(guideOf(questions, [option('tablets', [weak, healthy, bleed, tried]), gel]))
    expect(findings).toEqual([
      {
        code: 'contraindication-improves',
        option: 'tablets',
        rule: 'kidney',
        question: 'kidney',
        adds: 'yes',
        from: 'check-first',
        to: 'caution',
        answers: { kidney: 'no', bleed: 'no', tried: ['none'] },
        place,
      },
    ])
  })

  it('settling an open question is no improvement: it was held back only for want of an answer', () => {
    const asked = [yesNo('older'), yesNo('pregnancy', { askWhen: is('older', 'no') })]
    const rules = [
      rule('older', is('older', 'yes'), 'caution'),
      rule('pregnancy', is('pregnancy', 'yes'), 'avoid'),
    ]
    expect(found(guideOf(asked, [option('tablets', rules)]))).toEqual([])
  })
})

describe('rules that test many questions together', () => {
  const ids = Array.from({ length: 30 }, (_, at) => at)
  const asked = [...ids.map((at) => yesNo(`illness${at}`)), ...ids.map((at) => yesNo(`medicine${at}`))]
  /** Any of the pairs of an illness and a medicine, the medicine so many places further on. */
  const pairs = (count: number, ...shifts: readonly number[]) => ({
    kind: 'any' as const,
    of: shifts.flatMap((shift) =>
      ids.slice(0, count).map((at) => ({
        kind: 'all' as const,
        of: [is(`illness${at}`, 'yes'), is(`medicine${(at * (2 * shift + 1) + shift) % count}`, 'yes')],
      })),
    ),
  })
  const withPairs = (when: Condition) =>
    guideOf(
      asked,
      [
        option('tablets', [rule('short', is('illness0', 'yes'), 'caution'), rule('pairs', when, 'avoid')]),
        option('waiting', []),
      ],
      {
        properties: [onTablets({ when, only: ['avoid'] })],
      },
    )

  it('are decided where the questions of a pair can stand together: thirty pairs', () => {
    const { findings, properties } = prove(withPairs(pairs(30, 0)))
    expect(findings).toEqual([])
    expect(properties.map(({ verdict }) => verdict)).toEqual(['holds'])
  })

  it('are reported as not decided past a bound on work, with the rule to split and the properties left open', () => {
    const { findings, properties, universal } = prove(withPairs(pairs(30, 0, 1, 2)), 5000)
    expect(findings).toContainEqual({
      code: 'too-large',
      option: 'tablets',
      rule: 'pairs',
      questions: 60,
      properties: ['tablets-safe'],
      place,
    })
    expect(findings).toContainEqual({ code: 'property-too-large', property: 'tablets-safe', place })
    expect(properties.map(({ verdict }) => verdict)).toEqual(['undecided'])
    expect(universal).toContainEqual({ check: 'no-dead-rule', verdict: 'undecided' })
    expect(universal).toContainEqual({ check: 'list-never-empty', verdict: 'holds' })
  })

  it('leave the other options decided', () => {
    const guide = withPairs(pairs(30, 0, 1, 2))
    const dead = rule('never', { kind: 'all', of: [is('illness1', 'yes'), is('illness1', 'no')] }, 'avoid')
    const { findings } = prove({ ...guide, options: [...guide.options, option('gel', [dead])] }, 5000)
    expect(findings.map(findingName)).toContain('rule-never-applies gel never')
  })

  it('in a gate leave nothing decided, and that is said', () => {
    const scope = { id: 'pairs', when: pairs(30, 0, 1, 2), because: 'Not for you.', place }
    const { findings, properties } = prove({ ...withPairs(is('illness0', 'yes')), outOfScope: [scope] }, 5000)
    expect(findings).toEqual([{ code: 'gates-too-large', place }])
    expect(properties.map(({ verdict }) => verdict)).toEqual(['undecided'])
  })

  it('are explained without changes, which is said, instead of hanging', () => {
    expect(
      smallestChanges(withPairs(pairs(30, 0, 1, 2)), 'tablets', {}, 'check-first', { limit: 5, steps: 5000 }),
    ).toBeUndefined()
  })

  it('get an order of variables that has every question once', () => {
    fc.assert(
      fc.property(smallGuide, (guide) => {
        const order = orderQuestions(guide, guide.options.map(focusOn))
        expect([...order].sort(byId)).toEqual([...guide.questions].sort(byId))
      }),
      { numRuns: 200 },
    )
    const order = orderQuestions(withPairs(pairs(30, 0)), [[pairs(30, 0)]]).map(({ id }) => id)
    for (const at of ids) {
      expect(Math.abs(order.indexOf(`illness${at}`) - order.indexOf(`medicine${at}`))).toBe(1)
    }
  })

  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
})

describe('trust in the prover', () => {
  it('it finds what brute force finds, with as few answers, in a thousand random small guides', () => {
    fc.assert(
      fc.property(smallGuide, (guide) => {
        const { findings } = prove(guide)
        const sizes = findings.map((finding) => [
          findingName(finding),
          'answers' in finding ? Object.keys(finding.answers).length : 0,
        ])
        expect(Object.fromEntries(sizes)).toEqual(Object.fromEntries(bruteFaults(guide)))
        expect(new Set(findings.map(findingName)).size).toBe(findings.length)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)

  it('the answers that it shows are answers for which plan() gives what it says', () => {
    fc.assert(
      fc.property(smallGuide, (guide) => {
        for (const finding of prove(guide).findings) {
          if (!('answers' in finding)) continue
          expect([...bruteFaults(guide, [finding.answers]).keys()]).toContain(findingName(finding))
        }
      }),
      { numRuns: 300 },
    )
  }, 120_000)
})
