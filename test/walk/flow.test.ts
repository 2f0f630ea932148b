import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import { ruledOut } from '../../src/core/engine/questionnaire.ts'
import type { Answer, Answers } from '../../src/core/model.ts'
import * as flow from '../../src/walk/flow.ts'
import { guideOf, is, many, option, rule, yesNo } from '../support/build.ts'
import { place } from '../support/fixture-options.ts'

const questions = [
  many('signs', ['fever'], { role: 'gate' }),
  yesNo('older', { role: 'gate' }),
  yesNo('kidney', { screen: 'conditions' }),
  yesNo('bleed', { screen: 'conditions' }),
  yesNo('pregnancy', { sensitive: true, askWhen: { kind: 'not', of: is('older', 'yes') } }),
  yesNo('breastfeeding', { askWhen: is('pregnancy', 'no') }),
  many('tried', ['rest', 'tablets']),
  many('wishes', ['cheap'], { role: 'preference' }),
]
const tablets = option('tablets', [
  rule('kidney', is('kidney', 'yes'), 'avoid'),
  rule('bleed', is('bleed', 'yes'), 'not-now'),
  rule('pregnancy', is('pregnancy', 'yes'), 'avoid'),
  rule('breastfeeding', is('breastfeeding', 'yes'), 'caution'),
  rule('tried', is('tried', 'tablets'), 'not-now'),
])
const rest = option('rest', [
  rule('tried', is('tried', 'rest'), 'caution'),
  rule('older', is('older', 'yes'), 'caution'),
])
const fever = {
  id: 'fever',
  when: is('signs', 'fever'),
  sign: 'Fever',
  action: 'Call a doctor today',
  within: 'today',
  because: 'It may be an infection.',
  basis: 'source',
  sources: [],
  place,
} as const
const guide = guideOf(questions, [tablets, rest], { warningSigns: [fever] })

/** The questions that are asked now, or what stands at the end. */
function shown(state: flow.Flow): string {
  const now = flow.step(state)
  return now.kind === 'ask' ? now.questions.map(({ id }) => id).join('+') : now.kind
}

/** Answers screen after screen, from values for every question, until nothing is asked. */
function answerAll(state: flow.Flow, values: Answers): flow.Flow {
  const now = flow.step(state)
  return now.kind === 'ask' ? answerAll(flow.answer(state, values), values) : state
}

const calm: Answers = {
  signs: ['none'],
  older: 'no',
  kidney: 'no',
  bleed: 'unsure',
  pregnancy: 'no',
  breastfeeding: 'no',
  tried: ['none'],
  wishes: ['cheap'],
}
const atReview = answerAll(flow.start(guide), calm)

describe('the way through a walk', () => {
  it('warning signs come first, related yes/no questions share a screen, then the review', () => {
    let state = flow.start(guide)
    const way = [shown(state)]
    while (flow.step(state).kind === 'ask') {
      state = flow.answer(state, calm)
      way.push(shown(state))
    }
    expect(way).toEqual([
      'signs',
      'older',
      'kidney+bleed',
      'pregnancy',
      'breastfeeding',
      'tried',
      'wishes',
      'review',
    ])
  })

  it('progress counts the screens shown and those that can still matter', () => {
    const first = flow.start(guide)
    expect(flow.step(first)).toMatchObject({ progress: { at: 1, of: 7 } })
    const third = flow.answer(flow.answer(first, calm), calm)
    expect(flow.step(third)).toMatchObject({ progress: { at: 3, of: 7 } })
    expect(flow.step(flow.back(third))).toMatchObject({ progress: { at: 2, of: 7 } })
  })

  it('progress shrinks when an answer makes a question needless', () => {
    const second = flow.answer(flow.start(guide), calm)
    expect(flow.step(flow.answer(second, { older: 'yes' }))).toMatchObject({ progress: { at: 3, of: 5 } })
  })

  it('an empty list of answers is no answer', () => {
    const first = flow.answer(flow.start(guide), { signs: [] })
    expect(first.answers).toEqual({})
    expect(first.leftOpen).toEqual(['signs'])
  })
})

describe('back and forward', () => {
  it('there is no way back from the first screen and no way forward from one without an answer', () => {
    const first = flow.start(guide)
    expect(flow.step(first)).toMatchObject({ canGoBack: false, canGoForward: false })
    expect(flow.back(first)).toBe(first)
    expect(flow.forward(first)).toBe(first)
  })

  it('back three and forward three is where it was, with every answer kept', () => {
    const there = flow.back(flow.back(flow.back(atReview)))
    expect(shown(there)).toBe('breastfeeding')
    const again = flow.forward(flow.forward(flow.forward(there)))
    expect(again).toEqual(atReview)
  })

  it('an answer changed on the way leads through the kept ones, not past them', () => {
    const there = flow.back(flow.back(atReview))
    const changed = flow.answer(there, { tried: ['rest'] })
    expect(shown(changed)).toBe('wishes')
    expect(changed.answers).toEqual({ ...calm, tried: ['rest'] })
  })

  it('a question that was left open is not asked again, and back leads to it', () => {
    const open = flow.skip(flow.back(flow.back(flow.back(flow.back(atReview)))))
    expect(open.leftOpen).toEqual(['pregnancy'])
    expect(open.answers).not.toHaveProperty('pregnancy')
    expect(flow.step(open)).toMatchObject({ canGoBack: true })
    expect(shown(flow.back(open))).toBe('pregnancy')
    expect(shown(answerAll(open, calm))).toBe('review')
  })

  it('a row left open stays open; the other rows keep their answers', () => {
    const rows = flow.answer(flow.answer(flow.start(guide), calm), calm)
    const next = flow.answer(rows, { kidney: 'yes' })
    expect(next.answers).toEqual({ signs: ['none'], older: 'no', kidney: 'yes' })
    expect(next.leftOpen).toEqual(['bleed'])
  })
})

describe('editing an answer at the review', () => {
  it('asks that one question, and comes back to the review', () => {
    const editing = flow.edit(atReview, 'kidney')
    expect(shown(editing)).toBe('kidney')
    expect(shown(flow.answer(editing, { kidney: 'yes' }))).toBe('review')
  })

  it('back from an edit changes nothing', () => {
    expect(flow.back(flow.edit(atReview, 'kidney'))).toEqual(atReview)
  })

  it('drops the answers that it rules out, says which, and keeps all others', () => {
    const older = flow.answer(flow.edit(atReview, 'older'), { older: 'yes' })
    expect(older.dropped).toEqual(['pregnancy', 'breastfeeding'])
    const { pregnancy: _p, breastfeeding: _b, ...others } = calm
    expect(older.answers).toEqual({ ...others, older: 'yes' })
    expect(shown(flow.back(flow.back(flow.back(older))))).toBe('kidney+bleed')
  })

  it('asks what newly matters before it comes back', () => {
    const older = flow.answer(flow.edit(atReview, 'older'), { older: 'yes' })
    const younger = flow.answer(flow.edit(older, 'older'), { older: 'no' })
    expect(shown(younger)).toBe('pregnancy')
    expect(shown(answerAll(younger, calm))).toBe('review')
  })

  it('works only from the end', () => {
    const first = flow.start(guide)
    expect(flow.edit(first, 'older')).toBe(first)
  })
})

describe('an urgent answer', () => {
  const urgent = flow.answer(flow.start(guide), { signs: ['fever'] })

  it('stops at once, with a plan that lists no options', () => {
    expect(flow.step(urgent)).toMatchObject({ kind: 'urgent', plan: { outcome: 'urgent', options: [] } })
  })

  it('may be corrected, by going back or by an edit', () => {
    expect(shown(flow.answer(flow.back(urgent), { signs: ['none'] }))).toBe('older')
    expect(shown(flow.answer(flow.edit(urgent, 'signs'), { signs: ['none'] }))).toBe('older')
  })

  it('stops at once when it is given by going back, and keeps every other answer', () => {
    const backAtStart = Array.from({ length: 7 }).reduce<flow.Flow>(flow.back, atReview)
    const stopped = flow.answer(backAtStart, { signs: ['fever'] })
    expect(shown(stopped)).toBe('urgent')
    const corrected = flow.answer(flow.edit(stopped, 'signs'), { signs: ['none'] })
    expect(shown(corrected)).toBe('older')
    expect(corrected.answers).toEqual(calm)
  })
})

describe('leaving early and coming back', () => {
  it('the review can be opened at any time: what was not asked is left open', () => {
    const early = flow.review(flow.answer(flow.start(guide), calm))
    expect(shown(early)).toBe('review')
    expect(early.answers).toEqual({ signs: ['none'] })
    expect(early.leftOpen).toEqual(questions.map(({ id }) => id).filter((id) => id !== 'signs'))
    expect(shown(flow.answer(flow.edit(early, 'kidney'), { kidney: 'no' }))).toBe('review')
  })

  it('a walk that is resumed asks what is not answered yet, and back leads to what is', () => {
    const resumed = flow.start(guide, { signs: ['none'], older: 'no', kidney: 'no', bleed: 'no' })
    expect(shown(resumed)).toBe('pregnancy')
    expect(shown(flow.back(resumed))).toBe('kidney+bleed')
  })

  it('a resumed answer that others rule out is dropped and said to be', () => {
    const resumed = flow.start(guide, { older: 'yes', pregnancy: 'no' })
    expect(resumed.dropped).toEqual(['pregnancy'])
    expect(resumed.answers).toEqual({ older: 'yes' })
  })

  it('a resumed warning sign stops at once', () => {
    expect(shown(flow.start(guide, { ...calm, signs: ['fever'] }))).toBe('urgent')
  })
})

// ------------------------------------------------------------------ laws

const values: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    questions.map((question): [string, fc.Arbitrary<Answer>] => {
      const own = question.answers.map(({ id }) => id)
      const one = fc.constantFrom('unsure', ...own)
      return [question.id, question.type === 'one' ? one : one.map((value) => [value])]
    }),
  ),
)
type Move = { readonly kind: 'answer' | 'skip' | 'back' | 'forward' | 'edit' | 'review' } & {
  readonly given: Answers
  readonly question: string
}
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('answer', 'answer', 'answer', 'skip', 'back', 'forward', 'edit', 'review'),
  given: values,
  question: fc.constantFrom(...questions.map(({ id }) => id)),
})

function apply(state: flow.Flow, { kind, given, question }: Move): flow.Flow {
  const moves = { skip: flow.skip, back: flow.back, forward: flow.forward, review: flow.review }
  if (kind === 'answer') return flow.answer(state, given)
  return kind === 'edit' ? flow.edit(state, question) : moves[kind](state)
}

/** Finishes a walk so that every answer it holds is the wanted one: answers what is asked, then edits what differs. */
function finishWith(state: flow.Flow, wanted: Answers): flow.Flow {
  const there = answerAll(state, wanted)
  const differs = Object.keys(wanted).find(
    (id) =>
      (id in there.answers || there.leftOpen.includes(id)) &&
      !ruledOut(guide, { ...there.answers, [id]: wanted[id] ?? [] }).includes(id) &&
      JSON.stringify(there.answers[id]) !== JSON.stringify(wanted[id]),
  )
  return differs === undefined
    ? there
    : finishWith(flow.answer(flow.edit(there, differs), { [differs]: wanted[differs] }), wanted)
}

describe('laws of a walk', () => {
  it('its plan is the plan of its answers alone, whatever the way: same answers, same bytes', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), values, (moves, wanted) => {
        const end = finishWith(moves.reduce(apply, flow.start(guide)), wanted)
        const now = flow.step(end)
        const straight = flow.step(flow.start(guide, end.answers))
        if (now.kind === 'ask') throw new Error('the walk did not end')
        expect(JSON.stringify(now.plan)).toBe(JSON.stringify(plan(guide, end.answers)))
        if (straight.kind !== 'ask') expect(JSON.stringify(straight.plan)).toBe(JSON.stringify(now.plan))
      }),
    )
  })

  it('any way of back, forward, skip and edit that ends with the same answers puts every option where the straight way puts it', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), values, (moves, wanted) => {
        const placed = (state: flow.Flow) => {
          const now = flow.step(finishWith(state, wanted))
          if (now.kind === 'ask') throw new Error('the walk did not end')
          return [now.kind, now.plan.options.map(({ option: { id }, status, rank }) => [id, status, rank])]
        }
        expect(placed(moves.reduce(apply, flow.start(guide)))).toEqual(placed(flow.start(guide)))
      }),
    )
  })

  it('a question that another answer rules out is not edited: back then forward would not come to it again', () => {
    const end = flow.review(
      flow.answer(flow.answer(flow.start(guide), { signs: ['none'] }), { older: 'yes' }),
    )
    expect(flow.edit(end, 'pregnancy')).toBe(end)
    expect(flow.step(flow.edit(end, 'kidney')).kind).toBe('ask')
  })

  it('back then forward is where it was, from any screen while nothing is urgent', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const state = moves.reduce(apply, flow.start(guide))
        const seen = flow.step(state)
        fc.pre(seen.kind === 'ask' && seen.canGoForward && state.trail.length > 0)
        fc.pre(plan(guide, state.answers).outcome === 'options')
        const again = flow.forward(flow.back(state))
        expect(shown(again)).toBe(shown(state))
        expect(again.answers).toEqual(state.answers)
      }),
    )
  })

  it('no answer that others rule out is ever kept', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        expect(ruledOut(guide, moves.reduce(apply, flow.start(guide)).answers)).toEqual([])
      }),
    )
  })

  it('every walk ends: answering what is asked comes to a review or a stop', () => {
    fc.assert(
      fc.property(values, (given) => {
        let state = flow.start(guide)
        let screens = 0
        while (flow.step(state).kind === 'ask') {
          state = flow.answer(state, given)
          screens += 1
        }
        expect(screens).toBeLessThanOrEqual(questions.length)
      }),
    )
  })
})
