import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Answers } from '../../../src/core/model.ts'
import { planPage } from '../../../src/view/pages/plan-page.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'
import { headings, said, under } from '../find-text.ts'

const page = (answers: Answers, own: Partial<Parameters<typeof planPage>[1]> = {}) =>
  planPage(plan(guide, answers), { detail: 'full', reader: 'patient', ...own })

const settled: Answers = {
  'warning-signs': ['none'],
  age: '18-64',
  pregnancy: 'no',
  'kidney-disease': 'no',
  tried: ['none'],
  preferences: ['none'],
}

describe('a plan for someone the guide is not made for', () => {
  it('says why, with the answer that decided it, and shows no option', () => {
    const text = said(page({ 'warning-signs': ['none'], age: 'under-18' }))
    expect(text).toContain('This guide is for adults. See a doctor who cares for young people.')
    expect(text).toContain('You answered "age: Under 18".')
    for (const option of guide.options) expect(text).not.toContain(option.title)
  })
})

describe('a plan with options', () => {
  it('groups them under their status in words, best first', () => {
    const document = page({ ...settled, 'kidney-disease': 'yes', tried: ['nerve-block-test'] })
    expect(
      headings(document).filter((heading) => !/^(Questions|Your answers|When to get)/.test(heading)),
    ).toEqual([
      'Options to talk about',
      'Possible, with care',
      'Opioids (strong painkillers)',
      'Later, or already tried',
      'Nerve block test',
      'These answers speak against it',
      'Anti-inflammatory tablets (NSAIDs)',
    ])
  })

  it('gives each reason with the answers behind it in the person’s words, and its sources', () => {
    const document = page({ ...settled, 'kidney-disease': 'yes' })
    expect(under(document, 'Anti-inflammatory tablets (NSAIDs)')).toEqual([
      '- These tablets can harm kidneys that are already weak. You answered "kidney disease: Yes". [harm-review-2018]',
      'Read about it: nextline nsaids',
    ])
  })

  it('says when nothing speaks against an option', () => {
    expect(under(page(settled), 'Nerve block test')).toContain('Nothing in these answers speaks against it.')
  })

  it('names what is still open, what each answer would mean, and how it could be settled', () => {
    const document = page({ ...settled, 'kidney-disease': 'unsure' })
    const own = under(document, 'Anti-inflammatory tablets (NSAIDs)')
    expect(own).toContain('- Still to be found out: kidney disease.')
    expect(own).toContain(
      '- If the answer is "kidney disease: Yes": These tablets can harm kidneys that are already weak. [harm-review-2018]',
    )
    expect(under(document, 'Questions to settle')).toEqual([
      'Kidney disease: A blood test shows how well your kidneys work. It matters for 1 option.',
    ])
  })

  it('says once, above the list, that warning signs were not answered', () => {
    const { 'warning-signs': _, ...rest } = settled
    const text = said(page(rest))
    expect(text.match(/CHECK THIS FIRST/g)).toHaveLength(1)
    expect(text).toContain('Warning signs: If you cannot tell, call your doctor today.')
    expect(text.indexOf('CHECK THIS FIRST')).toBeLessThan(text.indexOf('Find out or do something first\n'))
  })

  it('shows which wishes an option meets and which it goes against', () => {
    const document = page({ ...settled, preferences: ['avoid-injections', 'quick-relief'] })
    expect(under(document, 'Anti-inflammatory tablets (NSAIDs)')).toContain(
      'Meets a wish: I want relief within days.',
    )
    expect(under(document, 'Nerve block test')).toContain(
      'Goes against a wish: I want to avoid injections and needles.',
    )
  })

  it('proposes questions for the doctor about options that are open to this person, and about no other', () => {
    const document = page({ ...settled, 'kidney-disease': 'yes' })
    expect(under(document, 'Questions for your doctor')).toEqual([
      '- Nerve block test: How will we measure the relief?',
      '- Opioids (strong painkillers): How would we stop them again?',
    ])
  })

  it('shows the answers given, and those that are missing', () => {
    expect(under(page({ age: '18-64', tried: ['unsure'] }), 'Your answers')).toEqual([
      'Age: 18 to 64',
      'What you have already tried: not sure',
      'Not answered: warning signs; pregnancy; kidney disease; what matters to you.',
    ])
  })

  it('never ends without saying that a clear list is no reassurance', () => {
    expect(under(page(settled), 'When to get help all the same')[0]).toBe(guide.notReassurance.text)
  })

  it('leaves out what does not apply', () => {
    const [first, ...rest] = guide.options
    if (first === undefined) throw new Error('the fixture has lost its options')
    const rules = first.rules.map((rule) => ({ ...rule, status: 'not-relevant' as const }))
    const other = { ...guide, options: [{ ...first, rules }, ...rest] }
    const document = planPage(plan(other, { ...settled, 'kidney-disease': 'yes' }), {
      detail: 'full',
      reader: 'patient',
    })
    expect(said(document)).not.toContain(first.title)
  })

  it('names rules and uses clinical words for a clinician', () => {
    const document = page({ ...settled, 'kidney-disease': 'yes' }, { reader: 'clinician' })
    expect(under(document, 'Anti-inflammatory tablets (NSAIDs)')[0]).toContain('Rule: kidney.')
    expect(headings(document)).toContain('Questions this person may ask')
  })
})
