import { describe, expect, it } from 'vitest'
import { optionPage, SECTIONS, sectionPage } from '../../../src/view/pages/option-page.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'
import { fixtureOption, headings, said, under } from '../find-text.ts'

describe('an option in full', () => {
  const option = fixtureOption('nsaids')
  const patient = optionPage(guide, option, 'patient')
  const clinician = optionPage(guide, option, 'clinician')

  const READING = [
    'Anti-inflammatory tablets (NSAIDs)',
    'At a glance',
    'What it involves',
    'What may help',
    'The numbers',
    'Pain',
    'What may harm',
    'Risks and side effects',
    'Who it may suit',
    'Who it may not suit',
    'What living with it is like',
    'If you do nothing',
    'What guidelines say',
    'Questions to ask',
    'When your answers change the advice',
  ]

  it('says first what it may give and cost, and rules, notes and sources last', () => {
    expect(headings(patient)).toEqual([...READING, 'Sources'])
    expect(headings(clinician)).toEqual([...READING, 'Clinical notes', 'Sources'])
  })

  it.each(SECTIONS)('gives its section %s alone, or says that nothing is written there', (section) => {
    const page = sectionPage(guide, [option], section)
    expect(said(page).length).toBeGreaterThan(0)
    const whole = headings(clinician)
    for (const title of headings(page).slice(1)) expect(whole).toContain(title)
  })

  it('hides clinical notes from a patient and nothing else', () => {
    expect(headings(clinician).filter((heading) => !headings(patient).includes(heading))).toEqual([
      'Clinical notes',
    ])
    expect(said(patient)).not.toContain('MD 3.3/100')
    expect(said(clinician)).toContain('MD 3.3/100')
  })

  it('says of each claim how sure it is, what it rests on, and what is our own caution', () => {
    expect(under(patient, 'What may help')).toEqual([
      '- Pain eased a little more than with dummy tablets. (low certainty) [pain-trial-2020]',
    ])
    expect(under(patient, 'What living with it is like')).toEqual([
      'A tablet fits into most days. (our own caution)',
    ])
  })

  it('sets guidelines side by side, and says where they differ', () => {
    expect(under(patient, 'What guidelines say')).toEqual([
      'NICE NG59 (2016)',
      'For whom: Adults with low back pain',
      'Position: For',
      'Strength: Not stated',
      'Certainty: Not stated',
      'Says: Use an NSAID as the first medicine, at the lowest dose. [back-guideline-2016]',
      'NICE NG193 (2021)',
      'For whom: Adults with chronic primary pain',
      'Position: Against',
      'Strength: Strong',
      'Certainty: Low',
      'Says: Do not start NSAIDs for this pain. [pain-guideline-2021]',
      'Where they differ: The guidelines differ by the name given to the pain.',
    ])
  })

  it('says in plain words when the plan rules it out, and what that rests on', () => {
    const rules = under(patient, 'When your answers change the advice')
    expect(rules.slice(1, 5)).toEqual([
      'Kidney disease: Yes',
      'Then: this speaks against it',
      'Because: These tablets can harm kidneys that are already weak.',
      'Rests on: studies [harm-review-2018]',
    ])
  })

  it('says when a rule already holds while nobody knows', () => {
    const [first, ...rest] = option.rules
    if (first === undefined) throw new Error('the fixture has lost its rules')
    const strict = { ...option, rules: [{ ...first, whileOpen: 'not-now' as const }, ...rest] }
    expect(said(optionPage(guide, strict, 'patient'))).toContain(
      'Then: this speaks against it; while this is not known: a later step, or already tried',
    )
  })

  it('lists every source that it cites, once', () => {
    expect(under(patient, 'Sources').slice(0, -1)).toEqual([
      '- [pain-trial-2020] Doe J and others (2020). Tablets for back pain.',
      '- [back-guideline-2016] NICE NG59 (2016). Low back pain in over 16s.',
      '- [harm-review-2018] Journal of Fixtures (2018). Harms of painkillers: a review.',
      '- [pain-guideline-2021] NICE NG193 (2021). Chronic pain.',
    ])
  })

  it('gives the facts of a test where the option is one', () => {
    const test = under(
      optionPage(guide, fixtureOption('nerve-block-test'), 'patient'),
      'What this test can show',
    )
    expect(test[0]).toBe('What it measures: Whether the pain comes from the joint. [block-study-2010]')
    expect(test).toContain('Chance of a right positive: Not known.')
    expect(headings(patient)).not.toContain('What this test can show')
  })

  it('says why there are no numbers when there are none', () => {
    const bare = { ...option, outcomes: [], noNumbers: 'No trial counted it.' }
    expect(under(optionPage(guide, bare, 'patient'), 'The numbers')).toEqual(['No trial counted it.'])
  })
})
