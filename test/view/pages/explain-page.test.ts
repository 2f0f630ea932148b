import { describe, expect, it } from 'vitest'
import { explain } from '../../../src/core/engine/explain.ts'
import type { Answers } from '../../../src/core/model.ts'
import { explainJson } from '../../../src/view/json/explain-json.ts'
import { explainPage } from '../../../src/view/pages/explain-page.ts'
import { toPlain } from '../../../src/view/render/to-plain.ts'
import { indication, is } from '../../support/build.ts'
import { fixtureGuide, healthy } from '../../support/fixture-guide.ts'

const style = { width: 80, unicode: true }
const page = (id: string, own: Answers) =>
  toPlain(explainPage(explain(fixtureGuide, id, { ...healthy, ...own })), style).replace(/\s+/g, ' ')
const fullPage = (id: string, own: Answers) =>
  toPlain(explainPage(explain(fixtureGuide, id, { ...healthy, ...own }), 'full'), style).replace(/\s+/g, ' ')

describe('an explanation in words', () => {
  it('says where the option stands, and the answer and the source behind it', () => {
    expect(page('nsaids', { 'kidney-disease': 'yes' })).toContain(
      'Where it stands with these answers: These answers speak against it - These tablets can harm kidneys that are ' +
        'already weak. You answered "kidney disease: Yes". [harm-review-2018]',
    )
  })

  it('says which key of the order sets it apart from the options above and below it', () => {
    const text = page('nerve-block-test', {})
    expect(text).toContain(
      'Below anti-inflammatory tablets (NSAIDs), of which holds: guidelines are for it only in part. Here: ' +
        'guidelines take no position.',
    )
    expect(text).toContain(
      'Above opioids (strong painkillers): it is "Worth discussing now". There: it is "Possible, with care".',
    )
  })

  it('in full goes through every rule: those that apply, those that could, those that do not', () => {
    const text = fullPage('nsaids', { 'kidney-disease': 'yes', tried: 'unsure' })
    const at = [
      'These apply - kidney:',
      'These could still apply - tried:',
      'These do not apply - pregnancy:',
    ].map((words) => text.indexOf(words))
    expect(at).not.toContain(-1)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(page('nsaids', { 'kidney-disease': 'yes' })).not.toContain('It would take')
    expect(text).toContain('pregnancy: It would take "pregnancy: Yes". You answered "pregnancy: No".')
  })

  it('names an open question that matters and how to settle it', () => {
    expect(page('nsaids', { 'kidney-disease': 'unsure' })).toContain(
      'Find out or do first kidney disease: A blood test shows how well your kidneys work.',
    )
  })

  it.each<[string, Answers, string]>([
    [
      'one change',
      { pregnancy: 'yes' },
      'One thing would have to change. - If pregnancy were "No": Worth discussing now.',
    ],
    [
      'two changes together',
      { 'kidney-disease': 'unsure', tried: 'unsure' },
      'Two things would have to change together. - If kidney disease turned out to be "No", and what you have ' +
        'already tried turned out to be "None of these": Worth discussing now.',
    ],
    [
      'no diagnosis is undone',
      { 'kidney-disease': 'yes' },
      'Nothing that can change or be found out would move it.',
    ],
    ['no change at all', { age: '65-or-over' }, 'Nothing that can change or be found out would move it.'],
    ['nothing to wish for', {}, 'It stands as high as an option can.'],
  ])('says what would move it: %s', (_, own, words) => {
    expect(page('nsaids', own)).toContain(words)
  })

  it('says with every change that it is no advice, and never to stop a medicine on one’s own', () => {
    expect(page('nsaids', { pregnancy: 'yes' })).toContain(
      'Never stop or change a prescribed medicine on your own.',
    )
    expect(page('nsaids', {})).not.toContain('Never stop or change')
  })

  it('names many open questions together, and in full one by one', () => {
    const text = (detail: 'brief' | 'full') =>
      toPlain(explainPage(explain(fixtureGuide, 'nsaids', {}), detail), style).replace(/\s+/g, ' ')
    expect(text('brief')).toContain('Four things would have to change or be known together.')
    expect(text('brief')).toContain(
      'If these open questions turned out well: warning signs; age; kidney disease; what you have already tried',
    )
    expect(text('full')).toContain('- If warning signs turned out to be "None of these" - If age')
  })

  it('says what speaks for the option, what else applies, and what its rules say to do', () => {
    const [nsaids, ...rest] = fixtureGuide.options
    if (nsaids === undefined) throw new Error('the fixture has no options')
    const older = nsaids.rules.map((own) =>
      own.id === 'older' ? { ...own, do: 'Ask about your stomach.' } : own,
    )
    const guide = {
      ...fixtureGuide,
      options: [
        {
          ...nsaids,
          rules: older,
          indications: [indication('i', is('tried', 'none'), { because: 'Nothing was tried.' })],
        },
        ...rest,
      ],
    }
    const answers = { ...healthy, age: '65-or-over', 'kidney-disease': 'yes' }
    const text = toPlain(explainPage(explain(guide, 'nsaids', answers)), style).replace(/\s+/g, ' ')
    expect(text).toContain('What speaks for it - Nothing was tried.')
    expect(text).toContain('What applies too - From 65, bleeding in the gut is more likely')
    expect(text).toContain('Find out or do first - Ask about your stomach.')
  })

  it('with a warning sign says what to do about it, and nothing of the option', () => {
    const text = page('nsaids', { 'warning-signs': ['fever'] })
    expect(text).toContain('Call a doctor today.')
    expect(text).not.toContain('Anti-inflammatory')
  })

  it('carries the guide’s notice', () => {
    expect(page('nsaids', {})).toContain(fixtureGuide.notice)
  })
})

describe('an explanation as data', () => {
  it('has the contract’s fields, and every rule beside them', () => {
    const json = explainJson(explain(fixtureGuide, 'nsaids', { ...healthy, 'kidney-disease': 'yes' }))
    expect(json).toMatchObject({
      schema: 'nextline/explain@1',
      guide: { id: 'fixture', version: '1.0.0' },
      option: 'nsaids',
      outcome: 'options',
      status: 'avoid',
      reasons: [{ status: 'avoid', answers: { 'kidney-disease': 'yes' }, sources: ['harm-review-2018'] }],
      ask: [],
      rules: [
        { id: 'kidney', applies: true, answers: { 'kidney-disease': 'yes' }, whileOpen: 'check-first' },
        { id: 'pregnancy', applies: false, answers: { pregnancy: 'no' } },
        { id: 'older', applies: false },
        { id: 'tried', applies: false },
      ],
      changes: [],
      notice: fixtureGuide.notice,
    })
  })

  it('without a list of options has no status and no changes', () => {
    const json = explainJson(explain(fixtureGuide, 'nsaids', { age: 'under-18' }))
    expect(json).toMatchObject({ outcome: 'out-of-scope', status: null, reasons: [], changes: [] })
  })
})
