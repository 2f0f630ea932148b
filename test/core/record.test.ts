import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers, Guide } from '../../src/core/model.ts'
import { compareRecords, lostAnswers, type PlanRecord, recordOf } from '../../src/core/record.ts'
import { planJson } from '../../src/view/json/plan-json.ts'
import { guideOf, indication, is, option, rule, yesNo } from '../support/build.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const record = (guide: Guide, answers: Answers, program = '1.0.0'): PlanRecord =>
  recordOf(guide, answers, planJson(plan(guide, answers)), program, hash)

const questions = [yesNo('kidney')]
const tablets = option('tablets', [rule('kidney', is('kidney', 'yes'), 'avoid')], { certainty: 'high' })
const gel = option('gel', [], { certainty: 'low' })
const guide = guideOf(questions, [tablets, gel])
const before = record(guide, { kidney: 'no' })
const differences = (now: Guide, program?: string) =>
  compareRecords(before, record(now, { kidney: 'no' }, program)).differences

describe('a record beside the same answers judged again', () => {
  it('is the same while guide and program are', () => {
    expect(compareRecords(before, record(guide, { kidney: 'no' }))).toEqual({
      same: true,
      differences: [],
      changed: [],
    })
  })

  it('names another version of the program, although the plan is the same', () => {
    expect(differences(guide, '2.0.0')).toEqual([{ kind: 'program', from: '1.0.0', to: '2.0.0' }])
  })

  it('names every option whose place changed while all statuses are the same', () => {
    const swapped = guideOf(questions, [{ ...tablets, certainty: 'very-low' }, gel])
    expect(differences(swapped)).toEqual([
      { kind: 'guide-text' },
      { kind: 'rank', option: 'tablets', from: '1', to: '2' },
      { kind: 'rank', option: 'gel', from: '2', to: '1' },
    ])
  })

  it('names the options whose status changed, and not the places that move with them', () => {
    const stricter = guideOf(questions, [
      option('tablets', [rule('always', { kind: 'always' }, 'avoid')]),
      gel,
    ])
    expect(differences(stricter)).toEqual([
      { kind: 'guide-text' },
      { kind: 'status', option: 'tablets', from: 'suitable', to: 'avoid' },
    ])
  })

  it('names an option that is gone', () => {
    expect(differences(guideOf(questions, [tablets]))).toContainEqual({
      kind: 'status',
      option: 'gel',
      from: 'suitable',
      to: 'not in the plan',
    })
  })

  it('names the pieces of the guide that changed, an indication among them, wherever they stand in their file', () => {
    const fits = indication('fits', is('kidney', 'no'))
    const moved = tablets.rules.map((moving) => ({ ...moving, place: { ...moving.place, line: 99 } }))
    const now = guideOf(questions, [{ ...tablets, rules: moved, indications: [fits] }, gel])
    expect(compareRecords(before, record(now, { kidney: 'no' })).changed).toEqual([
      { piece: 'indication tablets/fits', how: 'added' },
    ])
  })
})

describe('what is lost when answers replace others', () => {
  it.each([
    ['an answer that is gone', { age: '18-64' }, {}, ['age']],
    ['one that became another', { kidney: 'yes' }, { kidney: 'no' }, ['kidney']],
    ['one of a list', { tried: ['heat', 'nsaids'] }, { tried: ['heat'] }, ['tried']],
    ['nothing when a list grows', { tried: ['heat'] }, { tried: ['heat', 'nsaids'] }, []],
    ['nothing when "unsure" is answered: it said nothing', { kidney: 'unsure' }, { kidney: 'no' }, []],
  ])('is %s', (_, from, to, lost) => {
    expect(lostAnswers(from, to)).toEqual(lost)
  })
})
